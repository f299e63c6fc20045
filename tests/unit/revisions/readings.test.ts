import { describe, expect, test } from 'vitest';
import { wouldRestate } from '#lib/revisions/rules.ts';
import { marksInReading } from '#lib/revisions/rules-marks.ts';

const TEXT = '- Good morning. “Is it late?” No. No. * * * So be it.';
const at = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  if (start === -1) throw new Error(`The text does not say ${words}`);
  return { start, end: start + words.length };
};

describe('a mark in another reading', () => {
  test.each([
    ['stays where its sentence is one still', at('Good morning.'), at('Good morning.')],
    ['takes in what its sentence takes in', at('Good morning.'), at('- Good morning.')],
    ['leaves out what its sentence leaves out', at('“Is it late?”'), at('Is it late?')],
    ['may be of no word', at('* * *'), at('* * *')],
  ])('%s', (_, mark, sentence) =>
    expect(marksInReading(TEXT, [mark], [sentence, at('So be it.')])).toEqual([sentence]),
  );

  const second = at('No.', at('No.').end);
  test.each([
    ['whose sentence was joined to another', at('No.'), [at('No. No.')]],
    ['whose sentence was cut', at('“Is it late?”'), [at('“Is it'), at(' late?”')]],
    ['whose words stand in another sentence too', second, [at('No.')]],
    ['whose words are in no sentence', at('So be it.'), [at('No.')]],
    ['of no word, whose sentence is another', at('* * *'), [at('* * * So be it.')]],
    ['where there are no sentences', at('No.'), []],
  ])('%s stands nowhere', (_, mark, sentences) => expect(marksInReading(TEXT, [mark], sentences)).toEqual([null]));
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
