/**
 * How two claims stand to one another. Words alone never make two claims one: layer, figures, times, names, who does what, and whether it is so at all
 * each have a veto.
 */
import { ONCE } from './families.ts';
import { compareFigures, type Figure, type FigureRelation, isSpecific, overlap } from './figures.ts';
import { compareFrames } from './holding.ts';
import { type Likeness, likeness } from './likeness.ts';
import { sameName } from './names.ts';
import { actorsApart, originsApart, turnedRound } from './roles.ts';
import { type Signature, signatureOf } from './signature.ts';
import type { Match, MatchClaim, Relation } from './types.ts';
import { opposed } from './words.ts';

/** From here on two claims without figures say the same. */
const SAME = 0.7;
/** With the same figure in the same unit, less will do. */
const SAME_WITH_FIGURE = 0.55;
/** What a figure that is hardly met by chance, or a time in common, takes off that. */
const SPECIFIC = 0.2;
const SAME_TIME = 0.1;
/** From here on a different figure is about the same fact. */
const SAME_FACT = 0.62;
const RELATED = 0.4;
/** The same verb between the same two says much by itself. */
const TURNED = 0.5;
/** Claims of which each has words of its own are the same only where nearly all words are shared. */
const NEARLY_ALL = 0.8;
/** Below this, what one says more is beside the point. */
const COVERS = 0.5;
/** So many words more, and a claim says more than the other. */
const SAYS_MORE = 1;

const NOTHING: Match = { relation: null, score: 0, because: [] };

/** 'apart' where both say when and no time of one touches one of the other. */
function compareTimes(a: Signature, b: Signature): 'together' | 'apart' | 'unknown' {
  if (a.times.length === 0 || b.times.length === 0) return 'unknown';
  return a.times.some((x) => b.times.some((y) => overlap(x, y))) ? 'together' : 'apart';
}

/** The claims' figures, each of `a` with the one of `b` it fits best. */
function figuresBetween(
  a: Signature,
  b: Signature,
): { relation: FigureRelation; pair: readonly [Figure, Figure] | null; open: number } {
  const order: readonly FigureRelation[] = ['equal', 'more precise', 'less precise', 'different'];
  const found: { relation: FigureRelation; pair: readonly [Figure, Figure] }[] = [];
  const free = new Set(b.figures);
  for (const x of a.figures) {
    const options = [...free].map((y) => ({ relation: compareFigures(x, y), pair: [x, y] as const }));
    const best = order.flatMap((r) => options.filter((o) => o.relation === r)).at(0);
    if (best === undefined) continue;
    free.delete(best.pair[1]);
    found.push(best);
  }
  const open = a.figures.length - found.length - (b.figures.length - found.length);
  // One figure at odds outweighs those that agree.
  const worst = [...order]
    .reverse()
    .flatMap((r) => found.filter((f) => f.relation === r))
    .at(0);
  return worst === undefined ? { relation: 'not comparable', pair: null, open } : { ...worst, open };
}

const ranksApart = (a: Signature, b: Signature): boolean =>
  a.ranks.length > 0 && b.ranks.length > 0 && !a.ranks.some((x) => b.ranks.some((y) => x.value === y.value));

/** What the two have in common, in the words of the first. */
function shares(a: Signature, like: Likeness): string[] {
  const list = (keys: readonly string[]) => keys.map((key) => a.shown.get(key) ?? key).join(', ');
  return [
    ...(like.sharedNames.length > 0 ? [`both name ${list(like.sharedNames)}`] : []),
    ...(like.sharedWords.length > 0 ? [`both speak of: ${list(like.sharedWords)}`] : []),
  ];
}

type Case = {
  readonly a: Signature;
  readonly b: Signature;
  readonly like: Likeness;
  readonly score: number;
  readonly figures: ReturnType<typeof figuresBetween>;
  readonly times: ReturnType<typeof compareTimes>;
  /** The answer where a rule finds them not to be one fact. */
  readonly atMost: Match;
};
/** An answer, or null: ask the next rule. */
type Rule = (c: Case) => Match | null;

const answer = ({ a, score, like }: Case, relation: Relation, why: string): Match => ({
  relation,
  score,
  because: [why, ...shares(a, like)],
});

/** Two claims about what somebody is: the person and the role decide. */
const identities: Rule = (c) => {
  const { a, b, like } = c;
  if (a.layer !== 'identity' || b.layer !== 'identity') return null;
  const strangers =
    a.persons.length > 0 && b.persons.length > 0 && !a.persons.some((x) => b.persons.some((y) => sameName(x, y)));
  if (strangers || like.sharedNames.length === 0 || like.sharedWords.length === 0) return NOTHING;
  if (a.negated !== b.negated || a.former !== b.former)
    return answer(c, 'tension', 'one says it is not so, or no longer');
  return answer({ ...c, score: Math.max(c.score, SAME) }, 'same', 'the same role');
};

/** That somebody said it, and that it is so, are two facts. */
const layers: Rule = ({ a, b, atMost }) => {
  const speakers = a.speaker !== null && b.speaker !== null && !sameName(a.speaker, b.speaker);
  return a.layer !== b.layer || speakers ? atMost : null;
};

const origins: Rule = (c) => {
  const { a, b, like } = c;
  return like.words >= SAME_FACT && like.sharedWords.length > 1 && originsApart(a, b)
    ? answer(c, 'tension', 'another origin')
    : null;
};

const turned: Rule = (c) => {
  const near = c.like.score >= TURNED && turnedRound(c.a, c.b);
  return near ? answer(c, 'tension', 'the same two, the other way round') : null;
};

/** "Rose" beside "fell", of the same thing at the same time. Both figures may be right where the times are not told. */
const opposites: Rule = (c) => {
  const { a, b, like } = c;
  const sides = opposed(a.sides, b.sides);
  if (sides === null) return null;
  const [own, other] = sides.map((key, i) => (i === 0 ? a : b).words.get(key) ?? 0);
  const rest = { a: like.left.a - (own ?? 0), b: like.left.b - (other ?? 0) };
  const alike = like.sharedWords.length > 0 && rest.a + rest.b <= like.sharedWords.length && !placesApart(c);
  // "not risen" beside "fell" is no contrast; "rejected" beside "approved" is one, though the first is itself a "not"
  const held = heldApart(c);
  const itself = [a, b].some((s) =>
    s.steps.some(({ governs, key, word }) => governs && (sides.includes(key) || sides.includes(word))),
  );
  if (held === 'contrary' && !itself) return null;
  if (!alike || c.times === 'apart' || held === 'apart') return c.atMost;
  return answer(c, 'tension', `“${a.shown.get(sides[0]) ?? sides[0]}” and “${b.shown.get(sides[1]) ?? sides[1]}”`);
};

const placesApart = ({ a, b, like }: Case): boolean =>
  a.names.length > 0 && b.names.length > 0 && (like.names < 0.5 || (like.onlyA > 0 && like.onlyB > 0));

/** Different names, or the first meeting beside the second: not one fact. */
const subjects: Rule = (c) => (placesApart(c) || ranksApart(c.a, c.b) ? c.atMost : null);

const actors: Rule = ({ a, b, atMost }) => (actorsApart(a, b) ? atMost : null);

const deeds: Rule = ({ like, atMost }) => (like.otherDeed ? atMost : null);

/** The words and figures both claims hold, by how each holds them: a word that one has twice is alike where any two of its places are. */
function heldApart({ a, b, like }: Case): 'alike' | 'contrary' | 'apart' {
  const framesIn = (s: Signature, key: string) => s.steps.flatMap((step) => (step.key === key ? step.frame : []));
  const figures = a.steps.flatMap(({ key }) =>
    /^\d/.test(key) && b.steps.some((step) => step.key === key) ? key : [],
  );
  const found = [...like.sharedWords, ...figures].map((key) => {
    const all = framesIn(a, key).flatMap((x) => framesIn(b, key).map((y) => compareFrames(x, y)));
    return all.find((one) => one === 'alike') ?? all.find((one) => one === 'contrary') ?? 'apart';
  });
  return found.find((one) => one === 'apart') ?? found.find((one) => one === 'contrary') ?? 'alike';
}

/** What was done, what was not, and what may be are three things. */
const holding: Rule = (c) => {
  const held = heldApart(c);
  if (held === 'alike') return null;
  const { left, score } = c.like;
  // "crime fell 20%" beside "crime did not fall": one says more, and both cannot be
  const needed = left.a === 0 || left.b === 0 ? SAME_WITH_FIGURE : SAME;
  return held === 'contrary' && score >= needed
    ? answer(c, 'tension', 'one says that it is so, the other that it is not')
    : c.atMost;
};

const dates: Rule = (c) => {
  const { a, b, like, figures } = c;
  if (c.times !== 'apart') return null;
  const once = like.sharedWords.some((w) => ONCE.has(w)) && like.score >= SAME && figures.relation !== 'different';
  return once ? answer(c, 'tension', `another date: “${a.times[0]?.text}” and “${b.times[0]?.text}”`) : c.atMost;
};

function neededWithFigure({ figures: { pair }, times }: Case): number {
  const specific = pair !== null && isSpecific(pair[0]) ? SPECIFIC : 0;
  return SAME_WITH_FIGURE - specific - (times === 'together' ? SAME_TIME : 0);
}

/** "611 patients were on trolleys" and "611 patients went home" share their figure and what is counted, and are two facts. */
function sharesMoreThanUnit({ like, figures: { pair } }: Case): boolean {
  const units = pair?.map((figure) => figure.unit) ?? [];
  return like.left.a === 0 || like.left.b === 0 || like.sharedWords.some((word) => !units.includes(word));
}

const figures: Rule = (c) => {
  const { like, figures } = c;
  if (figures.pair === null) return null;
  const both = figures.pair.map((f) => `“${f.text}”`).join(' and ');
  switch (figures.relation) {
    case 'different':
      return like.score >= SAME_FACT && like.words >= SAME_FACT
        ? answer(c, 'tension', `another figure: ${both}`)
        : c.atMost;
    case 'equal':
      if (like.score < neededWithFigure(c) || !sharesMoreThanUnit(c) || like.otherThing) return c.atMost;
      if (figures.open === 0) return answer(c, 'same', `the same figure: ${both}`);
      return answer(c, figures.open > 0 ? 'more precise' : 'less precise', 'one gives a further figure');
    case 'more precise':
    case 'less precise':
      return like.score >= SAME_WITH_FIGURE
        ? answer(c, figures.relation, `one figure is more exact: ${both}`)
        : c.atMost;
    default:
      return null;
  }
};

const oneFigure: Rule = (c) => {
  const [x, y] = [c.a.figures.length, c.b.figures.length];
  if (x === 0 && y === 0) return null;
  if (x > 0 && y > 0) return c.atMost;
  return c.like.score >= SAME
    ? answer(c, x > 0 ? 'more precise' : 'less precise', 'only one gives a figure')
    : c.atMost;
};

const wording: Rule = (c) => {
  const { a, b, like } = c;
  if (a.plain !== '' && a.plain === b.plain) return { relation: 'same', score: 1, because: ['the same words'] };
  const { left } = like;
  // One may say all that the other says and more: it is not the same claim, and a check of it covers the other.
  const covers = like.score >= COVERS && like.sharedWords.length > 1;
  if (left.a === 0 && left.b >= SAYS_MORE) return covers ? answer(c, 'less precise', 'the second says more') : c.atMost;
  if (left.b === 0 && left.a >= SAYS_MORE) return covers ? answer(c, 'more precise', 'the first says more') : c.atMost;
  const each = left.a > 0 && left.b > 0;
  if (like.score < SAME || (each && (like.words < NEARLY_ALL || like.otherThing))) return c.atMost;
  return { relation: 'same', score: c.score, because: shares(a, like) };
};

/** In this order; the first to answer is followed. */
const RULES: readonly Rule[] = [
  identities,
  layers,
  origins,
  turned,
  opposites,
  subjects,
  holding,
  actors,
  deeds,
  dates,
  figures,
  oneFigure,
  wording,
];

/** `matchClaims` for signatures at hand: where many pairs are compared, each claim is read once. */
export function compareSignatures(a: Signature, b: Signature): Match {
  const like = likeness(a, b);
  const score = Math.round(like.score * 1000) / 1000;
  const near = like.score >= RELATED && like.sharedWords.length > 0;
  const atMost: Match = near ? { relation: 'related', score, because: shares(a, like) } : NOTHING;
  const facts: Case = { a, b, like, score, figures: figuresBetween(a, b), times: compareTimes(a, b), atMost };
  for (const rule of RULES) {
    const found = rule(facts);
    if (found !== null) return found;
  }
  return atMost;
}

/** How claim `a` stands to claim `b`, and why. Symmetric but for the direction of "more precise". */
export const matchClaims = (a: MatchClaim, b: MatchClaim): Match => compareSignatures(signatureOf(a), signatureOf(b));
