import { describe, expect, it } from 'vitest';
import { conflictsIn, followed, groundOf } from '#components/galley/conflict.ts';
import { mergeLists } from '#components/galley/merge-lists.ts';
import { mergeWords } from '#components/galley/merge-words.ts';
import { shortened } from '#lib/exports/word-parts.ts';

const base = { quote: 'one two', note: '', stance: 'supports' };
const fields = ['quote', 'note', 'stance'] as const;

describe('a draft beside what others save', () => {
  it('follows in what its writer has not touched', () => {
    const draft = { ...base, note: 'mine' };
    expect(followed(draft, base, { quote: 'theirs', note: '', stance: 'refutes' })).toEqual({
      quote: 'theirs',
      note: 'mine',
      stance: 'refutes',
    });
  });

  it('keeps what its writer has typed, whatever is saved', () => {
    const draft = { ...base, quote: 'mine' };
    expect(followed(draft, base, { ...base, quote: 'theirs' }).quote).toBe('mine');
  });

  it('is in conflict where both have changed a field, and not to the same', () => {
    const draft = { quote: 'mine', note: 'same', stance: 'supports' };
    expect(conflictsIn(fields, draft, base, { quote: 'theirs', note: 'same', stance: 'refutes' })).toEqual([
      { field: 'quote', base: 'one two', saved: 'theirs', mine: 'mine' },
    ]);
  });

  it('is in none once its writer knows what stands now', () => {
    const now = { ...base, quote: 'theirs' };
    expect(conflictsIn(fields, { ...base, quote: 'mine' }, now, now)).toEqual([]);
  });

  it('rests on what is saved where it says the same, and is in no conflict when its writer types on', () => {
    const sent = { ...base, quote: 'mine', note: 'begun' };
    const saved = { ...base, quote: 'mine' };
    const ground = groundOf(base, sent, saved);
    expect(ground).toEqual(saved);
    expect(conflictsIn(fields, { ...sent, quote: 'mine, and more' }, ground, saved)).toEqual([]);
    expect(groundOf<typeof base>({}, sent, saved)).toEqual({});
  });

  it('is in none with an old draft that does not say from what it was begun', () => {
    expect(conflictsIn(fields, { ...base, quote: 'mine' }, {}, { ...base, quote: 'theirs' })).toEqual([]);
  });
});

describe('two changes of one text', () => {
  it.each([
    [
      'in different places',
      'The harbour employs 310 people.',
      'The port employs 310 people.',
      'The harbour employs 310 men.',
      'The port employs 310 men.',
    ],
    ['put in at both ends', 'Tolls rose.', 'Lorry Tolls rose.', 'Tolls rose in June.', 'Lorry Tolls rose in June.'],
    ['that are the same', 'Tolls rose.', 'Tolls fell.', 'Tolls fell.', 'Tolls fell.'],
    [
      'of which one takes away',
      'Tolls rose again in June.',
      'Tolls rose in June.',
      'Tolls rose again in May.',
      'Tolls rose in May.',
    ],
  ])('%s are one', (_, from, mine, theirs, merged) => expect(mergeWords(from, mine, theirs)).toBe(merged));

  it.each([
    ['of the same word', 'Tolls rose.', 'Tolls fell.', 'Tolls doubled.'],
    ['put in at the same place', 'Tolls rose.', 'Tolls rose fast.', 'Tolls rose slowly.'],
    ['of a whole text', 'One.', 'Something else entirely', 'And another thing'],
  ])('%s are for somebody to choose', (_, from, mine, theirs) => expect(mergeWords(from, mine, theirs)).toBeNull());

  it('are one whichever of the two is called mine', () => {
    const [from, a, b] = ['It cost 4 million in May.', 'It cost 5 million in May.', 'It cost 4 million in June.'];
    expect(mergeWords(from, a, b)).toBe(mergeWords(from, b, a));
  });
});

describe('two changes of one list', () => {
  const keyOf = (item: string) => item[0] ?? '';
  const merged = (from: string, mine: string, theirs: string) =>
    mergeLists(from.split(' '), mine.split(' '), theirs.split(' '), keyOf)?.join(' ') ?? null;

  it.each([
    ['of other items', 'a1 b1 c1', 'a2 b1 c1', 'a1 b2 c1', 'a2 b2 c1'],
    ['of which one takes an item away', 'a1 b1', 'a1', 'a2 b1', 'a2'],
    ['of which one adds an item', 'a1', 'a2 b1', 'a1 c1', 'a2 c1 b1'],
    ['that are the same', 'a1 b1', 'a2 b1', 'a2 b1', 'a2 b1'],
  ])('%s are one', (_, from, mine, theirs, both) => expect(merged(from, mine, theirs)).toBe(both));

  it.each([
    ['of one item', 'a1 b1', 'a2 b1', 'a3 b1'],
    ['of an item that the other takes away', 'a1 b1', 'a2 b1', 'b1'],
    ['of a list in which two items cannot be told apart', 'a1 a1 b1', 'a1 a1 b2', 'a1 a2 b1'],
  ])('%s are for somebody to choose', (_, from, mine, theirs) => expect(merged(from, mine, theirs)).toBeNull());
});

it('two texts that share next to nothing are not merged, however long they are', () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`).join(' ');
  expect(mergeWords(text('a'), text('b'), text('c'))).toBeNull();
});

it('of a long stretch that is the same only what stands next to a change is shown', () => {
  const words = 'and so it goes on '.repeat(40);
  expect(shortened('The harbour.', true, true)).toBe('The harbour.');
  expect(shortened(words, true, true).length).toBeLessThan(160);
  expect(shortened(words, false, true)).toMatch(/^… /);
  expect(shortened(words, true, false)).toMatch(/ …$/);
});
