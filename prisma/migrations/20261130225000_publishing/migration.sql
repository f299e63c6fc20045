-- ---- reports for the public, and secret links to them ----
-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "public_address" TEXT,
ADD COLUMN     "public_contact" TEXT,
ADD COLUMN     "public_method" TEXT,
ADD COLUMN     "publishing" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "named_publicly" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "publications" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_note" TEXT,
    "declined" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "publications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_reports" (
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "public_at" TIMESTAMPTZ(3) NOT NULL,
    "headline" TEXT NOT NULL,
    "outlet" TEXT,
    "correction" TEXT,
    "words" TEXT NOT NULL,
    "ratings" TEXT[],
    "findings" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "published_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_links" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "opened" INTEGER NOT NULL DEFAULT 0,
    "last_opened_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_links_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "publications_article_id_key" ON "publications"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "publications_slug_key" ON "publications"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "published_reports_report_id_key" ON "published_reports"("report_id");

-- CreateIndex
CREATE INDEX "published_reports_public_at_idx" ON "published_reports"("public_at");

-- CreateIndex
CREATE UNIQUE INDEX "published_reports_publication_id_number_key" ON "published_reports"("publication_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "report_links_token_hash_key" ON "report_links"("token_hash");

-- CreateIndex
CREATE INDEX "report_links_report_id_idx" ON "report_links"("report_id");

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_links" ADD CONSTRAINT "report_links_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_links" ADD CONSTRAINT "report_links_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---- what the public may read ----
alter table publications add constraint publications_slug check (slug ~ '^[a-z0-9_]+(-[a-z0-9_]+)*$');
alter table publications add constraint publications_withdrawn check (
  (withdrawn_at is null) = (withdrawn_note is null) and (withdrawn_at is null) = (withdrawn_by_id is null));
alter table report_links add constraint report_links_token check (token_hash ~ '^[0-9a-f]{64}$');

-- What goes to the public is spoken of on the article's own chain. How often a link was opened is counted, and is nobody's deed.
select stet_record_table('publications', 'r.article_id::text', '{id}');
select stet_record_table('published_reports', '(select p.article_id::text from publications p where p.id = r.publication_id)', '{id}');
select stet_record_table('report_links', '(select x.article_id::text from reports x where x.id = r.report_id)', '{id}', '{opened,last_opened_at}');

-- Digests of before hold: nothing was published then, and nobody had agreed to be named.
update record_tables set absent = absent || '{"publishing": false}' where name = 'settings';
update record_tables set absent = absent || '{"named_publicly": false}' where name = 'users';
