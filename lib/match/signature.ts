/** What a claim is compared by: who makes it, what it is about, its figures, its times. Computed once a claim. */
import { tokenize } from '#lib/engine/sentence/tokens.ts';
import type { Quantity, Time } from '#lib/engine/types.ts';
import { type Deed, deedOf, type Step } from './deeds.ts';
import { STOP } from './families.ts';
import { type Figure, readFigure } from './figures.ts';
import { type Frame, framesOf, stated } from './holding.ts';
import { nameKey, placeKey, sameName } from './names.ts';
import type { MatchClaim } from './types.ts';
import { keyOf, written } from './words.ts';

/** A claim about the world, about somebody's saying something, or about what somebody is. */
export type Layer = 'content' | 'speech' | 'identity';

export type Signature = {
  readonly layer: Layer;
  /** Who says it, where the saying is the claim. */
  readonly speaker: string | null;
  readonly names: readonly string[];
  /** Those of `names` that are people. */
  readonly persons: readonly string[];
  /** Word keys with their weight. */
  readonly words: ReadonlyMap<string, number>;
  readonly steps: readonly Step[];
  /** Key → as the claim writes it. */
  readonly shown: ReadonlyMap<string, string>;
  readonly figures: readonly Figure[];
  readonly ranks: readonly Quantity[];
  readonly times: readonly Time[];
  /** What the main verb says, and of whom. */
  readonly deed: Deed | null;
  /** Keys of words and small words that may stand for one side of a contrast: "more", "first", "rose". */
  readonly sides: readonly string[];
  /** Nouns and adjectives among `words`. */
  readonly things: ReadonlySet<string>;
  /** Holds a "not" of any kind, or says in another way that it is not so. */
  readonly negated: boolean;
  readonly former: boolean;
  /** Letters and figures of the quote alone, lower case: equal for two claims that differ in typography only. */
  readonly plain: string;
};

/** Titles stand beside a name more often than they are the point; they count in full only in a claim about what somebody is. */
const TITLES: ReadonlySet<string> = new Set(
  [
    'president',
    'leader',
    'minister',
    'ambassador',
    'spokesman',
    'spokeswoman',
    'chairman',
    'professor',
    'senator',
    'governor',
    'mayor',
    'secretary',
    'chief',
    'director',
    'chancellor',
    'administration',
    'government',
    'regime',
    'official',
  ].map(keyOf),
);

/** "[Lund grew in 2024, unlike] Bergen, which shrank by 2%": a clause put before one that says itself whom it is about. */
const LED_IN = /^\[[^\]]*\]\s*(?=[^\s,][^,]{0,80},?["”]?,? (?:which|who|whose|where|whom)\b)/;

const unbracketed = (statement: string): string => statement.replace(LED_IN, '').replace(/[[\]]/g, ' ');

export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(\d)\s*(?:%|per ?cent\b)/g, '$1 percent')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** The row of `governors.ts` that says the same. */
const FACTUALITY: Readonly<Record<MatchClaim['factuality'], readonly string[]>> = {
  asserted: [],
  possible: ['may'],
  planned: ['will'],
  expected: ['expect'],
  conditional: ['if'],
  denied: ['deny'],
};

/**
 * How the claim's words are held. They tell it themselves; where they do not, what was found of them in the article counts, and that somebody denies
 * them counts unless the words say so too.
 */
function heldAs(frames: readonly Frame[], { polarity, factuality }: MatchClaim): readonly Frame[] {
  const told = frames.some(({ ways }) => ways.length > 0);
  const denies = frames.some(({ negative, ways }) => negative || ways.includes('deny') || ways.includes('false'));
  const found = polarity === 'positive' || told ? [] : ['not'];
  const within = told && (factuality !== 'denied' || denies) ? stated([]) : stated(FACTUALITY[factuality]);
  return frames.map((frame) => stated([...frame.ways, ...found], within));
}

/** Verbs of giving that "back" turns round. */
const GIVEN_BACK: ReadonlySet<string> = new Set(
  'pay pays paid paying give gives gave given giving hand hands handed handing send sends sent sending'.split(' '),
);

/** Names of the statement in their order, words between them; the longest name wins ("North Korean" before "Korean"). */
function stepsOf(claim: MatchClaim): Step[] {
  const known = new Map<string, string>();
  for (const entity of claim.entities) {
    const key = nameKey(entity.name, entity.type);
    for (const form of [entity.text, entity.name]) known.set(plainText(form), key);
    if (entity.type === 'person') known.set(plainText(entity.name.split(' ').at(-1) ?? entity.name), key);
  }
  const statement = unbracketed(claim.statement).replace(/[‘’]/g, "'");
  const tokens = tokenize(statement, { start: 0, end: statement.length });
  const read = framesOf(tokens);
  const frames = heldAs(read.frames, claim);
  const words = written(statement);
  // "doubled" grew by 100 percent: the figure is told by its own, the verb by its direction
  const factors = new Map(
    claim.quantities.flatMap(({ unit, change, text }): [string, string][] =>
      unit === 'time' && change !== null ? [[text.toLowerCase(), keyOf(change === 'up' ? 'rise' : 'fall')]] : [],
    ),
  );
  const steps: Step[] = [];
  let token = 0;
  for (let i = 0; i < words.length; ) {
    const start = words[i]?.start ?? 0;
    while ((tokens[token + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) token += 1;
    let taken = 0;
    let key: string | undefined | null = null;
    let word = words[i]?.text ?? '';
    for (let n = Math.min(5, words.length - i); n >= 1 && taken === 0; n--) {
      const form = words
        .slice(i, i + n)
        .map((w) => w.text)
        .join(' ');
      if (!/^\p{Lu}/u.test(form)) continue;
      key = known.get(plainText(form.replace(/'s$/, ''))) ?? (n <= 4 ? placeKey(form) : null);
      if (key === null) continue;
      word = form;
      taken = n;
    }
    const last = words[i + Math.max(1, taken) - 1];
    const given = steps.at(-1);
    // "paid back" is another deed than "paid"
    if (word === 'back' && given !== undefined && GIVEN_BACK.has(given.word))
      steps[steps.length - 1] = { ...given, key: keyOf('repay') };
    steps.push({
      key: key ?? factors.get(word.toLowerCase()) ?? keyOf(word),
      name: taken > 0,
      word: taken > 0 ? word : word.toLowerCase(),
      tag: tokens[token]?.tag ?? 'X',
      frame: frames[token] ?? stated([]),
      governs: taken === 0 && read.governing.has(token),
      after: /^[^\p{L}\d\s]/u.exec(statement.slice((last?.start ?? 0) + (last?.text.length ?? 0)))?.[0] ?? '',
    });
    i += Math.max(1, taken);
  }
  return steps;
}

/** Each once; a part of a longer name in the list ("haley" beside "nikki haley") is that name. */
const distinct = (names: readonly string[]): string[] =>
  [...new Set(names)].filter(
    (name, _, all) => !all.some((other) => other.length > name.length && sameName(name, other)),
  );

/**
 * Families of verbs by which something is said. An act that rests on speech ("rejected the plan") is a fact like any other, and who denies something is at
 * odds with it.
 */
const SAYING: ReadonlySet<string> = new Set(
  'say warn assert admit promise tweet believe propose accuse call describe ask urge demand complain criticise criticize praise respond reply explain add note write argue'
    .split(' ')
    .map(keyOf),
);

function layerOf(claim: MatchClaim, steps: readonly Step[]): Layer {
  if (claim.kind === 'identity' && claim.entities.length > 0) return 'identity';
  if (claim.kind !== 'attribution') return 'content';
  return steps.some(({ key }) => SAYING.has(key)) || /["“”]/.test(claim.statement) ? 'speech' : 'content';
}

/** The word right before a stretch of the statement, in lower case; empty where there is none. */
function wordBefore(statement: string, words: string): string {
  const at = statement.indexOf(words);
  if (at <= 0) return '';
  return (
    statement
      .slice(Math.max(0, at - 20), at)
      .trimEnd()
      .split(' ')
      .at(-1)
      ?.toLowerCase() ?? ''
  );
}

export function signatureOf(claim: MatchClaim): Signature {
  const steps = stepsOf(claim);
  const layer = layerOf(claim, steps);
  // "By Christmas" is compared as a time, not as a word.
  const timeWords = new Set(claim.times.flatMap((t) => written(t.text).map((w) => w.text.toLowerCase())));
  const words = new Map<string, number>();
  const things = new Set<string>();
  for (const { key, name, word, tag, governs } of steps) {
    if (name || governs || STOP.has(word) || timeWords.has(word) || /^\d/.test(word) || key.length < 2) continue;
    words.set(key, layer !== 'identity' && TITLES.has(key) ? 0.3 : 1);
    if (tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ') things.add(key);
  }
  const names = [...claim.entities.map((e) => nameKey(e.name, e.type)), ...steps.flatMap((s) => (s.name ? s.key : []))];
  const counted = claim.quantities.filter((q) => !q.rank);
  return {
    layer,
    speaker: layer === 'speech' && claim.claimant.type !== 'author' ? nameKey(claim.claimant.name, 'person') : null,
    names: distinct(names),
    persons: distinct(claim.entities.flatMap((e) => (e.type === 'person' ? nameKey(e.name, e.type) : []))),
    words,
    steps,
    shown: new Map([
      ...steps.map((s): [string, string] => [s.key, s.word]),
      ...claim.entities.map((e): [string, string] => [nameKey(e.name, e.type), e.name]),
    ]),
    figures: counted.map((quantity) => readFigure(quantity, words, wordBefore(claim.statement, quantity.text))),
    ranks: claim.quantities.filter((q) => q.rank),
    times: claim.times.filter((t) => t.ofSaying !== true && (t.from !== null || t.to !== null)),
    deed: deedOf(steps),
    sides: steps.flatMap(({ name, key, word }) => (name ? [] : word === key ? key : [key, word])),
    things,
    negated: steps.some(({ frame }) => frame.negative),
    former: /\b(?:former|ex-|then-|late)\b/i.test(claim.quote),
    plain: plainText(claim.quote),
  };
}
