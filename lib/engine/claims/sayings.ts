/**
 * Stage 9: the claim that somebody said something, for where what is said cannot be checked but the saying can.
 */
import type { Clause } from '../clauses/clauses.ts';
import { nounPhraseStart } from '../clauses/phrases.ts';
import { STAND_IN } from '../clauses/state.ts';
import type { Unit } from '../clauses/units.ts';
import { SAID_PLAINLY } from '../judgement/select.ts';
import { EXPERT_ROLES } from '../lexicon/kinds.ts';
import { type Draft, type ReadSentence, tokenSpan } from '../sentence/sentence.ts';
import { holds, overlapOf, spanOf } from '../sentence/spans.ts';
import { type Attribution, type Span, UNCHECKABLE_KINDS } from '../types.ts';
import { clauseEnd, clauseStart } from './edges.ts';

const touchesVerb = (unit: Unit, clause: Clause, cue: Span): boolean => {
  const verb = tokenSpan(unit.tokens, clause.verb.from, clause.verb.to);
  return verb !== null && overlapOf(cue, verb) > 0;
};

/** "X, according to images *analysed* by the institute", "According to a report *released* on Monday, X": the clause is about the source, and says nothing without the words it stands beside. */
function describesSource(unit: Unit, clause: Clause, words: Span, cue: Span): boolean {
  const [from] = clause.subject ?? [clause.from];
  const first = unit.tokens[from];
  const verb = unit.tokens[clause.verb.from];
  if (first === undefined || verb === undefined || cue.end > verb.start) return false;
  const behind = first.start <= words.start && words.end <= cue.start;
  const before = first.start === cue.start && verb.end <= words.start && clause.link === 'main';
  return behind || before;
}

/** Whether the clause only carries a unit that somebody says: "Mr. Niu said", "he seemed to give in: “…”". */
export function carries(unit: Unit, clause: Clause): boolean {
  const [from, to] = clause.subject ?? [0, 0];
  const subject = unit.tokens.slice(from, to).filter((token) => token.tag !== 'PUNCT');
  if (clause.link === 'main' && subject.length > 0 && subject.every((token) => token.text === STAND_IN)) return true;
  return unit.children.some(({ attribution, span }) => {
    if (attribution === null) return false;
    if (attribution.cue !== null && touchesVerb(unit, clause, attribution.cue)) return true;
    if (attribution.cue !== null && describesSource(unit, clause, span, attribution.cue)) return true;
    const standIn = unit.tokens.findIndex((token) => token.start === span.start);
    const before = unit.tokens.slice(clause.verb.to, standIn).findLast((token) => token.text !== '"');
    return standIn >= clause.verb.to && standIn < clause.to && before?.lower === ':';
  });
}

/** A clause of the author's with somebody's words in it: "accused China of “holding the hands” …". */
export function partialQuote(facts: ReadSentence, unit: Unit, clause: Clause, span: Span): Attribution | null {
  const found = facts.attributions.find(
    ({ cue, content }) => cue !== null && touchesVerb(unit, clause, cue) && holds(span, content),
  );
  if (found !== undefined && !found.quoted && found.cueClass === 'say') return null;
  // "said her party has backed it": what the party did is hers to say
  if (found?.cueClass === 'opinion' && unit.attribution !== null) return null;
  return found !== undefined && !unit.children.some((child) => child.attribution?.cue === found.cue) ? found : null;
}

/** Known by office alone, and yet one person: "the crown prince", "the foreign minister". */
const IN_OFFICE =
  /(?:^| )(?:minister|president|prince|princess|king|queen|pope|mayor|governor|ambassador|chancellor|premier)$/i;

/** Nobody by name, and yet who decides or knows: "officials", "police". */
const SPEAK_FOR = /(?:^| )(?:officials|ministers|police|authorities|prosecutors|organi[sz]ers)$/i;

/** An official's words are news whatever they say; an expert's judgement is only a judgement. */
export function isNewsworthySpeaker(facts: ReadSentence, { claimant }: Attribution): boolean {
  const unnamed = claimant.type === 'unnamed' && !IN_OFFICE.test(claimant.name) && !SPEAK_FOR.test(claimant.name);
  if (claimant.type === 'author' || unnamed) return false;
  return !EXPERT_ROLES.test(facts.roles.get(claimant.name) ?? '') && !EXPERT_ROLES.test(claimant.name);
}

/** Token range of the words that say who speaks, up to the first comma after the cue and the speaker. */
function frameOf(facts: ReadSentence, unit: Unit, attribution: Attribution): Span | null {
  const { cue, claimant } = attribution;
  const carrier = cue === null ? undefined : unit.clauses.find((clause) => touchesVerb(unit, clause, cue));
  const named = unit.tokens.findIndex((token) => token.end === claimant.end) + 1;
  // "“…,” joked lead author Marie Dacke": who speaks is part of it
  const isBehind = cue !== null && claimant.start !== null && claimant.start >= cue.end && named > 0;
  const speaker = isBehind ? spanOf(unit.tokens, named - 1, named) : null;
  if (carrier === undefined) return cue === null || speaker === null ? cue : { start: cue.start, end: speaker.end };
  const said = Math.max(cue?.end ?? 0, claimant.end ?? 0);
  const end = clauseEnd(facts, unit, carrier);
  const comma = unit.tokens.findIndex((token, i) => i < end && token.start >= said && token.lower === ',');
  const last = comma < 0 ? end : comma;
  return spanOf(unit.tokens, clauseStart(facts, unit, carrier), isBehind ? Math.max(last, named) : last);
}

/** Takes in the quotation marks right around the words. */
function withMarks(text: string, span: Span): Span {
  const start = text[span.start - 1] === '"' ? span.start - 1 : span.start;
  const mark = /^[,.!?]?"/.exec(text.slice(span.end, span.end + 2));
  return { start, end: span.end + (mark?.[0].length ?? 0) };
}

/** No judgement in a few words of somebody's is longer than this, with what it is about. */
const VIEW_WORDS = 22;

const CALLING = /^(?:call|describe|label|dub|term|brand|characteri[sz]e|denounce|decry|ridicule)/i;

/** Whether a cue says what somebody thinks of something. */
const isJudging = (cue: string, cueClass: Attribution['cueClass']): boolean =>
  cueClass === 'claim' || cueClass === 'opinion' || CALLING.test(cue);

/** "blasted | the firm for its “outrageous practices”", "called | the ruling “a disgrace”": what somebody thinks of something, told with a few words of his own. */
export function viewDrafts(facts: ReadSentence, drafts: readonly Draft[]): Draft[] {
  const { text, tokens, attributions } = facts;
  return attributions.flatMap((attribution): Draft[] => {
    const { cue, content, quoted, claimant, cueClass } = attribution;
    if (!quoted || cue === null || !isJudging(text.slice(cue.start, cue.end), cueClass)) return [];
    if (content.start < cue.end || content.end > facts.span.end) return [];
    const words = withMarks(text, content);
    const from = tokens.findIndex((token) => token.start >= cue.end && token.tag !== 'ADV' && token.lower !== 'that');
    const to = tokens.findLastIndex((token) => token.end <= words.end) + 1;
    const between = tokens.slice(from, to).filter((token) => token.end <= content.start);
    const first = tokens[from];
    if (first === undefined || first.start >= words.start || to - from > VIEW_WORDS) return [];
    if (between.some((token) => /^[;:—]$/.test(token.text) || (token.text === '"' && token.end < content.start)))
      return [];
    // "wants it to move from “talks on request” | to open talks"
    if (between.findLast(({ text: word }) => word !== '"')?.lower === 'from' && tokens[to]?.lower === 'to') return [];
    const span = { start: first.start, end: words.end };
    const figures = facts.quantities.some(({ rank, ...figure }) => !rank && holds(content, figure));
    const known = drafts.some(
      (other) =>
        other.layer === 'clause' &&
        other.attribution?.claimant.name === claimant.name &&
        (holds(other, content) || overlapOf(other, span) > 0.5 * (span.end - span.start)),
    );
    if (figures || known) return [];
    const reason = 'words in quotation marks that judge';
    return [
      {
        ...span,
        kind: 'opinion',
        reason,
        negated: false,
        hedged: false,
        attribution,
        layer: 'clause',
        lead: [],
        form: 'headless',
      },
    ];
  });
}

/** "Judge Ann Moss, writing for the majority, said": where the words for a person who speaks begin, in front of the verb; null elsewhere. */
function speakerStart({ tokens, span }: ReadSentence, { claimant, cue }: Attribution): number | null {
  const { start, end, type } = claimant;
  if (type !== 'person' || start === null || end === null || cue === null || end > cue.start || start < span.start)
    return null;
  const at = tokens.findIndex((token) => token.end >= end);
  const isPronoun = tokens[at]?.tag === 'PRON';
  return isPronoun ? null : Math.min(start, tokens[nounPhraseStart(tokens, at + 1, 0)]?.start ?? start);
}

/** Says that something was said, and no more. */
const PLAIN =
  /^(?:believed?|believes|thinks?|thought|feels?|felt|said|says?|saying|adding|telling|noting|told|tells?|added|adds?|noted|notes?|stated|states?|remarked|explained|agreed|taken?|takes?)\b/i;

/** Why somebody's words are only his mind: that they were said is no news beside them, as it is where he judges somebody or asks for something. */
const OWN_MIND: ReadonlySet<string> = new Set([
  'speaks of feelings or intentions',
  'somebody’s way of putting it',
  'a figure of speech',
  'a question',
  'says what somebody believes',
  'says what is likely, not what is',
  'says what may come, which nobody can check yet',
  'says what would follow, not what is',
]);

/** The saying itself, where nothing of what is said can be checked; null where it can, or where an expert judges. */
export function sayingDraft(facts: ReadSentence, unit: Unit, child: Unit, content: readonly Draft[]): Draft | null {
  const { attribution } = child;
  if (attribution === null || content.some((draft) => !UNCHECKABLE_KINDS.includes(draft.kind))) return null;
  if (!isNewsworthySpeaker(facts, attribution)) return null;
  // "Lund said fares would rise": that a view was said in plain words is no news beside it
  const cue = facts.text.slice(attribution.cue?.start ?? 0, attribution.cue?.end ?? 0);
  const isPlain = PLAIN.test(cue);
  if (isPlain && !attribution.quoted && content.length > 0) return null;
  // "“I am glad,” said Lund": the card of his words says so already
  if (isPlain && content.length > 0 && content.every(({ reason }) => OWN_MIND.has(reason))) return null;
  // "According to its president, the plan should …": nobody's deed
  if (/^according/i.test(facts.text.slice(attribution.cue?.start ?? 0, attribution.cue?.end ?? 0))) return null;
  const frame = frameOf(facts, unit, attribution);
  // of words that run over several sentences, the one with the speaker in it says that they were said
  if (frame === null || !holds(facts.span, frame)) return null;
  const words = withMarks(facts.text, child.span);
  const start = Math.min(words.start, frame.start, speakerStart(facts, attribution) ?? frame.start);
  const end = Math.max(words.end, frame.end);
  const reason = isPlain ? SAID_PLAINLY : 'the words can be checked, what they judge cannot';
  return {
    start,
    end,
    kind: 'attribution',
    reason,
    negated: false,
    hedged: false,
    attribution,
    layer: 'saying',
    lead: [],
  };
}
