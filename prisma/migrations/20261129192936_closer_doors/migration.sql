-- AlterTable
ALTER TABLE "articles" ADD COLUMN     "open_until" TIMESTAMPTZ(3);

-- An article that was made blind after it had been read as another: from the day that its history tells.
UPDATE "articles" SET "open_until" = (
  SELECT max(e."at") FROM "events" e WHERE e."chain" = "articles"."id"::text AND e."action" = 'article.mode')
WHERE "mode" = 'blind';

-- A claimant is shared by all articles: an id that begins with a time told whoever reads one of them when another, perhaps
-- not theirs to see, first named somebody.
UPDATE "claimants" SET "id" = gen_random_uuid();
