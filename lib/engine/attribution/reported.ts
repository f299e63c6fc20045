/** What the rows of `rows.ts` find, as attributions beside those that were read before; and without what no cue carries. */
import { CUE_FORMS, type CueClass } from '../lexicon/cues.ts';
import { hitsOf } from '../rules/rows.ts';
import type { Found } from '../sentence/sentence.ts';
import { overlapOf } from '../sentence/spans.ts';
import type { Attribution, ClaimantType, EngineClaimant, Span, Token } from '../types.ts';
import { FALSE_CUES } from './false-cues.ts';
import { REPORTED } from './rows.ts';

import { NOBODY_NAMED, speakingNoun } from './words.ts';

type Range = readonly [number, number];

/** The span of a token range without the marks around it. */
function spanOf(tokens: readonly Token[], [from, to]: Range): Span | null {
  let [first, last] = [from, to - 1];
  while (first < last && /^["“”,;:.]$/.test(tokens[first]?.text ?? '')) first += 1;
  while (last > first && /^["“”,;:.]$/.test(tokens[last]?.text ?? '')) last -= 1;
  const [start, end] = [tokens[first]?.start, tokens[last]?.end];
  return start === undefined || end === undefined || first > last ? null : { start, end };
}

/** The word that a phrase is about: the last before what hangs on it. */
function headOf(tokens: readonly Token[], [from, to]: Range): Token | undefined {
  const link = tokens.findIndex(({ tag }, at) => at > from && at < to && tag === 'ADP');
  return tokens[(link < 0 ? to : link) - 1];
}

const ARTICLE = /^(?:the|an?|one|some|many|several|his|her|its|their|our) /i;

/** Who speaks where no noun says so: in an interview that is printed as one, in "it is understood that". */
const NAMELESS: ReadonlyMap<string, string> = new Map([
  ['a', 'interviewee'],
  ['q', 'interviewer'],
  ['it', 'unnamed sources'],
]);

/** Whoever the words name: a person or body of the article, else what they describe; nobody is guessed. */
function claimantOf({ text, tokens, mentions }: Found, range: Range): EngineClaimant | null {
  const span = spanOf(tokens, range);
  if (span === null) return null;
  const inside = mentions.filter((mention) => overlapOf(mention.span, span) > 0);
  // "Northway's chief executive" is not Northway, nor "a Facebook post" Facebook, nor "leaders of the Gulf states" the Gulf
  const head = headOf(tokens, range);
  const isNoun = head?.tag === 'NOUN' || speakingNoun(tokens[range[1] - 1]?.lower ?? '') !== null;
  const named = inside.filter((mention) => !isNoun || (head !== undefined && overlapOf(mention.span, head) > 0));
  const who =
    named.findLast(({ entity }) => entity.type === 'person') ??
    named.find(({ entity }) => entity.type !== 'place') ??
    named[0];
  if (who !== undefined) {
    const type: ClaimantType = who.entity.type === 'person' || who.entity.type === 'other' ? 'person' : 'organization';
    return { name: who.entity.name, type, start: who.span.start, end: who.span.end, via: null };
  }
  const words = text.slice(span.start, span.end);
  if (/^(?:I|we|you)$/i.test(words)) return null;
  const part = NAMELESS.get(words.toLowerCase());
  if (part !== undefined) return { name: part, type: 'unnamed', ...span, via: null };
  const noun = speakingNoun(head?.lower ?? '');
  const type: ClaimantType = noun === 'document' ? 'document' : noun === 'body' ? 'organization' : 'unnamed';
  return { name: words.replace(ARTICLE, ''), type, ...span, via: null };
}

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end;

const CLOSED = /[,.]?"\s?,?\s(?:but|yet|although|though|while|and)\s/;

/** What opens with a quotation mark ends with it where the sentence goes on with "but": from there on the author speaks. */
function withinMarks(text: string, one: Attribution): Attribution {
  const { start, end } = one.content;
  const opens = text[start - 1] === '"' ? start : text[start] === '"' ? start + 1 : null;
  const closes = opens === null ? null : CLOSED.exec(text.slice(opens, end));
  // "suggesting “a trend” of “heavy charges” and “slander” had …": the mark that opens it closes elsewhere
  const isOther = opens !== null && closes !== null && text.slice(opens, opens + closes.index).includes('"');
  return opens === null || closes === null || isOther
    ? one
    : { ...one, content: { start: opens, end: opens + closes.index } };
}

/** Whether a stretch is somebody's already: all of it, or words inside it that are said to be another's. */
const isTaken = (other: Attribution, content: Span, claimant: EngineClaimant): boolean =>
  other.claimant.name !== NOBODY_NAMED &&
  (covers(other.content, content) || (covers(content, other.content) && other.claimant.name !== claimant.name));

/** A stretch up to `end`, without the marks and blanks before it. */
function upTo(text: string, { start }: Span, end: number): Span {
  let last = end;
  while (last > start && /[\s,;]/.test(text[last - 1] ?? '')) last -= 1;
  return { start, end: last };
}

/** "said the roads had cost £2m, *noting* that prices rose": the place among `others` of what the same speaker goes on to say; -1 where there is none. */
const goesOnAt = (text: string, others: readonly Attribution[], { start, end }: Span): number =>
  others.findIndex(
    ({ cue, quoted }) =>
      cue !== null &&
      !quoted &&
      cue.start > start &&
      cue.end < end &&
      /,\s*$/.test(text.slice(start, cue.start).slice(-3)),
  );

/** "the sum that brokers claim is needed, *they said*": who says all of it is named behind the words. */
const endsIt = ({ cue, quoted, content }: Attribution, { start, end }: Span): boolean =>
  !quoted && cue !== null && cue.start > start && cue.end <= end && content.end <= cue.start && content.end > start;

/** What the first verb of saying in a cue makes of what is said. */
const classOf = (tokens: readonly Token[], [from, to]: Range): CueClass =>
  tokens.slice(from, to).flatMap(({ lower }) => CUE_FORMS.get(lower) ?? [])[0]?.cueClass ?? 'say';

const NOT_SAID = /^(?:would|will|could|can|may|might|should|must|did|does|do|not|n't|never|cannot|wo|ca|'ll)$/;

/** "asked if the mayor *would* say he erred", "whether the bank said so": nobody has said it. */
function isSupposed(tokens: readonly Token[], who: Range | undefined, cue: Range | undefined): boolean {
  if (who === undefined || cue === undefined || who[1] > cue[0]) return false;
  const isIf = /^(?:if|whether|unless)$/.test(tokens[who[0] - 1]?.lower ?? '');
  return isIf || tokens.slice(who[1], cue[0]).some(({ lower }) => NOT_SAID.test(lower));
}

/** The attributions of one sentence: those found before without the false ones, and those of the rows where nobody has the words yet. */
export function reportedIn(sentence: Found): readonly Attribution[] {
  const { tokens, role, text } = sentence;
  const none = hitsOf(FALSE_CUES, tokens).flatMap(
    ({ captures }) => spanOf(tokens, captures.get('cue') ?? [0, 0]) ?? [],
  );
  let kept = sentence.attributions
    .map((one) => withinMarks(text, one))
    .filter(({ cue }) => cue === null || none.every((span) => overlapOf(span, cue) === 0));
  const found: Attribution[] = [];
  for (const { rule, captures } of hitsOf(REPORTED, tokens)) {
    const { over, quoted } = rule.gives;
    if (rule.gives.in === 'headline' && role !== 'headline') continue;
    const said = captures.get('said');
    const who = captures.get('who');
    if (isSupposed(tokens, who, captures.get('cue'))) continue;
    const whole = said === undefined ? null : spanOf(tokens, said);
    const claimant = who === undefined ? null : claimantOf(sentence, who);
    if (whole === null || claimant === null) continue;
    const cue = spanOf(tokens, captures.get('cue') ?? [0, 0]);
    // of one cue a row reads more exactly what was said: "said in a statement | the fire had killed two"
    const isLooser = (other: Attribution): boolean =>
      !other.quoted && cue !== null && other.cue !== null && overlapOf(other.cue, cue) > 0;
    if (over === 'gives way' && kept.some(isLooser)) continue;
    kept = kept.filter((other) => !isLooser(other));
    const start = tokens[captures.get('all')?.[0] ?? 0]?.start ?? whole.start;
    if (over === 'breaks')
      kept = kept.map((one) =>
        covers(one.content, whole) ? { ...one, content: upTo(text, one.content, start) } : one,
      );
    const next = goesOnAt(text, kept, whole);
    const behind = kept.find((one) => endsIt(one, whole));
    const last = behind?.content.end ?? whole.end;
    const content = next < 0 ? upTo(text, whole, last) : upTo(text, whole, kept[next]?.cue?.start ?? whole.end);
    kept = kept.map((one, i) => (i === next && one.claimant.type === 'unnamed' ? { ...one, claimant } : one));
    if (over === 'breaks') kept = kept.map((one) => (covers(content, one.content) ? { ...one, claimant, cue } : one));
    if ([...kept, ...found].some((other) => isTaken(other, content, claimant))) continue;
    const cueClass = classOf(tokens, captures.get('cue') ?? [0, 0]);
    found.push({ content, cue, claimant, cueClass, quoted, confidence: 0.8 });
  }
  return found.length === 0 && kept.length === sentence.attributions.length && none.length === 0
    ? kept
    : [...kept, ...found];
}
