-- ---- records held against events ----
-- Every event keeps what its change left of the records that people's trust rests on: for each row a line "table key digest",
-- or "table key -" where the row is gone. The lines are salted and hashed into the event, as its detail is.
alter table events add column records_hash text;

create table event_records (
  chain text not null,
  sequence integer not null,
  salt text not null,
  records text not null,
  constraint event_records_pkey primary key (chain, sequence),
  constraint event_records_chain_sequence_fkey foreign key (chain, sequence) references events (chain, sequence)
    on delete restrict on update cascade
);
create trigger append_only before update or delete on event_records for each row execute function stet_append_only();
create trigger no_truncate before truncate on event_records for each statement execute function stet_append_only();

-- Which tables these are. `home` says on whose chain a row's changes stand, over the row `r`; null leaves it to the next
-- event of the change. `keys` are the columns that name a row. `derived` are columns worked out of other records, which no
-- event speaks of; `absent` the values that stood in columns before there were such columns.
create table record_tables (
  name text primary key,
  home text not null,
  keys text[] not null,
  derived text[] not null default '{}',
  absent jsonb not null default '{}'
);

-- Rows written by the transaction that no event has spoken of yet. Nobody ever sees a row of another's in it: a
-- transaction that would leave one is refused.
create unlogged table unrecorded (
  chain text,
  table_name text not null,
  keys text[] not null
);
create index unrecorded_table on unrecorded (table_name);
create index unrecorded_chain on unrecorded (chain);

create function stet_record_key(in_keys text[]) returns text language sql immutable as $$
  select string_agg(format('r.%I::text', key), ' || ''/'' || ' order by place) from unnest(in_keys) with ordinality as k (key, place)
$$;

create function stet_note_rows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept record_tables%rowtype;
  row_key text;
  rows_sql text;
begin
  select * into strict kept from record_tables where name = tg_table_name;
  row_key := stet_record_key(kept.keys);
  if tg_op = 'INSERT' then
    rows_sql := 'new_rows r';
  elsif tg_op = 'DELETE' then
    rows_sql := 'old_rows r';
  elsif kept.derived = '{}' then
    rows_sql := 'new_rows r';
  else
    -- What is worked out of other records may change without an event.
    rows_sql := format('new_rows r join old_rows o on %s where to_jsonb(r) - %L::text[] is distinct from to_jsonb(o) - %L::text[]',
      (select string_agg(format('r.%I = o.%I', key, key), ' and ') from unnest(kept.keys) key), kept.derived, kept.derived);
  end if;
  execute format('insert into unrecorded (chain, table_name, keys) select %s, %L, array_agg(%s) from %s group by 1',
    kept.home, kept.name, row_key, rows_sql);
  return null;
end $$;

create function stet_all_recorded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from unrecorded u where u.table_name = new.table_name) then
    raise exception 'a record of % was written without its event', new.table_name using errcode = 'ST007';
  end if;
  return null;
end $$;
create constraint trigger all_recorded after insert on unrecorded deferrable initially deferred
  for each row execute function stet_all_recorded();

-- Has every change of a table spoken of by an event from now on.
create function stet_record_table(in_name text, in_home text, in_keys text[], in_derived text[] default '{}')
returns void language plpgsql set search_path = public, pg_temp as $$
begin
  insert into record_tables (name, home, keys, derived) values (in_name, in_home, in_keys, in_derived);
  execute format('create trigger note_inserts after insert on %I referencing new table as new_rows
    for each statement execute function stet_note_rows()', in_name);
  execute format('create trigger note_updates after update on %I referencing old table as old_rows new table as new_rows
    for each statement execute function stet_note_rows()', in_name);
  execute format('create trigger note_deletes after delete on %I referencing old table as old_rows
    for each statement execute function stet_note_rows()', in_name);
end $$;

-- What is hashed of a row: its columns as JSON, bytes as their SHA-256, and nothing of what is null, derived or absent.
create function stet_record_columns(in_table text) returns text language sql stable as $$
  select string_agg(
    case when a.atttypid = 'bytea'::regtype then format('encode(sha256(r.%I), ''hex'') as %I', a.attname, a.attname)
    else format('r.%I', a.attname) end, ', ' order by a.attnum)
  from pg_attribute a join record_tables t on t.name = in_table
  where a.attrelid = format('public.%I', in_table)::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> all (t.derived)
$$;

create function stet_record_digest(in_row jsonb, in_absent jsonb) returns text language sql immutable parallel safe as $$
  select encode(sha256(convert_to(coalesce(jsonb_object_agg(key, value), '{}')::text, 'UTF8')), 'hex')
  from jsonb_each(in_row) where value <> 'null' and value is distinct from in_absent -> key
$$;

-- The lines of the rows that wait for an event of this chain; they wait no longer.
create function stet_take_records(in_chain text) returns text language plpgsql
security definer set search_path = public, pg_temp set timezone = 'UTC' set extra_float_digits = 1 as $$
declare
  kept record;
  lines text;
  found text;
begin
  for kept in
    select t.*, w.waiting from record_tables t
    join (
      select u.table_name, array_agg(distinct key) as waiting from unrecorded u, unnest(u.keys) key
      where u.chain = in_chain or u.chain is null group by u.table_name
    ) w on w.table_name = t.name order by t.name
  loop
    execute format(
      'select string_agg(%L || '' '' || w.key || '' '' || coalesce(x.digest, ''-''), e''\n'' order by w.key collate "C")
       from unnest($1) w (key) left join lateral (
         select stet_record_digest(to_jsonb(c), $2) as digest from (select %s from %I r where %s) c) x on true',
      kept.name, stet_record_columns(kept.name), kept.name,
      (select string_agg(format('r.%I = split_part(w.key, ''/'', %s)::%s', key, place, format_type(a.atttypid, a.atttypmod)), ' and ')
       from unnest(kept.keys) with ordinality as k (key, place)
       join pg_attribute a on a.attrelid = format('public.%I', kept.name)::regclass and a.attname = key)
    ) into found using kept.waiting, kept.absent;
    lines := concat_ws(e'\n', lines, found);
  end loop;
  if lines is not null then
    delete from unrecorded where chain = in_chain or chain is null;
  end if;
  return lines;
end $$;

-- Only the function that appends takes what waits for an event: whoever could take it by hand could write without one.
revoke execute on function stet_take_records(text) from public;
revoke execute on function stet_record_table(text, text, text[], text[]) from public;

-- As before, and with the records that its change has written. Where there are such, their hash is the last of the lines
-- that are hashed.
create or replace function stet_append_event(
  in_chain text, in_actor uuid, in_actor_kind text, in_action text, in_subject_type text, in_subject_id text, in_detail text
) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head chains%rowtype;
  at_now timestamptz(3) := date_trunc('milliseconds', clock_timestamp());
  new_salt text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
  new_detail_hash text;
  new_hash text;
  new_records text := stet_take_records(in_chain);
  records_salt text;
  new_records_hash text;
begin
  insert into chains (id) values (in_chain) on conflict do nothing;
  select * into head from chains where id = in_chain for update;
  new_detail_hash := encode(sha256(convert_to(new_salt || ':' || in_detail, 'UTF8')), 'hex');
  if new_records is not null then
    records_salt := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
    new_records_hash := encode(sha256(convert_to(records_salt || ':' || new_records, 'UTF8')), 'hex');
  end if;
  new_hash := encode(sha256(convert_to(concat_ws(e'\n', in_chain, head.sequence + 1,
    to_char(at_now at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), coalesce(in_actor::text, ''), in_actor_kind, in_action,
    in_subject_type, in_subject_id, new_detail_hash, head.hash, new_records_hash), 'UTF8')), 'hex');
  insert into events (chain, sequence, at, actor_id, actor_kind, action, subject_type, subject_id, detail_hash, previous_hash, hash,
      records_hash)
    values (in_chain, head.sequence + 1, at_now, in_actor, in_actor_kind, in_action, in_subject_type, in_subject_id,
      new_detail_hash, head.hash, new_hash, new_records_hash);
  insert into event_details (chain, sequence, salt, detail) values (in_chain, head.sequence + 1, new_salt, in_detail);
  if new_records is not null then
    insert into event_records (chain, sequence, salt, records) values (in_chain, head.sequence + 1, records_salt, new_records);
  end if;
  update chains set sequence = head.sequence + 1, hash = new_hash where id = in_chain;
  return head.sequence + 1;
end $$;

select stet_record_table('articles', 'r.id::text', '{id}', '{sentences_total,sentences_read,sentences_minor}');
select stet_record_table(name, 'r.article_id::text', keys) from (values
  ('article_members', '{article_id,user_id}'::text[]), ('revisions', '{id}'), ('sentence_marks', '{id}'), ('lineage', '{id}'),
  ('comments', '{id}'), ('reports', '{id}')) as t (name, keys);
select stet_record_table('claims', 'r.article_id::text', '{id}', '{progress,settled_by,stale,held,settled_verdict_id,look_up_keys}');
select stet_record_table(name, '(select c.article_id::text from claims c where c.id = r.claim_id)', '{id}')
  from (values ('anchors'), ('evidence'), ('verdicts'), ('fixes')) as t (name);
select stet_record_table(name, '(select c.article_id::text from verdicts v join claims c on c.id = v.claim_id where v.id = r.verdict_id)', keys)
  from (values ('verdict_evidence', '{verdict_id,evidence_id}'::text[]), ('verdict_authors', '{verdict_id,user_id}'), ('sign_offs', '{id}'))
  as t (name, keys);
select stet_record_table(name, '''desk''', '{id}')
  from (values ('users'), ('accounts'), ('api_tokens'), ('settings'), ('ratings'), ('sources')) as t (name);
-- Of no article alone: a claimant whom several claims name, a link between two claims.
select stet_record_table(name, 'null::text', '{id}') from (values ('claimants'), ('claim_links')) as t (name);
select stet_record_table('captures', '''desk''', '{id}');

-- ---- what was there before ----
-- The records of before are taken down as they now stand: from here on a change of them without an event is found. And the
-- articles that there are, so that one whose chain is gone leaves a trace. On a new desk this is where its history begins.
do $$
declare
  kept record_tables%rowtype;
  chain_id text;
begin
  for kept in select * from record_tables order by name loop
    execute format('insert into unrecorded (chain, table_name, keys) select coalesce(%s, ''desk''), %L, array_agg(%s) from %I r group by 1',
      kept.home, kept.name, stet_record_key(kept.keys), kept.name);
  end loop;
  for chain_id in select distinct chain from unrecorded where chain <> 'desk' order by chain loop
    perform stet_append_event(chain_id, null, 'machine', 'article.recordsKnown', 'article', chain_id, '{}');
  end loop;
  perform stet_append_event('desk', null, 'machine', 'desk.recordsKnown', 'desk', 'desk',
    (select jsonb_build_object('articles', coalesce(jsonb_agg(id order by id), '[]'))::text from articles));
end $$;
