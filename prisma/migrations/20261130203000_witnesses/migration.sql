-- ---- others who bear witness to a capture: a time-stamp authority, the Internet Archive ----
-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "archive_captures" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "stamp_captures" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "capture_stamps" (
    "id" UUID NOT NULL,
    "capture_id" UUID NOT NULL,
    "token" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "capture_stamps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capture_archives" (
    "id" UUID NOT NULL,
    "capture_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "capture_archives_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "capture_stamps_capture_id_key" ON "capture_stamps"("capture_id");

-- CreateIndex
CREATE UNIQUE INDEX "capture_archives_capture_id_key" ON "capture_archives"("capture_id");

-- AddForeignKey
ALTER TABLE "capture_stamps" ADD CONSTRAINT "capture_stamps_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "captures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture_archives" ADD CONSTRAINT "capture_archives_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "captures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

create trigger append_only before update or delete on capture_stamps for each row execute function stet_append_only();
create trigger no_truncate before truncate on capture_stamps for each statement execute function stet_append_only();
create trigger append_only before update or delete on capture_archives for each row execute function stet_append_only();
create trigger no_truncate before truncate on capture_archives for each statement execute function stet_append_only();

select stet_record_table(name, '''desk''', '{id}') from (values ('capture_stamps'), ('capture_archives')) as t (name);

-- Digests of before hold: nobody was asked to bear witness then.
update record_tables set absent = absent || '{"archive_captures": false, "stamp_captures": false}' where name = 'settings';
