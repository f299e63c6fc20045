-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "look_up_keys" TEXT[];

-- CreateIndex
CREATE INDEX "claims_look_up_keys_idx" ON "claims" USING GIN ("look_up_keys");
