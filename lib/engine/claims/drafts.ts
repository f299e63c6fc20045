/**
 * Stage 9: the clauses of a unit made into drafts of claims.
 */
import { type Clause, isDetachable } from '../clauses/clauses.ts';
import { STAND_IN } from '../clauses/state.ts';
import type { Unit } from '../clauses/units.ts';
import type { KindEvidence, KindVerdict } from '../judgement/evidence.ts';
import { EXPECTING } from '../judgement/future.ts';
import { kindOf } from '../judgement/kinds.ts';
import { type Draft, type Form, inside, type ReadSentence, tokenSpan } from '../sentence/sentence.ts';
import { holds, spanOf } from '../sentence/spans.ts';
import { type Attribution, type Span, UNCHECKABLE_KINDS } from '../types.ts';
import { type Conjunct, conjunctsOf, type Figures } from './conjuncts.ts';
import { absoluteStart, clauseEnd, clauseStart, leadOf, medialFigure, quotedAntecedent, tailStart } from './edges.ts';
import { LONGEST_LEAD, leadsOf } from './leads.ts';
import { hasFigure } from './left.ts';
import { carries, isNewsworthySpeaker, partialQuote, sayingDraft } from './sayings.ts';

/** The kind of a stretch of a unit, from its own words, its verb and its figures. */
export function judge(facts: ReadSentence, unit: Unit, clause: Clause | null, span: Span): KindVerdict {
  const subject = clause?.subject ? spanOf(unit.tokens, ...clause.subject) : null;
  const cue = unit.attribution?.cue ?? null;
  return kindOf({
    words: facts.text.slice(span.start, span.end),
    start: span.start,
    subject: subject === null ? '' : facts.text.slice(subject.start, subject.end),
    verb: clause?.verb ?? null,
    tokens: unit.tokens,
    // "the last two years" says when, and counts nothing
    quantities: inside(span, facts.quantities).filter((figure) => !facts.times.some((time) => holds(time, figure))),
    times: inside(span, facts.times),
    quoted: unit.attribution?.quoted ?? false,
    foretold: cue !== null && EXPECTING.has(facts.text.slice(cue.start, cue.end).toLowerCase()),
    guessed: subject !== null && isGuesser(facts, subject),
    believed:
      unit.attribution?.claimant.type === 'person' &&
      cue !== null &&
      BELIEVING.test(facts.text.slice(cue.start, cue.end)),
    speaker: speakerOf(facts, unit.attribution),
  });
}

/** "Lund expects", "dealers expect": persons, of whom nobody knows how they come to it. */
const isGuesser = ({ mentions, text }: ReadSentence, subject: Span): boolean =>
  mentions.some(({ entity, span }) => entity.type === 'person' && holds(subject, span)) ||
  /\b(?:he|she|i|analysts?|economists?|dealers?|traders?|brokers?|bankers?|experts?|observers?|many|some|most)\b/i.test(
    text.slice(subject.start, subject.end),
  );

/** What a person is said to believe is an opinion; what the police believe can be looked up. */
const BELIEVING =
  /^(?:think|believe|feel|hope|fear|suspect|doubt|consider)s?$|^(?:thought|believed|felt|hoped|feared|suspected|doubted|considered)$/i;

/** Who tells what a body means to do, without a name. */
const INSIDERS = /\b(?:sources?|aides?|insiders?|delegates?|diplomats?|organi[sz]ers)$/i;

function speakerOf(facts: ReadSentence, attribution: Attribution | null): KindEvidence['speaker'] {
  if (attribution === null) return 'author';
  if (attribution.claimant.type === 'document') return 'document';
  const knows = attribution.claimant.type === 'unnamed' && INSIDERS.test(attribution.claimant.name);
  return knows || isNewsworthySpeaker(facts, attribution) ? 'official' : 'expert';
}

/** The author speaks to the reader: advice, not a claim. */
export const TO_THE_READER = /\b(?:you|your|yours|yourself)\b/i;

const VAGUE_SUBJECTS: ReadonlySet<string> = new Set(
  'it this that those there they these which you we i one what'.split(' '),
);

/** "See the results here": a command asserts nothing. "Founded in 1902, …" is none. */
function isImperative(unit: Unit, clause: Clause): boolean {
  if (clause.link !== 'main' || clause.subject === null || clause.subject[0] < clause.verb.from) return false;
  const verb = unit.tokens[clause.verb.from];
  return verb?.tag === 'VERB' && !/(?:ed|ing|wn|[^s]s)$/.test(verb.lower) && clause.verb.from <= clause.from + 1;
}

/** "The report comes | after a quarrel", "The paper has learned | that …": says nothing without what the verb leads to. */
function isOpen({ tokens }: Unit, { verb, to }: Clause): boolean {
  const rest = tokens.slice(verb.to, to).filter(({ tag }) => tag !== 'PUNCT');
  const [only] = rest;
  // "I have myself, as per orders, | loaded it": the verb comes behind what is set in
  const waits = /^(?:has|have|had)$/.test(tokens[verb.main]?.lower ?? '') && only?.lower.endsWith('self') === true;
  if (waits && tokens[tokens.indexOf(only) + 1]?.text === ',') return true;
  // "A dealer at one bank said", "The firm had attempted", "the point is, | they have to mend it"
  if (only === undefined)
    return /^(?:come|comes|came|is|are|was|were|said|says|commented|added|noted|wrote|remarked|replied|explained|attempted)$/.test(
      tokens[verb.main]?.lower ?? '',
    );
  // "Lund said the terms in the north.": what was said of them is missing
  const isBareThing =
    /^(?:said|says)$/.test(tokens[verb.main]?.lower ?? '') &&
    /^(?:DET|ADJ|NOUN|PROPN)$/.test(only.tag) &&
    rest.length > 2 &&
    rest.every(({ tag, marks }) => /^(?:DET|ADJ|NOUN|PROPN|ADP|CCONJ|NUM)$/.test(tag) && !marks.has('quoted'));
  return isBareThing || (rest.length === 1 && only.lower === 'that');
}

/** "a camp, which the church calls a retreat, but *critics charge is a prison*": what is a prison stands in another clause. */
const lacksWhatIsMeant = ({ tokens }: Unit, { subject, verb }: Clause): boolean => {
  const [who, says] = [tokens[verb.from - 2], tokens[verb.from - 1]];
  const isOpen = /^(?:is|are|was|were)$/.test(tokens[verb.from]?.lower ?? '');
  return (
    isOpen &&
    subject !== null &&
    subject[0] >= verb.from - 3 &&
    /^(?:NOUN|PROPN|PRON)$/.test(who?.tag ?? '') &&
    /(?:[^s]s|people|he|she)$/.test(who?.lower ?? '') &&
    /^(?:charge|say|claim|insist|argue|allege|believe|think|fear|said|claimed|argued|alleged|believed|feared|says|claims|argues|believes)$/.test(
      says?.lower ?? '',
    )
  );
};

/** Too thin to check: "it does", "that is that", "The plan includes:". */
function isThin(facts: ReadSentence, unit: Unit, clause: Clause, span: Span): boolean {
  const words = unit.tokens.filter((token) => holds(span, token) && token.tag !== 'PUNCT');
  const behind = unit.tokens.slice(clause.verb.to, clause.to).filter(({ tag }) => tag !== 'ADV' && tag !== 'PUNCT');
  const introduces = unit.tokens.at(-1)?.text === ':' && behind.length === 0;
  const advice = unit.attribution === null && TO_THE_READER.test(facts.text.slice(span.start, span.end));
  // "two abstained": who and what, in two words
  const isShort = words.length < 3 && !(words.length === 2 && words[0]?.tag === 'NUM');
  if (isShort || introduces || advice || isImperative(unit, clause) || isOpen(unit, clause)) return true;
  if (inside(span, facts.quantities).length > 0 || inside(span, facts.times).length > 0) return false;
  const named =
    facts.mentions.some((mention) => holds(span, mention.span)) ||
    words.some((token, i) => i > 0 && token.tag === 'PROPN');
  const subject = unit.tokens[clause.subject?.[0] ?? -1]?.lower ?? '';
  if (lacksWhatIsMeant(unit, clause)) return true;
  const person = subject === 'he' || subject === 'she';
  return !named && words.length < (VAGUE_SUBJECTS.has(subject) ? (clause.verb.negated ? 5 : 6) : person ? 4 : 3);
}

function verbless(facts: ReadSentence, unit: Unit, from: number, to: number, lead: readonly Span[] = []): Draft[] {
  const span = spanOf(unit.tokens, from, to);
  if (span === null) return [];
  return [{ ...span, ...judge(facts, unit, null, span), attribution: unit.attribution, layer: 'clause', lead }];
}

/** ", with proceeds to the fund": so many words behind "with" can tell a fact. */
const WITH_WORDS = 3;

/** What was cut off the end of a clause: ", with the two sides growing further apart", ", despite being hurt", ", making it the strongest since 1999". */
function tails(facts: ReadSentence, unit: Unit, clause: Clause): Draft[] {
  const { tokens } = unit;
  const absolute = absoluteStart(tokens, clause);
  if (absolute !== null) {
    const dash = tokens.findIndex((token, i) => i > absolute && /^[;—]$/.test(token.text));
    const comma = tokens.findIndex((token, i) => i > absolute + 1 && token.text === ',');
    const end = dash < 0 ? tokens.length : dash;
    const own = tokens.slice(absolute + 2, comma < 0 ? end : Math.min(comma, end)).filter(({ tag }) => tag !== 'PUNCT');
    const verb = tokens.some((token, i) => i > absolute + 2 && i < end && token.tag === 'VERB');
    const says = verb || (own.length >= WITH_WORDS && own.slice(1).some(({ tag }) => tag === 'ADP'));
    const to = verb ? end : comma < 0 ? end : Math.min(comma, end);
    return says && /^(?:with|despite)$/.test(tokens[absolute + 1]?.lower ?? '')
      ? verbless(facts, unit, absolute + 1, to)
      : [];
  }
  const tail = tailStart(facts, tokens, clause);
  if (tail === null) return [];
  const host = spanOf(tokens, clauseStart(facts, unit, clause), tail);
  if (host === null || host.end - host.start > LONGEST_LEAD) return verbless(facts, unit, tail + 1, clause.to);
  const subject = leadOf(facts, unit, clause);
  return verbless(facts, unit, tail + 1, clause.to, subject === null ? [host] : [subject, host]);
}

/** Whether a part of a clause has the clause's subject and verb in it. */
function formOf({ link, subject, verb }: Clause, { from, to, joint }: Conjunct): Form {
  if (link === 'relative' || link === 'restrictive') return 'relative';
  const own = subject !== null && subject[1] > subject[0] && subject[1] > from && verb.from >= from && verb.from < to;
  return joint === 'first' && own ? 'whole' : 'headless';
}

/** "the bill, *which critics said was unfair*": who says what the relative clause says, where it says so itself. */
function relativeSaid({ attributions }: ReadSentence, { tokens }: Unit, { link, opener }: Clause): Attribution | null {
  const at = opener === null ? undefined : tokens[opener];
  if (at === undefined || (link !== 'relative' && link !== 'restrictive')) return null;
  return (
    attributions.find(({ cue, content }) => cue !== null && content.start === at.start && cue.start > at.start) ?? null
  );
}

/** "the wage bill, £54m last year,": how much it is, in words of its own where a figure begins them. */
function medialDrafts(facts: ReadSentence, unit: Unit, clause: Clause, comma: number): Draft[] {
  const found = verbless(facts, unit, clause.subject?.[0] ?? clause.from, clause.verb.from);
  const first =
    comma +
    (/^(?:about|around|nearly|almost|some|roughly|just|over)$/.test(unit.tokens[comma + 1]?.lower ?? '') ? 2 : 1);
  const token = unit.tokens[first];
  const isFigure =
    (/^(?:NUM|SYM)$/.test(token?.tag ?? '') || /^[$£€]/.test(token?.text ?? '')) &&
    unit.tokens[first + 2]?.lower !== 'them';
  const form = clause.verb.form === 'past' ? 'was so much' : 'is so much';
  return isFigure ? found.map((draft) => ({ ...draft, form })) : found;
}

/** The claims of one clause: itself, its conjuncts, and what hangs on its end. */
function draftsOf(facts: ReadSentence, unit: Unit, clause: Clause): Draft[] {
  const { tokens, clauses } = unit;
  const drafts = tails(facts, unit, clause);
  const figures: Figures = {
    has: (from, to, orTime = false) => {
      const range = tokenSpan(tokens, from, to);
      if (range === null) return false;
      return hasFigure(facts, range) || (orTime && inside(range, facts.times).length > 0);
    },
    holds: (at) => {
      const token = tokens[at];
      return token !== undefined && facts.quantities.some((figure) => holds(figure, token));
    },
  };
  const medial = medialFigure(facts, unit, clause);
  const told = clauses.some(
    (other) =>
      /^(?:relative|adverbial)$/.test(other.link) &&
      other.verb.to <= clause.verb.from &&
      (other.opener ?? 0) > (medial ?? 0),
  );
  if (medial !== null && !told) drafts.push(...medialDrafts(facts, unit, clause, medial));
  const quoted = quotedAntecedent(unit, clause);
  const start = quoted === null ? clauseStart(facts, unit, clause) : (clause.opener ?? clause.from);
  const parts = conjunctsOf(tokens, clause, clauses, start, clauseEnd(facts, unit, clause), figures);
  const first = parts[0] === undefined ? null : spanOf(tokens, parts[0].from, parts[0].to);
  for (const part of parts) {
    const isFirst = part.joint === 'first';
    const own = spanOf(tokens, part.from, part.to);
    if (own === null || (isFirst && isThin(facts, unit, clause, own))) continue;
    const span = quoted === null || !isFirst ? own : { start: quoted.start, end: own.end };
    if (tokens.some((token) => token.text === STAND_IN && holds(token, span))) continue;
    const verdict = judge(facts, unit, clause, span);
    const isListed =
      part.joint === 'object' || parts.slice(parts.indexOf(part)).some(({ joint }) => joint === 'object');
    const lead = leadsOf(facts, unit, clause, part, first, isListed);
    const form = formOf(clause, part);
    const said = isFirst ? partialQuote(facts, unit, clause, span) : null;
    // "he expects output to fall": what is said is what is to come
    const foretold = said !== null && EXPECTING.has(tokens[clause.verb.main]?.lower ?? '');
    drafts.push(
      said === null || foretold
        ? {
            ...span,
            ...verdict,
            attribution: said ?? relativeSaid(facts, unit, clause) ?? unit.attribution,
            layer: 'clause',
            lead,
            form,
          }
        : {
            ...span,
            ...verdict,
            kind: 'attribution',
            reason: 'says what somebody said',
            attribution: said,
            layer: 'saying',
            lead,
          },
    );
  }
  return drafts;
}

/** "as Mao Zedong put it, “as close as lips and teeth,”": a saying set into somebody else's sentence. */
function setInSaying(facts: ReadSentence, unit: Unit, clause: Clause): Draft[] {
  if (clause.link !== 'bound' || clause.opener === null || unit.tokens[clause.opener]?.lower !== 'as') return [];
  const opener = unit.tokens[clause.opener];
  const cue = unit.tokens[clause.verb.main];
  const said = facts.attributions.find(
    (one) => one.cue !== null && one.quoted && cue !== undefined && holds(one.cue, cue) && one.content.start > cue.end,
  );
  if (said === undefined || opener === undefined) return [];
  const end =
    said.content.end + (/^[,.]?"/.exec(facts.text.slice(said.content.end, said.content.end + 2))?.[0].length ?? 0);
  const reason = 'says what somebody said';
  return [
    {
      start: opener.start,
      end,
      kind: 'attribution',
      reason,
      negated: false,
      hedged: false,
      attribution: said,
      layer: 'saying',
      lead: [],
    },
  ];
}

function clauseDrafts(facts: ReadSentence, unit: Unit): Draft[] {
  const { tokens, clauses } = unit;
  const drafts: Draft[] = [];
  for (const clause of clauses) {
    const parent = clause.parent === null ? null : (clauses[clause.parent] ?? null);
    drafts.push(...setInSaying(facts, unit, clause));
    if (clause.link !== 'factive' && !isDetachable({ link: clause.link, parent })) continue;
    const at = tokens[clause.from]?.start ?? 0;
    const insideTail = drafts.some(
      (draft) => draft.start <= at && at < draft.end && facts.text.startsWith('with ', draft.start),
    );
    if (!insideTail && !carries(unit, clause)) drafts.push(...draftsOf(facts, unit, clause));
  }
  return drafts;
}

const QUOTE_WORDS = 4;

/** A view is one view, however many clauses it takes: where nothing somebody says can be checked, their words make one draft. */
function asOneView(facts: ReadSentence, unit: Unit, drafts: readonly Draft[]): readonly Draft[] {
  const { attribution, tokens } = unit;
  if (attribution === null || drafts.some(({ kind }) => !UNCHECKABLE_KINDS.includes(kind))) return drafts;
  // two clauses with a subject each are two views
  if (drafts.filter(({ form }) => form === 'whole').length > 1) return drafts;
  const span = spanOf(tokens, 0, tokens.length);
  const words = tokens.filter((token) => token.tag !== 'PUNCT').length;
  const [first] = drafts;
  if (
    span === null ||
    words < QUOTE_WORDS ||
    (first === undefined && (!attribution.quoted || tokens.at(-1)?.text === '?'))
  )
    return drafts;
  const { negated, hedged } = judge(facts, unit, null, span);
  const foretells = drafts.some(({ kind }) => kind === 'prediction');
  const reason = first?.reason ?? 'states nothing that can be looked up';
  return [
    {
      ...span,
      kind: foretells ? 'prediction' : 'opinion',
      reason,
      negated,
      hedged,
      attribution,
      layer: 'clause',
      lead: [],
      form: 'whole',
    },
  ];
}

const CLAUSE_WORDS = 4;

function unseen(facts: ReadSentence, child: Unit): Draft[] {
  const words = child.tokens.filter(({ tag }) => tag !== 'PUNCT');
  const asks = child.tokens.at(-1)?.text === '?' || /^(?:how|what|who|why|when|where)$/.test(words[0]?.lower ?? '');
  // "felt frustrated at not having won": how somebody feels, and no clause
  const isState = /^(?:ADJ|VERB)$/.test(words[0]?.tag ?? '') && words[1]?.tag === 'ADP';
  if (words.length < CLAUSE_WORDS || asks || isState) return [];
  return verbless(facts, child, 0, child.tokens.length).map((draft): Draft => ({ ...draft, form: 'whole' }));
}

/** All drafts of a unit and of the units of those who speak in it. */
export function unitDrafts(facts: ReadSentence, unit: Unit): Draft[] {
  const own = clauseDrafts(facts, unit);
  const drafts = unit.children.length > 0 ? own : [...asOneView(facts, unit, own)];
  for (const child of unit.children) {
    const found = unitDrafts(facts, child);
    // a clause by its place whose verb was not seen
    const content =
      found.length === 0 && child.clauses.length === 0 && child.children.length === 0 ? unseen(facts, child) : found;
    drafts.push(...content);
    // What is denied is a claim as denied; that it was denied is another.
    const denied = child.attribution?.cueClass === 'deny';
    const saying = sayingDraft(facts, unit, child, denied ? [] : content);
    if (saying !== null) drafts.push(saying);
  }
  return drafts;
}
