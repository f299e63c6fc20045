/** What becomes of a sentence's drafts: judged, framed, worded, and told how they are put forward. */
import { answerableFor } from './attribution/answerable.ts';
import { putBehind } from './judgement/behind.ts';
import { judgedKind } from './judgement/judge.ts';
import { tierOf } from './judgement/select.ts';
import { statedAs } from './modality/modality.ts';
import { type Article, leadInOf, type Reading } from './read.ts';
import type { Staged } from './sentence/in-step.ts';
import type { Draft, ReadSentence } from './sentence/sentence.ts';
import { isSentence } from './statement/clause.ts';
import { type Memory, noteLast, noteTold } from './statement/memory.ts';
import { phrasesOf } from './statement/phrase.ts';
import { referentOf } from './statement/referents.ts';
import { frameFor, statementOf } from './statement/statement.ts';
import {
  type Attribution,
  type ClaimKind,
  type ClaimLayer,
  type EngineClaim,
  type EngineClaimant,
  type Entity,
  type Quantity,
  type Span,
  type Time,
  type Token,
  UNCHECKABLE_KINDS,
} from './types.ts';

const AUTHOR: EngineClaimant = { name: 'author', type: 'author', start: null, end: null, via: null };

/** How many sentences back a "he" may reach for the only person it can mean. */
const MEMORY = 2;

/** Two apostrophes that are one quotation mark go in together, or not at all. */
function withWholeMarks(text: string, draft: Draft): Draft {
  const { start, end } = draft;
  const opens = text[start] === "'" && text[start - 1] === "'";
  const closes = text[end - 1] === "'" && text[end] === "'";
  return opens || closes ? { ...draft, start: opens ? start - 1 : start, end: closes ? end + 1 : end } : draft;
}

/** A draft with all that it comes to but its words. */
type Judged = {
  readonly draft: Draft;
  readonly kind: ClaimKind;
  readonly claimant: EngineClaimant;
  readonly quantities: readonly Quantity[];
  readonly times: readonly Time[];
  readonly entities: readonly Entity[];
  readonly weighed: ReturnType<typeof tierOf>;
};

/** @param score the trained one of the sentence, 0 to 1 */
function judgedOf(text: string, sentence: ReadSentence, found: Draft, score: number): Judged {
  const draft = withWholeMarks(text, found);
  const { start, end } = draft;
  const kind = judgedKind(sentence, found, text.length, score);
  const inClaim = <T extends Span>(items: readonly T[]): T[] =>
    items.filter((item) => item.start >= start && item.end <= end);
  const times = [...inClaim(sentence.times), ...timesOfSaying(sentence, draft)];
  const quantities = inClaim(sentence.quantities).filter(
    (quantity) =>
      !times.some(
        ({ start, end, basis, text: told }) =>
          basis !== 'unresolved' && !/\bhours?\b/.test(told) && start <= quantity.start && end >= quantity.end,
      ),
  );
  const entities = sentence.mentions
    .filter(({ span }) => span.start >= start && span.end <= end)
    .map(({ entity, span }) => ({
      ...span,
      text: text.slice(span.start, span.end),
      name: entity.name,
      type: entity.type,
    }));
  const claimant = answerableFor(sentence, draft)?.claimant ?? AUTHOR;
  const weighed = tierOf({
    draft: judgedAs(draft, kind),
    score,
    text,
    quantities,
    times: times.filter((time) => time.ofSaying !== true),
    entities,
  });
  return { draft, kind, claimant, quantities, times, entities, weighed };
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

/** A claim on its way out, and whether its verb and subject are known from the article. */
export type Worded = { readonly claim: EngineClaim; readonly isClause: boolean };

/** Where the claims of a sentence stand, and the trained score of that, 0 to 1. */
export type Surroundings = {
  readonly memory: Memory;
  readonly drafts: readonly Draft[];
  readonly score: number;
};

/** The claims of one sentence. Changes `memory`, in one stage: what a sentence tells is known before the next is worded. */
export function* claimsInWords(
  article: Article,
  { row, sentence }: Reading,
  { memory, drafts, score }: Surroundings,
): Staged<readonly Worded[]> {
  const { text, mentions } = article;
  if (sentence === null) return [];
  const judged = drafts.map((draft) => judgedOf(text, sentence, draft, score));
  yield;
  const leadIn = drafts.length === 0 ? null : leadInOf(article, row.at);
  const framed = judged.map((one) => ({ ...one, frame: frameFor(sentence, drafts, one.draft, leadIn) }));
  yield;
  const phrases = phrasesOf(sentence);
  yield;
  noteTold(sentence, phrases, memory);
  const { actor, people } = memory;
  const recent = drafts.length === 0 ? [] : mentions.slice(Math.max(0, row.at - MEMORY), row.at + 1).flat();
  const worded = framed.map((one) => {
    const { draft, claimant, frame } = one;
    const around = { text, sentence, draft, recent, actor, people };
    const referent = (gender: 'male' | 'female', at: number, until?: number): string | null =>
      referentOf(around, gender, at, until);
    const gender = people.get(claimant.name)?.gender ?? null;
    const statement = statementOf({ text, sentence, draft, frame, leadIn, claimant, gender, referent, memory });
    return { ...one, statement };
  });
  noteLast(sentence, phrases, memory);
  yield;
  const stated = worded.map((one) => ({ ...one, ...statedAs(sentence, one.draft, one.kind) }));
  yield;
  const claims = stated.map(({ draft, statement, kind, polarity, factuality, weighed, ...found }): EngineClaim => {
    const { start, end, layer } = draft;
    const { claimant, quantities, times, entities } = found;
    const { tier, checkworthiness, reasons } = putBehind(weighed, statement, sentence, draft);
    return {
      start,
      end,
      quote: text.slice(start, end),
      statement,
      kind,
      layer: LAYERS[layer],
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
  });
  yield;
  return drafts.flatMap((draft, i): Worded[] => {
    const claim = claims[i];
    if (claim === undefined) return [];
    // a figure is looked up however it is told
    const isTold = draft.layer === 'clause' && claim.quantities.some(({ rank }) => !rank);
    const isClause = isTold || draft.form === 'relative' || draft.lead.length > 0 || isSentence(sentence, [draft]);
    return [{ claim, isClause }];
  });
}
