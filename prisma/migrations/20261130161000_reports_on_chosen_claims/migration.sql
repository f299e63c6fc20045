-- ---- reports on chosen claims ----
-- How many claims were chosen; null of a report on the whole article.
ALTER TABLE "reports" ADD COLUMN     "chosen" INTEGER;

-- A part takes no report's place, and corrects none.
alter table reports add constraint reports_part_check check (chosen is null or (chosen > 0 and supersedes_id is null and correction_note is null));
