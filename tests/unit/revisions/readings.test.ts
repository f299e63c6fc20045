import { describe, expect, test } from 'vitest';
import { standsAlike, wouldRestate } from '#lib/revisions/rules.ts';
import { sentenceOf } from '#lib/revisions/rules-marks.ts';

const TEXT = '- Good morning. “Is it late?” No. No. * * * So be it.';
const at = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  if (start === -1) throw new Error(`The text does not say ${words}`);
  return { start, end: start + words.length };
};

describe('a mark on a sentence, in another reading', () => {
  test.each([
    ['stays where its sentence is one still', at('Good morning.'), at('Good morning.')],
    ['takes in what its sentence takes in', at('Good morning.'), at('- Good morning.')],
    ['leaves out what its sentence leaves out', at('“Is it late?”'), at('Is it late?')],
    ['may be of no word', at('* * *'), at('* * *')],
  ])('%s', (_, mark, sentence) =>
    expect(sentenceOf({ text: TEXT, sentences: [sentence, at('So be it.')] }, mark)).toEqual(sentence),
  );

  const second = at('No.', at('No.').end);
  test.each([
    ['whose sentence was joined to another', at('No.'), [at('No. No.')]],
    ['whose sentence was cut', at('“Is it late?”'), [at('“Is it'), at(' late?”')]],
    ['whose words stand in another sentence too', second, [at('No.')]],
    ['whose words are in no sentence', at('So be it.'), [at('No.')]],
    ['of no word, whose sentence is another', at('* * *'), [at('* * * So be it.')]],
    ['where there are no sentences', at('No.'), []],
  ])('%s stands nowhere', (_, mark, sentences) => expect(sentenceOf({ text: TEXT, sentences }, mark)).toBeNull());
});

describe('a proposal', () => {
  const proposal = { ...at('Is it late'), quote: 'Is it late', statement: 'It’s late.' };
  test.each([
    ['on much the same words', { span: at('“Is it late?”'), exact: '', statement: 'Another' }, true],
    [
      'on a few of them with the same statement',
      { span: at('late?” No. No. * * *'), exact: '', statement: "It's late." },
      true,
    ],
    [
      'on a few of them with another',
      { span: at('late?” No. No. * * *'), exact: '', statement: 'It is not late.' },
      false,
    ],
    ['elsewhere with the same statement', { span: at('So be it.'), exact: '', statement: 'It’s late.' }, false],
    ['that is lost, with the same statement', { span: null, exact: 'It was late', statement: "It's late." }, true],
    ['that is lost, of the same words', { span: null, exact: 'Is it  late', statement: 'Another' }, true],
    ['that is lost, of other words', { span: null, exact: 'Is it not late', statement: 'Another' }, false],
  ])('is held against a touched claim %s', (_, touched, isSaid) =>
    expect(wouldRestate([touched])(proposal)).toBe(isSaid),
  );
});

describe('a sentence around a span', () => {
  const before = 'So. One two. Three four. One two.';
  const words = { start: 17, end: 21 };
  test.each([
    ['stands alike elsewhere', 'Two three. One two. Three four.', { start: 24, end: 28 }, true],
    ['does not, where a letter is another', 'Two three. One too. Three four.', { start: 24, end: 28 }, false],
    ['does not, where the span is at another place in it', 'One two. Three four.', { start: 4, end: 7 }, false],
    ['does not, where it would begin before the text', 'Three four.', { start: 4, end: 8 }, false],
  ])('%s', (_, after, is, expected) =>
    expect(standsAlike('One two. Three four.', [before, words], [after, is])).toBe(expected),
  );
  test('that does not reach to its end is none', () =>
    expect(standsAlike('One two.', [before, words], [before, words])).toBe(false));
});
