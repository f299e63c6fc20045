/** Whether a claim says that something is so or that it is not, and how sure it puts that. */
import { rangeOf } from '../claims/detach.ts';
import { CUE_FORMS } from '../lexicon/cues.ts';
import { PAST_ONLY, PAST_OR_PARTICIPLE } from '../lexicon/verbs.ts';
import { hitsOf } from '../rules/rows.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import { stretch } from '../sentence/stretches.ts';
import type { ClaimKind, Factuality, Polarity, Span, Token } from '../types.ts';
import { STATED } from './rows.ts';

/** A word behind one of these is about something inside the claim, not about the claim. */
const INSIDE: ReadonlySet<string> = new Set(
  'who which whose whom that where because although though while when after before since whether if unless until'.split(
    ' ',
  ),
);
const OPENING: ReadonlySet<string> = new Set(
  'if unless where although though while when whenever because since as after before until once'.split(' '),
);
const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whose', 'whom']);

type Range = readonly [number, number];

const isVerb = (token: Token | undefined): boolean => token?.tag === 'VERB' || token?.tag === 'AUX';

/** "argue that", "points out that": what follows is what the claim is about. */
function carriesOn(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const verb = before?.lower === 'out' ? tokens[at - 2] : before;
  // "proposed a tax, alleging that …": beside what is claimed
  const isMain = verb !== undefined && verb.tag === 'VERB' && !verb.lower.endsWith('ing');
  return tokens[at]?.lower === 'that' && isMain && CUE_FORMS.has(verb.lower);
}

/** "If it does not rain, …", "The man who did not vote was fined": what stands before the claim's own verb, and speaks of something else. */
function asideBefore(tokens: readonly Token[]): Range | null {
  const verb = tokens.findIndex(isVerb);
  const comma = tokens.findIndex(({ lower }) => lower === ',');
  const isInverted = /^(?:should|had|were)$/.test(tokens[0]?.lower ?? '');
  if ((isInverted || OPENING.has(tokens[0]?.lower ?? '')) && comma > verb && tokens.slice(comma).some(isVerb))
    return [0, comma];
  const relative = tokens.findIndex(
    ({ lower, tag }, i) => i > 0 && i < verb && RELATIVE.has(lower) && tag !== 'DET' && !carriesOn(tokens, i),
  );
  if (relative < 0) return null;
  let end = verb;
  while (/^(?:AUX|ADV|PART)$/.test(tokens[end]?.tag ?? '')) end += 1;
  if (tokens[end]?.tag === 'VERB') end += 1;
  const main = tokens.findIndex(
    (token, i) =>
      i >= end &&
      isVerb(token) &&
      !token.lower.endsWith('ing') &&
      tokens[i - 1]?.lower !== 'to' &&
      // "a bill that would have closed the dock that burned": the verb of another one
      !RELATIVE.has(tokens[i - 1]?.lower ?? ''),
  );
  return main < 0 ? null : [relative, main];
}

/** "asks for papers to ensure that nobody is hurt": what is sought. */
const isAim = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'to' && /^(?:ensure|guarantee|prove|show|avoid|prevent)$/.test(tokens[at + 1]?.lower ?? '');

/** Token index up to which the words speak of the claim as a whole: the first clause that hangs on its own verb. */
function reachOf(tokens: readonly Token[], from: number): number {
  const verb = tokens.findIndex((token, i) => i >= from && isVerb(token));
  const start = verb < 0 ? from : verb + 1;
  const inner = tokens.findIndex(
    ({ lower, tag }, i) =>
      i >= start && ((INSIDE.has(lower) && tag !== 'DET' && !carriesOn(tokens, i)) || isAim(tokens, i)),
  );
  return inner < 0 ? tokens.length : inner;
}

/** Of two ways of putting it, the one that says more against its being so. */
const ORDER: readonly Factuality[] = ['denied', 'conditional', 'planned', 'expected', 'possible', 'asserted'];

/** The rows that name a condition: "would have done" is none, and "a deal which could have forced it to sell" supposes nothing of the deal. */
const CONDITIONS: ReadonlySet<string> = new Set(['if, unless', 'on condition that', 'had it, were it']);

/** The rows that say what somebody expects. */
const FORESEEN: ReadonlySet<string> = new Set(['is expected to', 'expects to', 'unlikely to']);

const BY_KIND: Readonly<Partial<Record<ClaimKind, Factuality>>> = { plan: 'planned', prediction: 'expected' };

/**
 * @param kind as it was judged in the end
 * @returns what the claim's own words, its kind and whoever says it make of it
 */
export function statedAs(
  { tokens }: ReadSentence,
  draft: Draft,
  kind: ClaimKind,
): { polarity: Polarity; factuality: Factuality } {
  const range = rangeOf(tokens, draft);
  if (range === null) return { polarity: 'positive', factuality: 'asserted' };
  const [from, to] = range;
  const own = stretch(tokens, from, to);
  const aside = asideBefore(own);
  const reach = reachOf(own, aside?.[1] ?? 0);
  const speaksOfIt = (at: number): boolean => at < reach && (aside === null || at < aside[0] || at >= aside[1]);
  // a condition is one wherever it stands; all else speaks of the claim only before what hangs on its verb
  const hits = hitsOf(STATED, own)
    .map(({ rule, captures }) => ({ name: rule.name, gives: rule.gives, at: captures.get('it')?.[0] ?? own.length }))
    .filter(({ name, at }) => CONDITIONS.has(name) || speaksOfIt(at));
  const negatives = new Set(hits.flatMap(({ gives, at }) => (gives.isNegative ? [at] : [])));
  const isNegative = negatives.size % 2 === 1;
  const ways = hits.flatMap(({ gives, at }) => {
    // "neither crew could reach it": it did not
    const couldNot = own[at]?.lower === 'could' && [...negatives].some((no) => no < at);
    return gives.factuality === null || couldNot ? [] : [gives.factuality];
  });
  // "nobody denies that …"
  if (isNegative && ways.includes('denied')) return { polarity: 'positive', factuality: 'asserted' };
  // that it was said or denied is so; where what was denied is no claim of its own, this one stands for it
  if (draft.layer === 'saying') {
    const standsForIt =
      ways.includes('denied') &&
      (draft.attribution?.cueClass !== 'deny' ||
        hits.some(({ gives, at }) => gives.factuality === 'denied' && tellsWhat(own, at)));
    return { polarity: 'positive', factuality: standsForIt ? 'denied' : 'asserted' };
  }
  const denied = isDenied(tokens, draft) ? (['denied'] as const) : [];
  // "is expected to rise" is nobody's plan
  const foreseen = hits.some(({ name }) => FORESEEN.has(name));
  // "neither crew could reach it": told of what is over
  const over =
    isNegative &&
    own.some(({ lower }, at) => lower === 'could' && [...negatives].some((no) => no < at || no === at + 1));
  // "[Lund plans] to cut 900 jobs", "[Lund has promised to] halve the tax"
  const lead = draft.lead.at(-1);
  const isMeant =
    lead !== undefined &&
    (own[0]?.lower === 'to' || endsWithTo(tokens, lead)) &&
    hitsOf(STATED, tokens).some(
      ({ rule, captures }) => rule.gives.factuality === 'planned' && isIn(tokens, lead, captures.get('it')?.[0]),
    );
  // "its plan to tax sugar cost the party votes": a plan is spoken of, and what came of it told
  const isTold =
    kind === 'plan' && lead === undefined && !ways.some((way) => AHEAD.has(way)) && tellsOfThePast(own, aside);
  const byKind = isMeant ? 'planned' : foreseen || over || isTold ? undefined : BY_KIND[kind];
  const possible = ways.includes('possible') && kind === 'prediction';
  const inherited = lead === undefined ? [] : inheritedFrom(tokens, lead, draft.form, own[0]);
  const all: Factuality[] = [...ways, ...inherited, ...denied, ...(byKind === undefined || possible ? [] : [byKind])];
  // a supposed clause holds only where its condition is part of the claim
  const factuality = ORDER.find((way) => all.includes(way)) ?? 'asserted';
  return { polarity: isNegative ? 'negative' : 'positive', factuality };
}

/** "denied claims that he had sold it", "denied selling it": what was denied is told in the claim, and not only that it was. */
const tellsWhat = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.lower.endsWith('ing') === true ||
  tokens.slice(at + 1).some(({ lower, tag }, i, all) => lower === 'that' && (tag !== 'DET' || i === all.length - 1));

const MODAL = /^(?:will|would|shall|should|can|could|may|might|must|'ll|'d|wo|to)$/;

/** Whether the first verb that is no infinitive stands in the past. */
function tellsOfThePast(own: readonly Token[], aside: Range | null): boolean {
  const verb = own.findIndex(
    (token, at) => isVerb(token) && own[at - 1]?.lower !== 'to' && (aside === null || at < aside[0] || at >= aside[1]),
  );
  const { lower = '', tag } = own[verb] ?? {};
  if (own.slice(0, verb + 1).some((token) => token.tag === 'AUX' && MODAL.test(token.lower))) return false;
  return tag === 'AUX'
    ? /^(?:was|were|had|did)$/.test(lower)
    : lower.endsWith('ed') || PAST_ONLY.has(lower) || PAST_OR_PARTICIPLE.has(lower);
}

const AHEAD: ReadonlySet<Factuality> = new Set(['conditional', 'planned', 'expected', 'possible']);

/** "[The plan could] cut 40 jobs", "[The plan would close two schools,] leaving 300 without a place": a verb without a subject of its own is put forward as what it hangs on is. */
function inheritedFrom(
  tokens: readonly Token[],
  lead: Span,
  form: Draft['form'],
  first: Token | undefined,
): Factuality[] {
  const range = rangeOf(tokens, lead);
  if (form !== 'headless' || range === null || first?.tag !== 'VERB') return [];
  return hitsOf(STATED, stretch(tokens, ...range)).flatMap(({ rule: { gives } }) =>
    gives.factuality !== null && AHEAD.has(gives.factuality) ? [gives.factuality] : [],
  );
}

const isIn = (tokens: readonly Token[], span: Span, at: number | undefined): boolean => {
  const token = tokens[at ?? -1];
  return token !== undefined && holds(span, token);
};

const endsWithTo = (tokens: readonly Token[], lead: Span): boolean =>
  tokens.findLast((token) => holds(lead, token))?.lower === 'to';

const FALSELY: ReadonlySet<string> = new Set('falsely wrongly incorrectly baselessly mistakenly'.split(' '));

/** Whoever says it denies it, or the article says that it was said falsely. */
function isDenied(tokens: readonly Token[], { attribution, layer }: Draft): boolean {
  if (attribution === null || layer !== 'clause') return false;
  const { cue, cueClass } = attribution;
  const at = cue === null ? -1 : tokens.findIndex(({ end }) => end > cue.start);
  return cueClass === 'deny' || FALSELY.has(tokens[at - 1]?.lower ?? '') || FALSELY.has(tokens[at]?.lower ?? '');
}
