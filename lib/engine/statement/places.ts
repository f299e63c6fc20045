/** "There", "the town", "the country": the place that the words before name, where they name one alone that can be meant. */
import { COUNTRY_NAMES, NATIONALITIES } from '../lexicon/places.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { Span, Token } from '../types.ts';
import type { Edit } from './edits.ts';
import { standsBare } from './pointers.ts';

/** A place that a sentence names. */
type Named = { readonly name: string; readonly at: number; readonly isCountry: boolean; readonly isWhere: boolean };

/** What a sentence says of where it takes place. */
export type Whereabouts = {
  readonly named: readonly Named[];
  /** Whether it tells of another place by a common noun: "at the plant". */
  readonly isElsewhere: boolean;
};

export const NOWHERE: Whereabouts = { named: [], isElsewhere: false };

/** Names of countries that stand with an article. */
const WITH_THE =
  /^(?:U\.?S\.?A?\.?|U\.?K\.?|UAE|EU|United (?:States|Kingdom|Arab Emirates)|Netherlands|Philippines|Maldives|Bahamas|Czech Republic|Dominican Republic|Soviet Union|Ivory Coast|Vatican|Seychelles)$/;
const WHERE = /^(?:in|at|near|to|from|into|for|around|outside|inside|across|of)$/;
const STAYS: ReadonlySet<string> = new Set(['in', 'at', 'near', 'to', 'from', 'into', 'outside', 'inside']);

/** What a place may be called again by. */
const AGAIN: ReadonlySet<string> = new Set(['town', 'city', 'village', 'country']);

/** The places a sentence names, each once; "England" in "Leeds, England" only tells where Leeds lies. */
export function whereaboutsOf({ text, tokens, mentions }: ReadSentence): Whereabouts {
  const named = mentions.flatMap(({ entity, span }): Named[] => {
    const words = text.slice(span.start, span.end);
    const isCountry = COUNTRY_NAMES.has(entity.name);
    if (entity.type !== 'place' || (NATIONALITIES.has(words) && !isCountry)) return [];
    const at = tokens.findIndex((token) => token.start === span.start);
    const [before, link] = [tokens[at - 2], tokens[at - 1]];
    if (link?.text === ',' && before?.marks.has('place') === true) return [];
    const isWhere = WHERE.test(link?.lower ?? '') && words === entity.name;
    return [{ name: entity.name, at: span.start, isCountry, isWhere }];
  });
  const isElsewhere = tokens.some(
    ({ lower, marks }, i) =>
      STAYS.has(lower) && !marks.has('time') && isCommon(tokens, i + 1) && tokens[i + 1]?.marks.has('time') !== true,
  );
  return { named, isElsewhere };
}

/** "at the plant", "on a ship": where nobody has said in a name. */
function isCommon(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:the|an?|its|his|her|their)$/.test(tokens[at]?.lower ?? '')) return false;
  const noun = tokens.slice(at + 1, at + 5).find(({ tag }) => tag === 'NOUN' || tag === 'PROPN');
  return noun !== undefined && noun.tag === 'NOUN' && !noun.marks.has('time') && !noun.marks.has('place');
}

/** The one place of a kind that stands before `at`, in its own sentence or, where that has none, in the one before. */
function only(own: Whereabouts, before: Whereabouts, at: number, isOfKind: (one: Named) => boolean): Named | null {
  const here = own.named.filter((one) => one.at < at && isOfKind(one));
  const near = here.length > 0 ? here : before.named.filter(isOfKind);
  const [first] = near;
  return first !== undefined && near.every(({ name }) => name === first.name) ? first : null;
}

/** "400 people work there" → "400 people work [in Norvik]"; "the town" → "[Norvik]". `lead` goes before the span. */
export function placeEdits(sentence: ReadSentence, span: Span, lead: readonly Span[], before: Whereabouts): Edit[] {
  const { tokens } = sentence;
  if (!tokens.some(({ lower }) => lower === 'there' || AGAIN.has(lower))) return [];
  const own = whereaboutsOf(sentence);
  const edits: Edit[] = [];
  tokens.forEach((token, i) => {
    if (!holds(span, token) || token.marks.has('quoted')) return;
    const isThere = token.lower === 'there' && i > 0 && saysWhere(tokens, i);
    const the = tokens[i - 1];
    const isCalled =
      AGAIN.has(token.lower) &&
      the !== undefined &&
      /^(?:the|this|that)$/.test(the.lower) &&
      holds(span, the) &&
      standsBare(tokens, i);
    if (!isThere && !isCalled) return;
    const isOfKind = ({ isCountry }: Named): boolean => isThere || isCountry === (token.lower === 'country');
    // "was sent to the ship in Leeds, and worked there"
    const isOpen = isThere && (own.named.some((one) => one.at < token.start) ? own : before).isElsewhere;
    const place = isOpen ? null : only(own, before, (the ?? token).start, isOfKind);
    if (place === null || (isThere && !place.isWhere) || isNamedIn(own, [span, ...lead], place.name, token.start))
      return;
    const name = WITH_THE.test(place.name) ? `the ${place.name}` : place.name;
    edits.push({
      start: isThere ? token.start : (the ?? token).start,
      end: token.end,
      words: isThere ? `in ${name}` : name,
    });
  });
  return edits;
}

const isNamedIn = ({ named }: Whereabouts, spans: readonly Span[], name: string, at: number): boolean =>
  named.some(
    (one) => one.name === name && one.at < at && spans.some(({ start, end }) => one.at >= start && one.at < end),
  );

/** "works there", "stationed there,": not "there is", "there were", "from there", "there remain". */
function saysWhere(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next !== undefined && /^(?:AUX|VERB)$/.test(next.tag)) return false;
  if (/^(?:from|over|up|down|out|get|gets|got|be|been|is|are|was|were|that|and|but|,)$/.test(before?.lower ?? ''))
    return false;
  return before !== undefined && /^(?:VERB|NOUN|NUM|ADV|PROPN)$/.test(before.tag);
}
