-- ---- comments on a piece of evidence and on a stretch of the text ----
-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "evidence_id" UUID;

-- CreateTable
CREATE TABLE "comment_anchors" (
    "comment_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "state" "anchor_state" NOT NULL DEFAULT 'unchanged',

    CONSTRAINT "comment_anchors_pkey" PRIMARY KEY ("comment_id","revision_id")
);

-- CreateIndex
CREATE INDEX "comment_anchors_revision_id_idx" ON "comment_anchors"("revision_id");

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_anchors" ADD CONSTRAINT "comment_anchors_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_anchors" ADD CONSTRAINT "comment_anchors_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

create trigger append_only before update or delete on comment_anchors for each row execute function stet_append_only();
create trigger no_truncate before truncate on comment_anchors for each statement execute function stet_append_only();
select stet_record_table('comment_anchors', '(select k.article_id::text from comments k where k.id = r.comment_id)', '{comment_id,revision_id}');

-- `comments.evidence_id` holds null in every row of before: digests of before hold.
alter table comments add constraint comments_on_evidence_of_claim check (evidence_id is null or claim_id is not null);
alter table comment_anchors add constraint comment_anchors_are_stretches check (
  (start is null) = ("end" is null) and (start is null) = (state = 'lost') and (start is null or start >= 0 and start < "end"));
