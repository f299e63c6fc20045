/**
 * Stage 12: which claims come first, and what a desk is told about a sentence.
 */
import type { Draft } from '../sentence/sentence.ts';
import type { BlockRole, EngineClaim, Entity, Quantity, Suggestion, Tier, Time } from '../types.ts';
import { UNCHECKABLE_KINDS } from '../types.ts';

/** Why a view put in plain words is a claim: that it was said. Somebody who accuses or warns does more. */
export const SAID_PLAINLY = 'that it was said can be checked, what it judges cannot';

export type Weighing = {
  readonly draft: Draft;
  readonly score: number;
  /** The whole article. */
  readonly text: string;
  readonly quantities: readonly Quantity[];
  readonly times: readonly Time[];
  readonly entities: readonly Entity[];
};

/** "One bank" is a figure in passing. */
const isMeasured = ({ rank, text, unit, start }: Quantity, words: string): boolean =>
  !rank &&
  !(/^(?:an?|one)\b/i.test(text) && !/^(?:percent|[A-Z]{3})$/.test(unit ?? '')) &&
  !(
    /^(?:two|three|four|five|six|seven|eight|nine|ten)\b/i.test(text) &&
    /\b(?:the|these|those|its|their|his|her|all|both|other) $/i.test(words.slice(Math.max(0, start - 8), start))
  );

type Weight = readonly [number, string];

function weights({ draft, quantities, times, entities, text }: Weighing): Weight[] {
  const found: Weight[] = [];
  if (quantities.some((one) => isMeasured(one, text))) found.push([0.3, 'states a figure']);
  if (times.some((time) => time.from !== null)) found.push([0.15, 'says when']);
  else if (times.length > 0) found.push([0.05, 'names a time']);
  if (entities.length > 0)
    found.push([0.1, entities.length > 1 ? 'names who and whom' : 'names somebody or something']);
  if (draft.kind === 'event') found.push([0.1, 'says what happened']);
  if (draft.kind === 'trend' || draft.kind === 'comparison')
    found.push([0.1, draft.kind === 'trend' ? 'says how something changed' : 'compares']);
  if (draft.attribution?.claimant.type === 'document') found.push([0.15, 'a report, study or law says so']);
  if (draft.kind === 'attribution' && draft.reason !== SAID_PLAINLY) found.push([0.2, 'repeats what somebody said']);
  if (draft.kind === 'causal' || draft.kind === 'rule')
    found.push([draft.kind === 'causal' ? 0.2 : 0.05, draft.reason]);
  if (draft.kind === 'event' && draft.attribution !== null) found.push([0.1, 'somebody is answerable for it']);
  if (draft.layer === 'event') found.push([0.1, 'takes an event for granted']);
  if (draft.layer === 'identity') found.push([-0.25, 'says who somebody is']);
  if (draft.hedged) found.push([-0.1, 'is hedged']);
  return found;
}

/** Reasons that say what others say, and more: the lesser ones are left out beside them. */
const COVERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['states a figure and its change', ['states a figure', 'says how something changed']],
  ['says what is planned, with a date or figure', ['states a figure', 'says when', 'names a time']],
  ['says what is planned, and for when', ['says when', 'names a time']],
]);

const CORE = 0.56;
const STANDARD = 0.35;

/** Weighs a claim: half the trained score of its words, half what it states; and says why. */
export function tierOf(weighing: Weighing): { tier: Tier; checkworthiness: number; reasons: string[] } {
  const { draft, score } = weighing;
  const found = weights(weighing);
  const stated = found.reduce((sum, [weight]) => sum + weight, 0.2);
  const uncheckable = UNCHECKABLE_KINDS.includes(draft.kind);
  const value = Math.min(1, Math.max(0, 0.35 * score + 0.75 * stated)) * (uncheckable ? 0.3 : 1);
  const checkworthiness = Math.round(value * 1000) / 1000;
  const tier =
    uncheckable || draft.layer === 'identity'
      ? 'minor'
      : value >= CORE
        ? 'core'
        : value >= STANDARD
          ? 'standard'
          : 'minor';
  const covered = COVERS.get(draft.reason) ?? [];
  const others = found
    .filter(([, reason]) => !covered.includes(reason))
    .sort((a, b) => Math.abs(b[0]) - Math.abs(a[0]))
    .map(([, reason]) => reason);
  const reasons = [...new Set([draft.reason, ...others])];
  return { tier, checkworthiness, reasons: reasons.slice(0, 5) };
}

const SILENT_REASONS: Partial<Record<BlockRole, string>> = {
  boilerplate: 'not part of the article',
  byline: 'a byline',
  dateline: 'a dateline',
  advice: 'advice to the reader',
  note: 'a note on the article',
  figure: 'a picture',
};

/** Characters; a sentence over the engine's limit of words is longer than this. */
const TOO_LONG = 2400;

/** What to tell the desk about a sentence before anybody has read it. */
export function suggestionOf(
  role: BlockRole,
  text: string,
  claims: readonly EngineClaim[],
): { suggestion: Suggestion; reason: string } {
  const silent = SILENT_REASONS[role];
  if (silent !== undefined) return { suggestion: 'nothing to check', reason: silent };
  const checkable = claims.filter((claim) => !UNCHECKABLE_KINDS.includes(claim.kind));
  const first = checkable[0];
  if (first !== undefined)
    return {
      suggestion: 'claimed',
      reason: checkable.length === 1 ? (first.reasons[0] ?? 'states a fact') : `${checkable.length} claims`,
    };
  if (claims[0] !== undefined)
    return { suggestion: 'nothing to check', reason: claims[0].reasons[0] ?? 'nobody can check it' };
  if (text.length > TOO_LONG) return { suggestion: 'nothing to check', reason: 'too long a sentence to be read' };
  if (/\?["'”’)\s]*$/.test(text)) return { suggestion: 'nothing to check', reason: 'a question' };
  return { suggestion: 'nothing to check', reason: role === 'headline' ? 'a heading' : 'states no fact' };
}
