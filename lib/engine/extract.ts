/**
 * The engine: an article's text in, its claims out. Pure: the same text and options give the same answer, with no clock, network or file.
 */
import { answerableFor } from './attribution/answerable.ts';
import { claimsOfSentence } from './claims/claims.ts';
import { putBehind } from './judgement/behind.ts';
import { scoreOf } from './judgement/checkworthiness.ts';
import { judgedKind } from './judgement/judge.ts';
import { suggestionOf, tierOf } from './judgement/select.ts';
import { statedAs } from './modality/modality.ts';
import { type Article, leadInOf, type Reading, readSentences, readWhole } from './read.ts';
import type { Draft, Mention, ReadSentence } from './sentence/sentence.ts';
import { isSentence } from './statement/clause.ts';
import { type Memory, memoryOf, noteLast, noteTold } from './statement/memory.ts';
import { phrasesOf } from './statement/phrase.ts';
import { referentOf } from './statement/referents.ts';
import { statementOf } from './statement/statement.ts';
import { isWholeSentence } from './statement/whole-sentence.ts';
import {
  type Attribution,
  type ClaimKind,
  type ClaimLayer,
  type EngineClaim,
  type EngineClaimant,
  type Extraction,
  type ExtractOptions,
  type Sentence,
  type Span,
  type Time,
  type Token,
  UNCHECKABLE_KINDS,
} from './types.ts';

/** Goes up with every change that can change a claim; each machine claim is stored with it. */
export const ENGINE_VERSION = '2.6.0';

const AUTHOR: EngineClaimant = { name: 'author', type: 'author', start: null, end: null, via: null };

/** How many sentences back a "he" may reach for the only person it can mean. */
const MEMORY = 2;

/** Where a claim's "he" may look: the mentions of its own and the last few sentences, and the words before a list. */
type Surroundings = {
  readonly recent: readonly Mention[];
  readonly leadIn: Span | null;
  readonly memory: Memory;
  readonly drafts: readonly Draft[];
  /** The trained score of the sentence, 0 to 1. */
  readonly score: number;
};

/** Two apostrophes that are one quotation mark go in together, or not at all. */
function withWholeMarks(text: string, draft: Draft): Draft {
  const { start, end } = draft;
  const opens = text[start] === "'" && text[start - 1] === "'";
  const closes = text[end - 1] === "'" && text[end] === "'";
  return opens || closes ? { ...draft, start: opens ? start - 1 : start, end: closes ? end + 1 : end } : draft;
}

function claimOf(
  text: string,
  facts: ReadSentence,
  found: Draft,
  { recent, leadIn, score, drafts, memory }: Surroundings,
): EngineClaim {
  const draft = withWholeMarks(text, found);
  const { start, end } = draft;
  const kind = judgedKind(facts, found, text.length, score);
  const quote = text.slice(start, end);
  const inClaim = <T extends Span>(items: readonly T[]): T[] =>
    items.filter((item) => item.start >= start && item.end <= end);
  const times = [...inClaim(facts.times), ...timesOfSaying(facts, draft)];
  const quantities = inClaim(facts.quantities).filter(
    (quantity) =>
      !times.some(
        ({ start, end, basis, text: told }) =>
          basis !== 'unresolved' && !/\bhours?\b/.test(told) && start <= quantity.start && end >= quantity.end,
      ),
  );
  const entities = facts.mentions
    .filter(({ span }) => span.start >= start && span.end <= end)
    .map(({ entity, span }) => ({
      ...span,
      text: text.slice(span.start, span.end),
      name: entity.name,
      type: entity.type,
    }));
  const claimant = answerableFor(facts, draft)?.claimant ?? AUTHOR;
  const weighed = tierOf({
    draft: judgedAs(draft, kind),
    score,
    text,
    quantities,
    times: times.filter((time) => time.ofSaying !== true),
    entities,
  });
  const { actor, people } = memory;
  const around = { text, sentence: facts, draft, recent, actor, people };
  const referent = (gender: 'male' | 'female', at: number, until?: number): string | null =>
    referentOf(around, gender, at, until);
  const gender = people.get(claimant.name)?.gender ?? null;
  const statement = statementOf({
    text,
    sentence: facts,
    draft,
    drafts,
    leadIn,
    claimant,
    gender,
    referent,
    memory,
  });
  const { polarity, factuality } = statedAs(facts, draft, kind);
  const { tier, checkworthiness, reasons } = putBehind(weighed, statement, facts, draft);
  return {
    start,
    end,
    quote,
    statement,
    kind,
    layer: LAYERS[draft.layer],
    polarity,
    factuality,
    claimant,
    quantities,
    times,
    entities,
    tier,
    checkworthiness,
    reasons,
  };
}

/** What a draft is once it has been judged, and why, where that is not what its words alone say. */
function judgedAs(draft: Draft, kind: ClaimKind): Draft {
  if (kind === draft.kind) return draft;
  if (!UNCHECKABLE_KINDS.includes(kind)) return { ...draft, kind };
  const reason =
    kind === 'prediction' ? 'says what may come, which nobody can check yet' : 'states nothing that can be looked up';
  return { ...draft, kind, reason };
}

const LAYERS: Readonly<Record<Draft['layer'], ClaimLayer>> = {
  clause: 'content',
  saying: 'attribution',
  event: 'context',
  identity: 'context',
};

/** "Tarvo, *founded in 1987*, said": between commas, with a verb of its own, and so not when it was said. */
function isAside(tokens: readonly Token[], { cue }: Attribution, { start, end }: Span): boolean {
  const isComma = ({ lower }: Token): boolean => lower === ',' || lower === '—';
  const from = tokens.findLastIndex((token) => token.end <= start && isComma(token));
  const to = tokens.findIndex((token) => token.start >= end && isComma(token));
  const [opens, closes] = [tokens[from], tokens[to]];
  if (opens === undefined || closes === undefined || cue === null) return false;
  if (cue.start >= opens.end && cue.end <= closes.start) return false;
  return tokens.slice(from + 1, to).some((token) => token.tag === 'VERB' && token.end <= start);
}

/** When it was said, where the words around a quotation tell: "he tweeted Wednesday". Times in anybody's words are not those. */
function timesOfSaying({ times, attributions, span, tokens }: ReadSentence, draft: Draft): Time[] {
  const { attribution } = draft;
  if (attribution === null || draft.layer === 'identity') return [];
  // A quotation that fills the sentence was said in another one.
  if (attribution.cue === null && attribution.content.start <= span.start + 1) return [];
  const outside = (time: Time): boolean =>
    attributions.every(({ content }) => time.end <= content.start || time.start >= content.end) &&
    (time.end <= draft.start || time.start >= draft.end);
  return times
    .filter(
      (time) =>
        outside(time) && time.start >= span.start && time.end <= span.end && !isAside(tokens, attribution, time),
    )
    .map((time) => ({ ...time, ofSaying: true }));
}

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

/** A claim on its way out, and whether its verb and subject are known from the article. */
type Worded = { readonly claim: EngineClaim; readonly isClause: boolean };

function wordedClaims(article: Article, { row, sentence }: Reading, around: Omit<Surroundings, 'recent' | 'leadIn'>) {
  const { text, mentions } = article;
  const { drafts } = around;
  if (sentence === null || drafts.length === 0) return [];
  const recent = mentions.slice(Math.max(0, row.at - MEMORY), row.at + 1).flat();
  const leadIn = leadInOf(article, row.at);
  return drafts.map((draft): Worded => {
    const claim = claimOf(text, sentence, draft, { ...around, recent, leadIn });
    // a figure is looked up however it is told
    const isTold = draft.layer === 'clause' && claim.quantities.some(({ rank }) => !rank);
    const isClause = isTold || draft.form === 'relative' || draft.lead.length > 0 || isSentence(sentence, [draft]);
    return { claim, isClause };
  });
}

/** What a sentence comes to: its claims, and its trained score. */
type Outcome = { readonly claims: readonly EngineClaim[]; readonly score: number; readonly isEcho: boolean };
const NOTHING: Outcome = { claims: [], score: 0, isEcho: false };

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
  const drafts = page.map(({ row, sentence }) => {
    const lead = sentence === null ? null : leadInOf(article, row.at);
    const isAnnounced = lead !== null && ANNOUNCES.test(text.slice(lead.start, lead.end));
    return sentence === null ? [] : claimsOfSentence(sentence, { isAnnounced });
  });
  const worded = page.map((reading, i) => {
    const { sentence } = reading;
    if (sentence === null) return [];
    const phrases = phrasesOf(sentence);
    noteTold(sentence, phrases, memory);
    const claims = wordedClaims(article, reading, { memory, drafts: drafts[i] ?? [], score: scores[i] ?? 0 });
    noteLast(sentence, phrases, memory);
    return claims;
  });
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

/** "The council will also:" */
const ANNOUNCES = /\b(?:will|would|to|must|should|shall)(?: also| then| now)?:\s*$/i;

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
