/**
 * Stage 9: the small words and marks that open, join and break clauses.
 */

import { BINDING, COORDINATORS, FACTIVE_NOUNS, RELATIVE_PRONOUNS, SPLITTING } from '../lexicon/clauses.ts';
import { ROLE_NOUNS } from '../lexicon/events.ts';
import { MODALS } from '../lexicon/verbs.ts';
import type { Token } from '../types.ts';
import { antecedentOf } from './antecedent.ts';
import { QUOTE_MARKS, skipBack } from './phrases.ts';
import { isPreposition, LONG, PREPOSITIONS } from './prepositions.ts';
import { type Open, open, type State, top } from './state.ts';

/** "many *of* whom", "the proposal *in* which": what stands before the word that opens a relative clause and belongs to it. */
const BEFORE_RELATIVE: ReadonlySet<string> = new Set(
  'of in by to for with from at on under through all some many most both none half each one two three'.split(' '),
);

/** Where a relative clause starts and what it hangs on: "troops, many of whom …", "the proposal in which …". */
function relativeAt(state: State, at: number): Open {
  const { tokens } = state;
  let opener = at;
  while (opener > 0 && BEFORE_RELATIVE.has(tokens[opener - 1]?.lower ?? '')) opener -= 1;
  let end = opener;
  while (
    end > 0 &&
    (tokens[end - 1]?.lower === ',' || tokens[end - 1]?.text === '—' || QUOTE_MARKS.has(tokens[end - 1]?.text ?? ''))
  )
    end -= 1;
  // "rules - due in weeks - which would": not of what stands between the dashes
  const dash = tokens[opener - 1]?.text === '—' ? dashBefore(tokens, opener - 1) : -1;
  if (dash > 0) end = dash;
  // Quoted words in front hide their comma: “…with China,” which accounts for ….
  const comma =
    tokens[end - 1]?.tag === 'X' ||
    tokens.slice(end, opener).some((token) => token.lower === ',' || token.text === '—');
  // "the neighbour, who runs the shop and *who* led the choir": of the same
  const twin = state.stack.findLast(
    ({ verb, opener: first, link }) =>
      verb !== null &&
      first !== null &&
      tokens[first]?.lower === tokens[at]?.lower &&
      /^(?:relative|restrictive)$/.test(link),
  );
  if (twin !== undefined && tokens[at - 1]?.tag === 'CCONJ') {
    const second = open(twin.link, at, at, twin.parent);
    second.antecedent = twin.antecedent;
    state.stack = state.stack.slice(0, state.stack.indexOf(twin));
    state.coordinators = [];
    return second;
  }
  const clause = open(comma ? 'relative' : 'restrictive', opener, at, top(state));
  clause.antecedent = hangsOnClause(tokens, at) ? null : antecedentOf(tokens, end, tokens[at]?.lower ?? '');
  return clause;
}

/** The dash that opened what the one at `at` closes; -1 where a clause or a list stands between. */
function dashBefore(tokens: readonly Token[], at: number): number {
  const opens = tokens.findLastIndex(({ text }, i) => i < at && text === '—');
  const inside = tokens.slice(opens + 1, at);
  return opens > 0 && inside.length <= ASIDE_WORDS && !inside.some(({ tag }) => tag === 'PUNCT') ? opens : -1;
}

const ASIDE_WORDS = 10;

function thatAt(state: State, at: number): Open | null {
  const { tokens } = state;
  const before = tokens[skipBack(tokens, at)];
  const after = tokens[at + 1];
  const first = at === 0 || (at === 1 && tokens[0]?.tag === 'CCONJ');
  if (after === undefined || first)
    return first && after !== undefined && after.tag !== 'AUX' && after.tag !== 'NOUN'
      ? open('that', at, at + 1, top(state))
      : null;
  // "… had fallen and that it had lost …": a second clause of the same kind.
  const joint = state.coordinators.at(-1);
  if (joint !== undefined && joint === skipBack(tokens, at) && state.stack.some((clause) => clause.verb !== null))
    return null;
  const noun = before?.tag === 'NOUN' || before?.tag === 'PROPN' || before?.tag === 'PRON' || before?.tag === 'NUM';
  if (before !== undefined && FACTIVE_NOUNS.has(before.lower)) return open('factive', at, at + 1, top(state));
  const verbNext = after.tag === 'VERB' || after.tag === 'AUX' || after.tag === 'ADV';
  if (noun && verbNext) return relativeAt(state, at);
  const determiner = after.tag === 'NOUN' && tokens[at]?.tag === 'DET' && before?.tag === 'ADP';
  return determiner ? null : open('that', at, at + 1, top(state));
}

function openAside(state: State, at: number): void {
  const { tokens } = state;
  const text = tokens[at]?.text;
  const last = state.asides.at(-1);
  if (last !== undefined && last.closes === text) {
    for (const clause of state.stack) if (clause.link === 'aside' || !last.stack.includes(clause)) clause.to ??= at;
    state.stack = [...last.stack];
    state.asides.pop();
    // "where there is cover - in the harbours, say - the costs fall": a dash parts as a comma does
    if (text !== ')' && state.stack[0]?.verb === null && top(state).verb !== null) state.comma ??= at;
    return;
  }
  const closes = text === '(' ? ')' : '—';
  if (text === ')') return;
  state.asides.push({ stack: [...state.stack], at, closes });
  const aside = open('aside', at, at + 1, null);
  state.stack = [aside];
}

/** "if, and | only if": one condition, said twice. */
const isOnlyIf = (tokens: readonly Token[], at: number): boolean =>
  ['if', ',', 'and', 'only', 'if'].every((word, i) => tokens[at - 2 + i]?.lower === word);

/** Words that can open or join a clause; no other does, unless it is tagged as a conjunction. */
const OPENING: ReadonlySet<string> = new Set([
  ...SPLITTING,
  ...BINDING,
  ...RELATIVE_PRONOUNS,
  'that',
  'so',
  'yet',
  'or',
]);

export function word(state: State, at: number): void {
  const token = state.tokens[at];
  if (token === undefined) return;
  const { lower } = token;
  // "ill after an injury and that he …": the "after" was a preposition
  const last = top(state);
  if (lower === 'that' && state.tokens[at - 1]?.tag === 'CCONJ' && last.verb === null && last.opener !== null) {
    if (PREPOSITIONS.has(state.tokens[last.opener]?.lower ?? '') && state.stack.length > 1) state.stack.pop();
  }
  if (token.tag === 'PUNCT') {
    if (lower === ',') {
      state.comma = at;
      const last = top(state);
      if (last.verb === null && last.opener !== null) last.interrupted ??= at;
    } else if (lower === ';' || lower === ':') state.pause = at;
    else if (lower === '—' || lower === '(' || lower === ')' || lower === '--') openAside(state, at);
    return;
  }
  if (token.tag !== 'CCONJ' && !OPENING.has(lower)) return;
  // "may or may not": two modals, one verb.
  if (
    token.tag === 'CCONJ' &&
    MODALS.has(state.tokens[at - 1]?.lower ?? '') &&
    MODALS.has(state.tokens[at + 1]?.lower ?? '')
  )
    return;
  // "quickly and safely closed"
  const manner = (other: number): boolean =>
    state.tokens[other]?.tag === 'ADV' && state.tokens[other]?.lower.endsWith('ly') === true;
  if (token.tag === 'CCONJ' && manner(at - 1) && manner(at + 1)) return;
  // "products new and old, joined by guests"
  const [before, behind] = [state.tokens[at - 1], state.tokens[at + 1]];
  const isPair = before?.tag === 'ADJ' && behind?.tag === 'ADJ' && state.tokens[at + 2]?.tag === 'PUNCT';
  if (token.tag === 'CCONJ' && isPair && !/ed$/.test(behind.lower)) return;
  // "on or after April 1"
  if (lower === 'or' && before?.tag === 'ADP' && behind?.tag === 'ADP') return;
  // "if, and only if, their passengers ask"
  if (token.tag === 'CCONJ' && isOnlyIf(state.tokens, at)) return;
  // "medium- and long-term debt"
  if (before?.text.endsWith('-') === true) return;
  // "so full of secrecy yet they cannot get it right"
  const isYet = lower === 'yet' && /^(?:he|she|they|we|i|it)$/.test(behind?.lower ?? '') && token.tag === 'ADV';
  if (isYet || (token.tag === 'CCONJ' && COORDINATORS.has(lower))) {
    state.coordinators.push(at);
    return;
  }
  const clause =
    RELATIVE_PRONOUNS.has(lower) && at > 0
      ? relativeAt(state, at)
      : lower === 'that' && (token.tag !== 'PRON' || at > 0)
        ? thatAt(state, at)
        : lower === 'so' && state.tokens[at - 1]?.lower === ',' && state.tokens[at + 1]?.tag !== 'ADP'
          ? open('coordinate', at, at + 1, null)
          : subordinator(state, at);
  if (clause === null) return;
  const begun = clause.link === 'relative' ? begunBefore(state, at, clause.antecedent) : null;
  if (begun !== null) state.stack = [...state.stack.slice(0, 1), begun];
  state.stack.push(clause);
}

/** "Orr equalised, and *Lund*, who had come on late, *made* it 2-1": a second clause has begun, whose verb stands behind what tells who it is. Null elsewhere. */
function begunBefore(state: State, at: number, antecedent: Open['antecedent']): Open | null {
  const { tokens, groups } = state;
  const joint = state.coordinators.at(-1);
  if (joint === undefined || antecedent?.[0] !== joint + 1 || tokens[joint - 1]?.lower !== ',') return null;
  if (top(state).verb === null || /^(?:that|factive)$/.test(top(state).link)) return null;
  const verb = groups.find(({ from, finite }) => from > at + 2 && finite !== 'no' && tokens[from - 1]?.lower === ',');
  const own = groups.find(({ from }) => from > at);
  return verb === undefined || own === undefined || verb.from === own.from
    ? null
    : open('coordinate', joint, joint + 1, null);
}

/** ", which is why …", ", which means …": hangs on all that was said before, not on its last noun. */
const ON_THE_CLAUSE: ReadonlySet<string> = new Set(['means', 'meant', 'explains', 'suggests']);

function hangsOnClause(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'which' || tokens[at - 1]?.lower !== ',') return false;
  const [first, second] = [tokens[at + 1]?.lower ?? '', tokens[at + 2]?.lower ?? ''];
  if (first === 'is' || first === 'was') return second === 'why' || second === 'how';
  if (first === 'could' || first === 'would') return second === 'mean';
  return ON_THE_CLAUSE.has(first);
}

/** "describe it as a company that …", "served as a member of the board,": a phrase that ends before any verb of its own. */
function isRole(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (/^(?:DET|ADJ|NOUN|PROPN|NUM|ADP)$/.test(tokens[at]?.tag ?? '') || tokens[at]?.lower === "'s") at += 1;
  const next = tokens[at];
  if (next === undefined || /^[.;:—]$/.test(next.text)) return true;
  // "in 1957 as Mimì and within three years had sung"
  if (next.tag === 'CCONJ' && at > from && /^(?:ADP|AUX|VERB)$/.test(tokens[at + 1]?.tag ?? '')) return true;
  // "her use of a server as secretary of state appears to …"
  if (ROLE_NOUNS.has(tokens[from]?.lower ?? '') && !/s$/.test(tokens[from]?.lower ?? '')) return true;
  // "as president he would stop it"
  if (at === from + 1 && tokens[from]?.tag === 'NOUN' && /^(?:he|she|i|we|they)$/.test(next.lower)) return true;
  // "as a result the mill lost 40 jobs"
  if (tokens[from]?.lower === 'a' && /^(?:result|consequence|rule)$/.test(tokens[from + 1]?.lower ?? '')) return true;
  return /^an?$/.test(tokens[from]?.lower ?? '') && /^(?:,|that|who|which|to|he|she|it|i|we|they)$/.test(next.lower);
}

/** "two years *after* they met", "only hours *before*": how long after is what the claim says, so both belong to it. */
function measureStart(tokens: readonly Token[], at: number): number | null {
  const unit = LONG.exec(tokens[at - 1]?.lower ?? '');
  if (unit === null || !/^(?:after|before)$/.test(tokens[at]?.lower ?? '')) return null;
  const counted =
    tokens[at - 2]?.tag === 'NUM' || /^(?:an?|one|only|few|some|several)$/.test(tokens[at - 2]?.lower ?? '');
  if (unit[1] !== 's' && !counted) return null;
  return counted ? at - 2 : at - 1;
}

/** ", hours after the mayor resigned": news of its own; ", four months after he had been suspended", ", eight years after it was built": only how long after. */
const isNews = ({ groups, tokens }: State, at: number): boolean =>
  groups.find(({ from }) => from > at)?.form !== 'perfect' &&
  !/^(?:month|year|decade)s?$/.test(tokens[at - 1]?.lower ?? '');

const SEEING =
  /^(?:see|view|regard|describe|consider|treat|cast|portray|know|interpret|dismiss|denounce|reject|present|paint|frame|hail)(?:s|d|ed|es|n|ing)?$|^(?:saw|seen|known)$/;

/** "sees this *as* leverage it may never have again": the verb takes the phrase, whatever clause hangs on it. */
function isSeenAs(state: State, at: number): boolean {
  const { tokens } = state;
  // "trees, named as R1 and R2"
  if (/^(?:named|identified|listed|classed|labelled|labeled|billed)$/.test(tokens[at - 1]?.lower ?? '')) return true;
  const verb = top(state).verb;
  if (verb === null || !SEEING.test(tokens[verb.main]?.lower ?? '')) return false;
  return (
    at - verb.to < 8 && tokens.slice(verb.to, at).every(({ tag }) => tag !== 'PUNCT' && tag !== 'VERB' && tag !== 'AUX')
  );
}

/** Whether nothing stands behind the verb of a clause that opens at `at`. */
function endsWithVerb({ tokens, groups }: State, at: number): boolean {
  const verb = groups.find(({ from, finite }) => from > at && finite !== 'no');
  return verb !== undefined && verb.to - at < 10 && /^[.,;:"]$/.test(tokens[verb.to]?.text ?? '.');
}

const RANKS = /^(?:[a-z]{3,}est|first|last|only|most|least)$/;

const TIMED = /^(?:time|moment|day|year|point|age|period|era|days|years|times)$/;

/**
 * Whether a clause of time only dates what it hangs on: "at a time when …", "until she was eighteen", and what has to come first of something still to be ("we will tax you when …").
 */
function onlyDates(state: State, at: number): boolean {
  const { tokens } = state;
  const { lower } = tokens[at] ?? { lower: '' };
  // "the youngest to win it since it was founded": since when belongs to the rank
  const main = top(state).verb;
  if (lower === 'since' && main !== null && tokens.slice(main.to, at).some(({ lower: word }) => RANKS.test(word)))
    return true;
  // "is paid while the bridge is repaired": for how long
  if (lower === 'while' && at > 0 && tokens[at - 1]?.lower !== ',') {
    const meanwhile = state.groups.find(({ from }) => from > at);
    return meanwhile?.passive === true && meanwhile.form === 'present';
  }
  if (!/^(?:when|until|once|after|before)$/.test(lower)) return false;
  if (lower === 'when' && TIMED.test(tokens[at - 1]?.lower ?? '')) return true;
  // "shortly after he left"
  if (/^(?:shortly|soon|right|immediately|long|just)$/.test(tokens[at - 1]?.lower ?? '')) return true;
  // "closer to 36 million once the ferry was counted"
  if (lower === 'once' && at > 0 && tokens[at - 1]?.lower !== ',') return true;
  // "sells when prices are high": whenever that is so
  const own = state.groups.find(({ from }) => from > at);
  if (lower === 'when' && tokens[at - 1]?.text !== ',' && at > 0 && own?.form === 'present' && own.finite === 'yes')
    return true;
  const [who, verb, what] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (who?.tag === 'PRON' && /^(?:was|were|is|turned)$/.test(verb?.lower ?? '') && what?.tag === 'NUM') return true;
  // "did not know until a reporter asked": it is not so at all, but for the rest
  if (main?.negated && lower === 'until') return true;
  if (main === null || tokens[at - 1]?.lower === ',') return false;
  const going = tokens[main.main]?.lower === 'going' || main.form === 'modal';
  const next = state.groups.find(({ from }) => from > at);
  // "said he would wait until the bridge was repaired": what was still to be is told of in the past
  const reported = /^(?:until|when|once)$/.test(lower) && /^(?:would|could|might|have to)$/.test(main.modal ?? '');
  return going && next?.finite === 'yes' && (next.form === 'present' || (reported && next.form === 'past'));
}

function subordinator(state: State, at: number): Open | null {
  const { tokens } = state;
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token === undefined || after === undefined) return null;
  const { lower } = token;
  if (!SPLITTING.has(lower) && !BINDING.has(lower)) return null;
  // "as close as lips", "as well as", "once" as an adverb, "so far as".
  // "the week before and …": an adverb behind its noun.
  if (lower === 'if' && isOnlyIf(tokens, at - 2)) return open('bound', at - 4, at + 2, top(state));
  // "in Norway where, in a village school, she taught"
  const isHeld = lower === 'where' && after.text === ',' && tokens[at + 2]?.tag === 'ADP' && at > 0;
  if (after.tag === 'CCONJ' || (after.tag === 'PUNCT' && !isHeld)) return null;
  // "sites such as Volo have said", "cooks and waiters as well as Lund have sued"
  if (lower === 'as' && tokens[at - 1]?.lower === 'such') return null;
  const isJoining =
    tokens[at - 1]?.lower === 'well' &&
    tokens[at - 2]?.lower === 'as' &&
    tokens[at - 3]?.tag !== 'PUNCT' &&
    top(state).verb === null;
  if (lower === 'as' && isJoining) return null;
  // "are classed as endangered"
  const isLast = (tokens[at + 2]?.tag ?? 'PUNCT') === 'PUNCT';
  if (lower === 'as' && after.tag === 'VERB' && after.lower.endsWith('ed') && isLast) return null;
  if (lower === 'as' && after.lower === 'part' && tokens[at + 2]?.lower === 'of') return null;
  if (lower === 'as' && (after.tag === 'ADJ' || after.tag === 'ADV' || after.tag === 'ADP')) return null;
  if (lower === 'as' && (isRole(tokens, at + 1) || isSeenAs(state, at))) return null;
  // "the limit on cod as a share of the catch *was* raised": what has no verb yet is still being told
  const last = top(state);
  const isTold = last.verb === null && last.link === 'main' && at > last.from + 1 && tokens[at - 1]?.text !== ',';
  if (lower === 'as' && isTold && /^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.tag ?? '') && after.tag === 'DET')
    return null;
  // "more than six in ten": a figure, not a comparison with what somebody does.
  if (isPreposition(state, at) || (lower === 'than' && (after.tag === 'NUM' || token.marks.has('figure')))) return null;
  // "changing when they eat": a question inside the sentence, part of what it limits.
  const asked = /^(?:or|and|just|exactly)$/.test(tokens[at - 1]?.lower ?? '') ? tokens[at - 2] : tokens[at - 1];
  const isAsked =
    /^(?:clear|unclear|known|unknown|sure|certain|uncertain|about)$/.test(asked?.lower ?? '') ||
    (tokens[at - 1]?.lower === 'or' && tokens.slice(0, at - 1).some(({ lower: word }) => word === 'when'));
  if (lower === 'when' && (tokens[at - 1]?.tag === 'VERB' || isAsked)) return open('bound', at, at + 1, top(state));
  if (lower === 'once' && (after.tag === 'VERB' || tokens[at - 1]?.tag === 'AUX')) return null;
  if (SPLITTING.has(lower)) {
    const idiom = lower === 'when' && after.lower === 'it' && tokens[at + 2]?.lower === 'comes';
    // "places where the votes were" limits its noun; ", where 367 people voted" is a claim of its own.
    const before = tokens[skipBack(tokens, at)];
    if (lower === 'where' && before?.lower !== ',')
      return open(before?.tag === 'NOUN' || before?.tag === 'PROPN' ? 'restrictive' : 'bound', at, at + 1, top(state));
    // "as unsafe as any this court has seen"
    const compares = lower === 'as' && tokens.slice(Math.max(0, at - 4), at - 1).some((word) => word.lower === 'as');
    if (compares) return open('bound', at, at + 1, top(state));
    // "to consult users as the law requires": how it was to be done
    if (lower === 'as' && endsWithVerb(state, at)) return open('bound', at, at + 1, top(state));
    const even = ['even', 'just', 'only', 'ever'].includes(tokens[at - 1]?.lower ?? '') ? at - 1 : at;
    // "lower than they were when she took office": when is part of what is compared
    const than = lower === 'when' ? tokens.findLastIndex((word, i) => i < at && word.lower === 'than') : -1;
    if (than >= 0 && at - than <= 5 && !tokens.slice(than, at).some(({ tag }) => tag === 'PUNCT'))
      return open('bound', at, at + 1, top(state));
    // "the deadliest attack since a ceasefire took effect": since when it is the deadliest
    const record =
      lower === 'since' &&
      tokens.slice(Math.max(0, at - 5), at).some((word) => /^(?:most|first|[a-z]{3,}est)$/.test(word.lower));
    if (record && /^(?:NOUN|PROPN|ADV)$/.test(tokens[at - 1]?.tag ?? '')) return open('bound', at, at + 1, top(state));
    if (onlyDates(state, at)) return open('bound', at, at + 1, top(state));
    const measure = measureStart(tokens, at);
    // ", hours after …" is set off, and stands alone
    const apart = measure !== null && tokens[measure - 1]?.lower === ',' && isNews(state, at);
    if (apart) return open('adverbial', measure, at + 1, top(state));
    return open(idiom || measure !== null ? 'bound' : 'adverbial', even, at + 1, top(state));
  }
  return BINDING.has(lower) ? open('bound', at, at + 1, top(state)) : null;
}
