-- ---- what was withdrawn stays so, whatever is published in its place ----
-- AlterTable
ALTER TABLE "publications" ADD COLUMN     "withdrawn_through" INTEGER;
