import { fold } from '#lib/anchor/fold.ts';
import type { CslItem } from '#lib/ingest/citations/types.ts';
import { sayingOf } from '#lib/platform/issues.ts';
import type { Saying } from '#lib/platform/result.ts';
import { fromCsl } from './rules-citations.ts';
import { linkKeyOf } from './rules-link-key.ts';
import { type SourceFields, sourceFields } from './schema.ts';

/** What becomes of one reference of a file: a new source, one that is there, or none, and then why not. */
export type ImportRow = { readonly title: string } & (
  | { readonly state: 'new' | 'known'; readonly fields: SourceFields; readonly why: null }
  | { readonly state: 'refused'; readonly fields: null; readonly why: Saying | null }
);

/** By what a source is found to be there. */
export type Alike = {
  readonly title: string;
  readonly kind: string;
  readonly publishedOn: string | null;
  readonly linkKey: string | null;
  readonly doi: string | null;
  readonly isbn: string | null;
};

const keysOf = ({ title, kind, publishedOn, linkKey, doi, isbn }: Alike): string[] => {
  const keys = [
    ...(linkKey ? [`link ${linkKey}`] : []),
    ...(doi ? [`doi ${doi}`] : []),
    ...(isbn ? [`isbn ${isbn}`] : []),
  ];
  // Only what has nothing else to be known by is known by what it is called.
  return keys.length > 0 ? keys : [`title ${fold(title).toLowerCase()} ${kind} ${publishedOn ?? ''}`];
};

const asAlike = (fields: SourceFields): Alike => ({
  ...fields,
  linkKey: linkKeyOf(fields.link),
  doi: fields.doi ?? null,
  isbn: fields.isbn ?? null,
});

/** The references of a file in their order, held against the sources that are there and against those before them. */
export function importRows(items: readonly CslItem[], there: readonly Alike[] = []): ImportRow[] {
  const known = new Set(there.flatMap(keysOf));
  return items.map((item): ImportRow => {
    const draft = fromCsl(item);
    const parsed = sourceFields.safeParse(draft);
    const title = draft.title.slice(0, 500);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return { state: 'refused', title, fields: null, why: issue ? sayingOf(issue) : null };
    }
    const keys = keysOf(asAlike(parsed.data));
    const state = keys.some((key) => known.has(key)) ? 'known' : 'new';
    for (const key of keys) known.add(key);
    return { state, title, fields: parsed.data, why: null };
  });
}
