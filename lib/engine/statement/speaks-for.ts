/** Which body somebody speaks for, and says "we" of: "Ferrum’s chief executive, Eva Brandt", "Ida Moss, a spokeswoman for the port authority". */
import { COUNTRY_NAMES } from '../lexicon/places.ts';
import { DOCUMENT_NOUNS } from '../lexicon/titles.ts';
import { hitsOf, type Row, table } from '../rules/rows.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import type { Token } from '../types.ts';

/** `who` is named, `body` is what he speaks for. */
const rows: readonly Row<true>[] = [
  {
    name: 'a body’s own officer',
    pattern: "(body: the? NOUN|PROPN|@organization+ ) 's|' ADJ|NOUN{2} %officer ,? (who: @person+ )",
    gives: true,
    examples: {
      right: ['{Ferrum}’s chief executive, Eva Brandt, said so.', '{The airline}’s director, Eva Brandt, agreed.'],
      wrong: ['Ferrum’s rival, Eva Brandt, said so.', 'In May’s final the chair, Eva Brandt, left.'],
    },
  },
  {
    name: 'an officer before the name',
    pattern: '(body: @organization+ ) ADJ|NOUN{1} %officer (who: @person+ )',
    gives: true,
    unless: ["..3 's"],
    examples: {
      right: ['{Norvik Steel} spokeswoman Ida Moss said so.'],
      wrong: ['Norvik Steel welder Ida Moss said so.'],
    },
  },
  {
    name: 'an officer behind the name',
    pattern: '(who: @person+ ) , the|a|an? ADJ|NOUN{3} %officer of|for|at (body: the? ADJ|NOUN|PROPN|@organization+ )',
    gives: true,
    examples: {
      right: ['Ida Moss, a spokeswoman for {the port authority}, said so.'],
      wrong: ['Ida Moss, a nurse at the port clinic, said so.'],
    },
  },
  {
    name: 'an officer of it, and his name',
    pattern: '%officer of|for|at (body: the? ADJ|NOUN|PROPN|@organization+ ) ,? (who: @person+ )',
    gives: true,
    examples: {
      right: ['A spokesman for {the Harbour Trust}, Tom Pell, said so.'],
      wrong: ['A driver for the Harbour Trust, Tom Pell, said so.'],
    },
  },
  {
    name: 'an officer between commas',
    pattern: '(who: @person+ ) , the|a|an? (body: @organization+ ) ADJ|NOUN{1} %officer',
    gives: true,
    examples: {
      right: ['Tom Pell, a {Norvik Steel} spokesman, said so.'],
      wrong: ['Tom Pell, a Norvik Steel welder, said so.'],
    },
  },
  {
    name: 'a country’s minister',
    pattern:
      "(body: @place+ ) 's|' prime|foreign|finance|defence|interior? minister|president|premier|chancellor ,? (who: @person+ )",
    gives: true,
    examples: {
      right: ['{Norway}’s prime minister, Ola Lund, said so.'],
      wrong: ['Norway’s shot-putter, Ola Lund, said so.'],
    },
  },
  {
    name: 'somebody of a body',
    pattern: '(who: @person+ ) of|from (body: the? @organization+ )',
    gives: true,
    examples: {
      right: ['Derek Mull of {the Makers Union} said so.'],
      wrong: ['Derek Mull left the Makers Union in May.'],
    },
  },
];

export const SPEAKS_FOR = table(rows);

/** The body that each person speaks for, as far as it has been told; null where there are two. */
export type SpokenFor = Map<string, string | null>;

const LONGEST = 60;
/** Mentions that show whether a name goes with an article. */
const SOME = 5;

const isSomebody = ({ marks }: Token): boolean => marks.has('person') || marks.has('place');

/** Notes who speaks for which body. Changes `spokenFor`. */
export function noteSpokenFor({ text, tokens, mentions }: ReadSentence, spokenFor: SpokenFor): void {
  if (!mentions.some(({ entity }) => entity.type === 'person')) return;
  for (const { captures } of hitsOf(SPEAKS_FOR, tokens)) {
    const [from = 0, to = 0] = captures.get('body') ?? [];
    const who = tokens[captures.get('who')?.[0] ?? -1];
    const [first, last] = [tokens[from], tokens[to - 1]];
    const named = mentions.find(({ entity, span }) => entity.type === 'person' && span.start === who?.start)?.entity;
    if (first === undefined || last === undefined || named === undefined) continue;
    const own = mentions.find(
      ({ entity, span }) => entity.type === 'organization' && span.start >= first.start && span.end === last.end,
    );
    const words = text.slice(first.start, last.end).replace(/\s+/g, ' ');
    // "a coach's director", "Lund's spokesman", "the study's director": no body that the article has told of
    const isUnknown =
      own === undefined && (first.tag === 'PROPN' ? isSomebody(first) || isSomebody(last) : first.lower !== 'the');
    const isCountry = first.marks.has('place') && COUNTRY_NAMES.has(words);
    if ((isUnknown && !isCountry) || DOCUMENT_NOUNS.has(last.lower) || words.length > LONGEST) continue;
    const isWithThe =
      first.lower === 'the' ||
      own?.entity.mentions
        .slice(0, SOME)
        .some(({ start }) => /\bthe $/i.test(text.slice(Math.max(0, start - 4), start)));
    const the = isWithThe ? 'the ' : '';
    const body = own === undefined ? words.replace(/^The /, 'the ') : `${the}${own.entity.name.replace(/^the /i, '')}`;
    const known = spokenFor.get(named.name);
    spokenFor.set(named.name, known === undefined || known === body ? body : null);
  }
}
