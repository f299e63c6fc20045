/**
 * A text read to its sentences: every stage up to the times, and the tokens with the marks of all of them.
 */
import { attribute } from './attribution/attribution.ts';
import { withCueVerbs } from './attribution/cue-verbs.ts';
import { findQuotations } from './attribution/quotes.ts';
import { reportedIn } from './attribution/reported.ts';
import { findNames } from './names/names.ts';
import { quantitiesOf } from './quantities/quantities.ts';
import { isHeading, rowQuantities } from './quantities/tables.ts';
import { inStep, type Staged } from './sentence/in-step.ts';
import { type Found, type Mention, type ReadSentence, readSentence } from './sentence/sentence.ts';
import { type SentenceSpan, splitSentences } from './sentence/split.ts';
import { tokenizeAll } from './sentence/tokens.ts';
import { detectLanguage, languageOf } from './text/language.ts';
import { readText, type TextView } from './text/text.ts';
import { type Scanned, scanSentence, storyTimes } from './times/times.ts';
import type { Attribution, Block, BlockRole, ExtractOptions, NamedEntity, Span, Time } from './types.ts';
import { findZones } from './zones/zones.ts';

/** What stands in these blocks is never a claim of the article. */
const SILENT: ReadonlySet<BlockRole> = new Set(['boilerplate', 'byline', 'dateline', 'advice', 'note', 'figure']);

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

/** What the stages that read a document as a whole have found, by sentence. */
export type Article = {
  readonly text: string;
  readonly folded: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly SentenceSpan[];
  readonly attributions: readonly (readonly Attribution[])[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly names: readonly NamedEntity[];
  readonly roles: ReadonlyMap<string, string>;
  /** Whether a block is in another language than English, and so not read; by its index. */
  readonly foreign: readonly boolean[];
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

function articleOf(
  view: TextView,
  blocks: readonly Block[],
  sentences: readonly SentenceSpan[],
  foreign: readonly boolean[],
): Article {
  const names = findNames(view, sentences, blocks);
  const said = attribute(view, sentences, blocks, names, findQuotations(view, blocks));
  const named = names.flatMap((entity) => entity.mentions.map((span): Mention => ({ entity, span })));
  return {
    text: view.raw,
    folded: view.folded,
    blocks,
    sentences,
    foreign,
    attributions: bySentence(sentences, said, (attribution: Attribution) => attribution.content),
    mentions: bySentence(sentences, named, (mention) => mention.span),
    headings: headingsOf(view.folded, blocks, sentences),
    names,
    roles: new Map(names.flatMap(({ name, role }): [string, string][] => (role === null ? [] : [[name, role]]))),
  };
}

/** One sentence on its way through the stages. */
export type Row = {
  readonly at: number;
  readonly span: SentenceSpan;
  readonly role: BlockRole;
  readonly scanned: Scanned;
  readonly times: readonly Time[];
};

function* rowInStages(
  { text, blocks, folded }: Article,
  sentence: SentenceSpan,
  at: number,
  timesOf: (next: Scanned) => Time[],
): Staged<Row> {
  const block = blocks[sentence.block];
  // "MAYOR PELL: …" is who speaks, and no place
  const isSpeaker = folded
    .slice(sentence.start, block?.start ?? sentence.start)
    .trimEnd()
    .endsWith(':');
  const opens = isSpeaker ? sentence.start : Math.max(sentence.start, block?.start ?? sentence.start);
  const stamp = STAMP.exec(folded.slice(opens, Math.min(sentence.end, opens + STAMP_LENGTH)))?.[0].length ?? 0;
  const span = { ...sentence, start: opens + stamp };
  const whole = scanSentence(folded, sentence);
  // A dateline tells the time, but its figures are nobody's claim.
  const scanned = span.start === sentence.start ? whole : scanSentence(folded, span);
  yield;
  const times = timesOf(whole).map((time) => ({ ...time, text: text.slice(time.start, time.end) }));
  return { at, span, role: block?.role ?? 'paragraph', scanned, times };
}

/** "11:42 The Met Office has …": when a live page was written to, and no word of the sentence. */
const STAMP = /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{3,4})?(?::| [-–—])? (?=["\p{Lu}])/u;
const STAMP_LENGTH = 30;

/** Sentences that go through the stages together, or more where a paragraph goes on. */
const PAGE = 256;

function pageEnd(sentences: readonly SentenceSpan[], from: number): number {
  let to = Math.min(from + PAGE, sentences.length);
  while (to < sentences.length && sentences[to]?.block === sentences[to - 1]?.block) to += 1;
  return to;
}

/** The sentence that a run of list items hangs on: "The plan includes:". */
export function leadInOf({ folded: text, blocks, sentences, headings }: Article, at: number): Span | null {
  const heading = sentences[headings[at] ?? -1];
  if (heading !== undefined) return heading;
  const roleOf = (i: number): BlockRole | undefined => blocks[sentences[i]?.block ?? -1]?.role;
  if (roleOf(at) !== 'list-item') return null;
  let i = at - 1;
  while (i >= 0 && i > at - 40 && roleOf(i) === 'list-item') i -= 1;
  const lead = sentences[i];
  return lead !== undefined && text.slice(lead.start, lead.end).trimEnd().endsWith(':') ? lead : null;
}

/** A sentence marked, with what the rows of attribution find in it. */
function* readInStages(found: Found): Staged<ReadSentence> {
  const marked = readSentence({ ...found, tokens: withCueVerbs(found) });
  yield;
  const attributions = reportedIn(marked);
  return attributions === marked.attributions ? marked : readSentence({ ...marked, attributions });
}

/** One sentence of the article, read; null where nothing in its block is a claim of the article, or it is in another language. */
export type Reading = { readonly row: Row; readonly sentence: ReadSentence | null };

/** Where "&pound;" begins, of which only the last place holds the sign in the folded view. */
function entityStart(text: string, at: number): number {
  if (text[at] !== ';') return at;
  const start = text.lastIndexOf('&', at);
  return start >= 0 && at - start < 10 ? start : at;
}

/**
 * One stage after another over a page, rather than one sentence after another: a stage then finds its tables still in the processor's
 * cache, which saves a quarter of the time, and no more than a page is held of what lies between the stages.
 */
function readPage(
  { text, folded, attributions, mentions, roles, sentences, headings, foreign }: Article,
  rows: readonly Row[],
): Reading[] {
  const spoken = rows.filter(
    ({ role, at, span }) => !SILENT.has(role) && headings[at] !== at && foreign[span.block] !== true,
  );
  const tokens = tokenizeAll(
    folded,
    spoken.map(({ span }) => span),
  );
  const quantities = spoken.map(({ at, span, scanned: { words, expressions } }, i) => {
    const heading = sentences[headings[at] ?? -1];
    const found =
      heading === undefined
        ? quantitiesOf(folded, words, { tokens: tokens[i] ?? [], times: expressions })
        : rowQuantities(folded, span, heading, sentences[(headings[at] ?? 0) - 1] ?? null);
    // read in the folded view, told in the words of the text
    return found.map((quantity) => {
      const start = entityStart(text, quantity.start);
      return { ...quantity, start, text: text.slice(start, quantity.end) };
    });
  });
  const read = inStep(
    spoken.map(({ at, span, role, times }, i) =>
      readInStages({
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
    ),
  );
  const sentenceOf = new Map(spoken.map((row, i) => [row, read[i]]));
  return rows.map((row) => ({ row, sentence: sentenceOf.get(row) ?? null }));
}

export type ReadText = {
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly SentenceSpan[];
  /** Null where all of the text is in another language than English, and so not read. */
  readonly article: Article | null;
};

const isOther = (language: string): boolean => language !== 'en' && language !== 'und';

/** A paragraph that tells no language is in that of the text. */
function isForeign(text: string, block: Span, whole: string): boolean {
  const own = languageOf(text, block);
  return isOther(own === 'und' ? whole : own);
}

/** Takes a text apart into blocks and sentences, and reads what concerns it as a whole: who is named, who says what. */
export function readWhole(text: string): ReadText {
  const view = readText(text);
  const blocks = findZones(view);
  const sentences = splitSentences(view, blocks);
  const language = detectLanguage(text);
  const foreign = blocks.map((block) => isForeign(view.folded, block, language));
  const isRead = !isOther(language) || foreign.includes(false);
  return { language, blocks, sentences, article: isRead ? articleOf(view, blocks, sentences, foreign) : null };
}

/** The sentences of an article, page by page, each read once. */
export function* readSentences(article: Article, { publishedOn }: ExtractOptions = {}): Generator<readonly Reading[]> {
  const { sentences, folded } = article;
  const timesOf = storyTimes(folded, publishedOn === undefined ? {} : { publishedOn });
  for (let from = 0, to = 0; from < sentences.length; from = to) {
    to = pageEnd(sentences, from);
    const own = sentences.slice(from, to);
    const rows = inStep(own.map((sentence, i) => rowInStages(article, sentence, from + i, timesOf)));
    yield readPage(article, rows);
  }
}
