-- What an open query does to its claim, whether minor claims hold their sentence, the wording that the engine proposes for
-- changed words, and which finding a verdict confirms.
create type query_rule as enum ('hold', 'warn');

alter table settings add column default_queries query_rule not null default 'hold';

-- Articles that are there already keep what stood: their open queries hold nothing, their minor claims hold their sentences.
alter table articles
  add column queries query_rule not null default 'warn',
  add column minor_counts boolean not null default true,
  add column sentences_minor integer not null default 0;
alter table articles alter column queries drop default, alter column minor_counts set default false;

alter table claims
  add column held boolean not null default false,
  add column proposal jsonb;

alter table verdicts
  add column confirms_id uuid,
  add constraint verdicts_confirms_id_fkey foreign key (confirms_id) references verdicts (id) on update cascade on delete set null;

-- Who confirms another's finding may add nothing of their own: the rationale is the other's, under the other's name.
alter table verdicts drop constraint verdicts_rationale_is_not_blank;
alter table verdicts
  add constraint verdicts_rationale_is_not_blank check (confirms_id is not null or btrim(rationale) <> '');

-- Nothing is left unread where what is not read holds untouched minor claims only.
drop index articles_at_work;
create index articles_at_work on articles
  ((sentences_read + sentences_minor >= sentences_total), (coalesce(due_at, 'infinity'::timestamptz)), id desc)
  where archived_at is null;
