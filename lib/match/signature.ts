/** What a claim is compared by: who makes it, what it is about, its figures, its times. Computed once a claim. */
import type { Quantity, Time } from '#lib/engine/types.ts';
import { STOP } from './families.ts';
import { type Figure, readFigure } from './figures.ts';
import { nameKey, placeKey, sameName } from './names.ts';
import type { MatchClaim } from './types.ts';
import { keyOf, written } from './words.ts';

/** A claim about the world, about somebody's saying something, or about what somebody is. */
export type Layer = 'content' | 'speech' | 'identity';

/** One step through a claim: a name or a word, by its key. */
export type Step = { readonly key: string; readonly name: boolean; readonly word: string };

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

const unbracketed = (statement: string): string => statement.replace(/[[\]]/g, ' ');

export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(\d)\s*(?:%|per ?cent\b)/g, '$1 percent')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** Names of the statement in their order, words between them; the longest name wins ("North Korean" before "Korean"). */
function stepsOf(claim: MatchClaim): Step[] {
  const known = new Map<string, string>();
  for (const entity of claim.entities) {
    const key = nameKey(entity.name, entity.type);
    for (const form of [entity.text, entity.name]) known.set(plainText(form), key);
    if (entity.type === 'person') known.set(plainText(entity.name.split(' ').at(-1) ?? entity.name), key);
  }
  const words = written(unbracketed(claim.statement));
  const steps: Step[] = [];
  for (let i = 0; i < words.length; ) {
    let taken = 0;
    for (let n = Math.min(5, words.length - i); n >= 1 && taken === 0; n--) {
      const form = words
        .slice(i, i + n)
        .map((w) => w.text)
        .join(' ');
      if (!/^\p{Lu}/u.test(form)) continue;
      const key = known.get(plainText(form.replace(/'s$/, ''))) ?? (n <= 4 ? placeKey(form) : null);
      if (key === undefined || key === null) continue;
      steps.push({ key, name: true, word: form });
      taken = n;
    }
    const word = words[i]?.text ?? '';
    if (taken === 0) steps.push({ key: keyOf(word), name: false, word: word.toLowerCase() });
    i += Math.max(1, taken);
  }
  return steps;
}

/** Each once; a part of a longer name in the list ("haley" beside "nikki haley") is that name. */
const distinct = (names: readonly string[]): string[] =>
  [...new Set(names)].filter(
    (name, _, all) => !all.some((other) => other.length > name.length && sameName(name, other)),
  );

function layerOf(claim: MatchClaim): Layer {
  if (claim.kind === 'identity') return 'identity';
  return claim.kind === 'attribution' ? 'speech' : 'content';
}

export function signatureOf(claim: MatchClaim): Signature {
  const layer = layerOf(claim);
  const steps = stepsOf(claim);
  // "By Christmas" is compared as a time, not as a word.
  const timeWords = new Set(claim.times.flatMap((t) => written(t.text).map((w) => w.text.toLowerCase())));
  const words = new Map<string, number>();
  for (const { key, name, word } of steps) {
    if (name || STOP.has(word) || timeWords.has(word) || /^\d/.test(word) || key.length < 2) continue;
    words.set(key, layer !== 'identity' && TITLES.has(key) ? 0.3 : 1);
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
    figures: counted.map((quantity) => readFigure(quantity, words)),
    ranks: claim.quantities.filter((q) => q.rank),
    times: claim.times.filter((t) => t.ofSaying !== true && (t.from !== null || t.to !== null)),
    negated: (claim.polarity === 'negative') !== (claim.factuality === 'denied'),
    former: /\b(?:former|ex-|then-|late)\b/i.test(claim.quote),
    plain: plainText(claim.quote),
  };
}
