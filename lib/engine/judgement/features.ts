/** What a claim is judged by, in words: the features that its kind, its tier and whether it can be checked are learned from. */
import {
  CAUSES,
  CHANGES,
  COMPARISONS,
  FIGURATIVE,
  FIRST_PERSON,
  HEDGES,
  JUDGEMENTS,
  LIKELIHOOD,
  listsIn,
  type PhraseList,
  PLANS,
  PROPOSALS,
  RULE_WORDS,
  STANCES,
} from '../lexicon/kinds.ts';
import { VALUING_ADJECTIVES, VALUING_ADVERBS, VALUING_NOUNS } from '../lexicon/subjective.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import { tokensIn } from '../sentence/stretches.ts';
import type { EntityType, Token } from '../types.ts';

const LISTS: readonly (readonly [string, PhraseList])[] = [
  ['judges', JUDGEMENTS],
  ['says how likely', LIKELIHOOD],
  ['says what is planned', PLANS],
  ['speaks of a plan or a law', PROPOSALS],
  ['speaks of a rule', RULE_WORDS],
  ['gives a cause', CAUSES],
  ['says what changed', CHANGES],
  ['compares', COMPARISONS],
  ['says where somebody stands', STANCES],
  ['speaks of oneself', FIRST_PERSON],
  ['is a figure of speech', FIGURATIVE],
  ['is hedged', HEDGES],
];

const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', "'s", "'re", 'be', 'been']);
const OUGHT: ReadonlySet<string> = new Set(['should', 'must', 'ought', 'need', 'needs']);
const FUTURE: ReadonlySet<string> = new Set(['will', "'ll", 'shall', 'going']);
const MAYBE: ReadonlySet<string> = new Set(['may', 'might', 'could', 'would']);
const SUPERLATIVES: ReadonlySet<string> = new Set(['most', 'least', 'first', 'only', 'last']);
const SUPERLATIVE = /^[a-z]{3,}est$/;
const CONDITION: ReadonlySet<string> = new Set(['if', 'unless']);
const SWEEPING: ReadonlySet<string> = new Set(
  'always never everyone everybody nobody everything nothing anything anyone all every ever anymore'.split(' '),
);
const TO_SOMEBODY: ReadonlySet<string> = new Set('we you our us your'.split(' '));
const PAST = /(?:ed|was|were|had|did)$/;
const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that', 'where', 'whose']);

/** Names of features that a value goes into, each put together once: a name made anew is slow to look up. */
function named(label: string): (value: string) => string {
  const made = new Map<string, string>();
  return (value) => {
    const name = made.get(value) ?? label.replace('…', value);
    made.set(value, name);
    return name;
  };
}
const readAs = named('read as …');
const layer = named('layer: …');
const form = named('form: …');
const inPlace = named('place: …');
const inBlock = named('block: …');
const by = named('by a …');
const checkWorthy = named('check-worthy as debates go: … of 4');

const TELLING = {
  be: BE,
  ought: OUGHT,
  future: FUTURE,
  maybe: MAYBE,
  superlative: SUPERLATIVES,
  condition: CONDITION,
  sweeping: SWEEPING,
  addresses: TO_SOMEBODY,
} as const;
type Telling = keyof typeof TELLING;
const NOTHING: readonly Telling[] = [];

/** word → what it tells; built once so that a token costs one look-up. */
const TOLD_BY = new Map<string, Telling[]>();
for (const what of Object.keys(TELLING) as Telling[])
  for (const word of TELLING[what]) TOLD_BY.set(word, [...(TOLD_BY.get(word) ?? []), what]);

/** What the words of a draft tell, in one pass over them. */
function toldBy(tokens: readonly Token[]) {
  const told = {
    size: 0,
    be: false,
    ought: false,
    future: false,
    maybe: false,
    superlative: false,
    past: false,
    condition: false,
    sweeping: false,
    addresses: false,
    verb: false,
  };
  for (const { lower, tag } of tokens) {
    const isVerb = tag === 'VERB' || tag === 'AUX';
    if (tag !== 'PUNCT') told.size += 1;
    for (const what of TOLD_BY.get(lower) ?? NOTHING) told[what] = true;
    told.superlative ||= lower.endsWith('est') && SUPERLATIVE.test(lower);
    told.past ||= isVerb && PAST.test(lower);
    told.verb ||= isVerb;
  }
  return told;
}

const COPULA: ReadonlySet<string> = new Set([
  ...BE,
  'become',
  'became',
  'becomes',
  'remain',
  'remains',
  'seem',
  'seems',
  'looks',
  'feels',
  'sounds',
]);

/** What values in the words of a draft, in one pass over them. */
function valuedBy(tokens: readonly Token[]) {
  const valued = {
    adjective: false,
    adverb: false,
    noun: false,
    predicate: false,
    compares: false,
  };
  tokens.forEach(({ lower, tag }, i) => {
    const isWord = (tag === 'ADJ' || tag === 'VERB') && VALUING_ADJECTIVES.has(lower);
    const isThing = tag === 'NOUN' && VALUING_NOUNS.has(lower);
    valued.adjective ||= isWord;
    valued.adverb ||= tag === 'ADV' && VALUING_ADVERBS.has(lower);
    valued.noun ||= isThing;
    // "is a total disgrace", "remains deeply unfair"
    valued.predicate ||=
      (isWord || isThing) && tokens.slice(Math.max(0, i - 4), i).some((one) => COPULA.has(one.lower));
    valued.compares ||= (lower === 'than' || lower === 'more' || lower === 'less') && tag !== 'NUM';
  });
  return valued;
}

/** The features of a draft, `score` being the trained one of its sentence; each a few words; those of a reason can be shown to a person as they stand. */
export function draftFeatures(
  sentence: ReadSentence,
  draft: Draft,
  place: 'early' | 'middle' | 'late',
  score: number,
): string[] {
  const tokens = tokensIn(sentence.tokens, draft);
  const words = sentence.text.slice(draft.start, draft.end);
  const figures = sentence.quantities.filter((one) => holds(draft, one));
  const measured = figures.filter(({ rank, text }) => !rank && !/^(?:an?|one|two)$/i.test(text));
  const times = sentence.times.filter((one) => holds(draft, one));
  const names = sentence.mentions.filter(({ span }) => holds(draft, span));
  const { attribution } = draft;
  const solid = measured.length > 0 || times.length > 0 || names.length > 1;
  const { size, past, be, ought, future, maybe, superlative, condition, sweeping, addresses, verb } = toldBy(tokens);
  const first = tokens[0];
  const isNamed = (type: EntityType): boolean => names.some(({ entity }) => entity.type === type);
  const features = [
    readAs(draft.kind),
    layer(draft.layer),
    form(draft.form ?? 'none'),
    inPlace(place),
    inBlock(sentence.role),
    attribution === null ? 'by the author' : by(attribution.claimant.type),
  ];
  const add = (name: string, is: boolean): void => {
    if (is) features.push(name);
  };
  add('quoted', attribution?.quoted === true);
  add('states a figure', measured.length > 0);
  add('states several figures', measured.length > 1);
  add(
    'states a rank',
    figures.some(({ rank }) => rank),
  );
  add(
    'states money or a share',
    measured.some(({ unit }) => unit !== null && (/^[A-Z]{3}$/.test(unit) || unit.startsWith('percent'))),
  );
  add('names a time', times.length > 0);
  add(
    'names a day',
    times.some(({ from, to }) => from !== null && from === to),
  );
  add('names somebody', isNamed('person'));
  add('names a body', isNamed('organization'));
  add('names a place', isNamed('place'));
  add('names two or more', names.length > 1);
  add('under five words', size < 5);
  add('five to eight words', size >= 5 && size < 9);
  add('over twenty words', size > 20);
  add('with a form of “be”', be);
  add('says what ought to be', ought);
  add('says what will be', future);
  add('says what may be', maybe);
  add('with a superlative', superlative);
  add('in the past', past);
  add('with a condition', condition);
  add('begins with a pronoun', first?.tag === 'PRON');
  add('begins with a relative', RELATIVES.has(first?.lower ?? ''));
  add('begins with a preposition', first?.tag === 'ADP');
  add('has a verb', verb);
  add('somebody’s words, with nothing to look up', attribution !== null && !solid);
  add('somebody’s words, in the present', attribution !== null && !past);
  add('quoted, with nothing to look up', attribution?.quoted === true && !solid);
  add('the author’s words, with nothing to look up', attribution === null && !solid);
  add('nothing to look up, in the present', !solid && !past);
  const valued = valuedBy(tokens);
  add('with an adjective that values', valued.adjective);
  add('with an adverb that values', valued.adverb);
  add('with a noun that values', valued.noun);
  add('says what something is worth', valued.predicate);
  add('says what something is worth, with nothing to look up', valued.predicate && !solid);
  add('values, with nothing to look up', (valued.adjective || valued.noun) && !solid);
  add('values, in somebody’s words', (valued.adjective || valued.noun || valued.adverb) && attribution !== null);
  add('speaks of all or none', sweeping && measured.length === 0);
  add('addresses somebody', addresses && !past);
  add('compares without a measure', valued.compares && measured.length === 0);
  add('ends with an exclamation', words.endsWith('!'));
  features.push(checkWorthy(String(Math.min(4, Math.floor(5 * score)))));
  const lists = listsIn(words);
  for (const [name, list] of LISTS) add(name, lists.has(list));
  return features;
}
