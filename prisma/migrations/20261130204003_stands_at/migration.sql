-- ---- where evidence's words stand, where its locator says otherwise ----
-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "stands_at" TEXT;
