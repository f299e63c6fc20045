-- What the desk and the lists read: in the order they show it, so that a page costs the same however large the archive.

-- Articles at work: those with something left unread first, then by deadline, the newest first among equals.
create index articles_at_work on articles ((sentences_read >= sentences_total), (coalesce(due_at, 'infinity'::timestamptz)), id desc)
  where archived_at is null;
create index articles_put_away on articles (archived_at desc, id desc) where archived_at is not null;
create index articles_words on articles
  using gin (to_tsvector('simple', headline || ' ' || coalesce(outlet, '') || ' ' || coalesce(byline, '')));

-- Counting an article's claims by state reads this index alone.
create index claims_counted on claims (article_id, progress, stale) include (id)
  where withdrawn_at is null and replaced_at is null and excluded_at is null;
create index claims_stale on claims (article_id)
  where stale and withdrawn_at is null and replaced_at is null and excluded_at is null;
create index fixes_open on fixes (created_at) where state = 'proposed';

create index sources_words on sources using gin (
  to_tsvector('simple', title || ' ' || coalesce(publisher, '') || ' ' || coalesce(author, '') || ' ' || coalesce(link, ''))
);
