-- CreateEnum
CREATE TYPE "polarity" AS ENUM ('positive', 'negative');

-- CreateEnum
CREATE TYPE "factuality" AS ENUM ('asserted', 'possible', 'planned', 'expected', 'conditional', 'denied');

-- AlterTable
ALTER TABLE "claims"
ADD COLUMN "polarity" "polarity" NOT NULL DEFAULT 'positive',
ADD COLUMN "factuality" "factuality" NOT NULL DEFAULT 'asserted';

-- What was known of both is carried over: a plan or a prediction tells more than a hedge. Figures get their place for a vote or a score.
UPDATE "claims" SET
  "polarity" = CASE WHEN "negated" THEN 'negative' ELSE 'positive' END::"polarity",
  "factuality" = CASE
    WHEN "kind" = 'plan' THEN 'planned'
    WHEN "kind" = 'prediction' THEN 'expected'
    WHEN "hedged" THEN 'possible'
    ELSE 'asserted' END::"factuality",
  "figures" = (
    SELECT coalesce(jsonb_agg('{"tally": null}'::jsonb || figure ORDER BY place), '[]')
    FROM jsonb_array_elements("figures") WITH ORDINALITY AS given (figure, place));

ALTER TABLE "claims" DROP COLUMN "negated", DROP COLUMN "hedged";
