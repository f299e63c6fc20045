-- The role that works in the database may neither write the history by hand nor change what guards it (lib/platform/roles.ts
-- gives it its rights). It appends by this one function, which runs as the owner.
alter function stet_append_event(text, uuid, text, text, text, text, text) security definer;

-- No function of ours may be led to other tables of the same names: the temporary schema, which is otherwise looked in first,
-- comes last. Every later migration that makes a function, or makes one anew, sets this too.
do $$
declare
  function_name text;
begin
  for function_name in
    select p.oid::regprocedure from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = current_schema()::regnamespace and p.proname like 'stet\_%' and l.lanname = 'plpgsql'
  loop
    execute format('alter function %s set search_path = %I, pg_temp', function_name, current_schema());
  end loop;
end $$;
