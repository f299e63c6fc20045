-- ---- writers without an account: what they may open, and what they answer ----
-- CreateTable
CREATE TABLE "guest_links" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,

    CONSTRAINT "guest_links_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "guest_links_token_hash_key" ON "guest_links"("token_hash");

-- CreateIndex
CREATE INDEX "guest_links_article_id_idx" ON "guest_links"("article_id");

-- AddForeignKey
ALTER TABLE "guest_links" ADD CONSTRAINT "guest_links_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_links" ADD CONSTRAINT "guest_links_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_links" ADD CONSTRAINT "guest_links_revoked_by_id_fkey" FOREIGN KEY ("revoked_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "guest_link_id" UUID,
ALTER COLUMN "author_id" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_guest_link_id_fkey" FOREIGN KEY ("guest_link_id") REFERENCES "guest_links"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who they are and until when is written once; so are the opening and the revoking, when they come.
create trigger append_only before update or delete on guest_links for each row
  execute function stet_append_only('opened_at', 'revoked_at', 'revoked_by_id');
create trigger no_truncate before truncate on guest_links for each statement execute function stet_append_only();
select stet_record_table('guest_links', 'r.article_id::text', '{id}');

-- A comment is somebody's: of a person of the desk, or of a guest, who says nothing but answers in a thread.
alter table comments add constraint comments_somebodys check ((author_id is null) = (guest_link_id is not null));
alter table comments add constraint comments_guests_answer check (
  guest_link_id is null or (kind = 'note' and thread_id is not null and verdict_id is null));
alter table guest_links add constraint guest_links_until_in_years check (
  until >= '1000-01-01 00:00:00+00' and until < '9999-01-01 00:00:00+00');
