-- Where a trigger names no column, "is it one of them" is null, not false: a column that held nothing could be written in
-- tables that are written once as a whole. An event without an actor could be given one, a report another slug.
create or replace function stet_append_only() returns trigger language plpgsql as $$
declare
  before jsonb;
  after jsonb;
  column_name text;
begin
  if tg_op <> 'UPDATE' then
    raise exception 'nothing is removed from %', tg_table_name using errcode = 'ST001';
  end if;
  before := to_jsonb(old);
  after := to_jsonb(new);
  for column_name in select key from jsonb_object_keys(after) as key where after -> key is distinct from before -> key loop
    if not coalesce(column_name = any (tg_argv), false) or before -> column_name <> 'null'::jsonb then
      raise exception '%.% is written once', tg_table_name, column_name using errcode = 'ST001';
    end if;
  end loop;
  return new;
end $$;
