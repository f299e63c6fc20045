-- ---- who has opened what evidence stands on ----
-- CreateTable
CREATE TABLE "openings" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "capture_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "openings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "openings_source_id_idx" ON "openings"("source_id");

-- CreateIndex
CREATE INDEX "openings_capture_id_idx" ON "openings"("capture_id");

-- AddForeignKey
ALTER TABLE "openings" ADD CONSTRAINT "openings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "openings" ADD CONSTRAINT "openings_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "openings" ADD CONSTRAINT "openings_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "captures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Once for each person and capture, and once for each person and source of which nothing is kept.
create unique index openings_once on openings (user_id, capture_id) where capture_id is not null;
create unique index openings_seen_once on openings (user_id, source_id) where capture_id is null;
create trigger append_only before update or delete on openings for each row execute function stet_append_only();
create trigger no_truncate before truncate on openings for each statement execute function stet_append_only();
select stet_record_table('openings', '''desk''', '{id}');
