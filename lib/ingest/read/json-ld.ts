import { elementsOf } from './dom.ts';

const MOST_BYTES = 2_000_000;
const MOST_NODES = 5000;
const DEEPEST = 12;

type Thing = Readonly<Record<string, unknown>>;

/** Kinds of things that are the page's own matter, the surest first; the type of any other thing is passed over. */
const KINDS = [
  /(?:Article|Posting|Report|Review|Recipe|Book|Dataset|Thesis|CreativeWork|Legislation|PressRelease|Statement|GovernmentDocument)$/,
  /^(?:VideoObject|AudioObject|PodcastEpisode|Episode|Movie|Clip|Interview|Event|ClaimReview)$/,
  /WebPage$|^(?:AboutPage|ProfilePage|ItemPage|QAPage)$/,
] as const;

/**
 * What a page says of itself in JSON-LD: headline, author, publisher, datePublished, dateModified, url, inLanguage, isbn, identifier, each in the words
 * that stand there. The article speaks first, the page after it. What cannot be read is passed over.
 */
export function linkedData(document: Document): ReadonlyMap<string, readonly string[]> {
  const things: Thing[] = [];
  let left = MOST_BYTES;
  for (const script of elementsOf(document.documentElement, new Set(['script']), 2000)) {
    if (!/^application\/ld\+json\b/i.test(script.getAttribute('type')?.trim() ?? '')) continue;
    const words = script.textContent ?? '';
    left -= words.length;
    if (left < 0) break;
    gather(parsed(words), things, 0);
  }
  const byId = new Map(things.flatMap((thing) => (typeof thing['@id'] === 'string' ? [[thing['@id'], thing]] : [])));
  const ranked = KINDS.flatMap((kind) => things.filter((thing) => typesOf(thing).some((type) => kind.test(type))));
  const found = new Map<string, readonly string[]>();
  for (const thing of ranked)
    for (const [name, read] of READ) {
      const values = found.has(name) ? [] : read(thing, byId);
      if (values.length > 0) found.set(name, values);
    }
  return found;
}

/** Some sites leave line ends in their strings, or a comment around it all. */
function parsed(words: string): unknown {
  const bare = words
    .trim()
    .replace(/^(?:<!--|\/\/<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)/, '')
    .replace(/(?:-->|\/\/\]\]>|\/\*\]\]>\*\/)$/, '')
    .replace(/;$/, '');
  for (const attempt of [bare, bare.replace(/[\n\r\t]+/g, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}

function gather(value: unknown, into: Thing[], depth: number): void {
  if (depth > DEEPEST || into.length > MOST_NODES || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) gather(item, into, depth + 1);
    return;
  }
  const thing: Thing = { ...value };
  if ('@type' in thing) into.push(thing);
  for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed', 'isPartOf'])
    gather(thing[name], into, depth + 1);
  for (const name of ['author', 'publisher', 'creator'])
    if (isThing(thing[name]) && '@id' in thing[name]) gather(thing[name], into, depth + 1);
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const typesOf = (thing: Thing): string[] =>
  listOf(thing['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^https?:\/\/schema\.org\//, ''));

type ById = ReadonlyMap<unknown, Thing>;
type Read = (thing: Thing, byId: ById) => string[];

/** The names of who or what a property names: plain words, a thing with a name, or a reference to one. */
const names =
  (...properties: readonly string[]): Read =>
  (thing, byId) =>
    properties
      .map((property) => listOf(thing[property]).flatMap((value) => nameOf(value, byId)))
      .find((found) => found.length > 0) ?? [];

function nameOf(value: unknown, byId: ById): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [decoded(value)];
  if (!isThing(value)) return [];
  const whole =
    typeof value.name === 'string' || value['@id'] === undefined ? value : (byId.get(value['@id']) ?? value);
  return listOf(whole.name)
    .filter((name) => typeof name === 'string' && name.trim() !== '')
    .map((name) => decoded(String(name)));
}

const words =
  (...properties: readonly string[]): Read =>
  (thing) =>
    properties
      .map((property) =>
        listOf(thing[property])
          .flatMap((value) => (isThing(value) ? [value['@id'] ?? value.value ?? value.name] : [value]))
          .filter((value) => typeof value === 'string' && value.trim() !== '')
          .map((value) => decoded(String(value))),
      )
      .find((found) => found.length > 0) ?? [];

const READ: readonly (readonly [string, Read])[] = [
  ['headline', words('headline', 'name')],
  ['author', names('author', 'creator')],
  ['publisher', names('publisher', 'sourceOrganization')],
  ['datePublished', words('datePublished', 'dateCreated', 'uploadDate')],
  ['dateModified', words('dateModified')],
  ['url', words('mainEntityOfPage', 'url')],
  ['inLanguage', words('inLanguage')],
  ['isbn', words('isbn')],
  ['identifier', words('identifier', 'sameAs', 'doi')],
];

/** Sites that write HTML's entities into JSON. */
const decoded = (text: string): string =>
  text
    .replace(/&#(\d{1,7});/g, (whole, code) => (Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole))
    .replace(/&(quot|apos|lt|gt|nbsp|amp);/g, (_, name) => ENTITIES[name] ?? '');
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', amp: '&' };
