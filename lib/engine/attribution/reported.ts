/** What the rows of `rows.ts` find, as attributions beside those that were read before; and without what no cue carries. */
import { hitsOf } from '../rules/rows.ts';
import type { Found } from '../sentence/sentence.ts';
import { overlapOf } from '../sentence/spans.ts';
import type { Attribution, ClaimantType, EngineClaimant, Span, Token } from '../types.ts';
import { FALSE_CUES, REPORTED } from './rows.ts';
import { speakingNoun } from './words.ts';

type Range = readonly [number, number];

/** The span of a token range without the marks around it. */
function spanOf(tokens: readonly Token[], [from, to]: Range): Span | null {
  let [first, last] = [from, to - 1];
  while (first < last && /^["“”,;:.]$/.test(tokens[first]?.text ?? '')) first += 1;
  while (last > first && /^["“”,;:.]$/.test(tokens[last]?.text ?? '')) last -= 1;
  const [start, end] = [tokens[first]?.start, tokens[last]?.end];
  return start === undefined || end === undefined || first > last ? null : { start, end };
}

const ARTICLE = /^(?:the|an?|one|some|many|several|his|her|its|their|our) /i;

/** Whoever the words name: a person or body of the article, else what they describe; nobody is guessed. */
function claimantOf({ text, tokens, mentions }: Found, range: Range): EngineClaimant | null {
  const span = spanOf(tokens, range);
  if (span === null) return null;
  const named = mentions.filter((mention) => overlapOf(mention.span, span) > 0);
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
  const noun = speakingNoun(tokens[range[1] - 1]?.lower ?? '');
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
  return opens === null || closes === null ? one : { ...one, content: { start: opens, end: opens + closes.index } };
}

/** The attributions of one sentence: those found before without the false ones, and those of the rows where nobody has the words yet. */
export function reportedIn(sentence: Found): readonly Attribution[] {
  const { tokens, role } = sentence;
  const none = hitsOf(FALSE_CUES, tokens).flatMap(
    ({ captures }) => spanOf(tokens, captures.get('cue') ?? [0, 0]) ?? [],
  );
  const kept = sentence.attributions
    .map((one) => withinMarks(sentence.text, one))
    .filter(({ cue }) => cue === null || none.every((span) => overlapOf(span, cue) === 0));
  const found: Attribution[] = [];
  for (const { rule, captures } of hitsOf(REPORTED, tokens)) {
    if (rule.gives.in === 'headline' && role !== 'headline') continue;
    const said = captures.get('said');
    const who = captures.get('who');
    const content = said === undefined ? null : spanOf(tokens, said);
    const claimant = who === undefined ? null : claimantOf(sentence, who);
    if (content === null || claimant === null) continue;
    const cue = spanOf(tokens, captures.get('cue') ?? [0, 0]);
    // of one cue the row reads more exactly what was said: "said in a statement | the fire had killed two"
    const looser = kept.findIndex(
      (other) => !other.quoted && cue !== null && other.cue !== null && overlapOf(other.cue, cue) > 0,
    );
    if (looser >= 0) kept.splice(looser, 1);
    if ([...kept, ...found].some((other) => covers(other.content, content) || covers(content, other.content))) continue;
    found.push({ content, cue, claimant, cueClass: 'say', quoted: rule.gives.quoted, confidence: 0.8 });
  }
  return found.length === 0 && kept.length === sentence.attributions.length
    ? sentence.attributions
    : [...kept, ...found];
}
