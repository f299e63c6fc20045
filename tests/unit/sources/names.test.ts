import { expect, test } from 'vitest';
import { type Named, namesOf, namesPattern } from '#lib/sources/rules-names.ts';

const source = (more: Partial<Named>): Named => ({
  title: 'A letter',
  kind: 'document',
  author: null,
  link: null,
  archiveLink: null,
  doi: null,
  isbn: null,
  ...more,
});

test.each<[string, Partial<Named>, string[]]>([
  ['a title', {}, ['a letter']],
  [
    'the names in a title',
    { title: 'Interview with Marlin Overbeek, 3 May' },
    ['interview with marlin overbeek, 3 may', 'marlin overbeek'],
  ],
  [
    'a person, by one of their names too',
    { title: 'Marlin Overbeek', kind: 'person' },
    ['marlin overbeek', 'marlin', 'overbeek'],
  ],
  ['an author', { author: 'Ada Quill' }, ['a letter', 'ada quill', 'quill']],
  [
    'a link, without what parts two ways of writing it',
    { link: 'https://www.overbeek.example/a/' },
    ['a letter', 'overbeek.example/a'],
  ],
  ['identifiers', { doi: '10.1000/ab', isbn: '9780306406157' }, ['a letter', '10.1000/ab', '9780306406157']],
  ['nothing so short that it stands everywhere', { title: 'Q', author: 'Li' }, []],
])('%s', (_, more, names) => expect(namesOf(source(more))).toEqual(names));

test('words become one expression, in which no sign of theirs means anything', () => {
  expect(namesPattern(['a (b)', 'c.d'])).toBe('(?:^|[^[:alnum:]])(?:a\\s+\\(b\\)|c\\.d)(?:$|[^[:alnum:]])');
});
