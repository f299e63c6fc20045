/** Where stretches of a document stand, for whoever shows them. */
export { clock, locatorOf, touchedBy } from '#lib/ingest/read/places.ts';
