import { describe, expect, test } from 'vitest';
import { isAlike, isPlainName, tidyName } from '#lib/people/rules-names.ts';

describe('a name', () => {
  test.each([
    'Ada Morgenstern',
    'José Ñuñez',
    'Søren O’Neill-Ørsted',
    '李小龙',
    'Анна Петрова',
    'می\u200Cنا',
    'Anne-Marie D.',
    'გიორგი',
    '山田 タロウ',
    'ひろし・山田',
    '김철수',
    'ᏣᎳᎩ',
  ])('is plain: %s', (name) => expect(isPlainName(name)).toBe(true));

  test.each([
    ['a line break', 'Ada\nMorgenstern'],
    ['a mark that turns the direction', 'Ada \u202Enretsnegrom'],
    ['an isolate', '\u2066Ada'],
    ['a zero-width space', 'A\u200Bda'],
    ['a line separator', 'Ada\u2028M'],
    ['a Cyrillic letter among Latin ones', 'Аda Morgenstern'],
    ['a Greek one', 'Αda'],
    ['a Coptic one', 'Ⲟlsen'],
    ['one of Myanmar', 'ဝlsen'],
    ['a Georgian one', 'Oლsen'],
    ['letters that nobody writes any more', '𐌀𐌃𐌀'],
    ['a filler that is not seen', 'Edda\u3164Falk'],
    ['another', 'Edda\u115FFalk'],
    ['a third', 'Edda\uFFA0Falk'],
    ['no letter', '———'],
    ['marks alone', '\u0301\u0302'],
  ])('is not, with %s', (_, name) => expect(isPlainName(name)).toBe(false));

  test('has one space where there are blanks', () =>
    expect(tidyName('  Ada \u00A0  Morgenstern ')).toBe('Ada Morgenstern'));

  test.each([
    ['Ada Morgenstern', 'ADA MORGENSTERN'],
    ['Ada Morgenstern', 'Ada  Morgenstern.'],
    ['José Falk', 'Jose Falk'],
    ['Ada Falk', 'Ａｄａ Falk'],
    ['Anne-Marie', 'Anne Marie'],
    // Letters of another script, and of the same, that look like them.
    ['Ada Cope', 'Аԁа Соре'],
    ['Ada Cope', 'АԁА СОРЕ'],
    ['Eta Nox', 'Ετα Νοχ'],
    ['ADA', 'ꓮꓓꓮ'],
    ['Bill Hale', 'BiII HaIe'],
    ['Odo Marin', '0do Marın'],
    ['Olsen', 'O|sen'],
    ['Olsen', 'Oǀsen'],
  ])('%s is taken for %s', (a, b) => expect(isAlike(a, b)).toBe(true));

  test.each([
    ['Ada Falk', 'Edda Falk'],
    ['Вова', 'Вава'],
  ])('%s is not taken for %s', (a, b) => expect(isAlike(a, b)).toBe(false));
});
