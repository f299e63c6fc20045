-- ---- sources are a library ----
-- The same link written otherwise is the same source, which `link_key` finds. It is worked out of `link` by code
-- (lib/sources/rules-links.ts), so that no event speaks of it: `stet migrate` and every start fill it in where it is
-- missing or of an older rule (lib/sources/mutations-links.ts), and `stet verify` works it out again.
-- The index on the link itself served no search, and refused a link of many letters that are no ASCII.

-- AlterEnum
ALTER TYPE "source_kind" ADD VALUE 'report';

-- DropIndex
DROP INDEX "sources_link_idx";

-- AlterTable
ALTER TABLE "sources" ADD COLUMN     "accessed_on" DATE,
ADD COLUMN     "archive_link" TEXT,
ADD COLUMN     "doi" TEXT,
ADD COLUMN     "isbn" TEXT,
ADD COLUMN     "link_key" TEXT,
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "origin" TEXT,
ADD COLUMN     "shared" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "updated_on" DATE;

-- CreateIndex
CREATE INDEX "sources_link_key_idx" ON "sources"("link_key");

-- CreateIndex
CREATE INDEX "sources_doi_idx" ON "sources"("doi");

-- CreateIndex
CREATE INDEX "sources_isbn_idx" ON "sources"("isbn");

-- CreateIndex
CREATE INDEX "sources_merged_into_id_idx" ON "sources"("merged_into_id");

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table sources
  add constraint sources_not_merged_into_itself check (merged_into_id <> id),
  -- What was merged is no longer cited or looked for.
  add constraint sources_merged_are_archived check (merged_into_id is null or archived_at is not null);

-- What is new holds null in every row of before, or "not shared".
update record_tables set derived = '{link_key}', absent = '{"shared": false}' where name = 'sources';
