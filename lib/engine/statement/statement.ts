/**
 * The claim in words that stand alone: what an editor would write on a card. Whatever is added or changed stands in [brackets] and comes from the article;
 * where it is not sure what a word points to, the word stays as it is.
 */
import { startsCapital } from '../sentence/letters.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { marksIn, withCharacters } from '../text/markup.ts';
import { withoutTail } from '../text/text.ts';
import type { EngineClaimant, NamedEntity, Span } from '../types.ts';
import { againEdits } from './again.ts';
import { bodyNounEdits } from './bodies.ts';
import { bodyAgainEdit, bodyEdit, bodyOwnEdit, spokenForEdit } from './body.ts';
import { firstToken, hasVerb } from './clause.ts';
import { timeEdit } from './dates.ts';
import { describedEdits } from './described.ts';
import { apply, BARE, type Edit, type Frame, touches } from './edits.ts';
import { firmNounEdit, firmSaying, isFirmName } from './firms.ts';
import { frameOf } from './frame.ts';
import { groupEdit } from './group.ts';
import { nounEdits } from './introduced.ts';
import { joiningEdits, saidAsideEdit } from './joining.ts';
import type { Memory } from './memory.ts';
import { innerPronounEdit, nameEdits, pronounEdit, type Referent, sayerEdit } from './people.ts';
import { placeEdits } from './places.ts';
import { speakerEdits } from './speaker.ts';
import { firmEdit, thingEdit } from './things.ts';
import { weEdits } from './we.ts';

export type StatementFacts = {
  /** The raw text. */
  readonly text: string;
  readonly sentence: ReadSentence;
  readonly draft: Draft;
  /** What goes around the claim, as `frameFor` tells. */
  readonly frame: Frame;
  /** What a list item or a row of a table belongs to. */
  readonly leadIn: Span | null;
  readonly claimant: EngineClaimant;
  readonly gender: NamedEntity['gender'];
  /** The one person a "he" or "she" at this place can mean, by name; null where there is none or more than one. */
  readonly referent: Referent;
  /** What the article has told before. */
  readonly memory: Memory;
};

/** A statement in the making: the nouns of which it has said which is meant. */
type Facts = StatementFacts & { readonly seen: Set<string> };

const ODD_SPACE = /[^\S ]| {2}/;
const oneLine = (text: string): string => (ODD_SPACE.test(text) ? text.replace(/\s+/g, ' ') : text);

const MARKS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['(', ')'],
];

const PAIRED = /["“”()]/;

/** What opens behind a word and runs to the end is closed there: "wrote: “I have done it". */
function closed(words: string): string {
  const at = Math.max(words.lastIndexOf('“'), words.lastIndexOf('"'));
  const isOpening = at > 0 && /[\s(]/.test(words[at - 1] ?? '') && !words.slice(at).includes('”');
  const isOpen = words[at] === '“' || (words.match(/"/g)?.length ?? 0) % 2 === 1;
  return isOpening && isOpen ? `${words}${words[at] === '“' ? '”' : '"'}` : words;
}

/** A statement never has half a quotation mark or half a bracket: one without its fellow is closed at the end, or falls out. */
export function withWholePairs(words: string): string {
  if (!PAIRED.test(words)) return words;
  let whole = closed(words);
  for (const [open, close] of MARKS) {
    const places: number[] = [];
    const stray: number[] = [];
    [...whole.matchAll(new RegExp(`[${open}${close}]`, 'g'))].forEach(({ index, 0: mark }) => {
      if (mark === open) places.push(index);
      else if (places.pop() === undefined) stray.push(index);
    });
    const out = new Set([...places, ...stray]);
    if (out.size > 0)
      whole = [...whole].length === whole.length ? [...whole].filter((_, i) => !out.has(i)).join('') : whole;
  }
  const straight = [...whole.matchAll(/"/g)].map(({ index }) => index);
  const last = straight.at(-1);
  if (straight.length % 2 === 1 && last !== undefined) {
    const at = straight.length === 1 ? last : (straight.find((i) => i === 0) ?? last);
    whole = whole.slice(0, at) + whole.slice(at + 1);
  }
  return whole;
}

/** A sentence begins with a capital. */
const capitalised = (words: string): string =>
  startsCapital(words)
    ? words
    : words.replace(
        /^([“"‘(]*)(\p{Ll})(?!\p{Ll}*\p{Lu})/u,
        (_, marks: string, letter: string) => marks + letter.toUpperCase(),
      );

const LED =
  /^(?!the )[^’]* (?:Department|Ministry|Commission|Council|Committee|Agency|Court|Board|Bureau|Association|Federation|Union|Fund|Exchange|House|Senate|Authority|Administration)(?:’s)?$/i;

/** "The company said it": by its name, where that is certain. */
function withFirm(found: Edit | null, { sentence, draft, memory }: StatementFacts): Edit | null {
  // "State Department" is called "the State Department"
  const edit = found !== null && LED.test(found.words) ? { ...found, words: `the ${found.words}` } : found;
  const { start = null, end = null } = draft.attribution?.claimant ?? {};
  if (edit === null || start === null || end === null || !/^[Tt]he \p{Ll}+(?:’s)?$/u.test(edit.words)) return edit;
  const name = firmSaying(sentence, { start, end }, memory.firms);
  return name === null ? edit : { ...edit, words: edit.words.endsWith('’s') ? `${name}’s` : name };
}

/** @param isHead whether the stretch opens the statement; `told` where whom it is about stands right before it */
function edited(facts: Facts, span: Span, more: readonly Edit[], isHead: boolean | 'told'): string {
  const { text, sentence, claimant, gender, referent, draft, memory } = facts;
  const { thing, bodies, introduced, tellings, described, whereabouts, firms, last } = memory;
  const spokenFor = memory.spokenFor.get(claimant.name) ?? null;
  const own = sentence.times.filter((time) => time.start >= span.start && time.end <= span.end);
  const spoken = draft.attribution?.quoted === true;
  const edits = [
    ...more,
    ...own.map((time) => timeEdit(text, time)),
    ...nameEdits(text, span, sentence.mentions, sentence.tokens),
    ...(spoken && draft.layer !== 'saying' ? speakerEdits(text, sentence.tokens, span, claimant, gender) : []),
    ...(spoken && draft.layer === 'clause'
      ? weEdits(sentence.tokens, sentence.mentions, span, claimant, spokenFor, isFirmName(firms, claimant.name))
      : []),
    ...joiningEdits(sentence.text, sentence.tokens, span),
    draft.layer === 'clause' && draft.kind !== 'attribution'
      ? saidAsideEdit(sentence.tokens, span, draft.attribution)
      : null,
    draft.attribution !== null ? sayerEdit(sentence.tokens, span, draft.attribution) : null,
    isHead === true ? innerPronounEdit(sentence, span, referent) : null,
    pronounEdit(text, span, referent) ??
      withFirm(
        bodyEdit(sentence, draft, span, thing) ??
          bodyAgainEdit(sentence, draft, span) ??
          spokenForEdit(sentence, draft, span, spokenFor),
        facts,
      ) ??
      groupEdit(sentence, draft, span, thing) ??
      (isHead === true ? thingEdit(text, sentence, draft, span, thing) : null) ??
      (isHead === true ? firmEdit(text, sentence, span, thing) : null),
    bodyOwnEdit(sentence, draft, span),
    ...bodyNounEdits(sentence, span, bodies, introduced),
    firmNounEdit(sentence, span, firms, introduced),
    ...nounEdits(sentence, span, introduced, last, facts.seen),
  ];
  // "[The firm denied] it had paid": whom the head means has just been told
  const isTold = isHead === 'told';
  const sure = edits.filter((edit): edit is Edit => edit !== null && !(isTold && edit.start === span.start));
  const made = (from: number, to: number): boolean => sure.some((edit) => touches(edit, from, to));
  const found = [
    ...sure,
    ...againEdits(sentence, span, tellings, made),
    ...[...describedEdits(sentence, span, described), ...placeEdits(sentence, span, draft.lead, whereabouts)].filter(
      ({ start, end }) => !made(start, end),
    ),
  ];
  const marks = marksIn(text, span).map((mark): Edit => ({ ...mark, words: '' }));
  return oneLine(withCharacters(withoutAngles(apply(text, span, [...found, ...marks])))).trim();
}

/** "a stake in <Halden Steel Co": half of the marks that a news agency sets around a name. */
const withoutAngles = (words: string): string =>
  /[<>]/.test(words) ? words.replace(/ ?<$|<(?=\p{Lu})|(?<=[\p{L}.])>|^>/gu, '') : words;

/** Brackets side by side at the head are one, a quotation that is only begun in brackets begins behind them, and no comma stands before its last mark. */
const tidied = (words: string): string =>
  (/[[\]]/.test(words) ? withTidyBrackets(words) : words).replace(/,(["”])$/, '$1');

const withTidyBrackets = (words: string): string =>
  words
    // “[T]he vote”: the letter that the article itself has put in brackets
    .replace(/^\[?(\p{L})\](?=\p{Ll})/u, '$1')
    .replace(/^(\[[^\]]*)\] \[/, '$1 ')
    .replace(/ (["“])\] /g, '] $1')
    .replace(
      /^(\[[^\]]* (?:is|was)\] )(His|Her|Its|Their|The|An?|One)\b/,
      (_, who: string, owner: string) => who + owner.toLowerCase(),
    )
    .replace(/^\[(\p{Ll})/u, (_, letter: string) => `[${letter.toUpperCase()}`);

/** Brackets in what goes into brackets fall out: the whole of it is in brackets. */
const plain = (words: string): string => words.replace(/\[([^[\]]*)\]/g, '$1');

/** What goes before a claim, with the comma that parts a whole clause from its tail. */
function leadOf(facts: Facts, span: Span, isHead: boolean): string {
  const { sentence, draft } = facts;
  const words = withoutTail(plain(edited(facts, span, [], isHead)), ' ').replace(
    /(\b(?:will|would|to|must|should|shall))(?: also| then| now)?:$/i,
    '$1',
  );
  // "[The talks still] make up": what says when belongs to the first verb
  const kept = hasVerb(sentence, span) ? words : words.replace(LOOSE, '');
  // also behind the sign of a firm on the exchange: "in Halden <HLD.T>, one of"
  const isParted = /^(?: <[^<>]*>)?, $/.test(sentence.text.slice(span.end, Math.min(draft.start, span.end + SIGN)));
  // "[The owner of a flat assessed at £90,000] will pay": no comma between who it is and what he does
  const first = sentence.tokens[firstToken(sentence.tokens, draft)];
  const goesOn =
    first?.tag === 'AUX' || (first?.tag === 'VERB' && !first.lower.endsWith('ing') && hasVerb(sentence, draft));
  return isParted && !goesOn && hasVerb(sentence, span) ? `${kept},` : kept;
}

const SIGN = 20;

const LOOSE = / (?:still|also|now|already|nevertheless|nonetheless|however|therefore|meanwhile)$/i;

const FIRST_PERSON = /\b(?:we|us|our|ours|ourselves|you|your|yours|yourselves)\b|\b(?:I|my|me)\b/i;

/** "We have lost £70m": whom a "we" takes in only its speaker knows, so that it stands as it was said, in quotation marks. */
const asSpoken = (words: string): string =>
  FIRST_PERSON.test(words.replace(/\bU\.?S\b/g, '')) && !/["“”]/.test(words) ? `“${words}”` : words;

const DENYING = /\b(?:den(?:y|ies|ied|ying)|disput|refut|reject)/i;

const PRONOUN = /^(?:s?he|it|they|who|which|that)$/i;

/** "has proposed that | cars be tested": no sentence without who wishes it. */
function isOnlyWished({ tokens }: ReadSentence, draft: Draft): boolean {
  const own = tokens.slice(Math.max(0, firstToken(tokens, draft))).filter(({ start }) => start < draft.end);
  const verb = own.findIndex(({ tag }) => tag === 'VERB' || tag === 'AUX' || tag === 'PART');
  return verb > 0 && own[verb]?.lower === 'be' && /^(?:NOUN|PROPN)$/.test(own[verb - 1]?.tag ?? '');
}

/** "[Hart denied that] the council had paid": read without the one who denies it, a card would say the opposite. Empty where nobody does. */
function denialOf({ text, sentence, draft, claimant }: StatementFacts): string {
  const { cue, content, cueClass } = draft.attribution ?? {};
  if (draft.layer !== 'clause' || !cue || content === undefined) return '';
  const isWished = isOnlyWished(sentence, draft);
  if (cueClass !== 'deny' && !isWished) return '';
  const words = cue.end <= content.start ? text.slice(cue.start, content.start).trim() : '';
  const { start, end } = claimant;
  const named = start === null || end === null || end > cue.start ? claimant.name : text.slice(start, end);
  const the = isWished && start !== null && /\bthe $/i.test(text.slice(Math.max(0, start - 4), start)) ? 'the ' : '';
  const who = PRONOUN.test(named) ? claimant.name : `${the}${named}`;
  if (!isWished && !DENYING.test(text.slice(cue.start, content.start))) return '';
  if (isWished && !/\bthat$/.test(words)) return '';
  return `[${capitalised(who)} ${/^\p{L}[^"“.;:]*$/u.test(words) ? words : 'denied that'}] `;
}

/** What goes around a claim, of which nothing but its sentence tells; `drafts` are all claims of that: one may be what another hangs on. */
export const frameFor = (sentence: ReadSentence, drafts: readonly Draft[], draft: Draft, leadIn: Span | null): Frame =>
  leadIn !== null && draft.form === 'headless' ? BARE : frameOf(sentence, drafts, draft);

/**
 * Words a claim so that it can be read without the article.
 *
 * @returns one line; every added word is in brackets
 */
export function statementOf(given: StatementFacts): string {
  const facts = { ...given, seen: new Set<string>() };
  const { draft, leadIn, frame } = facts;
  const leads = frame.before.length === 0 && leadIn !== null ? [leadIn] : frame.before;
  const denial = leads.length === 0 && frame.added.before === '' ? denialOf(facts) : '';
  const opens = draft.layer === 'identity' || (leads.length === 0 && frame.added.before === '');
  const ahead = leads.map((span, i) => leadOf(facts, span, i === 0));
  const body = edited(facts, draft, frame.edits, denial === '' ? opens : 'told');
  const before = [...ahead, frame.added.before].filter((words) => words !== '').join(' ');
  const behind = frame.after ?? draft.rest ?? null;
  const after = [frame.added.after, behind === null ? '' : withoutTail(plain(edited(facts, behind, [], false)), ' .')]
    .filter((words) => /[\p{L}\p{N}]/u.test(words))
    .join(' ');
  const words = `${before === '' ? '' : `[${before}] `}${body}${after === '' ? '' : `${/^[,;:]/.test(after) ? '' : ' '}[${after}]`}`;
  const told = withWholePairs(capitalised(tidied(`${denial}${words}`)));
  return draft.attribution?.quoted === true && draft.layer === 'clause' ? asSpoken(told) : told;
}
