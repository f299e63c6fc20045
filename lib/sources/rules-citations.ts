import type { CslItem } from '#lib/ingest/citations/types.ts';
import { canonicalText } from '#lib/platform/canonical.ts';
import { isDay } from '#lib/platform/days.ts';
import { doiIn, isbnIn, typedLink } from './rules-identifiers.ts';
import { SOURCE_KINDS, SOURCE_TIERS, type SourceDTO, type SourceKind } from './types.ts';

/*
 * Sources as references of CSL, and back. What CSL has no field for stands in its keywords, which every program keeps:
 * "stet:tier=primary". Pure.
 */

const CSL_TYPES: Readonly<Record<SourceKind, string>> = {
  document: 'document',
  report: 'report',
  dataset: 'dataset',
  recording: 'broadcast',
  person: 'interview',
  page: 'webpage',
};

/** A source as a reference. */
export function toCsl(source: SourceDTO): CslItem {
  return {
    id: source.id,
    type: CSL_TYPES[source.kind],
    title: source.title,
    ...(source.author && { author: [{ literal: source.author }] }),
    ...(source.publisher && { publisher: source.publisher }),
    ...(source.publishedOn && { issued: dateParts(source.publishedOn) }),
    ...(source.accessedOn && { accessed: dateParts(source.accessedOn) }),
    ...(source.link && { URL: source.link }),
    ...(source.doi && { DOI: source.doi }),
    ...(source.isbn && { ISBN: source.isbn }),
    ...(source.note && { note: source.note }),
    keyword: Object.entries(ownOf(source))
      .flatMap(([name, value]) => (value === null ? [] : [`stet:${name}=${encodeURIComponent(value)}`]))
      .join(', '),
  };
}

const ownOf = ({ kind, tier, origin, archiveLink, updatedOn }: SourceDTO) => ({
  kind,
  tier,
  origin,
  archive: archiveLink,
  updated: updatedOn,
});

const dateParts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });

/** What a reference says of a source, in the form in which people type it; whoever takes it in checks it. */
export type SourceDraft = Omit<SourceDTO, 'id' | 'version' | 'confidential'>;

/** A reference as a source. What cannot be one (a DOI that is none, a day without a month) is left out, or told in the note. */
export function fromCsl(item: CslItem): SourceDraft {
  const own = ownIn(words(item.keyword));
  const type = words(item.type) ?? '';
  const issued = dayIn(item.issued);
  const note = [words(item.note), issued.rest && `Published ${issued.rest}`].filter(Boolean).join('\n');
  return {
    title: words(item.title) ?? '',
    kind: oneOf(SOURCE_KINDS, own.kind) ?? kindOf(type),
    tier: oneOf(SOURCE_TIERS, own.tier) ?? (PRIMARY.has(type) ? 'primary' : 'secondary'),
    publisher: words(item.publisher) ?? words(item['container-title']),
    author: namesIn(item.author) ?? namesIn(item.editor),
    link: typedLink(words(item.URL) ?? ''),
    publishedOn: issued.day,
    note: note || null,
    doi: doiIn(words(item.DOI) ?? ''),
    isbn: isbnIn(words(item.ISBN) ?? ''),
    archiveLink: typedLink(own.archive ?? ''),
    updatedOn: own.updated ?? null,
    accessedOn: dayIn(item.accessed).day,
    origin: own.origin ?? null,
  };
}

const oneOf = <T extends string>(all: readonly T[], value: string | undefined): T | undefined =>
  all.find((one) => one === value);

/** Beyond this nothing of a field is looked at; how long it may be its schema says. */
const LONGEST = 10_000;

/** The words of a field, without what sets them in italics or above the line. */
function words(value: unknown): string | null {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  const plain = text.slice(0, LONGEST).replace(/<\/?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?>/g, '');
  return canonicalText(plain).trim() || null;
}

const KINDS: Readonly<Record<string, SourceKind>> = {
  dataset: 'dataset',
  report: 'report',
  webpage: 'page',
  post: 'page',
  'post-weblog': 'page',
  broadcast: 'recording',
  motion_picture: 'recording',
  song: 'recording',
  speech: 'recording',
  performance: 'recording',
  interview: 'person',
  personal_communication: 'person',
};
const kindOf = (type: string): SourceKind => (Object.hasOwn(KINDS, type) ? KINDS[type] : undefined) ?? 'document';

/** What is the thing itself, and does not tell of it. */
const PRIMARY = new Set([
  ...['dataset', 'interview', 'personal_communication', 'speech', 'hearing', 'legislation', 'bill', 'regulation'],
  ...['legal_case', 'treaty', 'patent', 'standard', 'manuscript'],
]);

function namesIn(value: unknown): string | null {
  if (!Array.isArray(value)) return null;
  const names = value.slice(0, 50).flatMap((name: unknown) => {
    if (typeof name !== 'object' || name === null) return words(name) ?? [];
    const part = (key: string) => words(Object.entries(name).find(([own]) => own === key)?.[1]);
    return (
      part('literal') ??
      (['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix']
        .flatMap((key) => part(key) ?? [])
        .join(' ') ||
        [])
    );
  });
  return names.join(', ') || null;
}

/** A day as YYYY-MM-DD; of a date that names none, what it does name. */
function dayIn(value: unknown): { readonly day: string | null; readonly rest: string | null } {
  const none = { day: null, rest: null };
  if (typeof value !== 'object' || value === null) return none;
  if ('date-parts' in value && Array.isArray(value['date-parts'])) {
    const first: unknown = value['date-parts'][0];
    const parts = Array.isArray(first) ? first.slice(0, 3).map(Number) : [];
    if (parts.length === 0 || !parts.every((part) => Number.isInteger(part) && part > 0 && part < 10_000)) return none;
    const date = parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
    return isDay(date) ? { day: date, rest: null } : { day: null, rest: date };
  }
  const said = words(('raw' in value && value.raw) || ('literal' in value && value.literal) || null);
  const day = said?.slice(0, 10) ?? '';
  return isDay(day) ? { day, rest: null } : { day: null, rest: said?.slice(0, 100) ?? null };
}

/** What Stet has written into the keywords. */
function ownIn(keywords: string | null): Partial<Record<'kind' | 'tier' | 'origin' | 'archive' | 'updated', string>> {
  const own: Record<string, string> = {};
  for (const [, name = '', value = ''] of (keywords ?? '').matchAll(
    /(?:^|[,;])\s*stet:(kind|tier|origin|archive|updated)=([^,;\s]*)/g,
  ))
    own[name] = decoded(value);
  return { ...own, ...(own.updated !== undefined && !isDay(own.updated) ? { updated: undefined } : {}) };
}

function decoded(value: string): string {
  try {
    return canonicalText(decodeURIComponent(value)).trim();
  } catch {
    return '';
  }
}
