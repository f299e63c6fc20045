/** What "they" means in what a group says: itself, where no other group has been told of and the words are of what people do. */
import { findClauses } from '../clauses/clauses.ts';
import { BODY_NOUNS, GROUP_NOUNS } from '../lexicon/titles.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { Span, Token } from '../types.ts';
import { actsBehind } from './body.ts';
import { firstToken, isPersonNoun } from './clause.ts';
import type { Edit } from './edits.ts';
import { isPlural, type Thing } from './things.ts';

/** "Democrats", "the Saudis": a name that many bear. */
const OF_MANY = /^\p{Lu}.*(?:[aiu]ns|[aeo]ts|ists|is|ives|als|ries|eens)$/u;
/** "31% of voters", "six in 10": who was asked speaks of himself. */
const SHARE = /(?:%|\bper ?cent|\bin (?:\d+|three|four|five|ten)\b)/i;
const ABLE = /^(?:able|willing|ready|prepared|determined|committed|entitled|eager)$/;
const LONGEST = 9;

const isNominal = ({ tag }: Token): boolean => tag === 'NOUN' || tag === 'PROPN';

/** "other sites such *as Gawker.com*": from the words that it is an example of. */
function fromGroup(tokens: readonly Token[], from: number): number {
  if (tokens[from - 1]?.lower !== 'as' || tokens[from - 2]?.lower !== 'such') return from;
  let start = from - 2;
  while (/^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[start - 1]?.tag ?? '')) start -= 1;
  return start;
}

const isPeople = ({ lower }: Token): boolean =>
  isPersonNoun(lower) || isPersonNoun(lower.replace(/s$/, '')) || GROUP_NOUNS.has(lower);

/** Others who could say or do something. */
const isMany = (token: Token): boolean =>
  isNominal(token) &&
  ((isPlural(token) && (isPeople(token) || BODY_NOUNS.has(token.lower.replace(/s$/, '')))) || OF_MANY.test(token.text));

/** "Halden, Norvik and Lund", who are many together. */
const isListOfNames = (own: readonly Token[]): boolean =>
  own.some(({ lower }) => lower === 'and') &&
  own[0]?.tag === 'PROPN' &&
  own.every(
    ({ tag, text, lower, marks }) =>
      (tag === 'PROPN' && !marks.has('time')) || text === ',' || /^(?:and|all|both)$/.test(lower),
  );

/** Whether a subject is many who can say something. */
function isGroup(own: readonly Token[], words: string): boolean {
  if (SHARE.test(words)) return true;
  const stop = own.findIndex(({ tag, lower }) => tag === 'ADP' || lower === 'such');
  const heads = own.slice(0, stop < 0 ? own.length : stop);
  const head = heads.findLast(isNominal);
  if (head === undefined) return false;
  if (OF_MANY.test(head.text) && head.tag === 'PROPN') return true;
  const isPeople =
    isPersonNoun(head.lower) || isPersonNoun(head.lower.replace(/s$/, '')) || GROUP_NOUNS.has(head.lower);
  return isPlural(head) && (isPeople || words.includes(' such as '));
}

/** The verb behind the pronoun is of what people do or are able to. */
function isOfPeople(tokens: readonly Token[], pronoun: number): boolean {
  const next = tokens.slice(pronoun + 1, pronoun + 5);
  const able = next.findIndex(({ lower }) => ABLE.test(lower));
  return (
    actsBehind(tokens, pronoun) ||
    (able > 0 && next.slice(0, able).every(({ tag }) => tag === 'AUX' || tag === 'ADV' || tag === 'VERB'))
  );
}

/** "Democrats hope they will be able to" → "[Democrats] will be able to"; null where others may be meant. */
export function groupEdit({ text, tokens }: ReadSentence, draft: Draft, span: Span, before: Thing | null): Edit | null {
  const { attribution } = draft;
  const at = firstToken(tokens, span);
  const pronoun = tokens[at];
  if (attribution === null || attribution.quoted || attribution.cue === null || pronoun?.lower !== 'they') return null;
  const { cue, content } = attribution;
  const opens = tokens.findIndex((token) => token.start >= content.start && token.lower !== 'that');
  const said = tokens.findIndex((token) => holds(cue, token));
  if (opens !== at || said < 0 || cue.end > content.start || before?.many) return null;
  const clause = findClauses(tokens).find(
    ({ verb, subject }) => subject !== null && verb.from <= said && verb.to > said,
  );
  if (clause?.subject == null) return null;
  const [from, to] = [fromGroup(tokens, clause.subject[0]), clause.subject[1]];
  const [first, own] = [tokens[from], tokens.slice(from, to)];
  const last = own.at(-1);
  const isList = isListOfNames(own);
  if (first === undefined || last === undefined || own.length > (isList ? 2 * LONGEST : LONGEST)) return null;
  if (
    !isList &&
    own.some(
      ({ tag, lower }) =>
        (/^(?:VERB|AUX|PUNCT|PRON)$/.test(tag) && !/^(?:his|her|their)$/.test(lower)) ||
        /^(?:who|that|which)$/.test(lower),
    )
  )
    return null;
  const words = text.slice(first.start, last.end).replace(/ (?:all|both)$/, '');
  // "Nurses want a rise, and ministers say they": others told of before may be meant
  const isOther = tokens.slice(0, from).some(isMany);
  const isSure = SHARE.test(words) || isOfPeople(tokens, at);
  if (isOther || !isSure || !(isList || isGroup(own, words))) return null;
  const isName = first.tag === 'PROPN' || /^\p{Lu}\P{Ll}/u.test(first.text);
  return {
    start: pronoun.start,
    end: pronoun.end,
    words: isName ? words : words.charAt(0).toLowerCase() + words.slice(1),
  };
}
