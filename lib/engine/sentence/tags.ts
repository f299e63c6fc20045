/**
 * Mends the tagger's commonest mistakes that would cost or invent a clause. Each rule looks at two or three neighbours only.
 */
import { MONTHS, WEEKDAYS } from '../lexicon/calendar.ts';
import {
  BE,
  FINITE_AUXILIARIES,
  INVARIANT,
  MODALS,
  NOUN_OR_VERB,
  PARTICIPLE_ONLY,
  PAST_ONLY,
  PAST_OR_PARTICIPLE,
} from '../lexicon/verbs.ts';
import type { Tag, Token } from '../types.ts';
import { baseOfS, isPluralNoun, startsObject, withLostVerb } from './lost-verb.ts';

/** Words in -ing that are prepositions in the news, wherever no auxiliary stands before them. */
const PREPOSITIONS_IN_ING: ReadonlySet<string> = new Set([
  'including',
  'following',
  'regarding',
  'concerning',
  'excluding',
  'barring',
]);

const RELATIVE: ReadonlySet<string> = new Set(['which', 'who', 'whom', 'that']);
const POSSESSIVE: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', "'s", "'"]);
const COMPARISONS: ReadonlySet<string> = new Set(['more', 'less', 'further']);

/** "Monday", "Nov.", "12": what "on" may stand before where it says a day. */
function namesDay(token: Token | undefined): boolean {
  const word = token?.lower.replace(/\.$/, '') ?? '';
  return WEEKDAYS.has(word) || MONTHS.has(word) || /^\d{1,2}$/.test(word);
}

const isMany = (token: Token): boolean => isPluralNoun(token) || /(?:men|people|police)$/.test(token.lower);

const isBaseForm = (word: string): boolean =>
  !/(?:ed|ing|[^s]s)$/.test(word) &&
  !PAST_ONLY.has(word) &&
  !PAST_OR_PARTICIPLE.has(word) &&
  !PARTICIPLE_ONLY.has(word);

/** True where `before` shows that a noun phrase is under way, so that the next word is not its verb. */
function insideNounPhrase(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (tokens[i]?.tag === 'ADJ' || tokens[i]?.tag === 'NUM')) i -= 1;
  const before = tokens[i];
  if (before === undefined) return false;
  if (POSSESSIVE.has(before.lower)) return before.tag === 'PART' || before.tag === 'PRON' || before.tag === 'DET';
  return (
    before.tag === 'DET' &&
    !RELATIVE.has(before.lower) &&
    before.lower !== 'this' &&
    before.lower !== 'these' &&
    before.lower !== 'those'
  );
}

function coordinatedBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 6; i -= 1) {
    const tag = tokens[i]?.tag;
    if (tag === 'CCONJ') return true;
    if (tag === 'PUNCT' || tag === 'ADP' || tag === 'VERB') return false;
  }
  return false;
}

/** "and costs *less than 20p*", "and holds *about 400*". */
function isAmount(tokens: readonly Token[], at: number): boolean {
  const { lower, tag } = tokens[at] ?? { lower: '', tag: 'X' };
  if (/^(?:more|less|fewer)$/.test(lower)) return tokens[at + 1]?.lower === 'than';
  return (
    tag === 'NUM' ||
    tag === 'SYM' ||
    (/^(?:about|around|almost|nearly|up|only|just)$/.test(lower) && tokens[at + 1]?.tag !== 'DET')
  );
}

/** "her £4,000", "the council £2m": whom, and how much. */
function costsSomebody(tokens: readonly Token[], at: number): boolean {
  const sum = tokens.findIndex(({ tag }, i) => i > at && i < at + 4 && (tag === 'SYM' || tag === 'NUM'));
  return sum > 0 && /^(?:PRON|DET|PROPN)$/.test(tokens[at]?.tag ?? '');
}

/** Tags that can be wrong by the words around; of a token with another tag only these words are looked at. */
const DOUBTFUL: ReadonlySet<Tag> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV', 'CCONJ']);
const DOUBTFUL_WORDS: ReadonlySet<string> = new Set([
  ...PREPOSITIONS_IN_ING,
  ...'aged which who whom might yet neither none both each some many most several all few'.split(' '),
]);

/** "Stem cells are", "Rob Moss has been": what a sentence opens with and a verb follows soon is who or what it is about; but "Ensure the doors are". */
function namesThing(tokens: readonly Token[]): boolean {
  const [first, ...rest] = tokens;
  if (first === undefined || !isBaseForm(first.lower) || COMMANDS.test(first.lower)) return false;
  const verb = rest.findIndex(({ tag }) => tag === 'AUX' || tag === 'VERB');
  const finite = rest[verb];
  return (
    verb > 0 &&
    verb < 4 &&
    finite !== undefined &&
    finite.tag === 'AUX' &&
    (FINITE_AUXILIARIES.has(finite.lower) || MODALS.has(finite.lower)) &&
    rest.slice(0, verb).every(({ tag, text }) => tag === 'NOUN' || tag === 'PROPN' || /^\p{Lu}/u.test(text))
  );
}

/** "United Mills shares rose": with no comma before the next verb, no participle in front but part of a name. */
function opensName(tokens: readonly Token[]): boolean {
  if (!/ed$/.test(tokens[0]?.lower ?? '') || tokens[1]?.tag !== 'PROPN' || tokens.at(-1)?.text !== '.') return false;
  const at = tokens.findIndex(({ tag, text }, i) => i > 0 && (tag === 'VERB' || tag === 'AUX' || text === ','));
  const next = tokens[at];
  // "United Hull Mills, the oldest of them, rose"
  if (next?.text === ',' && at > 2 && tokens.slice(1, at).every(({ tag }) => tag === 'PROPN')) return true;
  return next !== undefined && next.text !== ',' && !next.lower.endsWith('ing');
}

/** What bids the reader do or think something. */
const COMMANDS =
  /^(?:ensure|check|make|let|have|see|hope|know|say|think|believe|remember|imagine|suppose|assume|help|watch|mind|note|do|be|trust|pray|bet|guess|ask|tell|show|prove)$/;

function mended(tokens: readonly Token[], at: number): Tag | null {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (token === undefined) return null;
  const { lower, tag } = token;
  if (!DOUBTFUL.has(tag) && !DOUBTFUL_WORDS.has(lower)) return null;

  if (lower === 'people' && tag === 'VERB') return 'NOUN';
  if (tag === 'VERB' && at === 0 && opensName(tokens)) return 'PROPN';
  if (tag === 'VERB' && at === 0 && namesThing(tokens)) return after?.tag === 'PROPN' ? 'PROPN' : 'NOUN';
  if (PREPOSITIONS_IN_ING.has(lower)) return before?.tag === 'AUX' || before?.tag === 'DET' ? null : 'ADP';
  // "1,208 adults aged between 50 and 75"
  if (lower === 'aged' && before?.tag !== 'AUX') return 'ADJ';
  if (lower === 'further' && tag === 'VERB' && after?.tag === 'NOUN') return 'ADJ';
  if (lower === 'which' || lower === 'who' || lower === 'whom') return 'PRON';
  if (lower === 'might' && before?.tag === 'ADJ' && (after === undefined || after.tag === 'PUNCT')) return 'NOUN';
  if (tag === 'ADV' && /^(?:first|second|third|last|far)$/.test(lower) && insideNounPhrase(tokens, at)) return 'ADJ';
  // ", yet infections rose"
  if (lower === 'yet' && before?.lower === ',' && /^(?:DET|PRON|NOUN|PROPN|ADJ|NUM)$/.test(after?.tag ?? ''))
    return 'CCONJ';
  // "and neither has a view on it": it is the subject
  if (/^(?:neither|none|both|each|some|many|most|several|all|few)$/.test(lower) && after?.tag === 'AUX') return 'PRON';
  // "for increased trade": not done, but what kind
  const isQualified = tag === 'VERB' && lower.endsWith('ed') && /^(?:for|with|from|by)$/.test(before?.lower ?? '');
  if (isQualified && /^(?:NOUN|ADJ)$/.test(after?.tag ?? '')) return 'ADJ';
  // a grade such as "A-plus"
  if (tag === 'CCONJ' && lower.includes('-')) return 'NOUN';
  if (tag === 'AUX' || MODALS.has(lower) || FINITE_AUXILIARIES.has(lower)) {
    return MODALS.has(lower) && tag === 'NOUN' && before?.tag !== 'DET' && after?.tag === 'VERB' ? 'AUX' : null;
  }
  // "could close the port", "will open two schools": behind a modal and before an object stands a verb.
  const underModal = before?.tag === 'AUX' && MODALS.has(before.lower);
  if (underModal && (tag === 'ADJ' || tag === 'NOUN') && /^(?:DET|PRON|NUM)$/.test(after?.tag ?? '')) return 'VERB';
  // "who clung to a drum", "they swam ashore": behind who did it stands a verb
  if (
    /^(?:NOUN|ADJ|PROPN)$/.test(tag) &&
    /^(?:who|which|he|she|they|we|it)$/.test(before?.lower ?? '') &&
    (PAST_ONLY.has(lower) || PAST_OR_PARTICIPLE.has(lower))
  )
    return 'VERB';
  // "a surge in January drowned 31 people"
  if (
    tag === 'ADJ' &&
    /[a-z]{3}ed$/.test(lower) &&
    /^(?:NOUN|PROPN|NUM)$/.test(before?.tag ?? '') &&
    after?.tag === 'NUM' &&
    !/^(?:in|at|to|between)$/.test(after.lower)
  )
    return 'VERB';
  // "Ardley married Tom Hirst in 1963"
  if (tag === 'ADJ' && /[a-z]{3}ed$/.test(lower) && before?.tag === 'PROPN' && /^(?:PROPN|DET)$/.test(after?.tag ?? ''))
    return 'VERB';
  // "one family in six left the valley", "about 9,000 left in 2025"
  if (
    lower === 'left' &&
    /^(?:NOUN|ADJ|ADV)$/.test(tag) &&
    ((/^(?:NOUN|PROPN|NUM)$/.test(before?.tag ?? '') && /^(?:DET|PRON)$/.test(after?.tag ?? '')) ||
      (before?.tag === 'NUM' && tokens[at - 2]?.tag !== 'AUX' && /^(?:in|for|on|after)$/.test(after?.lower ?? '')))
  )
    return 'VERB';
  if (tag === 'NOUN') {
    // "fishermen rescued over 700"
    if (/[a-z]{3}[^e]ed$/.test(lower) && before !== undefined && isMany(before) && startsObject(after)) return 'VERB';
    // "farmers, who use most of the water"
    if (before?.lower === 'who' && ((isBaseForm(lower) && startsObject(after)) || PAST_ONLY.has(lower))) return 'VERB';
    // "change accounts for much of it"
    if (lower === 'accounts' && after?.lower === 'for' && before?.tag === 'NOUN') return 'VERB';
    // "the glaciers, the small ones, account for a quarter"
    const many = before !== undefined && (before.lower === ',' || isPluralNoun(before));
    if (lower === 'account' && after?.lower === 'for' && many) return 'VERB';
    // "a study of workers found that …"
    if (/^(?:found|shows?)$/.test(lower) && after?.lower === 'that' && after.tag !== 'DET') return 'VERB';
    // "the tram cost £9m"
    if (/^costs?$/.test(lower) && /^(?:NOUN|PROPN)$/.test(before?.tag ?? '') && /^(?:SYM|NUM)$/.test(after?.tag ?? ''))
      return 'VERB';
    // "the closure cost her £4,000", "cost the council £2m"
    if (lower === 'cost' && before?.tag === 'NOUN' && costsSomebody(tokens, at + 1)) return 'VERB';
    // "people at work cost more than people at home"
    if (
      /^costs?$/.test(lower) &&
      before?.tag === 'NOUN' &&
      /^(?:more|less|about|nearly|almost|up)$/.test(after?.lower ?? '')
    )
      return 'VERB';
    // "the index rose 0.3 percent": no flower
    if (
      lower === 'rose' &&
      /^(?:NUM|SYM|ADP|ADV)$/.test(after?.tag ?? '') &&
      /^(?:NOUN|PROPN|NUM|PRON)$/.test(before?.tag ?? '')
    )
      return 'VERB';
    if (
      before !== undefined &&
      RELATIVE.has(before.lower) &&
      // "that borders the sea": no determiner in the singular stands before a plural
      (before.tag !== 'DET' || (before.lower === 'that' && NOUN_OR_VERB.has(baseOfS(lower)))) &&
      /[^s]s$/.test(lower) &&
      startsObject(after)
    )
      return 'VERB';
    if (
      before?.tag === 'PRON' &&
      RELATIVE.has(before.lower) &&
      NOUN_OR_VERB.has(lower) &&
      (startsObject(after) || after?.tag === 'NOUN' || isAmount(tokens, at + 1))
    )
      return 'VERB';
    const third = /[^s]s$/.test(lower) && NOUN_OR_VERB.has(baseOfS(lower));
    // "the Red Line shares its tracks"
    if (third && before?.tag === 'PROPN' && (/^(?:DET|PRON)$/.test(after?.tag ?? '') || isAmount(tokens, at + 1)))
      return 'VERB';
    // "Halvorsen, which has 214 stores, plans to close 18"
    if (
      third &&
      before?.lower === ',' &&
      after?.lower === 'to' &&
      tokens[at + 2]?.tag === 'VERB' &&
      opensAside(tokens, at)
    )
      return 'VERB';
    // "and Udine plans to close its centre"
    if (
      third &&
      before?.tag === 'PROPN' &&
      after?.lower === 'to' &&
      tokens[at + 2]?.tag === 'VERB' &&
      /^(?:plans|hopes|aims)$/.test(lower)
    )
      return 'VERB';
    // "Maersk reports on Nov. 13"
    if (third && before?.tag === 'PROPN' && after?.lower === 'on' && namesDay(tokens[at + 2])) return 'VERB';
    if (third && before?.tag === 'CCONJ' && (after?.lower === 'to' || isAmount(tokens, at + 1))) return 'VERB';
    if (
      before?.lower === 'to' &&
      NOUN_OR_VERB.has(lower) &&
      (after?.tag === 'DET' || after?.tag === 'PRON' || after?.lower === 'out')
    )
      return 'VERB';
    if (
      before !== undefined &&
      NOUN_OR_VERB.has(lower) &&
      isPluralNoun(before) &&
      startsObject(after) &&
      after?.lower !== 'of'
    )
      return 'VERB';
    return null;
  }
  // "12 people drowned when …"
  if (
    tag === 'ADJ' &&
    /[a-z]{3}ed$/.test(lower) &&
    before?.tag === 'NOUN' &&
    /^(?:when|while|after|before|as|because)$/.test(after?.lower ?? '')
  )
    return 'VERB';
  // "who now own 40% of it": nobody's own
  const isOwning = lower === 'own' && !POSSESSIVE.has(before?.lower ?? '') && before?.tag !== 'DET';
  if (tag === 'ADJ' && isOwning && /^(?:NUM|SYM|DET)$/.test(after?.tag ?? '')) return 'VERB';
  // "he branded the plan as dear": no adjective either
  const isDeed = /^(?:he|she|they|we|it|i|who)$/.test(before?.lower ?? '') && after?.tag === 'DET';
  if (tag === 'ADJ' && /[a-z]{3}ed$/.test(lower) && isDeed) return 'VERB';
  // "…, burned the houses": no adjective stands before an article
  if (tag === 'ADJ' && /ed$/.test(lower) && /^(?:DET|NUM)$/.test(after?.tag ?? '') && before?.tag !== 'ADV')
    return before?.lower === ',' || before?.tag === 'CCONJ' ? 'VERB' : null;
  if (tag !== 'VERB') return null;
  // "they are master keys": no bare verb stands behind a form of "to be"
  const isOfThings = NOUN_OR_VERB.has(lower) || !lower.endsWith('e');
  if (BE.has(before?.lower ?? '') && isBaseForm(lower) && !INVARIANT.has(lower) && after?.tag === 'NOUN' && isOfThings)
    return /^(?:come|run|become)$/.test(lower) ? null : 'NOUN';
  // "although lead and zinc are": what a clause opens with, where no verb of it has a subject yet
  if (
    /^(?:although|though|because|while|whereas)$/.test(before?.lower ?? '') &&
    NOUN_OR_VERB.has(lower) &&
    after?.tag === 'CCONJ' &&
    tokens[at + 2]?.tag === 'NOUN'
  )
    return 'NOUN';
  // "three U.S. states that …"
  if (lower === 'states' && /^U\.?S\.?$/.test(before?.text ?? '')) return 'NOUN';
  // "is seen as politically aligned with Lund"
  if (/ed$/.test(lower) && before?.tag === 'ADV' && tokens[at - 2]?.lower === 'as') return 'ADJ';
  // "as the consequence of failed leadership"
  if (before?.lower === 'of' && /ed$/.test(lower) && /^(?:NOUN|ADJ|PROPN)$/.test(after?.tag ?? '')) return 'ADJ';
  if (before !== undefined && COMPARISONS.has(before.lower)) return null;
  // "Claims on social media …", "Talks about a rescue …" at the head of a sentence.
  if (before === undefined && /^[A-Z].*[^s]s$/.test(token.text) && (after?.tag === 'ADP' || after?.lower === ','))
    return 'NOUN';
  if (insideNounPhrase(tokens, at)) {
    if (lower.endsWith('ing')) return after?.tag === 'NOUN' || after?.tag === 'PROPN' ? 'ADJ' : 'NOUN';
    if (/ed$/.test(lower) || PARTICIPLE_ONLY.has(lower))
      return after?.tag === 'NOUN' || after?.tag === 'ADJ' || after?.tag === 'PROPN' ? 'ADJ' : null;
    if (PAST_ONLY.has(lower)) return null;
    return 'NOUN';
  }
  const single = before?.tag === 'NOUN' && !isPluralNoun(before) && !coordinatedBefore(tokens, at - 1);
  // "his State of the Union address, …"
  const named = before?.tag === 'PROPN' && !/s$/.test(before.lower) && after?.lower === ',';
  const noun = (single || named) && NOUN_OR_VERB.has(lower) && isBaseForm(lower);
  if (noun && !beforeVerbOfDo(tokens, at)) return 'NOUN';
  return null;
}

/** Whether ", which" or ", who" stands before a place, with no other comma between: the one at the place closes it. */
function opensAside(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 2; i > 0 && i > at - 40; i -= 1)
    if (tokens[i]?.lower === ',') return /^(?:which|who)$/.test(tokens[i + 1]?.lower ?? '');
  return false;
}

/** "did the plan work": a bare verb after its singular subject is right in a question or after "let", "make", "help". */
function beforeVerbOfDo(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 7; i -= 1) {
    const { lower } = tokens[i] ?? { lower: '' };
    if (
      MODALS.has(lower) ||
      ['do', 'does', 'did', 'let', 'make', 'made', 'makes', 'making', 'help', 'helped', 'see', 'saw'].includes(lower)
    )
      return true;
  }
  return false;
}

/** "Prices Rise In Iowa": where every word is capitalised, a capital tells nothing. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ text }) => text.length >= 4 && /^\p{L}{4,}/u.test(text));
  return long.filter(({ text }) => /^\p{Lu}/u.test(text)).length > 0.6 * long.length;
}

/** "the charity Bright *Start*", "Carrier and *Ford*": a capital behind a name, not a verb. */
function endsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined || (token.tag !== 'VERB' && token.tag !== 'AUX')) return false;
  if (!/^\p{Lu}\p{Ll}/u.test(token.text)) return false;
  // "a memoir, The Sea *Is* Patient"
  const isName = (other: Token | undefined): boolean =>
    other?.tag === 'PROPN' || /^\p{Lu}\p{Ll}/u.test(other?.text ?? '');
  if (token.tag === 'AUX') return at > 1 && isName(before) && isName(tokens[at - 2]) && isName(tokens[at + 1]);
  return before.tag === 'PROPN' || (before.tag === 'CCONJ' && tokens[at - 2]?.tag === 'PROPN');
}

/** Returns the tokens with mended tags. Left to right, so that a mended tag is seen by the next word. */
export function mendTags(tokens: readonly Token[]): Token[] {
  const result = [...tokens];
  const plain = !isTitleCase(tokens);
  for (let i = 0; i < result.length; i += 1) {
    const token = result[i];
    const tag = plain && endsName(result, i) ? 'PROPN' : mended(result, i);
    if (token !== undefined && tag !== null) result[i] = { ...token, tag };
  }
  return withLostVerb(result);
}
