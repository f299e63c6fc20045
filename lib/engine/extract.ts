/**
 * The engine: an article's text in, its claims out. Pure: the same text and options give the same answer, with no clock, network or file.
 */
import { readText, type TextView } from './01-text.ts';
import { findZones } from './02-zones.ts';
import { type SentenceSpan, splitSentences } from './03-sentences.ts';
import { tokenizeAll } from './04-tokens.ts';
import { findNames } from './05-names.ts';
import { attribute } from './06-attribution.ts';
import { findQuotations } from './06-quotes.ts';
import { quantitiesOf } from './07-quantities.ts';
import { isHeading, rowQuantities } from './07-tables.ts';
import { type Scanned, scanSentence, storyTimes } from './08-times.ts';
import { claimsOfSentence } from './09-claims.ts';
import type { Draft, Mention, SentenceFacts } from './09-facts.ts';
import { statementOf } from './10-statement.ts';
import { scoreSentence } from './11-checkworthiness.ts';
import { suggestionOf, tierOf } from './12-select.ts';
import { detectLanguage } from './language.ts';
import { ROLE_NOUNS } from './lexicon/events.ts';
import { PERSON_NOUNS } from './lexicon/titles.ts';
import type {
  Attribution,
  Block,
  BlockRole,
  EngineClaim,
  EngineClaimant,
  Extraction,
  ExtractOptions,
  Sentence,
  Span,
  Time,
} from './types.ts';

/** Goes up with every change that can change a claim; each machine claim is stored with it. */
export const ENGINE_VERSION = '1.3.0';

/** What stands in these blocks is never a claim of the article. */
const SILENT: ReadonlySet<BlockRole> = new Set(['boilerplate', 'byline', 'dateline', 'advice', 'note', 'figure']);

const AUTHOR: EngineClaimant = { name: 'author', type: 'author', start: null, end: null, via: null };

/** How many sentences back a "he" may reach for the only person it can mean. */
const MEMORY = 2;

/** Items by the sentence they touch; sentences are in order and do not overlap. Linear but for items that span many sentences. */
function bySentence<T>(sentences: readonly Span[], items: readonly T[], spanOfItem: (item: T) => Span): T[][] {
  const sorted = [...items].sort((a, b) => spanOfItem(a).start - spanOfItem(b).start);
  const found: T[][] = sentences.map(() => []);
  let first = 0;
  for (const item of sorted) {
    const span = spanOfItem(item);
    while (first < sentences.length && (sentences[first]?.end ?? 0) <= span.start) first += 1;
    for (let i = first; i < sentences.length && (sentences[i]?.start ?? 0) < span.end; i += 1) found[i]?.push(item);
  }
  return found;
}

/** The one person a pronoun can mean: the only one of that gender (or of none known) named shortly before it. */
function referentAmong(text: string, recent: readonly Mention[], gender: 'male' | 'female', at: number): string | null {
  const people = recent.filter(
    ({ entity, span }) => entity.type === 'person' && span.end <= at && (entity.gender ?? gender) === gender,
  );
  const names = new Set(people.map(({ entity }) => entity.name));
  const [only] = names;
  const last = people.at(-1)?.span ?? { start: at, end: at };
  const other = describesSomebody(text.slice(last.end, at)) || describesSomebody(openingOf(text, last.start));
  return names.size === 1 && only !== undefined && !other ? only : null;
}

const SENTENCE_CHARS = 120;

/** "A spokesman for the company said | NAME": how the sentence of a name opens, where that is with somebody else. */
function openingOf(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - SENTENCE_CHARS), start);
  const sentence = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ') + 1) + 1);
  const words = sentence.split(' ');
  return /^(?:An?|The|One)$/.test(words[0] ?? '') && words.length > 5 ? words.slice(0, 4).join(' ') : '';
}

/** "the embattled president": somebody is meant who is not named here, and who may be the one. */
function describesSomebody(words: string): boolean {
  const all = words.toLowerCase().match(/[\p{L}'-]+/gu) ?? [];
  return all.some(
    (word, i) =>
      (ROLE_NOUNS.has(word) || PERSON_NOUNS.has(word)) &&
      all.slice(Math.max(0, i - 4), i).some((before) => before === 'the' || before === 'a' || before === 'an'),
  );
}

/** Where a claim's "he" may look: the mentions of its own and the last few sentences, and the words before a list. */
type Surroundings = {
  readonly recent: readonly Mention[];
  readonly leadIn: Span | null;
  /** The trained score of the sentence, 0 to 1. */
  readonly score: number;
};

/** Two apostrophes that are one quotation mark go in together, or not at all. */
function withWholeMarks(text: string, { start, end }: Span): Span {
  const opens = text[start] === "'" && text[start - 1] === "'";
  const closes = text[end - 1] === "'" && text[end] === "'";
  return { start: opens ? start - 1 : start, end: closes ? end + 1 : end };
}

function claimOf(
  text: string,
  facts: SentenceFacts,
  found: Draft,
  { recent, leadIn, score }: Surroundings,
): EngineClaim {
  const draft = { ...found, ...withWholeMarks(text, found) };
  const { start, end, kind } = draft;
  const quote = text.slice(start, end);
  const inClaim = <T extends Span>(items: readonly T[]): T[] =>
    items.filter((item) => item.start >= start && item.end <= end);
  const times = [...inClaim(facts.times), ...timesOfSaying(facts, draft)];
  const quantities = inClaim(facts.quantities).filter(
    (quantity) => !times.some((time) => time.start <= quantity.start && time.end >= quantity.end),
  );
  const entities = facts.mentions
    .filter(({ span }) => span.start >= start && span.end <= end)
    .map(({ entity, span }) => ({
      ...span,
      text: text.slice(span.start, span.end),
      name: entity.name,
      type: entity.type,
    }));
  const claimant = draft.attribution?.claimant ?? AUTHOR;
  const weighed = tierOf({ draft, score, quantities, times: times.filter((time) => time.ofSaying !== true), entities });
  const referent = (gender: 'male' | 'female', at: number): string | null => {
    const name = referentAmong(text, recent, gender, at);
    // nobody says "she" of herself
    const own = draft.attribution?.quoted === true && at >= draft.attribution.content.start;
    return own && name === claimant.name ? null : name;
  };
  const statement = statementOf({
    text,
    span: draft,
    lead: draft.lead.length > 0 ? draft.lead : leadIn === null ? [] : [leadIn],
    claimant,
    mentions: facts.mentions,
    times,
    referent,
  });
  return { start, end, quote, statement, kind, ...statedAs(draft), claimant, quantities, times, entities, ...weighed };
}

/** The layer of a draft, and how it is put forward. */
function statedAs({ layer, kind, negated, hedged }: Draft): Pick<EngineClaim, 'layer' | 'polarity' | 'factuality'> {
  const foreseen = kind === 'plan' ? 'planned' : kind === 'prediction' ? 'expected' : null;
  return {
    layer: layer === 'saying' ? 'attribution' : layer === 'clause' ? 'content' : 'context',
    polarity: negated ? 'negative' : 'positive',
    factuality: foreseen ?? (hedged ? 'possible' : 'asserted'),
  };
}

/** When it was said, where the words around a quotation tell: "he tweeted Wednesday". Times in anybody's words are not those. */
function timesOfSaying({ times, attributions, span }: SentenceFacts, draft: Draft): Time[] {
  const { attribution } = draft;
  if (attribution === null || draft.layer === 'identity') return [];
  // A quotation that fills the sentence was said in another one.
  if (attribution.cue === null && attribution.content.start <= span.start + 1) return [];
  const outside = (time: Time): boolean =>
    attributions.every(({ content }) => time.end <= content.start || time.start >= content.end) &&
    (time.end <= draft.start || time.start >= draft.end);
  return times
    .filter((time) => outside(time) && time.start >= span.start && time.end <= span.end)
    .map((time) => ({ ...time, ofSaying: true }));
}

/** The smallest check of our own promise; a stage that breaks it is a bug, and says where. */
function assertAnchored(text: string, claims: readonly EngineClaim[]): void {
  for (const { start, end, quote } of claims)
    if (start >= end || text.slice(start, end) !== quote)
      throw new RangeError(`Claim at ${start} to ${end} does not match its quote in a text of length ${text.length}`);
}

/** The sentence that a run of list items hangs on: "The plan includes:". */
function leadInOf(text: string, blocks: readonly Block[], sentences: readonly SentenceSpan[], at: number): Span | null {
  const roleOf = (i: number): BlockRole | undefined => blocks[sentences[i]?.block ?? -1]?.role;
  if (roleOf(at) !== 'list-item') return null;
  let i = at - 1;
  while (i >= 0 && i > at - 40 && roleOf(i) === 'list-item') i -= 1;
  const lead = sentences[i];
  return lead !== undefined && text.slice(lead.start, lead.end).trimEnd().endsWith(':') ? lead : null;
}

type Reading = { readonly sentences: Sentence[]; readonly claims: EngineClaim[] };

/** What the stages that read a document as a whole have found, by sentence. */
type Article = {
  readonly text: string;
  readonly folded: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly SentenceSpan[];
  readonly attributions: readonly (readonly Attribution[])[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly roles: ReadonlyMap<string, string>;
  /** For a row of a table the index of the row that heads it, its own where it is that; null elsewhere. */
  readonly headings: readonly (number | null)[];
};

function headingsOf(text: string, blocks: readonly Block[], sentences: readonly SentenceSpan[]): (number | null)[] {
  const isRow = (i: number): boolean => blocks[sentences[i]?.block ?? -1]?.role === 'table';
  let heading: number | null = null;
  return sentences.map((sentence, i) => {
    const next = sentences[i + 1];
    if (!isRow(i)) heading = null;
    else if (!isRow(i - 1)) heading = next !== undefined && isRow(i + 1) && isHeading(text, sentence, next) ? i : null;
    return heading;
  });
}

function articleOf(view: TextView, blocks: readonly Block[], sentences: readonly SentenceSpan[]): Article {
  const names = findNames(view, sentences, blocks);
  const said = attribute(view, sentences, blocks, names, findQuotations(view, blocks));
  const named = names.flatMap((entity) => entity.mentions.map((span): Mention => ({ entity, span })));
  return {
    text: view.raw,
    folded: view.folded,
    blocks,
    sentences,
    attributions: bySentence(sentences, said, (attribution: Attribution) => attribution.content),
    mentions: bySentence(sentences, named, (mention) => mention.span),
    headings: headingsOf(view.folded, blocks, sentences),
    roles: new Map(names.flatMap(({ name, role }): [string, string][] => (role === null ? [] : [[name, role]]))),
  };
}

/** One sentence on its way through the stages. */
type Row = {
  readonly at: number;
  readonly span: SentenceSpan;
  readonly role: BlockRole;
  readonly scanned: Scanned;
  readonly times: readonly Time[];
};

function rowOf(
  { blocks, folded }: Article,
  sentence: SentenceSpan,
  at: number,
  timesOf: (next: Scanned) => Time[],
): Row {
  const block = blocks[sentence.block];
  const span = { ...sentence, start: Math.max(sentence.start, block?.start ?? sentence.start) };
  const whole = scanSentence(folded, sentence);
  // A dateline tells the time, but its figures are nobody's claim.
  const scanned = span.start === sentence.start ? whole : scanSentence(folded, span);
  return { at, span, role: block?.role ?? 'paragraph', scanned, times: timesOf(whole) };
}

/** Sentences that go through the stages together, or more where a paragraph goes on. */
const PAGE = 256;

function pageEnd(sentences: readonly SentenceSpan[], from: number): number {
  let to = Math.min(from + PAGE, sentences.length);
  while (to < sentences.length && sentences[to]?.block === sentences[to - 1]?.block) to += 1;
  return to;
}

/** The claims of one sentence, worded and weighed. */
function claimsOfRow(article: Article, at: number, facts: SentenceFacts, drafts: readonly Draft[], score: number) {
  if (drafts.length === 0) return [];
  const { text, folded, blocks, sentences, mentions, headings } = article;
  const recent = mentions.slice(Math.max(0, at - MEMORY), at + 1).flat();
  const leadIn = sentences[headings[at] ?? -1] ?? leadInOf(folded, blocks, sentences, at);
  return drafts.map((draft) => claimOf(text, facts, draft, { recent, leadIn, score }));
}

/**
 * One stage after another over a page, rather than one sentence after another: a stage then finds its tables still in the processor's
 * cache, which saves a quarter of the time, and no more than a page is held of what lies between the stages.
 */
function readPage(article: Article, rows: readonly Row[], reading: Reading): void {
  const { text, folded, attributions, mentions, roles, sentences, headings } = article;
  const wordsOf = ({ span }: Row): string => text.slice(span.start, span.end);
  const spoken = rows.filter(({ role, at }) => !SILENT.has(role) && headings[at] !== at);
  const scores = spoken.map((row) => scoreSentence(wordsOf(row)).score);
  const tokens = tokenizeAll(
    folded,
    spoken.map(({ span }) => span),
  );
  const quantities = spoken.map(({ at, span, scanned: { words, expressions } }, i) => {
    const heading = sentences[headings[at] ?? -1];
    return heading === undefined
      ? quantitiesOf(folded, words, { tokens: tokens[i] ?? [], times: expressions })
      : rowQuantities(folded, span, heading);
  });
  const facts = spoken.map(
    ({ at, span, role, times }, i): SentenceFacts => ({
      text: folded,
      span,
      role,
      tokens: tokens[i] ?? [],
      quantities: quantities[i] ?? [],
      attributions: attributions[at] ?? [],
      times,
      mentions: mentions[at] ?? [],
      roles,
    }),
  );
  const drafts = facts.map(claimsOfSentence);
  const read = new Map(
    facts.map((own, i) => {
      const score = scores[i] ?? 0;
      const at = spoken[i]?.at ?? 0;
      return [at, { score, claims: claimsOfRow(article, at, own, drafts[i] ?? [], score) }];
    }),
  );
  for (const row of rows) {
    const { score, claims } = read.get(row.at) ?? { score: 0, claims: [] };
    assertAnchored(text, claims);
    reading.claims.push(...claims);
    const { start = row.span.start, end = row.span.end } = article.sentences[row.at] ?? {};
    reading.sentences.push({ start, end, checkworthiness: score, ...suggestionOf(row.role, wordsOf(row), claims) });
  }
}

function readEnglish(
  view: TextView,
  blocks: readonly Block[],
  sentences: readonly SentenceSpan[],
  { publishedOn }: ExtractOptions,
): Reading {
  const article = articleOf(view, blocks, sentences);
  const timesOf = storyTimes(view.folded, publishedOn === undefined ? {} : { publishedOn });
  const reading: Reading = { sentences: [], claims: [] };
  for (let from = 0, to = 0; from < sentences.length; from = to) {
    to = pageEnd(sentences, from);
    const rows = sentences.slice(from, to).map((sentence, i) => rowOf(article, sentence, from + i, timesOf));
    readPage(article, rows, reading);
  }
  return reading;
}

const UNREAD = { suggestion: 'nothing to check', reason: 'not in English, so not read', checkworthiness: 0 } as const;

/**
 * Splits an article into its checkable claims.
 *
 * @param text the article as it is stored; offsets in the answer are UTF-16 code units into it
 * @param options when it was published (without it relative times stay unresolved), its time zone and source
 * @returns blocks, sentences and claims, each in the order of the text. Text in another language than English comes back with its sentences and no claims.
 */
export function extractClaims(text: string, options: ExtractOptions = {}): Extraction {
  const view = readText(text);
  const blocks = findZones(view);
  const spans = splitSentences(view, blocks);
  const language = detectLanguage(text);
  const read = language === 'en' || language === 'und';
  const reading = read
    ? readEnglish(view, blocks, spans, options)
    : { sentences: spans.map(({ start, end }) => ({ start, end, ...UNREAD })), claims: [] };
  return { engine: ENGINE_VERSION, language, blocks, ...reading };
}
