import { describe, expect, it } from 'vitest';
import { byUnit, byWord, unitAt, unitBeside, wholeWords } from '#components/reader/stretch.ts';
import { BLOCKS, place, SHOWN, said, TEXT } from './made.ts';

const VIEW = { text: TEXT, blocks: BLOCKS.filter(({ isView }) => isView) };

describe('a click', () => {
  it.each([
    ['spring', 'The toll is set each spring.'],
    ['note', 'Receipts are in note 7.'],
    ['Coaches', 'Coaches pay less.'],
    ['41.20', 'Lorry\t41.20\t47.00'],
    ['22.00', 'Coach\t22.00'],
  ])('on “%s” takes its sentence or row', (words, whole) => {
    expect(said(unitAt(SHOWN, place(words).start))).toBe(whole);
  });

  it('between two blocks takes the next, and beyond the last nothing', () => {
    expect(said(unitAt(SHOWN, place('Coaches').start - 1))).toBe('Coaches pay less.');
    expect(unitAt(SHOWN, TEXT.length)).toBeNull();
  });
});

describe('the arrows', () => {
  it('walk all sentences and rows, down and up again, and stop at the ends of what is shown', () => {
    const down: string[] = [];
    for (let at = unitBeside(VIEW, null, 1); at; at = unitBeside(VIEW, at, 1)) down.push(said(at) ?? '');
    expect(down).toEqual([
      'The toll is set each spring.',
      'Receipts are in note 7.',
      'Coaches pay less.',
      'Tolls\t2023\t2025',
      'Lorry\t41.20\t47.00',
      'Coach\t22.00',
    ]);
    const up: string[] = [];
    for (let at = unitBeside(VIEW, null, -1); at; at = unitBeside(VIEW, at, -1)) up.push(said(at) ?? '');
    expect(up.reverse()).toEqual(down);
  });

  it('take a unit more or less, down to the one it begins with', () => {
    const one = place('Receipts are in note 7.');
    const two = byUnit(SHOWN, one, 1);
    expect(said(two)).toBe('Receipts are in note 7.\n\nCoaches pay less.');
    expect(byUnit(SHOWN, two, -1)).toEqual(one);
    expect(byUnit(SHOWN, one, -1)).toEqual(one);
    expect(said(byUnit(SHOWN, place('Receipts are'), 1))).toBe('Receipts are in note 7.');
  });

  it('move either end by a word, over the end of a block too, and leave one word at least', () => {
    expect(said(byWord(SHOWN, place('set each'), 'end', 1))).toBe('set each spring');
    expect(said(byWord(SHOWN, place('set each'), 'end', -1))).toBe('set');
    expect(said(byWord(SHOWN, place('set each'), 'start', -1))).toBe('is set each');
    expect(said(byWord(SHOWN, place('set each'), 'start', 1))).toBe('each');
    expect(said(byWord(SHOWN, place('note 7'), 'end', 1))).toBe('note 7.\n\nCoaches');
    expect(said(byWord(SHOWN, place('each'), 'end', -1))).toBe('each');
    expect(said(byWord(SHOWN, place('each'), 'start', 1))).toBe('each');
    const first = place('The toll');
    expect(byWord(SHOWN, first, 'start', -1)).toEqual(first);
  });
});

describe('words that are dragged over', () => {
  it.each([
    ['oll is se', 'toll is set'],
    [' toll is ', 'toll is'],
    ['41.2', '41.20'],
    ['less.\n', 'less.'],
  ])('“%s” become whole ones', (dragged, whole) => {
    expect(said(wholeWords(SHOWN, place(dragged)))).toBe(whole);
  });
});
