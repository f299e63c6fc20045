-- ---- questions to somebody, and comments that are edited ----
-- CreateEnum
CREATE TYPE "query_addressee" AS ENUM ('writer', 'expert', 'source', 'party', 'colleague');

-- CreateEnum
CREATE TYPE "query_outcome" AS ENUM ('answered', 'unanswered', 'dropped');

-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "addressee" "query_addressee",
ADD COLUMN     "answer" TEXT,
ADD COLUMN     "asked_how" TEXT,
ADD COLUMN     "asked_whom" TEXT,
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "holds" "query_rule",
ADD COLUMN     "outcome" "query_outcome";

-- Only a question is put to somebody, and only a closed one has an outcome.
alter table comments add constraint comments_asked check (
  kind = 'query' or (addressee is null and asked_whom is null and asked_how is null and due_at is null and holds is null and outcome is null));
alter table comments add constraint comments_outcome check (
  (outcome is null or resolved_at is not null) and (answer is null or outcome = 'answered'));

-- Whom a comment speaks to finds it by this.
create index comments_mentions on comments using gin (mentions) where withdrawn_at is null;
