-- ---- readings ----
-- What one version of the engine made of one revision stands in a record of its own: a revision refuses updates, and a newer
-- engine may read the same text otherwise.

-- AlterTable
ALTER TABLE "revisions" ALTER COLUMN "blocks" DROP NOT NULL,
ALTER COLUMN "sentences" DROP NOT NULL,
ALTER COLUMN "engine_version" DROP NOT NULL;

-- CreateTable
CREATE TABLE "readings" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "engine_version" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "sentences" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "readings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "readings_revision_id_number_key" ON "readings"("revision_id", "number");

-- AddForeignKey
ALTER TABLE "readings" ADD CONSTRAINT "readings_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table readings add constraint readings_number_is_positive check (number > 0);
create trigger append_only before update or delete on readings for each row execute function stet_append_only();
create trigger no_truncate before truncate on readings for each statement execute function stet_append_only();
select stet_record_table('readings', '(select v.article_id::text from revisions v where v.id = r.revision_id)', '{id}');

-- ---- what there was before ----
-- The first reading of every revision is what its row holds, made when the text came in. The row keeps it too: events have
-- taken a digest of it.
insert into readings (id, revision_id, number, engine_version, blocks, sentences, created_at)
  select id, id, 1, engine_version, blocks, sentences, created_at from revisions;
do $$
declare
  chain_id text;
begin
  for chain_id in select distinct chain from unrecorded order by chain loop
    perform stet_append_event(chain_id, null, 'machine', 'article.readingsKept', 'article', chain_id, '{}');
  end loop;
end $$;
