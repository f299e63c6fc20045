import type { Json } from '#lib/platform/canonical.ts';

/** A change of one field, both sides as a person would read them. */
export type Change = { readonly before: Json; readonly after: Json };
export type Changes = Readonly<Record<string, Change>>;
