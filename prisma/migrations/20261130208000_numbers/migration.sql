-- ---- numbers about the desk ----
-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "small_counts" BOOLEAN NOT NULL DEFAULT false;

-- Digests of before hold: small counts were not shown then.
update record_tables set absent = absent || '{"small_counts": false}' where name = 'settings';

-- A period is counted by what came in it, whatever else the archive holds.
-- CreateIndex
CREATE INDEX "evidence_created_at_idx" ON "evidence"("created_at");

-- CreateIndex
CREATE INDEX "sign_offs_created_at_idx" ON "sign_offs"("created_at");

-- CreateIndex
CREATE INDEX "verdicts_created_at_idx" ON "verdicts"("created_at");
