import type { SentenceSpan } from '../sentence/split.ts';
import type { TextView } from '../text/text.ts';
import type { Attribution, Block, BlockRole, NamedEntity, Quotation, Span } from '../types.ts';
import { claimantOf, remember, rememberSpeaker } from './claimant.ts';
import { findPieces, type Piece } from './content.ts';
import { continuedSpeakers } from './continued.ts';
import { findCues } from './cues.ts';
import type { Cue } from './idioms.ts';
import type { Memory, Resolved } from './known.ts';
import { labelBefore, labelOf } from './labels.ts';
import type { Phrase } from './phrase.ts';
import { type Spoken, sameSpeaker } from './same-speaker.ts';
import { signatureOf, signaturesOf } from './signatures.ts';
import { mainSubject } from './subject.ts';
import { isDialogue, spokenLine } from './transcript.ts';
import { repeatedIn, uncuedSpeaker } from './uncued.ts';
import { type Item, type Mention, mentionsOf, readInside, readUnits, type Unit } from './units.ts';
import { isMark, NOBODY_NAMED } from './words.ts';

/** "X hopes": what is in somebody's head is the author's to say; what he thinks or believes he has mostly said. */
const OPINION = 0.5;
const THOUGHT = 0.8;
/** No speaker quotes more than this in one breath. */
const MOST_NESTED = 20;
const WITHOUT_SPEECH: ReadonlySet<BlockRole> = new Set(['boilerplate', 'byline', 'note', 'advice']);

/** "In a statement the bank denied this:", and a paragraph without quotation marks: they are often lost where a text is pasted. */
const UNMARKED = 0.6;

const isUnmarked = ({ items }: Unit): boolean =>
  items[0]?.kind !== 'quote' && items.every(({ quotation }) => quotation?.direct !== true);

type Found = Attribution & { readonly unit: number; readonly resolved: Resolved };
type Open = { readonly unit: number; readonly quotation: Quotation };

/**
 * Says who answers for which stretch of the text: direct, partial and indirect speech. Units (sentences, bound together
 * where a quotation runs over their ends) are read in order; quotations without a cue of their own then take the speaker
 * of the unit before or after them. Method: ordered sieves, surest first, after Muzny et al. 2017 (E17-1044).
 *
 * Attributions come ordered by their content's start and may nest; of several over a stretch the shortest is the
 * speaker's own. Text under none is the author's.
 */
export function attribute(
  view: TextView,
  sentences: readonly SentenceSpan[],
  blocks: readonly Block[],
  names: readonly NamedEntity[],
  quotations: readonly Quotation[],
): Attribution[] {
  const told = sentences.filter((sentence) => !WITHOUT_SPEECH.has(blocks[sentence.block]?.role ?? 'boilerplate'));
  const mentions = mentionsOf(names);
  const inside = nestedIn(quotations);
  const units = readUnits(view, told, blocks, mentions, quotations);
  const memory: Memory = { recent: [], subject: null, groupUnit: -1, pair: null };
  const byUnit: Found[][] = [];
  const introduced = new Map<number, Resolved>();
  const subjects: (Resolved | null)[] = [];
  const open: Open[] = [];
  // what asks for nobody told before is read of all units, one stage after another
  const cuesOf = units.map(({ items }) => findCues(items));
  const piecesOf = units.map(({ items }, index) => findPieces(items, cuesOf[index] ?? []));
  const mains = units.map(({ items }) => mainSubject(items, items.length));
  units.forEach((unit, index) => {
    const cues = cuesOf[index] ?? [];
    const found = readUnit(view, unit, index, cues, piecesOf[index] ?? [], memory);
    byUnit.push(found);
    const main = mains[index] ?? null;
    const subject = main === null ? null : claimantOf(view, unit, main, memory, index);
    subjects.push(subject);
    memory.subject = subject === null ? null : { ...subject, unit: index };
    remember(memory, unit, index);
    const announces = found.length === 0 && isMark(unit.items.at(-1), ':') ? cues.at(-1) : undefined;
    const speaker = announces === undefined ? null : claimantOf(view, unit, announces.subject, memory, index);
    if (speaker !== null) {
      introduced.set(unit.block + 1, speaker);
      rememberSpeaker(memory, speaker.claimant, speaker.entity, index);
    }
    // "The doctor who said no": a headline names nobody that "she" could go back to
    const heads = blocks[unit.block]?.role === 'headline';
    // who speaks inside what another says comes second when a "he" goes back to one of them
    const isInside = (one: Found): boolean => found.some((other) => other !== one && saysWhoSpeaks(other, one));
    for (const one of [...found.filter(isInside), ...found.filter((one) => !isInside(one))])
      if (!heads || one.claimant.type !== 'unnamed') rememberSpeaker(memory, one.claimant, one.resolved.entity, index);
    for (const cue of heads ? [] : spokeWithout(cues, found, unit)) {
      const speaker = claimantOf(view, unit, cue.subject, memory, index);
      if (speaker !== null && speaker.claimant.type === 'person')
        rememberSpeaker(memory, speaker.claimant, speaker.entity, index);
    }
    for (const item of unit.items) {
      if (item.kind !== 'quote' || item.quotation === null || found.some((one) => covers(one.content, item))) continue;
      open.push({ unit: index, quotation: item.quotation });
    }
  });
  const nested = units.flatMap((unit, index) =>
    readNested(view, unit, index, byUnit[index] ?? [], mentions, inside, memory),
  );
  const unmarked = units.flatMap((unit, index) => {
    const speaker = blocks[unit.block]?.role === 'paragraph' ? introduced.get(unit.block) : undefined;
    const told = speaker !== undefined && (byUnit[index] ?? []).length === 0 && isUnmarked(unit);
    return told ? [make(unit, index, unit, null, speaker, true, UNMARKED * speaker.sure)] : [];
  });
  const continued = [...continuedSpeakers(units, byUnit, ({ block }) => blocks[block]?.role === 'paragraph')].flatMap(
    ([index, { resolved, from }]) => {
      const unit = units[index];
      if (unit === undefined) return [];
      return [make(unit, index, { start: from, end: unit.end }, null, resolved, false, UNMARKED * resolved.sure)];
    },
  );
  const lines = transcribed(
    view,
    units,
    byUnit,
    names,
    blocks.map(({ start, end }) => view.folded.slice(start, end)),
  );
  const given = new Map<Quotation, Resolved>();
  const signed = signaturesOf(view, blocks, mentions);
  const repeated = repeatedIn(view.folded, byUnit.flat());
  const rest = open.flatMap(({ unit: index, quotation }) => {
    const unit = units[index];
    if (unit === undefined || lines.some((line) => line.unit === index && covers(line.content, quotation))) return [];
    const speaker = uncuedSpeaker({ units, byUnit, subjects, given, signed, repeated }, index, quotation);
    if (speaker === null) return [];
    given.set(quotation, speaker.resolved);
    return [make(unit, index, quotation, null, speaker.resolved, true, speaker.confidence)];
  });
  return [...byUnit.flat(), ...nested, ...rest, ...unmarked, ...continued, ...lines]
    .map((found) => strip(view, found))
    .sort((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
}

/** "Lund also *asked* how it would be paid for": who spoke, though nothing is told that he said. */
const spokeWithout = (cues: readonly Cue[], found: readonly Found[], { items }: Unit): readonly Cue[] =>
  found.length > 0
    ? []
    : cues.filter(
        ({ form, cueClass, subject }) =>
          form === 'finite' && /^(?:say|claim|deny|warn)$/.test(cueClass) && items[subject.head]?.kind === 'name',
      );

/** "Lund said *the minister had told* him that …": whether one is part of what another says. */
const saysWhoSpeaks = (outer: Found, { cue, resolved }: Found): boolean =>
  cue !== null && covers(outer.content, cue) && outer.resolved.claimant.name !== resolved.claimant.name;

/** No label of a speaker is longer. */
const LABEL_LENGTH = 60;

/** What is said in the lines of a transcript: behind the label, and in the rest of its paragraph, where nobody else is quoted. */
function transcribed(
  { folded }: TextView,
  units: readonly Unit[],
  byUnit: readonly Found[][],
  names: readonly NamedEntity[],
  lines: readonly string[],
): Found[] {
  const isTalk = isDialogue(lines);
  let line: { readonly block: number; readonly speaker: Resolved } | null = null;
  return units.flatMap((unit, index) => {
    const before =
      folded
        .slice(Math.max(0, unit.start - LABEL_LENGTH), unit.start)
        .split('\n')
        .at(-1) ?? '';
    const opens =
      units[index - 1]?.block === unit.block
        ? null
        : spokenLine(unit, names, before, folded.slice(unit.start, unit.start + 3), isTalk);
    if (opens !== null) line = { block: unit.block, speaker: opens.speaker };
    if (line === null || line.block !== unit.block || (byUnit[index] ?? []).length > 0) return [];
    const said = { start: opens?.start ?? unit.start, end: unit.end };
    return said.start >= said.end ? [] : [make(unit, index, said, null, line.speaker, true, 0.85)];
  });
}

function strip(view: TextView, found: Found): Attribution {
  const { cue, claimant, cueClass, quoted, confidence } = found;
  const content = quoted ? found.content : withSigns(view, found.content);
  const who = isNobody(found) ? { ...claimant, name: NOBODY_NAMED } : claimant;
  return { content, cue, claimant: who, cueClass, quoted, confidence };
}

/** "$40 was lost", "demand rose just 6%": the signs at both ends belong to the figures. */
function withSigns(view: TextView, { start, end }: Span): Span {
  return {
    start: /[$£€¥#(]/.test(view.folded[start - 1] ?? ' ') ? start - 1 : start,
    end: /[%°)]/.test(view.folded[end] ?? ' ') ? end + 1 : end,
  };
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function readUnit(
  view: TextView,
  unit: Unit,
  index: number,
  cues: readonly Cue[],
  pieces: readonly Piece[],
  memory: Memory,
): Found[] {
  const spoken: Spoken[] = [];
  const found = pieces.flatMap((piece) => {
    const { subject } = piece.cue;
    const resolved = sameSpeaker(unit, subject, spoken) ?? claimantOf(view, unit, subject, memory, index);
    if (resolved === null) return [];
    spoken.push({ to: piece.cue.to, order: piece.cue.order, resolved });
    return fromPiece(unit, index, piece, resolved);
  });
  for (const one of found.filter((other) => isHeld(other, found) || isLost(other, found)))
    found.splice(found.indexOf(one), 1);
  settleQuotes(unit, found);
  const signed = signatureOf(view, unit, memory, index);
  const [quote] = unit.items;
  if (signed !== null && quote !== undefined) found.push(make(unit, index, quote, null, signed, true, 0.95));
  for (const [at, item] of unit.items.entries()) {
    if (item.kind !== 'quote') continue;
    const subject = labelOf(unit, at) ?? lastClauseSubject(unit.items, cues, at);
    const leads = subject === null ? null : claimantOf(view, unit, subject, memory, index);
    if (leads !== null) {
      for (const other of found.filter(({ content }) => covers(content, item))) found.splice(found.indexOf(other), 1);
      found.push(make(unit, index, item, null, leads, true, 0.8));
      continue;
    }
    if (found.some((one) => covers(one.content, item))) continue;
    const near = nearbyCue(unit.items, cues, at);
    const resolved = near === null ? null : claimantOf(view, unit, near.cue.subject, memory, index);
    if (near !== null && resolved !== null) {
      found.push(make(unit, index, item, near.cue, resolved, true, near.confidence));
      continue;
    }
    if (!isMark(unit.items[at - 1], ':')) continue;
    const main = labelBefore(unit.items, at - 1) ?? mainSubject(unit.items, at);
    const introduced = main === null ? null : claimantOf(view, unit, main, memory, index);
    if (introduced !== null) found.push(make(unit, index, item, null, introduced, true, 0.75));
  }
  return found;
}

/** "*Lund expects losses to halve*, its chairman said": what the one thinks is told by the other, who answers for all of it. */
const isHeld = ({ cue, quoted, cueClass, resolved }: Found, found: readonly Found[]): boolean =>
  cue !== null &&
  !quoted &&
  cueClass === 'opinion' &&
  found.some(
    (other) =>
      !other.quoted &&
      other.cue !== null &&
      other.cue.start > cue.end &&
      other.cueClass !== 'opinion' &&
      other.content.start <= cue.start &&
      other.content.end >= cue.end &&
      other.resolved.claimant.name !== resolved.claimant.name,
  );

const PRONOUN = /^(?:he|she|it|they|who)$/i;

const isNobody = ({ claimant }: Found): boolean => claimant.type === 'unnamed' && PRONOUN.test(claimant.name);

/** "Lund said they had left and *they believed* …": whom a pronoun means nobody knows, but Lund says all of it. */
const isLost = (one: Found, found: readonly Found[]): boolean =>
  isNobody(one) && found.some((other) => !isNobody(other) && other !== one && covers(other.content, one.content));

/** "The mayor has promised help, but *Ms Duarte* is sceptical: “…”": who the last clause before the colon is about, where no cue stands in it. Null elsewhere. */
function lastClauseSubject(items: readonly Item[], cues: readonly Cue[], at: number): Phrase | null {
  if (!isMark(items[at - 1], ':')) return null;
  const joint = items.findLastIndex(
    (item, i) => i < at && /^(?:but|and|while|whereas|yet|though)$/.test(item.lower) && isMark(items[i - 1], ',;'),
  );
  if (joint < 0 || cues.some(({ from, to }) => from > joint && to <= at)) return null;
  const clause = items.slice(joint + 1, at);
  const subject = mainSubject(clause, clause.length);
  if (subject === null) return null;
  const { from, to, head } = subject;
  return { from: from + joint + 1, to: to + joint + 1, head: head + joint + 1 };
}

/** The quotations that stand inside each other one; they come in order of their starts, the outer first. */
function nestedIn(quotations: readonly Quotation[]): ReadonlyMap<Quotation, readonly Quotation[]> {
  const nested = new Map<Quotation, Quotation[]>();
  let outer: Quotation | null = null;
  for (const quotation of quotations) {
    if (quotation.term) continue;
    if (outer === null || quotation.start >= outer.end) outer = quotation;
    else nested.set(outer, [...(nested.get(outer) ?? []).slice(-MOST_NESTED), quotation]);
  }
  return nested;
}

/** Quotations inside a quotation: who the speaker says said it, with the speaker as the one who passes it on. */
function readNested(
  view: TextView,
  unit: Unit,
  index: number,
  found: readonly Found[],
  mentions: readonly Mention[],
  nested: ReadonlyMap<Quotation, readonly Quotation[]>,
  memory: Memory,
): Found[] {
  return unit.items.flatMap((item) => {
    const outer = item.quotation;
    if (outer === null) return [];
    const inner = nested.get(outer);
    if (inner === undefined) return [];
    const speaker = found.find((one) => one.quoted && one.content.start === outer.start);
    const inside = readInside(view, unit, outer, inner, mentions);
    const cues = findCues(inside.items);
    return readUnit(view, inside, index, cues, findPieces(inside.items, cues), memory)
      .filter((one) => one.quoted)
      .map((one) => ({ ...one, claimant: { ...one.claimant, via: speaker?.claimant.name ?? null } }));
  });
}

/** Of several cues that claim one quotation, the one right after it has it, else the innermost. Changes `found`. */
function settleQuotes(unit: Unit, found: Found[]): void {
  for (const item of unit.items) {
    if (item.kind !== 'quote') continue;
    const rivals = found.filter((one) => one.quoted && one.content.start === item.start);
    if (rivals.length < 2) continue;
    // "said her party has backed it “for years”": her words, whatever the party did
    const speaking = rivals.filter(({ cueClass }) => cueClass !== 'opinion');
    const right = rivals.find((one) => touches(unit, item, one)) ?? speaking.at(-1) ?? rivals.at(-1);
    for (const rival of rivals) if (rival !== right) found.splice(found.indexOf(rival), 1);
  }
}

/** The claimant or the cue stands right behind the quotation. */
function touches(unit: Unit, quote: Item, found: Found): boolean {
  const next = unit.items[unit.items.indexOf(quote) + 1];
  if (next === undefined) return false;
  return (
    next.start === found.cue?.start ||
    ((found.claimant.start ?? Infinity) - next.start <= 30 &&
      (found.claimant.start ?? -1) >= next.start &&
      (found.cue?.start ?? 0) - next.start < 60)
  );
}

/** The cue beside a quotation that no piece holds: the last before it, else the next behind it. */
function nearbyCue(items: readonly Item[], cues: readonly Cue[], at: number): { cue: Cue; confidence: number } | null {
  const after = cues.find((cue) => cue.from > at && cue.order !== 'shared');
  const before = cues.filter((cue) => cue.to <= at).at(-1);
  const touching =
    after !== undefined && Math.min(after.from, after.order === 'shared' ? after.from : after.subject.from) - at <= 2;
  const parted = /^(?:while|whereas|but|and|though|although)$/.test(items[at + 1]?.lower ?? '');
  if (touching && !parted) return { cue: after, confidence: 0.85 };
  if (before !== undefined && !items.slice(before.to, at).some((item) => isMark(item, ';')))
    return { cue: before, confidence: 0.7 };
  return after === undefined ? null : { cue: after, confidence: 0.6 };
}

function fromPiece(unit: Unit, index: number, piece: Piece, resolved: Resolved): Found[] {
  const inside = unit.items.slice(piece.from, piece.to);
  const quotes = inside.filter((item) => item.kind === 'quote');
  const words = inside.filter((item) => item.kind === 'word' || item.kind === 'name');
  const sure =
    (piece.place === 'trailing' ? 0.95 : 0.9) *
    resolved.sure *
    (piece.cue.cueClass !== 'opinion' ? 1 : /^(?:think|believe)$/.test(piece.cue.lemma) ? THOUGHT : OPINION);
  const direct = quotes.map((quote) => make(unit, index, quote, piece.cue, resolved, true, sure));
  const first = inside[0];
  const last = inside.at(-1);
  if (words.length === 0 || first === undefined || last === undefined) return direct;
  const content = {
    start: first.kind === 'quote' ? first.start - 1 : first.start,
    end: last.kind === 'quote' ? last.end + 1 : last.end,
  };
  return [make(unit, index, content, piece.cue, resolved, false, sure * 0.95), ...direct];
}

function make(
  unit: Unit,
  index: number,
  content: Span,
  cue: Cue | null,
  resolved: Resolved,
  quoted: boolean,
  confidence: number,
): Found {
  const first = cue === null ? undefined : unit.items[cue.from];
  const last = cue === null ? undefined : unit.items[cue.to - 1];
  return {
    content: { start: content.start, end: content.end },
    cue: first === undefined || last === undefined ? null : { start: first.start, end: last.end },
    claimant: resolved.claimant,
    cueClass: cue?.cueClass ?? 'say',
    quoted,
    confidence: Math.round(confidence * 100) / 100,
    unit: index,
    resolved,
  };
}
