/**
 * Stage 9d: what kind of statement a claim makes, and whether anybody could check it.
 */
import type { VerbGroup } from '../clauses/verbs.ts';
import {
  CAUSES,
  CHANGES,
  COLOURS,
  COMPARISONS,
  FEELING_STATES,
  FEELING_VERBS,
  FIGURATIVE,
  FIRST_PERSON,
  FUTURE_MODALS,
  HEDGES,
  JUDGEMENTS,
  LIKELIHOOD,
  OUGHT,
  PLANS,
  PROPOSALS,
  RULE_WORDS,
  STANCES,
} from '../lexicon/kinds.ts';
import { VALUING_ADJECTIVES, VALUING_NOUNS } from '../lexicon/subjective.ts';
import { BODY_NOUNS, GROUP_NOUNS, PERSON_NOUNS } from '../lexicon/titles.ts';
import type { ClaimKind, Quantity, Time, Token } from '../types.ts';

/** What a clause is judged by. `words` is the claim's own text, folded; `before` is its subject. */
export type KindEvidence = {
  readonly words: string;
  /** Where `words` starts in the text. */
  readonly start: number;
  readonly subject: string;
  readonly verb: VerbGroup | null;
  readonly tokens: readonly Token[];
  readonly quantities: readonly Quantity[];
  readonly times: readonly Time[];
  readonly quoted: boolean;
  /** Somebody is said to expect it. */
  readonly foretold: boolean;
  /** It is what somebody is said to believe, feel or hope. */
  readonly believed: boolean;
  /** Who says it: an official's "will" is a plan, an expert's a forecast. */
  readonly speaker: 'author' | 'official' | 'expert' | 'document';
};

export type KindVerdict = {
  readonly kind: ClaimKind;
  readonly reason: string;
  readonly hedged: boolean;
  readonly negated: boolean;
  /** The kind it has if it can be checked after all. */
  readonly ifFact: ClaimKind;
};

const COPULA: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  "'s",
  "'re",
  "'m",
  'be',
  'been',
  'become',
  'became',
  'becomes',
  'remain',
  'remains',
  'remained',
]);

/** "One gate" is hardly a figure. */
const measured = (quantities: readonly Quantity[]): boolean =>
  quantities.some((quantity) => !quantity.rank && !/^(?:an?|one)$/i.test(quantity.text));

/** "her likely opponent": who it may come to be, and not what may come. */
const LIKELY_ONE = /\b(?:likely|probable|possible|potential) (\p{Ll}+)/gu;

/** "He expects output to fall": what somebody looks forward to. */
export const EXPECTING: ReadonlySet<string> = new Set(
  'expect expects expected forecast forecasts forecasted predict predicts predicted anticipate anticipates anticipated'.split(
    ' ',
  ),
);

const GOING_TO = /\b(?:am|are|is|'m|'re|'s) (?:not )?going to\b/i;

type Verdict = readonly [ClaimKind, string];

function oughtKind({ words, times, quantities, speaker }: KindEvidence, modal: string): Verdict | null {
  if (modal === 'should' && times.length > 0) return ['plan', 'says what is planned, and for when'];
  if (RULE_WORDS.test(words)) return ['rule', 'says what a rule demands'];
  if (modal === 'have to' && speaker === 'author' && /\bwill have to\b/.test(words))
    return ['plan', 'says what is planned'];
  if (modal === 'must' && times.length > 0 && speaker !== 'expert' && !measured(quantities))
    return ['rule', 'says what must be done, and by when'];
  return speaker === 'author' && measured(quantities) ? null : ['opinion', 'says what ought to be'];
}

const UNREAL = /ed$|^(?:were|was|had|did|fell|rose|went|came|lost|won|left|took|got|ran|broke|became)$/;

/** Whether an "if" clause in the past stands before the verb. */
function supposes(tokens: readonly Token[], verb: VerbGroup | null): boolean {
  if (verb === null) return false;
  const at = tokens.findIndex(
    ({ lower }, i) => lower === 'if' && tokens[i - 1]?.lower !== 'as' && tokens[i - 1]?.lower !== 'even',
  );
  const comma = tokens.findIndex(({ lower }, i) => i > at && i < verb.from && lower === ',');
  if (at < 0 || comma < 0) return false;
  // "if the time stands" is open still
  return tokens.slice(at, comma).some(({ lower, tag }) => UNREAL.test(lower) && (tag === 'VERB' || tag === 'AUX'));
}

/** "the aim is to cut costs" says what for. */
const AIMS =
  /\b(?:aim|aims|goal|goals|purpose|idea|job|task|way|ways|point|plan|plans|trick|challenge|key|answer|solution|priority|hope|intention|role|duty|mission|what|thing|things)\b/i;

const CAUTIOUS =
  /\b(?:may|might|could) (?:also |well |even )?(?:have (?:been )?\w+(?:ed|en|nt|ne|de|wn)|be (?:due to|because|linked to|caused by|down to|explained by|related to))\b/i;

/** "the broadcasts will continue": what is decided without its doer. */
const SCHEDULED: ReadonlySet<string> = new Set(
  'continue begin start open close end resume reopen launch expire cease apply'.split(' '),
);

const PRONOUN = /^(?:|i|we|he|she|it|they|who|which|that|you)$/i;

/** Whether the subject can plan anything: somebody or a body, not "the rest" or "his presence on the ballot". */
function isAgent(subject: string): boolean {
  const plain = subject.trim();
  if (PRONOUN.test(plain)) return true;
  const [phrase = ''] = plain.split(/ (?:of|on|in|at|for|from|with|to|by|between|against) /);
  const head = phrase.split(/[\s-]+/).at(-1) ?? '';
  const noun = head.toLowerCase();
  return (
    /^\p{Lu}/u.test(head) ||
    BODY_NOUNS.has(noun) ||
    GROUP_NOUNS.has(noun) ||
    PERSON_NOUNS.has(noun) ||
    PROPOSALS.test(noun)
  );
}

const UNWILLED = /^(?:lose|fail|suffer|struggle|collapse|die|regret|miss)$/;

/** Will, would, could …: a plan, a rule, a prophecy. Null where the clause speaks of what is or was. */
function futureKind(evidence: KindEvidence): Verdict | null {
  const { words, subject, verb, tokens, times, quantities, speaker } = evidence;
  const modal = verb?.modal ?? null;
  // "they expect the region to lose ice"
  if (evidence.foretold && modal === null && verb?.form !== 'past' && verb?.form !== 'perfect')
    return ['prediction', 'says what somebody expects'];
  if (modal !== null && OUGHT.has(modal)) return oughtKind(evidence, modal);
  const mainWord = verb === null ? '' : (tokens[verb.main]?.lower ?? '');
  if (EXPECTING.has(mainWord) && verb?.passive === false)
    return tokens[verb.to]?.lower === 'to'
      ? ['plan', 'says what somebody means to do']
      : ['prediction', 'says what somebody expects'];
  if (speaker === 'official' && isAgent(subject) && GOING_TO.test(words))
    return ['plan', 'says what is planned, in the planner’s words'];
  // "perhaps 200,000 people" rounds a figure
  // "home to plants that stand to gain": what is said of the plants is not what is claimed
  const [claimed = ''] = evidence.quoted ? [words] : words.split(/\b(?:that|which|who) (?=stands? to\b)/i);
  const told = claimed
    .replace(/\b(?:perhaps|maybe|probably|possibly) (?=\d)/gi, '')
    .replace(LIKELY_ONE, (all, noun: string) => (PERSON_NOUNS.has(noun) || GROUP_NOUNS.has(noun) ? noun : all));
  const likely = LIKELIHOOD.test(told);
  if ((likely || GOING_TO.test(words)) && !/\b(?:more|less|times|as|most|least) likely\b/i.test(words))
    return ['prediction', 'says what is likely, not what is'];
  // "bills are to rise"
  const destined =
    /^(?:is|are)$/.test(mainWord) &&
    tokens[verb?.to ?? 0]?.lower === 'to' &&
    tokens[(verb?.to ?? 0) + 1]?.tag === 'VERB';
  if (
    destined &&
    !/^(?:blame|be|do|say|see|make)$/.test(tokens[(verb?.to ?? 0) + 1]?.lower ?? '') &&
    !AIMS.test(subject)
  )
    return ['plan', 'says what is planned'];
  if (modal === null || !FUTURE_MODALS.has(modal)) return PLANS.test(words) ? ['plan', 'says what is planned'] : null;
  const hedged = modal === 'may' || modal === 'might' || modal === 'could';
  // "may have caused", "could be due to chance", "a trial suggests it may protect": a finding that is not sure of itself
  if (hedged && (speaker === 'document' || CAUTIOUS.test(words))) return null;
  // "they could not agree": in the author's account that is what happened
  const short = verb?.negated === true || /\bcould (?:\w+ )?only\b/.test(words);
  if (modal === 'could' && short && !evidence.quoted && speaker === 'author') return null;
  if (modal === 'can' || /\bwould rather\b/.test(words)) return null;
  // "none of the hotels would comment": they were asked, and did not
  if (modal === 'would' && /^(?:comment|elaborate)$/.test(mainWord)) return null;
  // "a hen will lay, on average, 250 eggs a year": what is so as a rule
  if (modal === 'will' && /\b(?:on average|typically|usually|normally|generally)\b/i.test(words)) return null;
  // "would have cost £4.6 million": what did not come about
  if (modal === 'would' && /\bwould (?:\w+ )?have \w+/.test(words))
    return measured(quantities) ? null : ['prediction', 'says what would have been, not what is'];
  const decided = modal === 'will' || modal === 'would';
  // "if it collapsed, the seas would rise": only supposed
  if (modal === 'would' && supposes(tokens, verb)) return ['prediction', 'says what would follow, not what is'];
  if (decided && PROPOSALS.test(subject)) return ['rule', 'says what a plan or law contains'];
  const exact = times.length > 0 || measured(quantities);
  if (decided && exact && speaker !== 'expert') return ['plan', 'says what is planned, with a date or figure'];
  const scheduled = verb?.passive === true || SCHEDULED.has(mainWord);
  // "Ruiz would lose to anybody": nobody means to
  if (decided && speaker === 'official' && (scheduled || isAgent(subject)) && !UNWILLED.test(mainWord))
    return ['plan', 'says what is planned, in the planner’s words'];
  if (decided && PLANS.test(words)) return ['plan', 'says what is planned'];
  return ['prediction', 'says what may come, which nobody can check yet'];
}

/** "I don't think …", "we feel …": what somebody thinks is theirs. */
const MUSING =
  /^["'\s]*(?:[Ii]n \w+, )?(?:i|we) (?:(?:do|did|would|really|just|also|always|still|strongly|personally|completely|totally|not|don't|didn't|wouldn't) )*(?:think|thought|believe|feel|felt|hope|wish|want|guess|suppose|disagree|agree|know|worry|expect|'d like|like|love|hate|appreciate|welcome|look forward|understand|respect)\b/i;

/** “was “an egregious act””: what something is, in somebody's own words. */
const IN_MARKS =
  /\b(?:is|are|was|were|be|been|being|as) (?:\w+ly |just |only )?["'](an? |the |so |too |very |not )?([^"'\d]{3,60})/i;

/** “was “thoughtful and fair””: a word for what something is worth, by how it ends. */
const VALUES = /^(?:\p{Ll}+ly )?(?:\p{Ll}+,? (?:and |or |but )?){0,2}\p{Ll}{3,}(?:ful|less|ous|able|ible)\b/u;

function judgesInMarks(words: string): boolean {
  const [, article, quoted = ''] = IN_MARKS.exec(words) ?? [];
  if (quoted === '') return false;
  const isSupreme =
    /^the $/i.test(article ?? '') && /^(?:\p{Ll}{3,}est|most|least|only|last|first|real|true)\b/u.test(quoted);
  return (
    isSupreme ||
    VALUES.test(quoted) ||
    /^(?:an?|so|too|very) $/i.test(article ?? '') ||
    JUDGEMENTS.test(quoted) ||
    COLOURS.test(quoted)
  );
}

/** “Remember in November …”, “Don't tell us …”: somebody is told to do something. */
const ORDERS =
  /^["'\s]*(?:remember|imagine|stop|vote|join us|wake up|don't|do not|never forget|get out|stand up|listen|go home|give us|come on)\b/i;

/** "the most dramatic example", "noticeably more conciliatory": a comparison that nothing measures. */
function ranksByTaste(words: string): boolean {
  const [, adjective = ''] = /\b(?:most|least|more|less|so|too|very|such an?) ([a-z-]+)/i.exec(words) ?? [];
  return adjective !== '' && (JUDGEMENTS.test(adjective) || COLOURS.test(adjective));
}

/** "she appreciated the apology", "he is alarmed by it": what the speaker feels. */
function tellsFeelings({ subject, verb, tokens, speaker }: KindEvidence): boolean {
  if (speaker === 'author' || verb === null || !/^(?:i|we|he|she|they)$/i.test(subject.trim())) return false;
  const main = tokens[verb.main]?.lower ?? '';
  if (FEELING_VERBS.has(main) || FEELING_STATES.has(main)) return true;
  return COPULA.has(main) && tokens.slice(verb.to, verb.to + 3).some(({ lower }) => FEELING_STATES.has(lower));
}

const INTENSE = /\b(?:very|really|pretty|quite|incredibly|extremely|absolutely|totally|utterly|truly) \w+/i;

/** A judgement beside a fact comes in its first words. */
const BESIDE_WORDS = 5;

/** "is complicated", "are in trouble": what follows the verb at once colours what it is said of. */
function isColoured({ verb, tokens, start, words }: KindEvidence): boolean {
  const after =
    verb === null ? [] : tokens.slice(verb.to, verb.to + 3).filter(({ end }) => end <= start + words.length);
  return COLOURS.test(after.map(({ lower }) => lower).join(' '));
}

/** No more words stand between "is" and what somebody makes of it. */
const PREDICATE_WORDS = 6;

/** "is deeply unfair", "was a complete waste of money": what follows a form of "be" at once says what something is worth. */
function saysWorth({ verb, tokens, start, words }: KindEvidence): boolean {
  if (verb === null || verb.passive || !COPULA.has(tokens[verb.main]?.lower ?? '')) return false;
  const behind = tokens.slice(verb.to, verb.to + PREDICATE_WORDS).filter(({ end }) => end <= start + words.length);
  const break_ = behind.findIndex(
    ({ tag, lower }) => /^(?:ADP|PUNCT|SCONJ|CCONJ|VERB|PRON)$/.test(tag) || lower === 'that',
  );
  const predicate = break_ < 0 ? behind : behind.slice(0, break_);
  const head = predicate.findLast(({ tag }) => tag === 'NOUN' || tag === 'PROPN');
  if (head !== undefined) return head.tag === 'NOUN' && VALUING_NOUNS.has(head.lower);
  return predicate.some(({ tag, lower }) => (tag === 'ADJ' || tag === 'VERB') && VALUING_ADJECTIVES.has(lower));
}

function opinionReason(evidence: KindEvidence): string | null {
  const { words, verb, tokens, quantities, times, quoted } = evidence;
  if (FIGURATIVE.test(words)) return 'a figure of speech';
  const verbStart = verb === null ? 0 : (tokens[verb.from]?.start ?? 0) - evidence.start;
  const predicate = verbStart > 0 ? words.slice(verbStart) : words;
  const solid = measured(quantities) || times.length > 0;
  const mainWord = verb === null ? '' : (tokens[verb.main]?.lower ?? '');
  if (quoted && MUSING.test(words)) return 'speaks of feelings or intentions';
  if (/\?["')\s]*$/.test(words)) return 'a question';
  if (quoted && ORDERS.test(words)) return 'a call to act';
  if (tellsFeelings(evidence)) return 'speaks of feelings or intentions';
  if (evidence.speaker !== 'author' && !measured(quantities) && judgesInMarks(words))
    return 'words in quotation marks that judge';
  if (/^(?:let's|let us)\b|^it(?:'s| is) (?:high )?time (?:for|to|that)\b/i.test(words)) return 'a call to act';
  // "A medal in September is a house": somebody's way of putting it, with nothing in it to look up.
  const after = verb === null ? undefined : tokens[verb.to];
  const equates = COPULA.has(mainWord) && (after?.tag === 'DET' || after?.tag === 'ADJ' || after?.tag === 'NOUN');
  if (quoted && equates && !measured(quantities) && !/[A-Z0-9]/.test(predicate)) return 'somebody’s way of putting it';
  if (solid) return null;
  if (evidence.believed) return 'says what somebody believes';
  if (evidence.speaker !== 'author' && /\bneeds? to\b/i.test(predicate)) return 'says what ought to be';
  if (saysWorth(evidence)) return 'a judgement, not a fact';
  if (ranksByTaste(predicate)) return 'a judgement, not a fact';
  // "a fantastic display of skill": beside the fact it hangs on
  if (verb === null && JUDGEMENTS.test(words.split(/\s+/, BESIDE_WORDS).join(' '))) return 'a judgement, not a fact';
  if (COPULA.has(mainWord) ? isColoured(evidence) : verb?.passive === true && COLOURS.test(mainWord))
    return 'a judgement, not a fact';
  if (JUDGEMENTS.test(predicate) && (COPULA.has(mainWord) || quoted || verb?.form === 'present'))
    return 'a judgement, not a fact';
  if (quoted && COPULA.has(mainWord) && INTENSE.test(predicate)) return 'a judgement, not a fact';
  const acted = (verb?.form === 'past' || verb?.form === 'perfect') && !/\bhad to\b/.test(words);
  if (quoted && FIRST_PERSON.test(evidence.subject) && !acted) return 'speaks of feelings or intentions';
  return null;
}

/** "declined to comment" changes nothing; "declined to 5 percent" does. */
const DECLINES =
  /\bdeclin(?:e|es|ed|ing) to (?!an?\b|the\b|its\b|about\b|around\b|\w+ly\b|just\b|under\b|below\b|less\b|record\b|zero\b)(?=[a-z])/gi;

function factKind({ words: all, verb, tokens, quantities }: KindEvidence): Verdict {
  // "was due to open": no cause
  const isDue = tokens.some(
    ({ lower }, i) =>
      lower === 'due' &&
      tokens[i + 1]?.lower === 'to' &&
      tokens[i + 2]?.tag === 'VERB' &&
      !/(?:ing|[^s]s)$/.test(tokens[i + 2]?.lower ?? ''),
  );
  const words = all.replace(DECLINES, '').replace(isDue ? / due to / : '', ' ');
  if (measured(quantities))
    return CHANGES.test(words) && quantities.some((quantity) => quantity.change !== null)
      ? ['trend', 'states a figure and its change']
      : ['quantity', 'states a figure'];
  if (CAUSES.test(words)) return ['causal', 'gives a cause'];
  if (CHANGES.test(words)) return ['trend', 'says how something changed'];
  if (COMPARISONS.test(words)) return ['comparison', 'compares'];
  if (RULE_WORDS.test(words)) return ['rule', 'speaks of a rule or law'];
  if (STANCES.test(words)) return ['position', 'states a position'];
  const mainWord = verb === null ? '' : (tokens[verb.main]?.lower ?? '');
  if (COPULA.has(mainWord) && verb !== null && ['DET', 'NOUN', 'PROPN', 'ADJ'].includes(tokens[verb.to]?.tag ?? ''))
    return ['identity', 'says what somebody or something is'];
  if (verb !== null && (verb.form === 'past' || verb.form === 'perfect')) return ['event', 'says what happened'];
  return verb === null ? ['event', 'names an event'] : ['position', 'says how things stand'];
}

/** Tells the kind of a claim from its words, its verb and its figures. */
export function kindOf(evidence: KindEvidence): KindVerdict {
  const { words, verb } = evidence;
  const negated =
    (verb?.negated ?? false) || /\b(?:no|not|never|none|neither|without|n't|nobody|nothing)\b|n't\b/i.test(words);
  const hedged = HEDGES.test(words) || verb?.modal === 'may';
  const goes = evidence.speaker === 'official' && isAgent(evidence.subject) && GOING_TO.test(words);
  const firmly = verb === null || !['could', 'would', 'might'].includes(verb.modal ?? '');
  const planned = goes || (firmly && PLANS.test(words.slice(0, 60)));
  const opinion = planned ? null : opinionReason(evidence);
  const [ifFact] = factKind(evidence);
  if (opinion !== null) return { kind: 'opinion', reason: opinion, hedged, negated, ifFact };
  const future = futureKind(evidence);
  const [kind, reason] = future ?? factKind(evidence);
  return { kind, reason, hedged, negated, ifFact };
}
