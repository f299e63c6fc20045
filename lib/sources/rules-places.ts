/** Where stretches of a document stand, for whoever shows them. */
export { locatorOf, touchedBy } from '#lib/ingest/read/places.ts';
