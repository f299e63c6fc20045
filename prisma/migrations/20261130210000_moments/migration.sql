-- ---- instants that can be read ----
-- The years that the fields take (lib/platform/days.ts). Not validated: a row that already holds such an instant could only be set right by an
-- event on its article's chain, which a migration has no person for; without one the row would no longer match its record, and the proof would
-- accuse the desk of it. From now on none can be written.
alter table articles add constraint articles_due_in_years check (
  due_at >= '1000-01-01 00:00:00+00' and due_at < '9999-01-01 00:00:00+00') not valid;
alter table comments add constraint comments_due_in_years check (
  due_at >= '1000-01-01 00:00:00+00' and due_at < '9999-01-01 00:00:00+00') not valid;
