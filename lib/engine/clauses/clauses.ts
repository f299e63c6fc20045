/**
 * Stage 9b: the clauses of a run of tokens, found by one pass from left to right with a stack, after the clause types of ClausIE
 * (Del Corro and Gemulla, 2013), without a parser: every finite verb group gets a clause, and the small words between two groups say how they hang together.
 */

import { once } from '../sentence/once.ts';
import type { Token } from '../types.ts';
import { word } from './openers.ts';
import { place } from './place.ts';
import { type ClauseLink, STAND_IN, startState } from './state.ts';
import { type VerbGroup, verbGroups } from './verbs.ts';

export type { ClauseLink };

/** Token indices throughout, half-open. */
export type Clause = {
  readonly link: ClauseLink;
  /** The word that opens it ("which", "although"); null where it just begins. */
  readonly opener: number | null;
  /** First word of the clause itself, after its opener. */
  readonly from: number;
  readonly to: number;
  /** Where the subject starts; for a shared subject, of the clause that has it. */
  readonly subject: readonly [number, number] | null;
  readonly verb: VerbGroup;
  /** For a relative clause, the noun phrase it hangs on. */
  readonly antecedent: readonly [number, number] | null;
  readonly parent: number | null;
};

const DETACHABLE: ReadonlySet<ClauseLink> = new Set(['main', 'coordinate', 'relative', 'adverbial', 'aside']);

/** Whether the clause stands as a claim of its own, so that the one before it ends where it begins. */
export function isDetachable(clause: {
  readonly link: ClauseLink;
  readonly parent: { readonly link: ClauseLink } | null;
}): boolean {
  if (clause.link === 'shared subject')
    return (
      clause.parent === null ||
      ['main', 'coordinate', 'shared subject', 'relative', 'adverbial', 'factive'].includes(clause.parent.link)
    );
  return DETACHABLE.has(clause.link);
}

/** "the islands, *where the banks are*, to the mainland", "television, *which most watch*, as a tool": set between two commas. */
function asideEnd(tokens: readonly Token[], opener: number | null, verb: VerbGroup): number | null {
  if (opener === null || tokens[opener - 1]?.lower !== ',') return null;
  const comma = tokens.findIndex((token, i) => i >= verb.to && token.lower === ',');
  if (tokens[opener]?.lower === 'where') return comma === verb.to ? comma : null;
  if (comma < 0 || !/^(?:which|who|whose|whom)$/.test(tokens[opener]?.lower ?? '')) return null;
  const says = tokens[comma + 1]?.lower.endsWith('ed') === true && tokens[comma + 2]?.lower === 'that';
  const goesOn =
    tokens[comma + 1]?.lower === 'as' ||
    goesOnBySoMuch(tokens, comma) ||
    says ||
    isVerb(tokens[comma + 1]) ||
    goesOnWithThing(tokens, comma + 1);
  return goesOn ? comma : null;
}

/** "to cut the budget, which pays for homes, | by £45m": how much what stands before it is changed by. */
const goesOnBySoMuch = (tokens: readonly Token[], comma: number): boolean =>
  /^(?:by|from|to)$/.test(tokens[comma + 1]?.lower ?? '') && /^(?:NUM|SYM)$/.test(tokens[comma + 2]?.tag ?? '');

/** "the complaint, which was filed in May, *alleged* …": the verb of what it hangs on. */
const isVerb = (token: Token | undefined): boolean =>
  (token?.tag === 'VERB' && !token.lower.endsWith('ing')) || token?.tag === 'AUX';

/** "from Yadi, whose scooters cost less, *and tougher rules*": a second thing, and no verb behind it. */
function goesOnWithThing(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.tag !== 'CCONJ' || tokens[at - 2]?.tag === 'NUM') return false;
  let i = at + 1;
  while (/^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[i]?.tag ?? '')) i += 1;
  if (i === at + 1) return false;
  // "demand from makers, which buy half of it, and a strike *that halted* work": one verb more, and it is the thing's own
  const verbs = verbGroups(tokens).filter(({ from, finite }) => from >= i && finite !== 'no');
  if (/^(?:that|which)$/.test(tokens[i]?.lower ?? '')) return verbs.length === 1;
  // "from Orla, which makes pots, and Volo, which makes pans"
  if (tokens[i]?.text === ',' && /^(?:which|who)$/.test(tokens[i + 1]?.lower ?? '')) return true;
  return /^[.;:]$/.test(tokens[i]?.text ?? '.');
}

/** "…; this one, he admitted, drew fewer": what stands behind a semicolon and is somebody's own words is not this clause's. */
function wholeEnd(tokens: readonly Token[], verb: VerbGroup): number {
  const at = tokens.findIndex((token, i) => i >= verb.to && token.text === ';' && tokens[i + 1]?.text === STAND_IN);
  return at < 0 ? tokens.length : at;
}

/**
 * Finds the clauses of a run of tokens.
 *
 * @param tokens one sentence, or one stretch of what somebody says in it; a stand-in token may take the place of quoted words
 * @returns clauses in the order of their verbs
 */
export const findClauses = once((tokens): readonly Clause[] => {
  const state = startState(tokens);
  const starts = new Map(state.groups.map((group) => [group.from, group]));
  for (let i = 0; i < tokens.length; i += 1) {
    const group = starts.get(i);
    if (group === undefined) word(state, i);
    else {
      place(state, group);
      i = group.to - 1;
    }
  }
  const indexOf = new Map(state.done.map((clause, i) => [clause, i]));
  // "banned if the board, which meets in May, agrees": what is set into the subject of a later clause ends none before it
  const isHeld = (from: number, than: number): boolean =>
    state.done.some(
      ({ subject, verb, link, parent }, i) =>
        i > than &&
        subject !== null &&
        verb !== null &&
        subject[0] < from &&
        from < verb.from &&
        !isDetachable({ link, parent }),
    );
  return state.done.map((clause, i) => {
    const verb = clause.verb as VerbGroup;
    let to = clause.to ?? asideEnd(tokens, clause.opener, verb) ?? wholeEnd(tokens, verb);
    for (let next = i + 1; next < state.done.length; next += 1) {
      const later = state.done[next];
      if (later === undefined) break;
      const from = later.opener ?? later.from;
      // what ends it no sooner need not be asked about
      if (from < verb.to || from >= to) continue;
      const set = later.verb === null ? null : asideEnd(tokens, later.opener, later.verb);
      if (set !== null && set < to && goesOnBySoMuch(tokens, set)) continue;
      if ((later.to === null || later.link !== 'aside') && isDetachable(later) && !isHeld(from, i)) to = from;
    }
    const parent = clause.parent === null ? undefined : indexOf.get(clause.parent);
    return {
      link: clause.link,
      opener: clause.opener,
      from: clause.from,
      to,
      subject: clause.subject,
      verb,
      antecedent: clause.antecedent,
      parent: parent ?? null,
    };
  });
});
