-- ---- sources that are named only to those who may know them ----
-- AlterTable
ALTER TABLE "sources" ADD COLUMN     "confidential_at" TIMESTAMPTZ(3),
ADD COLUMN     "confidential_reason" TEXT,
ADD COLUMN     "confidential_to" UUID[],
ADD COLUMN     "handler_id" UUID,
ADD COLUMN     "mask_salt" TEXT;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_handler_id_fkey" FOREIGN KEY ("handler_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One whose handler is not among those who may know it, or that can be guessed by its hash, is none. The new columns hold null in every row of before.
alter table sources add constraint sources_confidential_to_somebody check (
  case when confidential_at is null then handler_id is null and confidential_reason is null and coalesce(cardinality(confidential_to), 0) = 0
    else handler_id is not null and handler_id = any(confidential_to) and confidential_reason is not null and mask_salt is not null end);
