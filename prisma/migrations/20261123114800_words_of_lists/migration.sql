-- The words of a headline or a title, for the lists' search. Where the database's locale is plain, Postgres takes every
-- sign beyond ASCII for a letter, so “Nobody” in curly quotes would not be found as Nobody: such signs become spaces
-- first. The same signs stand in lib/search/rules.ts, and a test compares.
create function stet_words(what text) returns tsvector language sql immutable parallel safe
  return to_tsvector('simple', translate(what, '“”„‟‘’‚‛«»‹›—–―…·•|', repeat(' ', 19)));

drop index articles_words;
create index articles_words on articles
  using gin (stet_words(headline || ' ' || coalesce(outlet, '') || ' ' || coalesce(byline, '')));
drop index sources_words;
create index sources_words on sources using gin (
  stet_words(title || ' ' || coalesce(publisher, '') || ' ' || coalesce(author, '') || ' ' || coalesce(link, ''))
);
