import { done, type Outcome, refused } from '#lib/platform/result.ts';
import { decodeFile } from '../read/decode.ts';
import { type CitationFile, type CslItem, MOST_CITATIONS } from './types.ts';

/*
 * Files of references. CSL-JSON is JSON; BibTeX is read by Citation.js, which is told that it is BibTeX: left to guess, it
 * would take a text for an address and fetch it.
 */

/** Fields of CSL that Stet has a place for; the last ones only name the item in its file. */
const CSL_FIELDS = new Set([
  'type',
  'title',
  'author',
  'editor',
  'publisher',
  'container-title',
  'URL',
  'DOI',
  'ISBN',
  'issued',
  'accessed',
  'note',
  'keyword',
  'id',
  'citation-key',
]);
/** The same of BibTeX and BibLaTeX. */
const BIBTEX_FIELDS = new Set([
  ...['title', 'subtitle', 'author', 'editor', 'publisher', 'organization', 'institution', 'school', 'journal'],
  ...['journaltitle', 'booktitle', 'howpublished', 'date', 'year', 'month', 'day', 'url', 'urldate', 'doi', 'isbn'],
  ...['note', 'keywords'],
]);

/** The references in a file's bytes, of either format. Nothing is fetched. */
export async function readCitations(bytes: Uint8Array): Promise<Outcome<CitationFile>> {
  const plain = decodeFile(bytes);
  if (!plain.ok) return plain;
  const text = plain.value.trim();
  const file = /^[[{]/.test(text) ? readCsl(text) : await readBibtex(text);
  if (!file.ok) return file;
  const count = file.value.items.length;
  if (count === 0) return refused('invalid', 'citations-none', { field: 'file' });
  if (count > MOST_CITATIONS)
    return refused('too-large', 'citations-too-many', { field: 'file', values: { count, most: MOST_CITATIONS } });
  return file;
}

const isItem = (value: unknown): value is CslItem =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readCsl(text: string): Outcome<CitationFile> {
  const json = parsed(text);
  const items = Array.isArray(json) ? json : isItem(json) && Array.isArray(json.items) ? json.items : [json];
  if (json === undefined || !items.every(isItem)) return refused('invalid', 'citations-not-csl', { field: 'file' });
  return done({ format: 'csl', items, left: leftOf(items, CSL_FIELDS) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type BibtexEntry = { readonly properties: Readonly<Record<string, string>> };

async function readBibtex(text: string): Promise<Outcome<CitationFile>> {
  if (!/@\w+\s*[{(]/.test(text)) return refused('invalid', 'citations-unknown', { field: 'file' });
  // A good part of a second: only whoever brings BibTeX waits for it.
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  try {
    const entries: readonly BibtexEntry[] = plugins.input.chainLink(text, asA('@biblatex/text'));
    const items = plugins.input.chain(entries, asA('@biblatex/entries+list'));
    return done({
      format: 'bibtex',
      items: items.map((item, i) => withVerbatim(item, entries[i])),
      left: leftOf(
        entries.map(({ properties }) => properties),
        BIBTEX_FIELDS,
      ),
    });
  } catch (error) {
    // Too deep for the stack, or too long for a string: whoever bounds this says so.
    if (!(error instanceof Error) || error instanceof RangeError) throw error;
    const line = Number(/ line (\d+) /.exec(error.message)?.[1] ?? 1);
    return refused('invalid', 'citations-not-bibtex', { field: 'file', values: { line } });
  }
}

const asA = (forceType: string) => ({
  forceType,
  target: '@csl/list+object',
  maxChainLength: 10,
  generateGraph: false,
  strict: true,
});

/** Addresses and DOIs stand in BibTeX as they are. Citation.js writes every "%" of them a second time, and leaves their escapes. */
function withVerbatim(item: CslItem, entry: BibtexEntry | undefined): CslItem {
  const own = (name: string) => entry?.properties[name]?.replace(/\\([%#&_~$])/g, '$1').trim();
  const [URL, DOI] = [own('url'), own('doi')];
  return { ...item, ...(URL === undefined ? {} : { URL }), ...(DOI === undefined ? {} : { DOI }) };
}

function leftOf(items: readonly CslItem[], known: ReadonlySet<string>): Record<string, number> {
  const left = new Map<string, number>();
  for (const item of items)
    for (const name of Object.keys(item)) {
      const field = name.slice(0, LONGEST_NAME);
      if (!known.has(name) && (left.has(field) || left.size < MOST_NAMED)) left.set(field, (left.get(field) ?? 0) + 1);
    }
  return Object.fromEntries(left);
}
/** Fields that are named at most, and letters of one's name. */
const MOST_NAMED = 50;
const LONGEST_NAME = 40;
