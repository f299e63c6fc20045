import { describe, expect, it } from 'vitest';
import { find } from '#lib/workbench/rules-find.ts';

const things = (...texts: readonly string[]) => texts.map((text) => ({ text }));
const found = (query: string, ...texts: readonly string[]) =>
  find(query, things(...texts), ({ text }) => text).hits.map(({ item }) => item.text);

describe('what is found by typing', () => {
  it('has every word, in any order, each as the beginning of one or inside one', () => {
    const texts = ['Beijing tightens the tap', 'The tap drips', 'Fares rise'];
    expect(found('tap tight', ...texts)).toEqual(['Beijing tightens the tap']);
    expect(found('ijing', ...texts)).toEqual(['Beijing tightens the tap']);
    expect(found('ap', ...texts)).toEqual([]);
  });

  it('comes with whole words first, then beginnings, then as the things stand', () => {
    expect(found('port', 'Airport closed', 'Portland votes', 'The port is shut')).toEqual([
      'The port is shut',
      'Portland votes',
      'Airport closed',
    ]);
    expect(found('coal', 'coal two', 'coal one')).toEqual(['coal two', 'coal one']);
  });

  it('comes first where the words follow each other as they were typed', () => {
    expect(found('north korea', 'Korea and the north', 'North Korea trades')[0]).toBe('North Korea trades');
  });

  it('knows no case, no accents and no signs', () => {
    expect(found('orban', 'Orbán’s speech')).toHaveLength(1);
    expect(found('4,500', 'It cost £4,500.')).toHaveLength(1);
  });

  it.each([
    ['a letter wrong', 'harbaur'],
    ['a letter missing', 'harbur'],
    ['a letter too many', 'harbbour'],
    ['two letters in each other’s place', 'harobur'],
    ['a slip in the beginning of a word', 'harbx'],
  ])('forgives %s', (_, typed) =>
    expect(found(typed, 'The harbour budget', 'Fares rise')).toEqual(['The harbour budget']),
  );

  it('forgives two slips in a long word, and none in a short one or a figure', () => {
    expect(found('denuclearisaton', 'Talks on denuclearization')).toHaveLength(1);
    expect(found('tax', 'The tap drips')).toEqual([]);
    expect(found('4500', 'It cost 4600')).toEqual([]);
  });

  it('is no near miss where something has the words as typed', () => {
    const texts = things('The harbour budget', 'The arbour');
    expect(find('harbour', texts, ({ text }) => text)).toMatchObject({ isTyped: true, hits: [{ item: texts[0] }] });
    expect(find('harbaur', texts, ({ text }) => text).isTyped).toBe(false);
  });

  it('is everything for nothing, and nothing for signs alone', () => {
    expect(found(' ', 'One', 'Two')).toEqual(['One', 'Two']);
    expect(found('…', 'One', 'Two')).toEqual([]);
  });
});
