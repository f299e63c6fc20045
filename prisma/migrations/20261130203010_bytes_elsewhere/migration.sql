-- ---- bytes that are kept elsewhere ----
-- Bytes that are null are in a storage outside, under the same hash. AlterTable
ALTER TABLE "blobs" ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ALTER COLUMN "bytes" DROP NOT NULL;

-- What is here is deleted where it is erased; what is elsewhere is marked, until it is gone from there.
alter table blobs add constraint blobs_erased_are_elsewhere check (erased_at is null or bytes is null);

-- Bytes go when no capture needs them any more, and never change. They may move, which the role that works has no right to, and those elsewhere
-- are marked as erased when no capture needs them.
create or replace function stet_unused_only() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  is_used boolean := exists (select from captures c where c.sha256 = old.sha256 and c.erased_at is null);
begin
  if tg_op = 'DELETE' and not is_used then
    return old;
  end if;
  if tg_op = 'UPDATE' and new.sha256 = old.sha256 and new.size = old.size and new.created_at = old.created_at then
    if new.erased_at is not distinct from old.erased_at and (new.bytes is null) <> (old.bytes is null) then
      return new;
    end if;
    if new.bytes is null and old.bytes is null and (new.erased_at is null or not is_used) then
      return new;
    end if;
  end if;
  raise exception 'bytes that a capture stands on are left alone' using errcode = 'ST001';
end $$;
