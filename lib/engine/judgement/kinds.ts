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
  HEDGES,
  JUDGEMENTS,
  PLANS,
  RULE_WORDS,
  STANCES,
} from '../lexicon/kinds.ts';
import { VALUING_ADJECTIVES, VALUING_NOUNS } from '../lexicon/subjective.ts';
import { PARTICIPLE_ONLY, PAST_OR_PARTICIPLE } from '../lexicon/verbs.ts';
import type { Token } from '../types.ts';
import { COPULA, type KindEvidence, type KindVerdict, measured, type Verdict } from './evidence.ts';
import { futureKind, GOING_TO, isAgent } from './future.ts';

/** "I don't think …", "we feel …": what somebody thinks is theirs. */
const MUSING =
  /^["'\s]*(?:[Ii]n \w+, )?(?:i|we) (?:(?:do|did|would|really|just|also|always|still|strongly|personally|completely|totally|not|don't|didn't|wouldn't) )*(?:think|thought|believe|feel|felt|hope|wish|want|guess|suppose|disagree|agree|know|worry|expect|'d like|like|love|hate|appreciate|welcome|look forward|understand|respect|have (?:full|every|no|great|complete|total) (?:confidence|faith|trust|doubt|hope))\b/i;

/** “was “an egregious act””: what something is, in somebody's own words. */
const IN_MARKS =
  /\b(?:is|are|was|were|be|been|being|become|becomes|became|remains?|remained|as) (?:\w+ly |just |only )?["'](an? |the |so |too |very |not )?([^"'\d]{3,60})/i;

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
  // "was too pessimistic"
  if (tokens[verb.to]?.lower === 'too' && tokens[verb.to + 1]?.tag === 'ADJ') return true;
  const behind = tokens.slice(verb.to, verb.to + PREDICATE_WORDS).filter(({ end }) => end <= start + words.length);
  const break_ = behind.findIndex(
    ({ tag, lower }) => /^(?:ADP|PUNCT|SCONJ|CCONJ|VERB|PRON)$/.test(tag) || lower === 'that',
  );
  const predicate = break_ < 0 ? behind : behind.slice(0, break_);
  const head = predicate.findLast(({ tag }) => tag === 'NOUN' || tag === 'PROPN');
  if (head !== undefined) return head.tag === 'NOUN' && VALUING_NOUNS.has(head.lower);
  return predicate.some(({ tag, lower }) => (tag === 'ADJ' || tag === 'VERB') && VALUING_ADJECTIVES.has(lower));
}

/** May stand between "has" and what was done: "have both built", "has, in effect, begun". */
const BETWEEN = /^(?:both|all|each|itself|himself|herself|themselves|since|long|far|so|not|n't|["',—-])$/;

const isDoneWord = ({ lower, tag }: Token): boolean =>
  /ed$/.test(lower) || tag === 'VERB' || PARTICIPLE_ONLY.has(lower) || PAST_OR_PARTICIPLE.has(lower);

/** "has a long memory", "have three sons": what there is now. */
function has({ main, to }: VerbGroup, tokens: readonly Token[]): boolean {
  if (!/^(?:has|have|'ve)$/.test(tokens[main]?.lower ?? '')) return false;
  const next = tokens.slice(to, to + 5).find(({ lower, tag }) => tag !== 'ADV' && !BETWEEN.test(lower));
  return next !== undefined && /^(?:DET|ADJ|NOUN|NUM|PROPN|PRON)$/.test(next.tag) && !isDoneWord(next);
}

/** Whether a verb tells what was done, and not how things are. */
const isDone = ({ verb, tokens }: Pick<KindEvidence, 'verb' | 'tokens'>): boolean =>
  verb !== null && (verb.form === 'past' || (verb.form === 'perfect' && !has(verb, tokens)));

/** "the fourth-largest port": a place in a row. */
const RANKED = /\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ][a-z]{2,8}est\b/i;

function opinionReason(evidence: KindEvidence): string | null {
  const { words, verb, tokens, quantities, times, quoted } = evidence;
  if (FIGURATIVE.test(words)) return 'a figure of speech';
  const verbStart = verb === null ? 0 : (tokens[verb.from]?.start ?? 0) - evidence.start;
  const predicate = verbStart > 0 ? words.slice(verbStart) : words;
  const solid = measured(quantities) || times.length > 0 || RANKED.test(predicate);
  const mainWord = verb === null ? '' : (tokens[verb.main]?.lower ?? '');
  if (quoted && MUSING.test(words)) return 'speaks of feelings or intentions';
  if (/\?["')\s]*$/.test(words)) return 'a question';
  if (quoted && ORDERS.test(words)) return 'a call to act';
  if (tellsFeelings(evidence)) return 'speaks of feelings or intentions';
  if (evidence.speaker !== 'author' && !measured(quantities) && judgesInMarks(words))
    return 'words in quotation marks that judge';
  if (
    /^(?:let's|let us)\b|^it(?:'s| is) (?:high )?time (?:for|to|that)\b|^the time has (?:now )?come (?:for|to|when)\b/i.test(
      words,
    )
  )
    return 'a call to act';
  // "A medal in September is a house": somebody's way of putting it, with nothing in it to look up.
  const after = verb === null ? undefined : tokens[verb.to];
  const equates = COPULA.has(mainWord) && (after?.tag === 'DET' || after?.tag === 'ADJ' || after?.tag === 'NOUN');
  if (quoted && equates && !measured(quantities) && !RANKED.test(predicate) && !/[A-Z0-9]/.test(predicate))
    return saysWorth(evidence) || JUDGEMENTS.test(predicate)
      ? 'a judgement, not a fact'
      : 'somebody’s way of putting it';
  if (solid) return null;
  if (evidence.believed) return 'says what somebody believes';
  const isNeed = /\bneeds? to\b|^needs? |\b(?:is|are) (?:still |now |badly |urgently )?needed\b/i.test(predicate);
  if (evidence.speaker !== 'author' && isNeed) return 'says what ought to be';
  if (saysWorth(evidence)) return 'a judgement, not a fact';
  // "voted to cover them more completely": what was done is told, and coloured in passing
  const isDeed = evidence.speaker === 'author' && verb?.form === 'past' && !COPULA.has(mainWord);
  if (!isDeed && ranksByTaste(predicate)) return 'a judgement, not a fact';
  // "a fantastic display of skill": beside the fact it hangs on
  if (verb === null && JUDGEMENTS.test(words.split(/\s+/, BESIDE_WORDS).join(' '))) return 'a judgement, not a fact';
  if (COPULA.has(mainWord) ? isColoured(evidence) : verb?.passive === true && COLOURS.test(mainWord))
    return 'a judgement, not a fact';
  if (JUDGEMENTS.test(predicate) && (COPULA.has(mainWord) || quoted || verb?.form === 'present'))
    return 'a judgement, not a fact';
  if (quoted && COPULA.has(mainWord) && INTENSE.test(predicate)) return 'a judgement, not a fact';
  const acted = isDone(evidence) && !/\bhad to\b/.test(words);
  if (quoted && FIRST_PERSON.test(evidence.subject) && !acted) return 'speaks of feelings or intentions';
  return null;
}

/** "declined to comment" changes nothing; "declined to 5 percent" does. */
const DECLINES =
  /\bdeclin(?:e|es|ed|ing) to (?!an?\b|the\b|its\b|about\b|around\b|\w+ly\b|just\b|under\b|below\b|less\b|record\b|zero\b)(?=[a-z])/gi;

/** "is a bridge", "was the oldest bank", not "is bearish": what something is, by a noun. */
function isIdentity(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from]?.tag ?? '';
  if (first !== 'ADJ') return /^(?:DET|NOUN|PROPN)$/.test(first);
  const head = tokens.slice(from).find(({ tag }) => tag !== 'ADJ' && tag !== 'ADV');
  return head?.tag === 'NOUN' || head?.tag === 'PROPN';
}

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
  if (COMPARISONS.test(words) || RANKED.test(words)) return ['comparison', 'compares'];
  if (RULE_WORDS.test(words)) return ['rule', 'speaks of a rule or law'];
  if (STANCES.test(words)) return ['position', 'states a position'];
  const mainWord = verb === null ? '' : (tokens[verb.main]?.lower ?? '');
  if (COPULA.has(mainWord) && verb !== null && isIdentity(tokens, verb.to))
    return ['identity', 'says what somebody or something is'];
  const isState = COPULA.has(mainWord) && verb !== null && tokens[verb.to]?.tag === 'ADJ';
  if (isState) return ['position', 'says how things stand'];
  if (isDone({ verb, tokens })) return ['event', 'says what happened'];
  return verb === null ? ['event', 'names an event'] : ['position', 'says how things stand'];
}

const OWN_DEED = /^["'\s]*(?:i|we)$/i;

/** Of oneself these say no deed. */
const UNDONE: ReadonlySet<string> = new Set(
  'be have see know need love remember win lose always never miss find get feel think hope believe understand prevail succeed survive overcome'.split(
    ' ',
  ),
);

/** Tells the kind of a claim from its words, its verb and its figures. */
export function kindOf(evidence: KindEvidence): KindVerdict {
  const { words, verb } = evidence;
  const negated =
    (verb?.negated ?? false) || /\b(?:no|not|never|none|neither|without|n't|nobody|nothing)\b|n't\b/i.test(words);
  const hedged = HEDGES.test(words) || verb?.modal === 'may';
  const goes = evidence.speaker === 'official' && isAgent(evidence) && GOING_TO.test(words);
  const firmly = verb === null || !['could', 'would', 'might'].includes(verb.modal ?? '');
  // "we will request that the sanctions be lifted": an official's own deed to come
  const deed =
    verb?.modal === 'will' && OWN_DEED.test(evidence.subject) && !UNDONE.has(evidence.tokens[verb.main]?.lower ?? '');
  const does = evidence.speaker === 'official' && deed;
  const planned = goes || does || (firmly && PLANS.test(words.slice(0, 60)));
  const opinion = planned ? null : opinionReason(evidence);
  const [ifFact] = factKind(evidence);
  if (opinion !== null) return { kind: 'opinion', reason: opinion, hedged, negated, ifFact };
  const future = futureKind(evidence);
  const [kind, reason] = future ?? factKind(evidence);
  return { kind, reason, hedged, negated, ifFact };
}
