-- ---- in what evidence's words differ from its source's ----
-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "quote_difference" JSONB;
