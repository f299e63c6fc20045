/** What "it" and "they" mean at the head of what a body or a group says: itself, where the verb is one of what only somebody can do. */
import { verbForms } from '../lexicon/forms.ts';
import { HAS_DONE_BY, OF_BODIES, OF_MINDS, OF_THINGS } from '../lexicon/of-bodies.ts';
import { BODY_NOUNS } from '../lexicon/titles.ts';
import { DELIBERATE } from '../lexicon/verbs.ts';
import type { Draft, Mention, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { Span, Token } from '../types.ts';
import { firstToken, isPersonNoun } from './clause.ts';
import type { Edit } from './edits.ts';

export const ACTS: ReadonlySet<string> = new Set(
  [...DELIBERATE].flatMap((verb) => verbForms(verb).map(([form]) => form)),
);

const AUXILIARY = /^(?:will|would|'ll|'d|has|have|had|'ve|is|are|was|were|'re|can|could|may|might|did|does|do)$/;
const BE = /^(?:is|are|was|were|'re)$/;

/** What happens to a thing as well as what a body does. */
const NO_DEED =
  /^(?:take|took|taken|takes|seem|appear|emerge|happen|mean|cost|rise|rose|risen|fall|fell|fallen|drop|grow|grew|grown|become|became|come|came|go|went|gone|work|contain|includ|include|compris|comprise|feature|range|show|showed|shown|depend|apply|prove|proved|remain|remained|follow|involve|lead|led|cause|caused|add|bring|brought|reach|reached|hit|save|saved|start|started|begin|began|begun|end|ended|last|lasted|be|been|being)(?:s|d|ed|ing)?$/;

/** The verb behind the pronoun is of what somebody does on purpose: "it plans", "they would not close", "it was laying off", not "it was closed". */
export function actsBehind(tokens: readonly Token[], pronoun: number): boolean {
  const verb = tokens.findIndex(
    ({ tag, lower }, i) =>
      i > pronoun && tag !== 'ADV' && lower !== '"' && lower !== 'not' && lower !== "n't" && !AUXILIARY.test(lower),
  );
  const found = tokens[verb];
  if (found === undefined || verb > pronoun + 5) return false;
  // "it has counted 64 trees", "it had no plans"
  const owns = /^(?:has|have|had)$/.test(tokens[verb - 1]?.lower ?? '') && /^(?:DET|NUM|NOUN|ADJ|SYM)$/.test(found.tag);
  // "ruled that it violates the law": what a law does
  const deed =
    found.tag === 'VERB' &&
    !NO_DEED.test(found.lower) &&
    !BE.test(tokens[verb - 1]?.lower ?? '') &&
    !/[^s]s$/.test(found.lower);
  // "it began notifying staff", "it had stopped hiring"
  const goesAbout =
    /^(?:begin|began|begun|start|started|stop|stopped|continue|continued)$/.test(found.lower) &&
    /ing$/.test(tokens[verb + 1]?.lower ?? '') &&
    tokens[verb + 1]?.tag === 'VERB' &&
    !OF_THINGS.has(tokens[verb + 1]?.lower ?? '');
  if (!ACTS.has(found.lower) && !HAS_DONE_BY.has(found.lower) && !owns && !deed && !goesAbout) return false;
  const isPassive = tokens.slice(pronoun, verb).some(({ lower }) => BE.test(lower)) && !found.lower.endsWith('ing');
  return !isPassive;
}

/** "it has been fined", "it was confident", "it is discussing a loan": what is so of who can do something. */
function isOfBody(tokens: readonly Token[], pronoun: number): boolean {
  const at = tokens.findIndex(
    ({ tag, lower }, i) =>
      i > pronoun && tag !== 'ADV' && lower !== '"' && lower !== 'not' && lower !== "n't" && !isAuxiliary(lower),
  );
  const found = tokens[at];
  if (found === undefined || at > pronoun + 5) return false;
  const isBe = tokens.slice(pronoun + 1, at).some(({ lower }) => IS.test(lower));
  if (/^remain(?:s|ed)?$/.test(found.lower)) return OF_BODIES.has(tokens[at + 1]?.lower ?? '');
  // "it will go bankrupt"
  if (/^(?:go|goes|went|gone)$/.test(found.lower)) return OF_BODIES.has(tokens[at + 1]?.lower ?? '');
  if (!isBe) return false;
  return (
    OF_BODIES.has(found.lower) || (found.tag === 'VERB' && found.lower.endsWith('ing') && !OF_THINGS.has(found.lower))
  );
}

const IS = /^(?:is|was|are|were|be|been)$/;
const isAuxiliary = (word: string): boolean => AUXILIARY.test(word) || word === 'be' || word === 'been';

/** "It is banking on", "it was confident": what somebody is about, and no thing. */
export function isAbout(tokens: readonly Token[], pronoun: number): boolean {
  const at = tokens.findIndex(({ tag }, i) => i > pronoun && tag !== 'ADV' && tag !== 'AUX');
  const found = tokens[at];
  if (found === undefined || at > pronoun + 4) return false;
  if (HAS_DONE_BY.has(found.lower) || OF_MINDS.has(found.lower)) return true;
  const isBe = BE.test(tokens[at - 1]?.lower ?? '') || tokens[at - 1]?.tag === 'ADV';
  return isBe && found.tag === 'VERB' && found.lower.endsWith('ing') && !OF_THINGS.has(found.lower);
}

/** What the sentence before is about. */
type Told = { readonly span: Span; readonly many: boolean; readonly isBody: boolean };

/** What only whoever has it in mind can tell: "Officials said they plan". */
const IN_MIND =
  /^(?:plan|planned|planning|intend|intended|hope|hoped|hoping|want|wanted|aim|aimed|aiming|expect|expected)$/;

/** "The airline said it would close two routes": the subject of the saying, named at the head of its sentence, is the "it". */
export function bodyEdit(sentence: ReadSentence, draft: Draft, span: Span, before: Told | null): Edit | null {
  const { text, tokens } = sentence;
  const { attribution } = draft;
  const at = firstToken(tokens, span);
  const pronoun = tokens[at];
  if (attribution === null || attribution.quoted || attribution.cue === null || pronoun === undefined) return null;
  const { claimant, content, cue } = attribution;
  if (!/^(?:its?|they)$/.test(pronoun.lower) || claimant.start === null || claimant.end === null) return null;
  const isMany = pronoun.lower === 'they';
  const owns = pronoun.lower === 'its';
  if (isMany ? claimant.type !== 'unnamed' : claimant.type !== 'organization' && claimant.type !== 'unnamed')
    return null;
  const opens = tokens.findIndex((token) => token.start >= content.start && token.lower !== 'that');
  if (
    opens !== at ||
    !(owns || actsBehind(tokens, at) || isOfBody(tokens, at)) ||
    claimant.end > cue.start ||
    cue.end > content.start
  )
    return null;
  // "told the council it would": whoever is told may be meant
  const isTold = tokens.some(
    ({ start, end, tag, lower, marks }) =>
      start >= cue.end &&
      end <= pronoun.start &&
      !marks.has('time') &&
      (tag === 'PROPN' || (owns && tag === 'NOUN') || BODY_NOUNS.has(lower)),
  );
  if (isTold) return null;
  const from = tokens.findIndex((token) => token.end > (claimant.start ?? 0));
  const start = tokens[from - 1]?.lower === 'the' ? from - 1 : from;
  const last = tokens.findLast((token) => holds({ start: 0, end: claimant.end ?? 0 }, token));
  // "a source at the bank said it would": not the source
  const of = tokens.findIndex(({ tag }, i) => i > start && tag === 'ADP');
  const head =
    tokens[(last !== undefined && of > 0 && of < tokens.indexOf(last) ? of : tokens.indexOf(last ?? pronoun) + 1) - 1];
  if (!isMany && head !== undefined && head.tag !== 'PROPN' && isPersonNoun(head.lower)) return null;
  // nothing else is named before it that "it" could be, where the speaker is not called by a name
  if (
    last === undefined ||
    (!(claimant.type === 'organization' && last.tag === 'PROPN') &&
      tokens.slice(0, start).some(({ tag, marks }) => /^(?:NOUN|PROPN|PRON)$/.test(tag) && !marks.has('time')))
  )
    return null;
  // "Nurses have turned it down. Ministers say they will strike": whom the sentence before is about may be meant
  const known = before === null ? '' : text.slice(before.span.start, before.span.end).toLowerCase();
  const isPlan = tokens.slice(at + 1, at + 3).some(({ lower }) => IN_MIND.test(lower));
  if (isMany && !isPlan && before?.many === true && before.isBody && !known.endsWith(last.lower)) return null;
  // "the Health and Safety Executive": half a name
  if (tokens[tokens.indexOf(last) + 1]?.tag === 'CCONJ') return null;
  const isPlural = /(?:[^s]s|people|police)$/.test(last.lower);
  if (claimant.type === 'unnamed' && isPlural !== isMany) return null;
  const words = text
    .slice(tokens[start]?.start, claimant.end)
    .replace(/ there$/, '')
    .replace(/^an? /i, 'the ');
  // "The company said it": who has been found to speak has a name; "the FDA" is told by all of it
  const isNamed = claimant.type === 'organization' && /^\p{Lu}/u.test(claimant.name);
  const isShort = /^[Tt]he \p{Lu}{2,}$/u.test(words) && claimant.name.includes(' ');
  const named = !isNamed
    ? words
    : isShort
      ? `the ${claimant.name.replace(/^the /i, '')}`
      : /^[Tt]he \p{Ll}+$/u.test(words)
        ? claimant.name
        : words;
  const next = tokens[at + 1];
  const isAgain = owns && next !== undefined && named.includes(next.text);
  return isAgain || /\b(?:he|she|who|which|his|her)\b/i.test(words)
    ? null
    : { start: pronoun.start, end: pronoun.end, words: owns ? `${named}’s` : named };
}

/** "A spokeswoman for the port authority said it would close": the body that whoever speaks speaks for; `known` where the article has told which that is. */
export function spokenForEdit(
  { text, tokens, mentions }: ReadSentence,
  { attribution }: Draft,
  span: Span,
  known: string | null,
): Edit | null {
  const at = firstToken(tokens, span);
  const pronoun = tokens[at];
  if (attribution === null || attribution.quoted || attribution.cue === null || pronoun === undefined) return null;
  const { claimant, content, cue } = attribution;
  const opens = tokens.findIndex((token) => token.start >= content.start && token.lower !== 'that');
  if (!/^(?:its?|they)$/.test(pronoun.lower) || opens !== at || cue.end > content.start) return null;
  if (claimant.end === null || claimant.start === null || claimant.end > cue.start) return null;
  const owns = pronoun.lower === 'its';
  if (!owns && !actsBehind(tokens, at) && !isOfBody(tokens, at)) return null;
  const isOther = tokens.some(
    ({ start, end, tag, marks }) =>
      start >= cue.end && end <= pronoun.start && (tag === 'PROPN' || tag === 'NOUN') && !marks.has('time'),
  );
  const from = tokens.findIndex((token) => token.end > (claimant.start ?? 0));
  // what stands before the speaker may be what he speaks of
  const isFirst = tokens
    .slice(0, from)
    .every(({ tag, marks }) => !/^(?:NOUN|PROPN|PRON|VERB)$/.test(tag) || marks.has('time'));
  if (isOther || !isFirst) return null;
  const body = claimant.type === 'person' ? known : bodyOf(text, tokens, mentions, { start: from, end: claimant.end });
  if (body === null || (claimant.type === 'person' && pronoun.lower === 'they')) return null;
  return { start: pronoun.start, end: pronoun.end, words: owns ? `${body}’s` : body };
}

const SPEAKS = /^spokes(?:man|woman|person)$/;

/** "spokeswoman for the port authority", "Ferrum spokesman", "company spokesman": the body in the words of the speaker, from a token to a place of the text. */
function bodyOf(text: string, tokens: readonly Token[], mentions: readonly Mention[], own: Span): string | null {
  const words = tokens.slice(own.start).filter(({ end }) => end <= own.end);
  const at = words.findIndex(({ lower }) => SPEAKS.test(lower));
  const [last, behind] = [words.at(-1), words.slice(at + 2)];
  if (at < 0 || last === undefined) return null;
  const [link, opens] = [words[at + 1], behind[0]];
  if (link?.lower === 'for' && opens !== undefined) {
    const isPlain = behind.every(
      ({ tag, lower }) => /^(?:DET|ADJ|NOUN|PROPN|ADP|PART|CCONJ)$/.test(tag) && lower !== ',',
    );
    const isOne = !/[^s]s$/.test(last.lower) || last.tag === 'PROPN';
    const isTold = opens.lower === 'the' || opens.tag === 'PROPN';
    return isPlain && isOne && isTold && !last.marks.has('person') ? text.slice(opens.start, last.end) : null;
  }
  if (words.at(-1) !== words[at]) return null;
  const before = words.slice(0, at).filter(({ tag }) => tag !== 'DET');
  const [first, noun] = [before[0], before.at(-1)];
  if (first === undefined || noun === undefined) return null;
  if (before.length === 1 && BODY_NOUNS.has(noun.lower) && noun.tag === 'NOUN') return `the ${noun.lower}`;
  const named = mentions.find(
    ({ entity, span }) => entity.type === 'organization' && span.start === first.start && span.end === noun.end,
  );
  return named === undefined ? null : text.slice(first.start, noun.end);
}

/** "Ferrum said that orders had fallen *and that it* had lost £31m": the body named as the speaker, where no other is told of in between. */
export function bodyAgainEdit({ tokens, mentions }: ReadSentence, draft: Draft, span: Span): Edit | null {
  const { attribution } = draft;
  const at = firstToken(tokens, span);
  const [and, that, pronoun] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (attribution === null || attribution.quoted || pronoun?.lower !== 'it' || that?.lower !== 'that') return null;
  const { claimant, cue } = attribution;
  if (and?.tag !== 'CCONJ' || cue === null || cue.end > pronoun.start) return null;
  const isNamed = claimant.type === 'organization' && /^\p{Lu}/u.test(claimant.name);
  if (!isNamed || !actsBehind(tokens, at)) return null;
  const between = tokens.filter(({ start, end }) => start >= cue.end && end <= pronoun.start);
  const isOther =
    between.some(({ lower }) => BODY_NOUNS.has(lower)) ||
    mentions.some(
      ({ entity, span: one }) => entity.type === 'organization' && one.start >= cue.end && one.end <= pronoun.start,
    );
  return isOther ? null : { start: pronoun.start, end: pronoun.end, words: claimant.name };
}

/** "Ferrum said *income from its* mines fell": whose they are, where nothing else is named before the word that could own something. */
export function bodyOwnEdit({ tokens }: ReadSentence, { attribution }: Draft, span: Span): Edit | null {
  if (attribution === null || attribution.quoted || attribution.cue === null) return null;
  const { claimant, content } = attribution;
  if (claimant.type !== 'organization' || !/^\p{Lu}/u.test(claimant.name) || span.start < content.start) return null;
  const from = firstToken(tokens, span);
  const at = tokens.findIndex(({ lower }, i) => i > from && lower === 'its');
  const pronoun = tokens[at];
  if (from < 0 || pronoun === undefined || !holds(span, pronoun)) return null;
  const before = tokens.slice(from, at);
  const isPlain = before.every(({ tag, lower }) => /^(?:NOUN|ADJ|ADP|NUM|CCONJ)$/.test(tag) && !BODY_NOUNS.has(lower));
  return isPlain ? { start: pronoun.start, end: pronoun.end, words: `${claimant.name}’s` } : null;
}
