/** Who somebody is, as a sentence: "Niu Jun, an expert" → "Niu Jun [is] an expert", "Rovers manager Greta Holm" → "[Greta Holm is the] Rovers manager". */
import { HEADS_OF } from '../lexicon/titles.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import type { Span } from '../types.ts';
import { isPersonNoun } from './clause.ts';
import { BARE, type Edit, type Frame } from './edits.ts';

/** Words without the blanks behind them, and without a comma that ends them. */
const withoutComma = (words: string): string => {
  const kept = words.trimEnd();
  return kept.endsWith(',') ? kept.slice(0, -1) : kept;
};

const isTitle = (words: string): boolean => /^(?:\p{Lu}[\p{L}.'-]*\s)*$/u.test(words);

/** "an MP", "an actor", "a US officer", "a union official". */
const INDEFINITE = /^(?:[aeio]|u(?!ni|se|k\b|s\b|n\b)|honou?r|(?:FBI|HR|LA|MEP|MI\d|MP|MSP|NBA|NFL|NHS|RAF|SNP)\b)/i;
const SAYS_WHICH = /^(?:the|an?|his|her|its|their|our|my|one|two|three|both)\b|['’]s?\s/i;

/** The article a title needs where it stands behind "is": "the " before what one alone is of something named, "a " before what many are, none before an office or where it has one. */
function articleOf(title: string): string {
  const words = title.split(/\s+/);
  const head = words.at(-1)?.toLowerCase() ?? '';
  if (SAYS_WHICH.test(title) || !/^\p{Ll}/u.test(words.at(-1) ?? '')) return '';
  const isNamed = words.length > 1 && /^\p{Lu}/u.test(words[0] ?? '');
  if (
    HEADS_OF.has(head) || head === 'teacher'
      ? HEADS_OF.has(head)
      : words.some((word) => /^(?:chief|prime|head|deputy|vice)$/i.test(word))
  )
    return isNamed && !/^(?:chief|prime|head|deputy|vice|acting|former)$/i.test(words[0] ?? '') ? ' the' : '';
  if (!(isPersonNoun(head) || /(?:person|woman|[^u]man)$/.test(head)) || /s$/.test(head)) return '';
  return INDEFINITE.test(title) ? ' an' : ' a';
}

/** A capital that is there because a sentence begins with the word: "Opposition councillor", not "Rovers manager". */
function opensOnly({ tokens, span }: ReadSentence, title: Span): Edit[] {
  const first = tokens.find(({ start }) => start === title.start);
  // "Prime Minister Ada Lund": an office that is written with capitals
  const next = tokens.find(({ start }) => first !== undefined && start >= first.end);
  if (next !== undefined && next.start < title.end && /^\p{Lu}/u.test(next.text)) return [];
  const isFirst = first !== undefined && first.start <= span.start + 1 && /^\p{Lu}\p{Ll}+$/u.test(first.text);
  if (first === undefined || !isFirst || !(isPersonNoun(first.lower) || DESCRIBES.test(first.lower))) return [];
  return [{ start: first.start, end: first.end, words: first.lower }];
}

const DESCRIBES =
  /^(?:chief|head|senior|junior|lead|former|deputy|acting|interim|local|regional|national|international|cabinet|shadow|club|team|project|opposition|council|retired|veteran|longtime|prime|leading|assistant|associate|campaign|party|cabinet|health|police|union|general|executive|managing|founding|principal|vice|state|federal|defence|defense)$/;

/** "Dr", "Dame" right before a name, and behind a comma. */
const HONOUR =
  /,\s((?:Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Canon|Cllr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Col|Capt|Maj|Lt|Sgt|Det|Insp|Supt)\.?)\s$/;

export function identityFrame(sentence: ReadSentence, span: Span): Frame {
  const { text, mentions } = sentence;
  const inside = mentions.filter(
    ({ span: spot, entity }) => entity.type !== 'place' && spot.start >= span.start && spot.end <= span.end,
  );
  const people = inside.filter(({ entity }) => entity.type === 'person');
  const opens = inside.find(
    ({ span: spot, entity }) =>
      text[spot.end] === ',' &&
      (spot.start === span.start || (entity.type === 'person' && isTitle(text.slice(span.start, spot.start)))),
  );
  const named = opens ?? people.find(({ span: spot }) => spot.end === span.end);
  const past = /\b(?:former|ex-|late|then)\b/i.test(text.slice(span.start, span.end));
  const verb = past ? 'was' : 'is';
  if (named === undefined) return BARE;
  const { start, end } = named.span;
  // "at Carn Point, the strongest since 2014": of what is measured there
  if (
    named === opens &&
    /^,\s+the (?:(?:most|least) \p{L}+|\p{L}+est)(?=\s(?:since|in|for|on|ever|of)\b|$)/iu.test(
      text.slice(end, span.end),
    )
  )
    return BARE;
  const role = /^,\s+(?!(?:who|which|whose|whom|where|when|and|or)\b)/i.exec(text.slice(end, span.end));
  if (named === opens && role !== null)
    return { ...BARE, edits: [{ start: end, end: end + role[0].length - 1, words: verb }] };
  // "the study's lead author, Dr Ann Moss": the title belongs to the name
  const words = text.slice(span.start, start);
  const honour = HONOUR.exec(words)?.[1] ?? '';
  const before = honour === '' ? words : words.slice(0, words.length - honour.length - 1);
  const title = words.length - withoutComma(before).length;
  if (end !== span.end || start - title <= span.start) return BARE;
  // "another analyst, Ida Moss": which other one the card cannot tell
  const another = /^another\s+/i.exec(text.slice(span.start, start))?.[0].length ?? 0;
  const told = { start: span.start + another, end: start - title };
  return {
    ...BARE,
    added: {
      before: `${honour === '' ? '' : `${honour} `}${text.slice(start, end)} ${verb}${articleOf(text.slice(told.start, told.end))}`,
      after: '',
    },
    edits: [
      ...(another > 0 ? [{ start: span.start, end: told.start, words: '' }] : []),
      ...opensOnly(sentence, told),
      { start: start - title, end, words: '' },
    ],
  };
}
