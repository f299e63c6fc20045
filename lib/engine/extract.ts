/**
 * The engine: an article's text in, its claims out. Pure: the same text and options give the same answer, with no clock, network or file.
 */
import { claimsInStages } from './claims/claims.ts';
import { scoreOf } from './judgement/checkworthiness.ts';
import { suggestionOf } from './judgement/select.ts';
import { type Article, leadInOf, type Reading, readSentences, readWhole } from './read.ts';
import { inStep, type Staged } from './sentence/in-step.ts';
import type { Draft } from './sentence/sentence.ts';
import { type Memory, memoryOf } from './statement/memory.ts';
import { isWholeSentence } from './statement/whole-sentence.ts';
import type { EngineClaim, Extraction, ExtractOptions, Sentence } from './types.ts';
import { claimsInWords } from './worded.ts';

/** Goes up with every change that can change a claim; each machine claim is stored with it. */
export const ENGINE_VERSION = '2.7.0';

/** The smallest check of our own promise; a stage that breaks it is a bug, and says where. */
function assertAnchored(text: string, claims: readonly EngineClaim[]): void {
  for (const { start, end, quote } of claims)
    if (start >= end || text.slice(start, end) !== quote)
      throw new RangeError(`Claim at ${start} to ${end} does not match its quote in a text of length ${text.length}`);
}

/** What is known from the sentences before. */
type Told = {
  readonly memory: Memory;
  /** The day of publication, where it is known. */
  readonly publishedOn: string | null;
  /** Who is what, as it has been said already. */
  readonly identities: Set<string>;
  /** What was claimed in which sentence by whom. */
  readonly sentences: Set<string>;
};

/** A title once told is not told again. Changes `told`. */
function isRepeated({ kind, layer, statement }: EngineClaim, { identities }: Told): boolean {
  if (kind !== 'identity' || layer !== 'context') return false;
  const words = statement.toLowerCase();
  if (identities.has(words)) return true;
  identities.add(words);
  return false;
}

/** "leaves on Wednesday on his sixth visit": what is to come did not take place. */
const isYetToBe = ({ layer, statement, times }: EngineClaim, { publishedOn }: Told): boolean =>
  layer === 'context' &&
  statement.endsWith('[took place]') &&
  publishedOn !== null &&
  times.some(({ from }) => from !== null && from > publishedOn);

/** A shorter sentence may be said twice, of two things. */
const ECHO_LENGTH = 40;

/** What is printed twice in the same words, as a pull quote is, is one claim of whoever says it. Changes `told`. */
function withoutEchoes(sentence: string, claims: readonly EngineClaim[], { sentences }: Told): EngineClaim[] {
  if (claims.length === 0) return [];
  const words = sentence
    .replace(/["“”.,\s]+/g, ' ')
    .trim()
    .toLowerCase();
  const keyOf = ({ quote, claimant }: EngineClaim): string => `${claimant.name}\n${words}\n${quote}`;
  const fresh = claims.filter((claim) => words.length < ECHO_LENGTH || !sentences.has(keyOf(claim)));
  for (const claim of fresh) sentences.add(keyOf(claim));
  return fresh;
}

/** What a sentence comes to: its claims, and its trained score. */
type Outcome = { readonly claims: readonly EngineClaim[]; readonly score: number; readonly isEcho: boolean };
const NOTHING: Outcome = { claims: [], score: 0, isEcho: false };

/** "The council will also:" */
const ANNOUNCES = /\b(?:will|would|to|must|should|shall)(?: also| then| now)?:\s*$/i;

function* draftsOf(article: Article, { row, sentence }: Reading): Staged<readonly Draft[]> {
  if (sentence === null) return [];
  const lead = leadInOf(article, row.at);
  const isAnnounced = lead !== null && ANNOUNCES.test(article.text.slice(lead.start, lead.end));
  return yield* claimsInStages(sentence, { isAnnounced });
}

/**
 * The claims of a page of sentences, worded and weighed: one stage after another, as `readPage` does, since the tables of the scores and of the tagger would
 * drive one another out of the processor's cache. Changes `told`.
 */
function claimsOfPage(article: Article, page: readonly Reading[], told: Told): Outcome[] {
  const { text } = article;
  const { memory } = told;
  const scores = page.map(({ row, sentence }) =>
    sentence === null ? 0 : scoreOf(text.slice(row.span.start, row.span.end)),
  );
  const drafts = inStep(page.map((reading) => draftsOf(article, reading)));
  const worded = inStep(
    page.map((reading, i) =>
      claimsInWords(article, reading, { memory, drafts: drafts[i] ?? [], score: scores[i] ?? 0 }),
    ),
  );
  const whole = page.map(({ row }, i) =>
    (worded[i] ?? []).filter(
      ({ claim, isClause }) => row.role !== 'paragraph' || isWholeSentence(claim.statement, isClause),
    ),
  );
  return page.map(({ row }, i) => {
    const found = (whole[i] ?? []).map(({ claim }) => claim);
    const said = withoutTwins(withoutEngulfed(found)).filter(
      (claim) => !isRepeated(claim, told) && !isYetToBe(claim, told),
    );
    const claims = withoutEchoes(text.slice(row.span.start, row.span.end), said, told);
    return { claims, score: scores[i] ?? 0, isEcho: said.length > 0 && claims.length === 0 };
  });
}

const plainOf = ({ statement }: EngineClaim): string => statement.replace(/[[\]“”]/g, '').toLowerCase();

/** "[Several states have] rejected bills that …": the verb itself is cut in two. */
const isTorn = ({ statement }: EngineClaim): boolean =>
  /^\[[^\][]{0,200}\b(?:has|have|had|is|are|was|were|been|be|will|would)\] /.test(statement);

/** How much of a statement stands in brackets. */
const addedTo = ({ statement }: EngineClaim): number => (statement.match(/\[[^\][]*\]/g) ?? []).join('').length;

const hasFigure = ({ quantities }: EngineClaim): boolean => quantities.some(({ rank }) => !rank);

/** "[In Hull,] with 40 boats[, the catch rose]": a piece with all of its sentence around it says no more than the claims of the sentence do. */
const withoutEngulfed = (claims: readonly EngineClaim[]): readonly EngineClaim[] =>
  claims.filter(
    ({ statement, claimant }, _, all) =>
      all.length === 1 || claimant.type !== 'author' || !/\[, [^\][]*\]$/.test(statement),
  );

/** Of two claims of a sentence that read the same, the one that has the more of the words itself; where one is put forward otherwise the other is minor. */
function withoutTwins(claims: readonly EngineClaim[]): EngineClaim[] {
  const isTwin = (claim: EngineClaim, other: EngineClaim): boolean =>
    other.claimant.name === claim.claimant.name && plainOf(other) === plainOf(claim);
  const isLess = (claim: EngineClaim, i: number): boolean =>
    claims.some(
      (other, k) =>
        k !== i &&
        isTwin(claim, other) &&
        !isTorn(other) &&
        (hasFigure(claim) && hasFigure(other)
          ? k < i
          : addedTo(other) < addedTo(claim) || (addedTo(other) === addedTo(claim) && k < i)),
    );
  const isKept = (claim: EngineClaim): boolean =>
    claims.some(
      (other) =>
        other !== claim &&
        isTwin(claim, other) &&
        // who denied it, and what he denied, are two claims
        (other.factuality !== claim.factuality ||
          other.polarity !== claim.polarity ||
          (claim.factuality === 'denied' && other.layer !== claim.layer)),
    );
  return claims.flatMap((claim, i): EngineClaim[] => {
    if (!isLess(claim, i)) return [claim];
    return isKept(claim) ? [{ ...claim, tier: 'minor' }] : [];
  });
}

const UNREAD = { suggestion: 'nothing to check', reason: 'not in English, so not read', checkworthiness: 0 } as const;

const ECHO = { suggestion: 'nothing to check', reason: 'said before in the same words' } as const;

/**
 * Splits an article into its checkable claims.
 *
 * @param text the article as it is stored; offsets in the answer are UTF-16 code units into it
 * @param options when it was published (without it relative times stay unresolved), its time zone and source
 * @returns blocks, sentences and claims, each in the order of the text. A paragraph in another language than English comes back with its sentences and no claims.
 */
export function extractClaims(text: string, options: ExtractOptions = {}): Extraction {
  const { language, blocks, sentences: spans, article } = readWhole(text);
  if (article === null) {
    const sentences = spans.map(({ start, end }) => ({ start, end, ...UNREAD }));
    return { engine: ENGINE_VERSION, language, blocks, sentences, claims: [] };
  }
  const sentences: Sentence[] = [];
  const all: EngineClaim[] = [];
  const told: Told = {
    memory: memoryOf(article.names),
    publishedOn: options.publishedOn ?? null,
    identities: new Set(),
    sentences: new Set(),
  };
  for (const page of readSentences(article, options)) {
    const outcomes = claimsOfPage(article, page, told);
    page.forEach(({ row }, i) => {
      const { claims, score, isEcho } = outcomes[i] ?? NOTHING;
      assertAnchored(text, claims);
      all.push(...claims);
      const { start, end } = spans[row.at] ?? row.span;
      const words = text.slice(row.span.start, row.span.end);
      const unread = article.foreign[row.span.block] === true;
      sentences.push({
        start,
        end,
        ...(unread ? UNREAD : { checkworthiness: score, ...(isEcho ? ECHO : suggestionOf(row.role, words, claims)) }),
      });
    });
  }
  return { engine: ENGINE_VERSION, language, blocks, sentences, claims: all };
}
