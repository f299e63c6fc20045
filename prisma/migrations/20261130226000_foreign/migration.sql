-- ---- what other desks and archives have checked ----
-- Brought in from a file, and the desk's own in nothing: neither a claim of an article of its own nor a verdict of a person here.

-- CreateTable
CREATE TABLE "foreign_files" (
    "id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "desk" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "origin_id" TEXT,
    "sequence" INTEGER,
    "head" TEXT,
    "claims" INTEGER NOT NULL,
    "left_out" INTEGER NOT NULL DEFAULT 0,
    "brought_by_id" UUID,
    "brought_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "set_aside_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "foreign_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "foreign_claims" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "rating" TEXT,
    "link" TEXT,
    "checked_on" DATE,
    "said_by" TEXT,
    "said_on" DATE,
    "match" JSONB NOT NULL,
    "said" JSONB NOT NULL,
    "look_up_keys" TEXT[],

    CONSTRAINT "foreign_claims_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "foreign_files_sha256_key" ON "foreign_files"("sha256");

-- CreateIndex
CREATE INDEX "foreign_files_origin_id_idx" ON "foreign_files"("origin_id");

-- CreateIndex
CREATE UNIQUE INDEX "foreign_claims_file_id_number_key" ON "foreign_claims"("file_id", "number");

-- CreateIndex
CREATE INDEX "foreign_claims_look_up_keys_idx" ON "foreign_claims" USING GIN ("look_up_keys");

-- AddForeignKey
ALTER TABLE "foreign_files" ADD CONSTRAINT "foreign_files_brought_by_id_fkey" FOREIGN KEY ("brought_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "foreign_claims" ADD CONSTRAINT "foreign_claims_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "foreign_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only of an article is there a history, and the file's bytes, under their own hash, are kept: it goes out again as it came.
alter table foreign_files add constraint foreign_files_format check (format in ('article', 'claim-review', 'csv'));
alter table foreign_files add constraint foreign_files_article_has_history check (
  (format = 'article') = (origin_id is not null) and (origin_id is null) = (sequence is null) and (origin_id is null) = (head is null));
create trigger append_only before update or delete on foreign_claims for each row execute function stet_append_only();
create trigger no_truncate before truncate on foreign_claims for each statement execute function stet_append_only();
select stet_record_table(name, '''desk''', '{id}') from (values ('foreign_files'), ('foreign_claims')) as t (name);

-- Bytes go when neither a capture nor an article of another desk needs them any more, and never change. They may move, which the role that works
-- has no right to, and those elsewhere are marked as erased when nothing needs them.
create or replace function stet_unused_only() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  is_used boolean := exists (select from captures c where c.sha256 = old.sha256 and c.erased_at is null)
    or exists (select from foreign_files f where f.sha256 = old.sha256 and f.format = 'article');
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
  raise exception 'bytes that something stands on are left alone' using errcode = 'ST001';
end $$;
