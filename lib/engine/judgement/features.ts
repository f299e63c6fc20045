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
  type PhraseList,
  PLANS,
  PROPOSALS,
  RULE_WORDS,
  STANCES,
} from '../lexicon/kinds.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { Token } from '../types.ts';

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
const SUPERLATIVE = /^(?:most|least|first|only|last|[a-z]{3,}est)$/;
const PAST = /(?:ed|was|were|had|did)$/;

const any = (tokens: readonly Token[], test: (token: Token) => boolean): boolean => tokens.some(test);

/** The features of a draft, `score` being the trained one of its sentence; each a few words; those of a reason can be shown to a person as they stand. */
export function draftFeatures(
  sentence: ReadSentence,
  draft: Draft,
  place: 'early' | 'middle' | 'late',
  score: number,
): string[] {
  const tokens = sentence.tokens.filter((token) => holds(draft, token));
  const words = sentence.text.slice(draft.start, draft.end);
  const figures = sentence.quantities.filter((one) => holds(draft, one));
  const measured = figures.filter(({ rank, text }) => !rank && !/^(?:an?|one|two)$/i.test(text));
  const times = sentence.times.filter((one) => holds(draft, one));
  const names = sentence.mentions.filter(({ span }) => holds(draft, span));
  const { attribution } = draft;
  const solid = measured.length > 0 || times.length > 0 || names.length > 1;
  const past = any(tokens, ({ lower, tag }) => (tag === 'VERB' || tag === 'AUX') && PAST.test(lower));
  const has = (name: string, is: boolean): string[] => (is ? [name] : []);
  const size = tokens.filter(({ tag }) => tag !== 'PUNCT').length;
  const first = tokens[0];
  return [
    `read as ${draft.kind}`,
    `layer: ${draft.layer}`,
    `form: ${draft.form ?? 'none'}`,
    `place: ${place}`,
    `block: ${sentence.role}`,
    attribution === null ? 'by the author' : `by a ${attribution.claimant.type}`,
    ...has('quoted', attribution?.quoted === true),
    ...has('states a figure', measured.length > 0),
    ...has('states several figures', measured.length > 1),
    ...has(
      'states a rank',
      figures.some(({ rank }) => rank),
    ),
    ...has(
      'states money or a share',
      measured.some(({ unit }) => unit !== null && (/^[A-Z]{3}$/.test(unit) || unit.startsWith('percent'))),
    ),
    ...has('names a time', times.length > 0),
    ...has(
      'names a day',
      times.some(({ from, to }) => from !== null && from === to),
    ),
    ...has(
      'names somebody',
      names.some(({ entity }) => entity.type === 'person'),
    ),
    ...has(
      'names a body',
      names.some(({ entity }) => entity.type === 'organization'),
    ),
    ...has(
      'names a place',
      names.some(({ entity }) => entity.type === 'place'),
    ),
    ...has('names two or more', names.length > 1),
    ...has('under five words', size < 5),
    ...has('five to eight words', size >= 5 && size < 9),
    ...has('over twenty words', size > 20),
    ...has(
      'with a form of “be”',
      any(tokens, ({ lower }) => BE.has(lower)),
    ),
    ...has(
      'says what ought to be',
      any(tokens, ({ lower }) => OUGHT.has(lower)),
    ),
    ...has(
      'says what will be',
      any(tokens, ({ lower }) => FUTURE.has(lower)),
    ),
    ...has(
      'says what may be',
      any(tokens, ({ lower }) => MAYBE.has(lower)),
    ),
    ...has(
      'with a superlative',
      any(tokens, ({ lower }) => SUPERLATIVE.test(lower)),
    ),
    ...has('in the past', past),
    ...has(
      'with a condition',
      any(tokens, ({ lower }) => lower === 'if' || lower === 'unless'),
    ),
    ...has('begins with a pronoun', first?.tag === 'PRON'),
    ...has('begins with a relative', /^(?:who|which|that|where|whose)$/.test(first?.lower ?? '')),
    ...has('begins with a preposition', first?.tag === 'ADP'),
    ...has(
      'has a verb',
      any(tokens, ({ tag }) => tag === 'VERB' || tag === 'AUX'),
    ),
    ...has('somebody’s words, with nothing to look up', attribution !== null && !solid),
    ...has('somebody’s words, in the present', attribution !== null && !past),
    ...has('quoted, with nothing to look up', attribution?.quoted === true && !solid),
    ...has('the author’s words, with nothing to look up', attribution === null && !solid),
    ...has('nothing to look up, in the present', !solid && !past),
    ...has('ends with an exclamation', /!$/.test(words)),
    `check-worthy as debates go: ${Math.min(4, Math.floor(5 * score))} of 4`,
    ...LISTS.flatMap(([name, list]) => has(name, list.test(words))),
  ];
}
