-- New keys go straight into the index. Kept on its list of things still to be put in, every look-up would read that list
-- to its end, and the planner would sooner read the whole table: bringing a heap of articles in looks up after each.
ALTER INDEX "claims_look_up_keys_idx" SET (fastupdate = off);
SELECT gin_clean_pending_list('claims_look_up_keys_idx');
