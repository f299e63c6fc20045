-- ---- words that came in by a file: whose they are, as the file says ----
-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "answer_from" TEXT,
ADD COLUMN     "came_from" TEXT;

-- A name, or nothing where the file names nobody; only a note comes in so, and only an answer is somebody's answer.
alter table comments add constraint comments_came_from check (
  (came_from is null or kind = 'note' and length(came_from) <= 200)
  and (answer_from is null or answer is not null and length(answer_from) <= 200));
