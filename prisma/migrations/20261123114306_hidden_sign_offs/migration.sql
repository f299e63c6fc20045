-- A verdict that is still hidden is not signed off, even past the code: agreeing with it takes a verdict of one's own,
-- which reveals it first.
create or replace function stet_check_sign_off() returns trigger language plpgsql as $$
declare
  verdict verdicts%rowtype;
  signer users%rowtype;
begin
  select * into verdict from verdicts where id = new.verdict_id for update;
  if verdict.withdrawn_at is not null or verdict.superseded_at is not null then
    raise exception 'the verdict is no longer in force' using errcode = 'ST003';
  end if;
  if verdict.revealed_at is null then
    raise exception 'the verdict is still hidden' using errcode = 'ST006';
  end if;
  if new.basis_digest <> verdict.basis_digest then
    raise exception 'the sign-off saw another basis' using errcode = 'ST004';
  end if;
  if exists (select 1 from verdict_authors a where a.verdict_id = new.verdict_id and a.user_id = new.user_id) then
    raise exception 'nobody signs off their own verdict' using errcode = 'ST002';
  end if;
  select * into signer from users where id = new.user_id for share;
  if signer.disabled_at is not null or signer.role = 'viewer' then
    raise exception 'this person may not sign off' using errcode = 'ST005';
  end if;
  return new;
end $$;
