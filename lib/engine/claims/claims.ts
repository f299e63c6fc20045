/**
 * Stage 9: the claims of one sentence. Clauses become drafts with exact spans, kinds and claimants; what cannot be a claim is left out.
 */

import { type Unit, unitsOf } from '../clauses/units.ts';
import { hitsOf } from '../rules/rows.ts';
import { inStep, type Staged } from '../sentence/in-step.ts';
import { type Draft, type Form, inside, type ReadSentence } from '../sentence/sentence.ts';
import { afterConnectives, holds, iou, overlapOf, spanOf } from '../sentence/spans.ts';
import { isSureOfHead } from '../statement/clause.ts';
import { type Attribution, type ClaimKind, type Span, type Token, UNCHECKABLE_KINDS } from '../types.ts';
import { detached } from './detach.ts';
import { judge, TO_THE_READER, unitDrafts } from './drafts.ts';
import { isFrontedDeed } from './edges.ts';
import { type Aside, asidesOf } from './events.ts';
import { withLeftFigures } from './left.ts';
import { viewDrafts } from './sayings.ts';
import { TRANSITIONS } from './transitions.ts';
import { kept } from './whole.ts';

const isUncheckable = (kind: ClaimKind): boolean => UNCHECKABLE_KINDS.includes(kind);

/** What is taken for granted is the author's unless it stands in somebody's mouth. */
function asideDraft(facts: ReadSentence, aside: Aside): Draft {
  const { start, end, nature, reason } = aside;
  const figures = inside(aside, facts.quantities).some((quantity) => !quantity.rank);
  const kinds: Record<Aside['nature'], ClaimKind> = {
    identity: 'identity',
    plan: 'plan',
    reproach: 'position',
    event: figures ? 'quantity' : 'event',
    figure: 'quantity',
  };
  const holder = facts.attributions.findLast(({ content }) => holds(content, aside)) ?? null;
  const layers: Record<Aside['nature'], Draft['layer']> = {
    identity: 'identity',
    plan: 'event',
    reproach: 'clause',
    event: 'event',
    figure: 'clause',
  };
  const negated = nature === 'reproach' && /\bnot\b/.test(facts.text.slice(start, end));
  return {
    start,
    end,
    kind: kinds[nature],
    reason,
    negated,
    hedged: false,
    attribution: nature === 'identity' ? null : holder,
    layer: layers[nature],
    lead: [],
    ...(nature === 'figure' && { form: 'counted' }),
  };
}

/** A meeting that is only planned has not happened: nothing is taken for granted inside a plan. */
function isForeseen(aside: Draft, drafts: readonly Draft[]): boolean {
  return aside.layer === 'event' && drafts.some((draft) => draft.kind === 'plan' && holds(draft, aside));
}

/** A figure that a claim somebody can check holds already needs no claim of its own. */
const isHeld = (aside: Aside, drafts: readonly Draft[]): boolean =>
  aside.nature === 'figure' &&
  drafts.some((draft) => draft.kind !== 'plan' && !isUncheckable(draft.kind) && holds(draft, aside));

/** Of two drafts that are nearly the same stretch, the first in this order stays. */
const LAYER_ORDER: Readonly<Record<Draft['layer'], number>> = { clause: 0, saying: 1, event: 2, identity: 3 };

/** Drops drafts that overlap an earlier one by more than this much (intersection over union). */
const SAME_STRETCH = 0.8;

/** “"Rents are a disgrace," Lund said”: that a view was said, with few words beside it, is no claim beside the view. */
const isSaidIn = (view: Draft, saying: Draft): boolean =>
  saying.layer === 'saying' &&
  view.layer === 'clause' &&
  view.attribution !== null &&
  isUncheckable(view.kind) &&
  iou(view, saying) > SAME_STRETCH;

export function withoutDuplicates(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  const told = drafts.filter((saying) => !drafts.some((view) => isSaidIn(view, saying)));
  const preferred = told.sort(
    (a, b) =>
      Number(isUncheckable(a.kind)) - Number(isUncheckable(b.kind)) ||
      LAYER_ORDER[a.layer] - LAYER_ORDER[b.layer] ||
      a.start - b.start,
  );
  for (const draft of preferred) if (!kept.some((other) => iou(other, draft) > SAME_STRETCH)) kept.push(draft);
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** “On housing: "We will build 40,000 homes"”, “Mayor says "We lost 40 trees"”: outside of the marks there is no more than a topic, or who speaks. */
function isAllSaid({ tokens, clauses }: Unit, { attribution, span }: Unit): boolean {
  if (attribution?.quoted !== true) return false;
  const { cue, claimant } = attribution;
  const speaks = { start: claimant.start ?? span.start, end: claimant.end ?? span.end };
  const isBeside = (token: Token): boolean =>
    token.tag !== 'PUNCT' && ![span, speaks, cue ?? span].some((part) => overlapOf(token, part) > 0);
  return clauses.length === 0 || !tokens.some(isBeside);
}

/** Headlines are read whole: their words are too few to split. */
function headlineDrafts(facts: ReadSentence, unit: Unit): Draft[] {
  const [clause] = unit.clauses;
  const [quoted, another] = unit.children;
  if (quoted !== undefined && another === undefined && isAllSaid(unit, quoted)) return headlineDrafts(facts, quoted);
  const announces =
    clause === undefined &&
    unit.tokens.some((token, i) => i > 0 && token.lower === 'to' && unit.tokens[i + 1]?.tag === 'VERB');
  const start = afterConnectives(unit.tokens, 0, unit.tokens.length);
  const span = spanOf(unit.tokens, start, unit.tokens.length);
  if (span === null || unit.tokens.length < 4) return [];
  const bare = { attribution: unit.attribution, layer: 'clause', lead: [] } as const;
  // "Brandvold to shut its last factory".
  if (announces)
    return [{ ...span, ...judge(facts, unit, null, span), kind: 'plan', reason: 'announces what is planned', ...bare }];
  if (clause === undefined) return [];
  if (unit.clauses.filter(({ link }) => link === 'main' || link === 'coordinate').length > 1)
    return unitDrafts(facts, unit);
  return [{ ...span, ...judge(facts, unit, clause, span), ...bare }];
}

const HEADING = /^\W*(?:how|why|what|where|when|who)\b/i;

const LIST_MARK = /^(?:[-–—•*·]|\(?[0-9a-z]{1,2}[.)])$/i;

/** "28 percent of voters said …", "more than six in ten say …": a finding of a survey, which the article states, not somebody's word. */
function isShare({ quantities, text }: ReadSentence, { claimant, cue }: Attribution): boolean {
  const { start, end } = claimant;
  if (start === null || end === null) return false;
  // "14% of people aged between 18 and 34 said": they are the share, whatever of them was taken for who speaks
  const isBefore = cue !== null && cue.start >= end;
  const ends = (to: number): boolean =>
    isBefore && to <= start && start - to < 60 && /^ of [^,.;:"]*$/.test(text.slice(to, start));
  return quantities.some(
    ({ unit, start: from, end: to }) => unit === 'percent' && from < end && (to > start || ends(to)),
  );
}

/** The sentence's tokens without the bullet or number before a list item. */
function withoutListMark({ role, tokens }: ReadSentence): readonly Token[] {
  if (role !== 'list-item') return tokens;
  let from = 0;
  while (from < tokens.length && LIST_MARK.test(tokens[from]?.text ?? '')) from += 1;
  return tokens.slice(from);
}

/** "- £12m for new buses", "Population: 45,000": no verb, but a figure or a named thing that can be looked up. */
function fragmentDraft(facts: ReadSentence, unit: Unit): Draft | null {
  const figures = facts.quantities.some((quantity) => !quantity.rank);
  const listed = facts.role === 'list-item' || facts.role === 'table';
  const named = facts.mentions.length > 0 && facts.times.length > 0;
  if (!figures && !(listed && named)) return null;
  const words = facts.text.slice(facts.span.start, facts.span.end);
  // Advice, and headings such as "How the £6.2m would be spent".
  if (TO_THE_READER.test(words) || HEADING.test(words)) return null;
  const span = spanOf(unit.tokens, 0, unit.tokens.length);
  if (span === null || span.end - span.start < 6) return null;
  return {
    ...span,
    ...judge(facts, unit, null, span),
    attribution: unit.attribution,
    layer: 'clause',
    lead: [],
    form: 'whole',
  };
}

/** A stretch with a figure that no clause holds, in the mouth of whoever says it. */
function left(facts: ReadSentence, unit: Unit, span: Span, lead: readonly Span[]): Draft {
  const attribution = facts.attributions.findLast(({ content }) => holds(content, span)) ?? unit.attribution;
  return { ...span, ...judge(facts, unit, null, span), attribution, layer: 'clause', lead };
}

/** What was cut off a claim, in the mouth of whoever says the claim. */
function tailDraft(facts: ReadSentence, unit: Unit, span: Span, host: Draft, form: Form): Draft {
  const { attribution } = host;
  return {
    ...span,
    ...judge(facts, { ...unit, attribution }, null, span),
    attribution,
    layer: 'clause',
    lead: [...host.lead, { start: host.start, end: span.start }],
    form,
  };
}

/** "Born in Lagos to a judge, she moved …": what was done to whoever the sentence is about, where no clause tells it. */
function frontedDraft(facts: ReadSentence, unit: Unit, drafts: readonly Draft[]): Draft[] {
  const { tokens } = unit;
  const comma = tokens.findIndex(({ text }) => text === ',');
  const span = spanOf(tokens, 0, comma);
  const [first] = tokens;
  if (span === null || first === undefined || !isFrontedDeed(tokens, comma)) return [];
  if (drafts.some((draft) => overlapOf(draft, span) > 0)) return [];
  return [{ ...left(facts, unit, span, []), form: 'headless' }];
}

/** Where the verbs of all clauses of a unit and its inner units start, in the text. */
function verbStarts(unit: Unit): number[] {
  const own = unit.clauses.map((clause) => unit.tokens[clause.verb.main]?.start ?? -1);
  return [...own, ...unit.children.flatMap(verbStarts)];
}

/** Who says it is a claim with the whole of what was said, or none. */
const isTornQuotation = ({ text }: ReadSentence, { layer, kind, start, end }: Draft): boolean =>
  (layer === 'saying' || kind === 'attribution') && (text.slice(start, end).match(/"/g)?.length ?? 0) % 2 === 1;

/** Characters of what a "which" hangs on. */
const LONGEST_HEAD = 80;

/** "figures show a record 8,200 hikers came": who says it and what is said, where no clause has the verb of saying. The claim is what is said. */
function onlyReports({ attributions }: ReadSentence, draft: Draft, unit: Unit, verbs: readonly number[]): boolean {
  const isRead = ({ start, end }: Span): boolean =>
    unit.children.some(({ span }) => span.start === start && span.end === end);
  if (draft.attribution !== null || draft.layer !== 'clause') return false;
  return attributions.some(
    ({ cue, content, quoted, cueClass }) =>
      !quoted &&
      cue !== null &&
      cueClass !== 'opinion' &&
      !verbs.some((verb) => cue.start <= verb && verb < cue.end) &&
      cueClass !== 'deny' &&
      holds(draft, cue) &&
      cue.start > draft.start &&
      isRead(content) &&
      content.start >= draft.start &&
      content.start < draft.end &&
      cue.end <= content.start &&
      content.start - cue.end < 8 &&
      draft.end - content.end < 3 &&
      Math.min(content.end, draft.end) - content.start > 0.4 * (draft.end - draft.start),
  );
}

/** "…, figures published on Thursday show": who says it, set behind what is said. */
function trailsSaid({ attributions }: ReadSentence, draft: Draft, unit: Unit): boolean {
  if (draft.attribution !== null || draft.layer !== 'clause') return false;
  return attributions.some(({ cue, content, quoted, cueClass, claimant }) => {
    if (quoted || cue === null || cue.start < content.end || cueClass === 'deny' || cueClass === 'opinion')
      return false;
    const isRead = unit.children.some(({ span }) => span.start === content.start && span.end === content.end);
    const isFrame = draft.start >= content.end && draft.end <= cue.end + 1;
    const isWhole = draft.start <= content.start + 1 && draft.end > content.end && draft.end <= cue.end + 1;
    return isRead && (claimant.start ?? 0) >= content.end && (isFrame || isWhole);
  });
}

/** What stands in somebody's words is theirs, however the sentence is built around it. */
function inTheirMouth(facts: ReadSentence, draft: Draft): Draft {
  if (draft.attribution !== null || draft.layer === 'identity' || draft.layer === 'saying') return draft;
  // "a bill, which critics said was unfair": what it hangs on is the author's, what is said of it theirs; of a claim that must be told with the clause around it, nothing is theirs
  const said = (content: Span): boolean =>
    holds(content, draft) ||
    (draft.form !== 'whole' &&
      content.start - draft.start <= LONGEST_HEAD &&
      content.start > draft.start &&
      content.start < draft.end &&
      content.end >= draft.end &&
      facts.text.startsWith('which ', content.start) &&
      isSureOfHead(facts, draft));
  const theirs = facts.attributions.filter(({ content, cueClass }) => said(content) && cueClass !== 'deny');
  const [innermost] = theirs.sort((a, b) => a.content.end - a.content.start - (b.content.end - b.content.start));
  return innermost === undefined ? draft : { ...draft, attribution: innermost };
}

/** "used the room that matched their sex, which critics said was unfair": what they said it of nobody can tell, and they say nothing of what stands before it. */
const isOfNothingSure = (facts: ReadSentence, draft: Draft): boolean =>
  draft.attribution?.cue != null &&
  draft.layer === 'clause' &&
  draft.form !== 'whole' &&
  draft.attribution.cue.start > draft.start &&
  draft.attribution.cue.end < draft.end &&
  /^(?:which|that) /.test(facts.text.slice(draft.attribution.content.start)) &&
  !isSureOfHead(facts, draft);

/** No writer's sentence has more words; a file without punctuation has, and reading clauses would take time with their square. */
export const LONGEST = 600;

/** "sell the old library" under "The council will:": what is announced, up to what only adds to it. */
function announcedDraft(facts: ReadSentence, unit: Unit): Draft | null {
  const [first] = unit.tokens;
  const comma = unit.tokens.findIndex(
    ({ text }, i) => text === ',' && /^(?:which|who|most|some)$/.test(unit.tokens[i + 1]?.lower ?? ''),
  );
  const span = spanOf(unit.tokens, 0, comma < 0 ? unit.tokens.length : comma);
  const isDeed =
    first !== undefined &&
    /^\p{L}+$/u.test(first.text) &&
    !/(?:ing|ed|[^s]s)$/.test(first.lower) &&
    first.tag !== 'DET';
  if (!isDeed || span === null || unit.tokens.length < 3) return null;
  const reason = 'announces what is planned';
  return { ...left(facts, unit, span, []), kind: 'plan', reason, form: 'headless' };
}

/** The claims of one sentence, in the order of the text, none of them twice. With `whole` nothing is cut off them; `isAnnounced` where it is an item under "The council will:". */
export function* claimsInStages(
  sentence: ReadSentence,
  { whole = false, isAnnounced = false } = {},
): Staged<readonly Draft[]> {
  const facts = { ...sentence, attributions: sentence.attributions.filter((one) => !isShare(sentence, one)) };
  if (facts.tokens.length > LONGEST) return [];
  const words = facts.text.slice(facts.span.start, facts.span.end);
  if (facts.tokens.length === 0 || /\?["')\s]*$/.test(words)) return [];
  const leadsOn = facts.quantities.length === 0 || /^(?:(?:but|and|yet|so) )?here(?:'s| is| are)\b/i.test(words);
  if (leadsOn && hitsOf(TRANSITIONS, facts.tokens).length > 0) return [];
  yield;
  const unit = unitsOf(withoutListMark(facts), facts.span, facts.attributions);
  yield;
  const heading =
    (facts.role === 'table' || facts.role === 'headline') &&
    HEADING.test(facts.text.slice(facts.span.start, facts.span.end));
  if (heading) return [];
  if (facts.role === 'headline') return withoutDuplicates(headlineDrafts(facts, unit));
  const announced = isAnnounced ? announcedDraft(facts, unit) : null;
  if (announced !== null) return [announced];
  const verbs = verbStarts(unit);
  const clauses = unitDrafts(facts, unit);
  yield;
  const [only] = unit.children;
  const fragment = clauses.length === 0 ? fragmentDraft(facts, unit.children.length === 1 && only ? only : unit) : null;
  const held =
    clauses.length === 0 ? clauses : withLeftFigures(facts, clauses, (span, lead) => left(facts, unit, span, lead));
  const drafts = kept(
    facts,
    whole
      ? held
      : held.flatMap((draft) => detached(facts, draft, (span, host, form) => tailDraft(facts, unit, span, host, form))),
  );
  yield;
  const asides = asidesOf(facts, new Set(verbs))
    .filter((aside) => !isHeld(aside, drafts))
    .map((aside) => asideDraft(facts, aside))
    .filter((aside) => !isForeseen(aside, drafts));
  yield;
  const told = drafts.filter((draft) => !onlyReports(facts, draft, unit, verbs) && !trailsSaid(facts, draft, unit));
  const all = [
    ...frontedDraft(facts, unit, told),
    ...told,
    ...(fragment === null ? [] : [fragment]),
    ...asides,
    ...viewDrafts(facts, drafts),
  ];
  return withoutDuplicates(
    all
      .filter((draft) => !isTornQuotation(facts, draft) && !isOfNothingSure(facts, draft))
      .map((draft) => inTheirMouth(facts, draft)),
  );
}

/** The claims of one sentence by itself. */
export const claimsOfSentence = (
  sentence: ReadSentence,
  options: { readonly whole?: boolean } = {},
): readonly Draft[] => inStep([claimsInStages(sentence, options)]).flat();
