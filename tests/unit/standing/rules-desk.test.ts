import { describe, expect, test } from 'vitest';
import { asksForEvidence } from '#lib/settings/rules.ts';
import type { DeskRules } from '#lib/settings/types.ts';
import { isQuotation, quotedWords, type RuleClaim, type RuleEvidence, unmetRules } from '#lib/standing/rules-desk.ts';
import { countOrigins, type OfOrigin } from '#lib/standing/rules-origins.ts';

const rules: DeskRules = { figure: 'warn', quotation: 'refuse', misdeed: 'refuse', opened: 'warn' };
const plain: RuleClaim = { hasFigure: false, isQuotation: false, isMisdeed: false };
const from = (
  kind: string,
  tier: 'primary' | 'secondary',
  publisher: string | null,
  more: Partial<RuleEvidence['source']> = {},
): RuleEvidence => ({
  aspect: 'content',
  quoteCheck: null,
  source: { title: 'A title', kind, tier, publisher, link: null, origin: null, ...more },
});
const quoted = (quoteCheck: RuleEvidence['quoteCheck'], item: RuleEvidence): RuleEvidence => ({ ...item, quoteCheck });
const attribution = (item: RuleEvidence): RuleEvidence => ({ ...item, aspect: 'attribution' });

describe('what the desk asks of evidence', () => {
  const page = from('page', 'secondary', 'The Courier');
  const figure = { ...plain, hasFigure: true };
  test.each([
    ['no evidence', [], 0],
    ['one secondary source', [page], 1],
    ['two of one publisher', [page, from('page', 'secondary', ' the courier ')], 1],
    [
      'two of one host',
      [
        from('page', 'secondary', null, { link: 'https://a.example/1' }),
        from('page', 'secondary', null, { link: 'https://www.a.example/2' }),
      ],
      1,
    ],
    ['two, one of them on who said it', [page, attribution(from('page', 'secondary', 'The Herald'))], 1],
    ['a primary one on who said it', [attribution(from('document', 'primary', 'The county'))], 0],
    ['a primary one that does not hold what is quoted', [quoted('not_found', from('dataset', 'primary', null))], 0],
    ['two, one without what is quoted', [page, quoted('not_found', from('page', 'secondary', 'The Herald'))], 1],
  ])('a figure with %s is not enough', (_, evidence, has) =>
    expect(unmetRules(figure, evidence, 1, rules)).toEqual([{ rule: 'figure', strength: 'warn', has }]),
  );

  test.each([
    ['a primary source', [from('dataset', 'primary', 'The county')]],
    ['two independent secondary ones', [page, from('page', 'secondary', 'The Herald')]],
    ['a primary source that says it in other words', [quoted('close', from('dataset', 'primary', 'The county'))]],
  ])('a figure with %s is enough', (_, evidence) => expect(unmetRules(figure, evidence, 1, rules)).toEqual([]));

  const quotation = { ...plain, isQuotation: true };
  test.each([
    ['a page about it', [page], [{ rule: 'quotation', strength: 'refuse', has: 1 }]],
    ['somebody who was asked', [from('person', 'primary', null)], [{ rule: 'quotation', strength: 'refuse', has: 1 }]],
    ['a recording', [page, from('recording', 'secondary', null)], []],
    ['a document, on who said it', [attribution(from('document', 'primary', null))], []],
    ['the speaker’s own page', [from('page', 'primary', null)], []],
    ['a recording that holds it', [quoted('exact', from('recording', 'secondary', null))], []],
    ['a document that holds it, broken', [quoted('broken', from('document', 'primary', null))], []],
    [
      'a recording that says it in other words',
      [quoted('close', from('recording', 'secondary', null))],
      [{ rule: 'quotation', strength: 'refuse', has: 1 }],
    ],
    [
      'a document that does not say it',
      [quoted('not_found', from('document', 'primary', null))],
      [{ rule: 'quotation', strength: 'refuse', has: 1 }],
    ],
  ])('a quotation with %s', (_, evidence, unmet) => expect(unmetRules(quotation, evidence, 2, rules)).toEqual(unmet));

  test('a misdeed needs two people, whatever the evidence', () => {
    const misdeed = { ...plain, isMisdeed: true };
    expect(unmetRules(misdeed, [from('document', 'primary', null)], 1, rules)).toEqual([
      { rule: 'misdeed', strength: 'refuse', has: 1 },
    ]);
    expect(unmetRules(misdeed, [], 2, rules)).toEqual([]);
  });

  test('a rule that is off is never unmet; several are told in one order', () => {
    const all = { hasFigure: true, isQuotation: true, isMisdeed: true };
    expect(unmetRules(all, [], 1, { figure: 'off', quotation: 'off', misdeed: 'off', opened: 'off' })).toEqual([]);
    expect(unmetRules(all, [], 1, rules).map(({ rule }) => rule)).toEqual(['figure', 'quotation', 'misdeed']);
  });

  test('a rating that says nothing of how true it is asks for none', () => {
    expect(asksForEvidence({ value: 1 })).toBe(true);
    expect(asksForEvidence({ value: null })).toBe(false);
  });

  test('three copies of one report count once; what nobody has named goes by its publisher, its host, its title', () => {
    const of = (title: string, more: Partial<OfOrigin> = {}) => ({
      title,
      publisher: null,
      link: null,
      origin: null,
      ...more,
    });
    expect(
      countOrigins(
        ['Reuters, 3 May', 'reuters 3 May', '“Reuters”, 3 May'].map((origin, i) =>
          of(`${i}`, { origin, publisher: `Paper ${i}` }),
        ),
      ),
    ).toBe(1);
    expect(
      countOrigins([of('1', { publisher: 'The Courier' }), of('2', { publisher: 'The Courier', origin: 'Reuters' })]),
    ).toBe(2);
    expect(
      countOrigins([of('1', { publisher: 'Reuters' }), of('2', { publisher: 'The Courier', origin: 'Reuters' })]),
    ).toBe(1);
    expect(countOrigins([of('1', { origin: ' … ' }), of('2')])).toBe(2);
    expect(countOrigins([of('Minutes,  March'), of('minutes, March')])).toBe(1);
  });
});

describe('whether a claim is somebody’s words', () => {
  test.each([
    ['“We cannot pay for two piers,” said Mrs Moe', '“We cannot pay for two piers,” said Mrs Moe.', true],
    ['We cannot pay for two piers', '“We cannot pay for two piers,” said Mrs Moe.', true],
    ['said Mrs Moe', '“We cannot pay for two piers,” said Mrs Moe.', false],
    ['Mrs Moe said "it is far too late" on Monday', 'Mrs Moe said "it is far too late" on Monday.', true],
    ['It’s the mayor’s pier', 'It’s the mayor’s pier, and the county’s too.', false],
    ['‘We can’t pay for it’, she said', '‘We can’t pay for it’, she said.', true],
    ['the so-called “dry law”', 'It is known as the so-called “dry law” there.', false],
    ['«Wir zahlen das nicht», said Moe', '«Wir zahlen das nicht», said Moe.', true],
    ['The pier costs £2 million', 'The pier costs £2 million.', false],
    ['', '“We cannot pay for two piers,” said Mrs Moe.', false],
  ])('%s', (quote, sentence, is) => expect(isQuotation(quote, sentence)).toBe(is));
});

test.each([
  ['We were told in writing', '“We were told in writing,” she said.', ['We were told in writing,']],
  ['Holt called it a plan', 'Holt called it a plan “with no date at all”, and “no money behind it”.', []],
  [
    'a plan “with no date at all”, and “no money behind it”',
    'Holt called it a plan “with no date at all”, and “no money behind it”.',
    ['with no date at all', 'no money behind it'],
  ],
  ['the “long quay”', 'They shut the “long quay”.', []],
])('the words in marks of “%s”', (quote, sentence, words) => expect(quotedWords(quote, sentence)).toEqual(words));

test.each([
  [0, 0, 'warn', []],
  [2, 2, 'refuse', []],
  [2, 1, 'warn', [{ rule: 'opened', strength: 'warn', has: 1 }]],
  [2, 0, 'refuse', [{ rule: 'opened', strength: 'refuse', has: 0 }]],
  [2, 0, 'off', []],
] as const)('of %i pieces that are cited %i opened, where the desk says %s', (cited, opened, strength, unmet) =>
  expect(unmetRules(plain, [], 2, { ...rules, opened: strength }, { cited, opened })).toEqual(unmet),
);
