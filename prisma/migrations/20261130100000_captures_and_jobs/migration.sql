-- ---- captures of sources, and work in the background ----
-- The table of captures had no writer until now: it is made anew in its place.

-- CreateEnum
CREATE TYPE "check_outcome" AS ENUM ('same', 'changed', 'gone');

-- CreateEnum
CREATE TYPE "quote_check" AS ENUM ('exact', 'broken', 'close', 'not_found');

-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- DropIndex
DROP INDEX "captures_source_id_idx";

-- AlterTable
ALTER TABLE "captures" DROP COLUMN "bytes",
ADD COLUMN     "asked_for" TEXT,
ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "erased_by_id" UUID,
ADD COLUMN     "erased_reason" TEXT,
ADD COLUMN     "file_name" TEXT,
ADD COLUMN     "headers" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "number" INTEGER NOT NULL,
ADD COLUMN     "size" INTEGER NOT NULL;

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "capture_end" INTEGER,
ADD COLUMN     "capture_id" UUID,
ADD COLUMN     "capture_start" INTEGER,
ADD COLUMN     "changed_check_id" UUID,
ADD COLUMN     "quote_check" "quote_check";

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "recheck_days" INTEGER;

-- CreateTable
CREATE TABLE "blobs" (
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blobs_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "capture_readings" (
    "id" UUID NOT NULL,
    "capture_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reader_version" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "places" JSONB,
    "view" JSONB,
    "details" JSONB,
    "more" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "capture_readings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capture_checks" (
    "id" UUID NOT NULL,
    "capture_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "outcome" "check_outcome" NOT NULL,
    "next_capture_id" UUID,
    "detail" JSONB NOT NULL,

    CONSTRAINT "capture_checks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jobs" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "for_id" UUID,
    "article_id" UUID,
    "source_id" UUID,
    "capture_id" UUID,
    "input" JSONB NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'queued',
    "only_key" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "step" TEXT,
    "done_parts" INTEGER,
    "all_parts" INTEGER,
    "error" JSONB,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "cancel_asked_at" TIMESTAMPTZ(3),

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workers" (
    "id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "capture_readings_capture_id_number_key" ON "capture_readings"("capture_id", "number");

-- CreateIndex
CREATE INDEX "capture_checks_capture_id_idx" ON "capture_checks"("capture_id");

-- CreateIndex
CREATE INDEX "capture_checks_next_capture_id_idx" ON "capture_checks"("next_capture_id");

-- CreateIndex
CREATE INDEX "jobs_state_created_at_idx" ON "jobs"("state", "created_at");

-- CreateIndex
CREATE INDEX "jobs_for_id_idx" ON "jobs"("for_id");

-- CreateIndex
CREATE INDEX "jobs_article_id_idx" ON "jobs"("article_id");

-- CreateIndex
CREATE INDEX "jobs_source_id_idx" ON "jobs"("source_id");

-- CreateIndex
CREATE INDEX "jobs_capture_id_idx" ON "jobs"("capture_id");

-- CreateIndex
CREATE INDEX "captures_sha256_idx" ON "captures"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "captures_source_id_number_key" ON "captures"("source_id", "number");

-- CreateIndex
CREATE INDEX "evidence_capture_id_idx" ON "evidence"("capture_id");

-- CreateIndex
CREATE INDEX "evidence_changed_check_id_idx" ON "evidence"("changed_check_id");

-- AddForeignKey
ALTER TABLE "captures" ADD CONSTRAINT "captures_erased_by_id_fkey" FOREIGN KEY ("erased_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture_readings" ADD CONSTRAINT "capture_readings_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "captures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture_checks" ADD CONSTRAINT "capture_checks_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "captures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture_checks" ADD CONSTRAINT "capture_checks_next_capture_id_fkey" FOREIGN KEY ("next_capture_id") REFERENCES "captures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture_checks" ADD CONSTRAINT "capture_checks_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "captures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_changed_check_id_fkey" FOREIGN KEY ("changed_check_id") REFERENCES "capture_checks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_for_id_fkey" FOREIGN KEY ("for_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "captures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---- checks ----
-- Bytes cannot stand under another hash than their own, whoever writes them.
alter table blobs add constraint blobs_stand_under_their_hash check (sha256 = encode(sha256(bytes), 'hex') and size = length(bytes));
alter table captures add constraint captures_number_is_positive check (number > 0);
alter table captures add constraint captures_sha256_form check (sha256 ~ '^[0-9a-f]{64}$');
alter table captures add constraint captures_come_from_somewhere check ((asked_for is null) = (taken_from is null));
alter table captures add constraint captures_erasure_is_whole check ((erased_at is null) = (erased_reason is null));
alter table capture_readings add constraint capture_readings_number_is_positive check (number > 0);
alter table capture_readings add constraint capture_readings_are_whole_or_erased check (
  (erased_at is null) = (text is not null) and (erased_at is null) = (places is not null) and (erased_at is null) = (view is not null)
  and (erased_at is null) = (details is not null) and (erased_at is null) = (more is not null));
alter table evidence add constraint evidence_capture_place check (
  (capture_start is null) = (capture_end is null) and (capture_start is null or capture_id is not null)
  and (capture_start is null or (capture_start >= 0 and capture_start < capture_end)));
alter table settings add constraint settings_recheck_days check (recheck_days between 1 and 3650);
alter table jobs add constraint jobs_ended_says_when check ((state in ('queued', 'running')) = (ended_at is null));
create unique index jobs_one_of_a_key on jobs (only_key) where state in ('queued', 'running');

-- ---- append-only tables ----
drop trigger append_only on captures;
create trigger append_only before update or delete on captures for each row
  execute function stet_append_only('erased_at', 'erased_by_id', 'erased_reason');
create trigger append_only before update or delete on capture_checks for each row execute function stet_append_only();
create trigger no_truncate before truncate on capture_checks for each statement execute function stet_append_only();
create trigger no_truncate before truncate on capture_readings for each statement execute function stet_append_only();
create trigger no_truncate before truncate on blobs for each statement execute function stet_append_only();

-- What was read of a capture may be erased, whole and for good, with its capture; nothing else of it changes.
create function stet_erase_reading_only() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.erased_at is null and new.erased_at is not null and new.text is null and new.places is null
    and new.view is null and new.details is null and new.more is null
    and to_jsonb(new) - '{erased_at,text,places,view,details,more}'::text[]
      = to_jsonb(old) - '{erased_at,text,places,view,details,more}'::text[]
    and exists (select from captures c where c.id = old.capture_id and c.erased_at is not null) then
    return new;
  end if;
  raise exception 'what was read of a capture is erased with it or left alone' using errcode = 'ST001';
end $$;
create trigger erase_only before update or delete on capture_readings for each row execute function stet_erase_reading_only();

-- Bytes go when no capture needs them any more, and never change.
create function stet_unused_only() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' and not exists (select from captures c where c.sha256 = old.sha256 and c.erased_at is null) then
    return old;
  end if;
  raise exception 'bytes that a capture stands on are left alone' using errcode = 'ST001';
end $$;
create trigger unused_only before update or delete on blobs for each row execute function stet_unused_only();

select stet_record_table(name, '''desk''', '{id}') from (values ('capture_readings'), ('capture_checks')) as t (name);
