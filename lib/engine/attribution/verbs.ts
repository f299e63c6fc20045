import { CUE_FORMS } from '../lexicon/cues.ts';
import { PAST_ONLY, PAST_OR_PARTICIPLE } from '../lexicon/verbs.ts';
import type { Cue } from './idioms.ts';
import type { Item } from './units.ts';
import { AUXILIARIES, isAdverb, speakingNoun } from './words.ts';

/** Verbs that hardly take anything but a clause. */
export const PLAIN_CLAUSE = new Set(
  `say speculate reckon think believe argue insist tell hope fear suggest warn according predict forecast estimate project expect contend allege assert joke quip`.split(
    ' ',
  ),
);

const PAST_VERBS = new Set(
  `made took went came got gave lost won held left became began fell rose grew saw knew kept brought stood ran paid met led sent built spent broke
   bought sold wants needs makes takes goes gets works looks seems remains plans hopes supports costs means shows faces comes includes requires
   lies rests stands owes deserves knows sees gives keeps holds leaves runs pays`.split(/\s+/),
);

/** Figures show that something is so; a country shows no sign of it, and a jury finds somebody guilty. */
export function mayShow(items: readonly Item[], cue: Cue, at: number): boolean {
  if (!/^(?:show|demonstrate|find|indicate)$/.test(cue.lemma)) return true;
  const head = items[cue.subject.head];
  const kind = head?.kind === 'word' ? speakingNoun(head.lower) : null;
  const plain = items[at];
  // "It found fares had risen": a paper or a body; not "she found the door was locked"
  const verb =
    cue.lemma === 'find' && /^(?:it|they)$/.test(head?.lower ?? '') ? verbFrom(items, at, untilMark(items, at)) : -1;
  if (verb > 0 && AUXILIARIES.has(items[verb]?.lower ?? ''))
    return !/^(?:no|any|little|signs?)$/.test(plain?.lower ?? '');
  return (kind === 'document' || kind === 'group') && !/^(?:no|any|little|an?|signs?)$/.test(plain?.lower ?? '');
}

/** The first comma or stop from `at` on. */
function untilMark(items: readonly Item[], at: number): number {
  const mark = items.findIndex(({ kind }, i) => i >= at && kind === 'mark');
  return mark < 0 ? items.length : mark;
}

/** Past forms that are a noun or an adjective as often. */
const AS_NOUN = new Set(
  'beat bet burst broadcast cast cost cut forecast found ground hit hurt let put read rid set shed shot split spread stuck upset wound hung'.split(
    ' ',
  ),
);

/** What stands behind "cost" where it is a verb. */
const COSTS = /^(?:me|us|him|her|them|it|the|an?|\d.*)$/;

export const hasVerb = (items: readonly Item[], from: number, to: number): boolean => verbFrom(items, from, to) >= 0;

/** The first word of a stretch that is a verb with a subject before it; -1 where none is. */
function verbFrom(items: readonly Item[], from: number, to: number): number {
  const at = items.slice(from, to).findIndex(
    (item, i) =>
      item.kind === 'word' &&
      i > 0 &&
      ((AUXILIARIES.has(item.lower) && item.text !== 'May') ||
        PAST_VERBS.has(item.lower) ||
        PAST_ONLY.has(item.lower) ||
        (item.lower === 'cost' && COSTS.test(items[from + i + 1]?.lower ?? '')) ||
        // "the experienced guide"
        (!/^(?:the|an?|his|its|their|our|my|your)$/.test(items[from + i - 1]?.lower ?? '') &&
          ((PAST_OR_PARTICIPLE.has(item.lower) && !AS_NOUN.has(item.lower)) || /[a-z]{2}ed$/.test(item.lower))) ||
        thirdPerson(items, from + i)),
  );
  return at < 0 ? -1 : from + at;
}

const SUBORDINATES = /^(?:after|before|when|while|as|because|since|although|though|until|whereas)$/;

/** "admitted | prices had risen", and not "recalled a striker and sold two", "reported a rise after fares fell": whether the first verb has what stands at `from` for its subject. */
export function isClause(items: readonly Item[], from: number, to: number): boolean {
  const verb = verbFrom(items, from, to);
  if (verb < 0) return false;
  const joint = isAdverb(items[verb - 1]) ? verb - 2 : verb - 1;
  const isOther = joint > from && /^(?:and|but|then)$/.test(items[joint]?.lower ?? '');
  return (
    !isOther && !items.slice(from + 1, verb).some(({ lower, kind }) => kind === 'word' && SUBORDINATES.test(lower))
  );
}

/** "the board monitors 20 sites": what ends in s, behind a noun and before an object, is mostly a verb. */
function thirdPerson(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  const next = items[at + 1];
  return (
    /[a-z]{3}s$/.test(items[at]?.lower ?? '') &&
    before?.kind === 'word' &&
    /[a-z]{3}[a-rt-z]$/.test(before.lower) &&
    speakingNoun(before.lower) !== null &&
    next !== undefined &&
    (/^(?:the|an?|to|its|his|her|their|no|more|fewer)$/.test(next.lower) || /^\d/.test(next.lower))
  );
}

/** Verbs a clause may follow without "that". */
export const BARE_CLAUSE = new Set(
  `say reckon think believe claim argue insist add tell hope fear note charge admit warn predict estimate suggest feel allege assert contend maintain report
   confirm announce acknowledge concede expect anticipate promise pledge vow swear joke complain explain declare doubt deny indicate caution forecast reveal
   disclose conclude state write tweet show demonstrate answer respond reply recall imply stress observe remark project find according hint reiterate testify quip`.split(
    /\s+/,
  ),
);

/** Verbs that take what is said behind a preposition: "warned of a hard winter". */
export const ABOUT: ReadonlyMap<string, readonly string[]> = new Map([
  ['warn', ['of', 'against']],
  ['complain', ['of', 'about']],
  ['boast', ['of', 'about']],
  ['speak', ['of']],
]);

/** Verbs that make their object out to be something: "accused China of …", "called it …". */
export const OF_OBJECT = new Set(
  `accuse blame call describe criticize criticise chide condemn slam urge dub denounce label term mock dismiss reject liken compare
   characterize characterise fault blast lambast decry rebuke scold ridicule attack dispute refute rebut cite`.split(
    /\s+/,
  ),
);

export const OBJECT_FIRST = new Set(['tell', 'inform', 'remind', 'assure', 'reassure', 'warn', 'advise', 'ask']);

/** "a letter found *in the archive* shows": where it lay. Not "found in 2019 that", nor "Police found in the lorry 40 kg". */
export function foundSomewhere(items: readonly Item[], at: number): boolean {
  if (!/^(?:in|on|at|near|under|inside|among|beside|behind)$/.test(items[at + 1]?.lower ?? '')) return false;
  const rest = items.slice(at + 2, at + 12);
  const end = rest.findIndex((item) => item.kind === 'mark' || item.kind === 'quote' || item.lower === 'that');
  const within = end < 0 ? rest : rest.slice(0, end);
  return rest[end]?.lower !== 'that' && within.some((item, i) => i > 0 && isFiniteVerb(item));
}

const isFiniteVerb = ({ kind, lower, text }: Item): boolean =>
  kind === 'word' &&
  ((AUXILIARIES.has(lower) && text !== 'May') ||
    (CUE_FORMS.get(lower)?.form ?? 'ing') !== 'ing' ||
    /^(?:[a-z]{3,}ed|came|went|took|gave|led)$/.test(lower));

/** No more words stand between "had been called" and "and promised". */
const GIVEN_WITHIN = 12;

/** "had been called and *promised* 18 percent": what was done to them goes on. */
export function isGiven(items: readonly Item[], at: number): boolean {
  if (!/^(?:promised|offered|told|asked|taught|shown|advised|warned|urged)$/.test(items[at]?.lower ?? '')) return false;
  for (let i = at - 2; i > 0 && i > at - GIVEN_WITHIN; i--) {
    const item = items[i];
    if (item === undefined || item.kind === 'mark' || item.kind === 'quote') return false;
    if (/^(?:been|was|were|being)$/.test(item.lower))
      return /(?:ed|en|wn|ld|nt|ght|de)$/.test(items[i + 1]?.lower ?? '');
  }
  return false;
}

/** When, where and to whom it was said. */
const GOES_AROUND =
  /^(?:in|on|at|for|since|during|after|before|to|by|from|with|without|via|through|under|over|outside|inside|near|across|amid|despite|of|about|against|as|when|while|last|this|late|early|earlier|later|again|only|also|then|today|yesterday|[a-z]+day|[a-z]+ly)$/;

const NONE = /^(?:there|no|not|nobody|nothing|none|few|little|neither)$/;

/** What is claimed, told by a noun. */
const CLAIMED = /^(?:reports?|claims?|rumou?rs?|suggestions?|allegations?|stor(?:y|ies))$/;
const FALSE = /^(?:incorrect|inaccurate|untrue|false|wrong|unfounded|groundless|baseless|nonsense)$/;
/** So many words stand in such a claim. */
const CLAIM_WORDS = 40;

/** "told the paper *a report* in May *that the dam leaked was untrue*": what is said is that the report was. */
const isFalse = (items: readonly Item[], at: number, that: number): boolean =>
  items.slice(at, that).some(({ lower }) => CLAIMED.test(lower)) &&
  items.slice(that, that + CLAIM_WORDS).some(({ lower }, i, rest) => {
    const verb = isAdverb(rest[i - 1]) ? i - 2 : i - 1;
    return FALSE.test(lower) && /^(?:is|are|was|were|been)$/.test(rest[verb]?.lower ?? '');
  });

/** "said *there is no evidence* that", "says *few believe* that", "said *claims* that the dam leaked were false": what is said has begun before its "that". */
export function hasBegun(items: readonly Item[], { lemma, order }: Cue, at: number, that: number): boolean {
  const first = items[at];
  if (order !== 'before' || first === undefined || first.kind === 'mark') return false;
  if (NONE.test(first.lower)) return true;
  if (CLAIMED.test(items[that - 1]?.lower ?? '') || isFalse(items, at, that)) return isFalse(items, at, that);
  if (OBJECT_FIRST.has(lemma) || GOES_AROUND.test(first.lower)) return false;
  return PLAIN_CLAUSE.has(lemma) || (BARE_CLAUSE.has(lemma) && hasVerb(items, at, that));
}
