-- ---- workings: figures of a source, and what is made of them ----
-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "working" JSONB;
