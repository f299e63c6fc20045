/** Will, would, could, must …: whether a clause tells a plan, a rule, or what nobody can know yet. */
import type { VerbGroup } from '../clauses/verbs.ts';
import { FUTURE_MODALS, JUDGEMENTS, LIKELIHOOD, OUGHT, PLANS, PROPOSALS, RULE_WORDS } from '../lexicon/kinds.ts';
import { BODY_NOUNS, GROUP_NOUNS, PERSON_NOUNS } from '../lexicon/titles.ts';
import type { Token } from '../types.ts';
import { type KindEvidence, measured, type Verdict } from './evidence.ts';

/** "her likely opponent": who it may come to be, and not what may come. */
const LIKELY_ONE = /\b(?:likely|probable|possible|potential) (?:\p{Ll}+al )?(\p{Ll}+)/gu;

/** "He expects output to fall": what somebody looks forward to. */
export const EXPECTING: ReadonlySet<string> = new Set(
  'expect expects expected forecast forecasts forecasted predict predicts predicted anticipate anticipates anticipated'.split(
    ' ',
  ),
);

export const GOING_TO = /\b(?:am|are|is|'m|'re|'s) (?:not )?going to\b/i;

/** "must first be approved by the ministers": what a procedure asks for, and not what somebody would like. */
const PROCEDURE =
  /^(?:approved|agreed|ratified|endorsed|adopted|signed|passed|confirmed|authori[sz]ed|cleared|registered|paid|repaid|filed|submitted|licen[cs]ed|voted|elected|appointed|published|declared|reported|renewed|notified|settled|tested|returned|completed)$/;

/** "has yet to decide": it has not; "usually have to rent": so it is. */
const NO_DUTY =
  /\b(?:ha[sd]|have) yet to\b|\b(?:usually|often|normally|generally|sometimes|typically|always) (?:have|has|had) to\b|\bhad to\b/i;

function isProcedure({ words, quoted, speaker }: KindEvidence): boolean {
  const [, done = ''] = /\b(?:must|ha(?:s|ve) to) (?:\w+ )?be (?:\w+ly )?(\p{Ll}+)/u.exec(words) ?? [];
  if (speaker === 'expert' || !PROCEDURE.test(done)) return false;
  return !quoted || /\b(?:by|before|first|unanimous(?:ly)?)\b/i.test(words);
}

/** "by law", "under the rules", "the code says that": where what must be is laid down. */
const LAID_DOWN =
  /\b(?:by law|(?:under|according to|in line with|in accordance with) (?:\w+ ){0,4}(?:laws?|rules?|regulations?|act|code|statute|constitution|terms))\b/i;

/** "The council should change the law": somebody asks for it, and no rule does. */
const isRule = ({ words, subject, speaker }: KindEvidence, modal: string): boolean =>
  RULE_WORDS.test(words) &&
  (LAID_DOWN.test(words) ||
    speaker === 'document' ||
    (modal !== 'should' && modal !== 'ought') ||
    RULE_WORDS.test(subject));

/** Somebody other than the author says of a person or a body that it should do something. */
const isAsked = (evidence: KindEvidence): boolean =>
  evidence.speaker !== 'author' &&
  evidence.speaker !== 'document' &&
  evidence.verb?.passive !== true &&
  isAgent(evidence);

function oughtKind(evidence: KindEvidence, modal: string): Verdict | null {
  const { words, times, quantities, speaker, quoted } = evidence;
  if (modal === 'have to' && !quoted && NO_DUTY.test(words)) return null;
  // "the exchange still has to obtain approval": told by the author, so it stands
  const isTold = speaker === 'author' && isAgent(evidence) && /\bstill ha(?:s|ve) to\b/.test(words);
  if (modal === 'have to' && isTold) return null;
  // "the bridge should be open by May" is looked for, "the mayor should publish the report by May" is asked for
  if (modal === 'should' && times.length > 0 && !isAsked(evidence))
    return ['plan', 'says what is planned, and for when'];
  if (isRule(evidence, modal)) return ['rule', 'says what a rule demands'];
  if (modal !== 'should' && modal !== 'ought' && isProcedure(evidence)) return ['rule', 'says what a rule demands'];
  if (modal === 'have to' && speaker === 'author' && /\bwill have to\b/.test(words))
    return ['plan', 'says what is planned'];
  const isPassive = evidence.verb?.passive === true;
  if (modal === 'have to' && isPassive && measured(quantities) && !quoted) return ['rule', 'says what must be done'];
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

/** What is arranged beforehand, whoever tells of it: "the board will meet on Friday". */
const ON_A_DAY: ReadonlySet<string> = new Set(
  'meet vote visit leave arrive return hold host gather convene travel'.split(' '),
);

const PRONOUN = /^(?:|i|we|he|she|it|they|who|which|that|you)$/i;

/** Words that stand for no doer, however they are written at a sentence's head. */
const NO_DOER = /^(?:this|that|these|those|there|such|another|here|what|one|all|most|many|some|more|much|nothing)$/i;

/** Whether the subject can plan anything: somebody or a body, not "the rest" or "his presence on the ballot". */
function canPlan(subject: string): boolean {
  // "Ferrum Corp, a producer of steel"
  const [plain = ''] = subject.trim().split(',', 1);
  if (PRONOUN.test(plain)) return true;
  const [phrase = ''] = plain.split(/ (?:of|on|in|at|for|from|with|to|by|between|against) /);
  const words = phrase.split(/[\s-]+/);
  const head = words.at(-1) ?? '';
  const noun = head.toLowerCase();
  // "Sales" is written so at a sentence's head, "MPs" everywhere
  const isMany = words.length === 1 && /[^s]s$/.test(head) && !/^\p{Lu}{2,}s$/u.test(head);
  const isName = /^\p{Lu}/u.test(head) && !NO_DOER.test(head) && !isMany;
  return isName || BODY_NOUNS.has(noun) || GROUP_NOUNS.has(noun) || PERSON_NOUNS.has(noun) || PROPOSALS.test(noun);
}

/** Whether whoever the clause is about can plan anything; "Output" at the head of a sentence is no name. */
export function isAgent({ subject, tokens }: Pick<KindEvidence, 'subject' | 'tokens'>): boolean {
  const [first] = tokens;
  const isLow = first?.tag === 'NOUN' && subject.startsWith(first.text);
  return canPlan(isLow ? first.text.toLowerCase() + subject.slice(first.text.length) : subject);
}

const UNWILLED =
  /^(?:lose|fail|suffer|struggle|collapse|die|regret|miss|benefit|enjoy|feel|realise|realize|remember|forget|understand|know|like|love|hate)$/;

/** What happens to things, and nobody carries out. */
const COMES_ABOUT: ReadonlySet<string> = new Set(
  `rise fall grow increase decrease decline drop climb slow shrink exceed reach average total remain stay stabilise stabilize improve worsen recover rebound weaken strengthen
   benefit hurt help harm affect cause lead mean depend result prove become seem appear tend spark prompt correspond pave try test
   accelerate occur happen develop emerge lag deepen widen narrow expand contract diminish persist need
   lose fail suffer struggle collapse die miss deteriorate ease soar plunge slump jump surge peak outpace outstrip hurt needed seen felt hit affected damaged forced bankrupted harmed driven face`.split(
    /\s+/,
  ),
);

/** "will be open", "would be free": what is arranged for a thing. */
const ARRANGED =
  /^(?:open|free|available|closed|ready|eligible|exempt|subject|liable|responsible|present|live|based|due|compulsory|mandatory|voluntary|optional|legal|illegal|complete|operational|effective|separate|independent|public|home|worth|new)$/;

/** "will be a drag on growth", "would be rather conservative", "would be able to": what somebody makes of what may come. */
function isValued(tokens: readonly Token[], verb: VerbGroup): boolean {
  const next = tokens[verb.to];
  if (tokens[verb.main]?.lower !== 'be' || next === undefined) return false;
  return next.tag === 'ADJ' ? !ARRANGED.test(next.lower) : /^(?:DET|ADV)$/.test(next.tag);
}

/** "would be offended", "will be remembered": what people will feel or think, which nobody arranges. */
const FELT =
  /^(?:offended|upset|angered|hurt|disappointed|surprised|shocked|pleased|delighted|relieved|alarmed|reassured|impressed|tempted|remembered|forgotten|forgiven|seen|regarded|viewed|missed|felt|outweighed|overshadowed|undermined)$/;

const CONDITION = /\b(?:if|unless|provided|providing)\b/i;

/** Whether what will be is foretold, and not planned: nobody does it, or it is only thought of ("such a tax would be paid by millions"). */
function isForetold(evidence: KindEvidence): boolean {
  const { words, subject, verb, tokens, quoted, speaker } = evidence;
  if (verb === null) return false;
  const main = tokens[verb.main]?.lower ?? '';
  if (quoted && verb.modal === 'would') return true;
  // "would be right if oil stayed dear", "it would take years": what follows, and nobody's deed
  const isIt = /^(?:it|this|that)$/i.test(subject.trim());
  if (
    isIt &&
    /^(?:be|take|require|need|mean|make|bring|create|teach|help|harm|enable|encourage|improve|undermine|ruin|hurt|damage|prove|show|send)$/.test(
      main,
    )
  )
    return speaker !== 'author';
  const felt = main === 'be' ? (tokens[verb.to]?.lower ?? '') : verb.passive ? main : '';
  if (FELT.test(felt)) return true;
  // "will go on to face hardship": what goes on is what comes about
  const then = tokens[verb.to]?.lower === 'to' ? (tokens[verb.to + 1]?.lower ?? '') : '';
  if (/^(?:continue|begin|start|come)$/.test(main) && (COMES_ABOUT.has(then) || UNWILLED.test(then))) return true;
  if (verb.modal === 'would' && CONDITION.test(words) && /^(?:be|feel|become|seem)$/.test(main)) return true;
  // "2 million people will need food"
  if (main === 'need') return speaker !== 'author' || measured(evidence.quantities);
  if (isAgent(evidence) && !/^(?:that|which)$/i.test(subject.trim())) return UNWILLED.test(main);
  return COMES_ABOUT.has(main) || (isValued(tokens, verb) && speaker !== 'author');
}

/** "is expected to try 150 yen", "is set to continue": of what nobody carries out, it tells what others look for. */
const LOOKED_FOR = /\b(?:expected|set|due|bound|sure|certain) to (?:\w+ly )?(\p{Ll}+)/iu;

function isLookedFor(evidence: KindEvidence): boolean {
  const [, does = ''] = LOOKED_FOR.exec(evidence.words) ?? [];
  return does !== '' && !isAgent(evidence) && (COMES_ABOUT.has(does) || does === 'continue');
}

/** "records were set for the longest jump": no plan. */
const RECORD_SET = /\brecords? (?:\w+ ){0,3}set for\b/gi;

/** What one person looks for; what a firm or a study looks for may rest on a method. */
const GUESS = 'says what somebody guesses';

/** Will, would, could …: a plan, a rule, a prophecy. Null where the clause speaks of what is or was. */
export function futureKind(evidence: KindEvidence): Verdict | null {
  const { words, subject, verb, tokens, times, quantities, speaker } = evidence;
  const modal = verb?.modal ?? null;
  // "they expect the region to lose ice"
  if (evidence.foretold && modal === null && verb?.form !== 'past' && verb?.form !== 'perfect')
    return ['prediction', evidence.guessed ? GUESS : 'says what somebody expects'];
  if (modal !== null && OUGHT.has(modal)) return oughtKind(evidence, modal);
  const mainWord = verb === null ? '' : (tokens[verb.main]?.lower ?? '');
  if (EXPECTING.has(mainWord) && verb?.passive === false)
    return tokens[verb.to]?.lower === 'to'
      ? ['plan', 'says what somebody means to do']
      : ['prediction', evidence.guessed ? GUESS : 'says what somebody expects'];
  if (speaker === 'official' && isAgent(evidence) && GOING_TO.test(words))
    return ['plan', 'says what is planned, in the planner’s words'];
  // "perhaps 200,000 people" rounds a figure
  // "home to plants that stand to gain": what is said of the plants is not what is claimed
  const [claimed = ''] = evidence.quoted ? [words] : words.split(/\b(?:that|which|who) (?=stands? to\b)/i);
  const told = claimed
    .replace(/\b(?:perhaps|maybe|probably|possibly) (?=\d|as (?:many|much|few|little) as\b)/gi, '')
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
  if (modal === null || !FUTURE_MODALS.has(modal)) {
    if (isLookedFor(evidence)) return ['prediction', 'says what is likely, not what is'];
    return PLANS.test(words.replace(RECORD_SET, '')) ? ['plan', 'says what is planned'] : null;
  }
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
  // "the finance officer warned that reserves would fall to £3.4m": a projection in figures can be looked up
  const projected = measured(quantities) && !evidence.quoted && speaker !== 'expert' && !CONDITION.test(words);
  if (decided && times.length > 0 && isAgent(evidence) && ON_A_DAY.has(mainWord))
    return ['plan', 'says what is planned, and for when'];
  if (isForetold(evidence)) return projected ? null : ['prediction', 'says what may come, which nobody can check yet'];
  if (decided && exact && speaker !== 'expert') return ['plan', 'says what is planned, with a date or figure'];
  const scheduled = verb?.passive === true || SCHEDULED.has(mainWord);
  // "Ruiz would lose to anybody": nobody means to
  if (decided && speaker === 'official' && (scheduled || isAgent(evidence)) && !UNWILLED.test(mainWord))
    return ['plan', 'says what is planned, in the planner’s words'];
  // "bankers said they would seek a ruling": their own deed
  const isOwn = speaker === 'expert' && !evidence.quoted && /^(?:they|he|she)$/i.test(subject.trim());
  if (
    decided &&
    isOwn &&
    !UNWILLED.test(mainWord) &&
    !COMES_ABOUT.has(mainWord) &&
    !/^(?:be|have|need|like)$/.test(mainWord)
  )
    return ['plan', 'says what is planned, in the planner’s words'];
  if (decided && PLANS.test(words)) return ['plan', 'says what is planned'];
  // "The play will tour Mexico": mostly announced
  // "could carry 400 people before 1950": what it was able to do
  const isAble = modal === 'could' && speaker === 'author' && exact;
  return speaker !== 'expert' && !evidence.quoted && (!hedged || isAble) && !JUDGEMENTS.test(words)
    ? ['prediction', 'says what is to come']
    : ['prediction', 'says what may come, which nobody can check yet'];
}
