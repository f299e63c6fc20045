-- ---- what needs somebody ----
-- The new columns of claims hold null in every row of before: digests of before hold.
-- CreateEnum
CREATE TYPE "need_stand" AS ENUM ('read', 'later', 'done');

-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "assigned_at" TIMESTAMPTZ(3),
ADD COLUMN     "assigned_by_id" UUID;

-- CreateTable
CREATE TABLE "need_marks" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stand" "need_stand" NOT NULL,
    "until" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "need_marks_pkey" PRIMARY KEY ("user_id","key")
);

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_assigned_by_id_fkey" FOREIGN KEY ("assigned_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_marks" ADD CONSTRAINT "need_marks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table need_marks add constraint need_marks_put_off_until check ((stand = 'later') = (until is not null));

-- What needs somebody is looked for in the articles at work, by these, however large the archive is.
create index comments_open_threads on comments (article_id)
  where thread_id is null and resolved_at is null and withdrawn_at is null;
create index comments_answered on comments (author_id, resolved_at) where outcome = 'answered';

-- ---- letters about it ----
CREATE TYPE "mail_how" AS ENUM ('each', 'digest');

-- CreateTable
CREATE TABLE "mail_choices" (
    "user_id" UUID NOT NULL,
    "how" "mail_how" NOT NULL,
    "looked_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_choices_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "mailed_needs" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mailed_needs_pkey" PRIMARY KEY ("user_id","key")
);

-- AddForeignKey
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailed_needs" ADD CONSTRAINT "mailed_needs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
