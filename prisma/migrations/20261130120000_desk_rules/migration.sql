-- ---- what the desk asks of evidence ----
-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "misdeed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "sign_offs" ADD COLUMN     "unmet" JSONB;

-- AlterTable
ALTER TABLE "verdicts" ADD COLUMN     "unmet" JSONB;

-- Digests of before hold: no claim was flagged then.
update record_tables set absent = absent || '{"misdeed": false}' where name = 'claims';
