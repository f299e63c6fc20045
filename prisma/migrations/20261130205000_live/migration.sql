-- What somebody who was away has missed is looked for by time.
CREATE INDEX "events_at_idx" ON "events"("at");
