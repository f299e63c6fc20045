-- ---- articles whose text is still to come, feeds, and what they bring ----
-- `articles.read_off` holds null in every row of before: digests of before hold.

-- CreateEnum
CREATE TYPE "inbox_state" AS ENUM ('waiting', 'accepted', 'dismissed', 'passed');

-- AlterTable
ALTER TABLE "articles" ADD COLUMN     "read_off" JSONB;

-- CreateTable
CREATE TABLE "feeds" (
    "id" UUID NOT NULL,
    "link" TEXT NOT NULL,
    "link_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "etag" TEXT,
    "last_modified" TEXT,
    "read_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "error" JSONB,
    "added_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "feeds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_items" (
    "id" UUID NOT NULL,
    "feed_id" UUID,
    "key" TEXT NOT NULL,
    "link" TEXT,
    "link_key" TEXT,
    "title" TEXT NOT NULL,
    "outlet" TEXT,
    "byline" TEXT,
    "published_on" DATE,
    "snippet" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT,
    "file_name" TEXT,
    "file_marks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" "inbox_state" NOT NULL DEFAULT 'waiting',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "article_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_items_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "feeds_next_at_idx" ON "feeds"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_items_link_key_key" ON "inbox_items"("link_key");

-- CreateIndex
CREATE INDEX "inbox_items_state_id_idx" ON "inbox_items"("state", "id");

-- CreateIndex
CREATE INDEX "inbox_items_article_id_idx" ON "inbox_items"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_items_feed_id_key_key" ON "inbox_items"("feed_id", "key");

-- AddForeignKey
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feeds"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---- the inbox ----
-- The folder's files have no feed, and NULLs are all different to a unique key: of them each hash stands once.
create unique index inbox_items_file_once on inbox_items (key) where feed_id is null;
create unique index feeds_read_once on feeds (link_key) where removed_at is null;
alter table feeds add constraint feeds_minutes check (minutes between 15 and 1440);
alter table inbox_items add constraint inbox_items_lead_somewhere check (link is not null or file_name is not null);
alter table inbox_items add constraint inbox_items_decided_says_when check (
  (state in ('accepted', 'dismissed')) = (decided_at is not null) and (state = 'accepted') = (article_id is not null));
