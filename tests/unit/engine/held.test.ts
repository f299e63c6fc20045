/** What a claim keeps so that it is one: its condition, its verb, and whoever it is about. */
import { expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';

const told = (text: string): string[] => extractClaims(text).claims.map(({ statement }) => statement);

test.each([
  [
    'what was still to be is not told as done',
    'Mr Dale said the firm would import grain until the bridge was repaired.',
    ['The firm would import grain until the bridge was repaired'],
  ],
  [
    'what is set into a subject ends nothing',
    'Analysts said the new trams, though they have many new parts, will not be as hard to copy as some firms had feared.',
    ['The new trams, though they have many new parts, will not be as hard to copy as some firms had feared'],
  ],
  [
    'a participle behind "if" is no verb',
    "The office said the council's plan, if adopted, would yield a deficit of 134 million pounds.",
    ["The council's plan, if adopted, would yield a deficit of 134 million pounds"],
  ],
  [
    'a period that ended is no clause',
    'A Tarn spokesman said the bank had no large miss of two billion dollars or more in its forecasts in the week ended Wednesday.',
    ['The bank had no large miss of two billion dollars or more in its forecasts in the week ended Wednesday'],
  ],
  [
    'an estimated sum has no verb in it',
    'Speaker Ada Lund has urged passage of a tax on share deals to bring an estimated 20 billion pounds into the Treasury.',
    [
      'Speaker Ada Lund has urged passage of a tax on share deals to bring an estimated 20 billion pounds into the Treasury',
    ],
  ],
  [
    'a list of examples in a subject is no claim',
    'Mr Dale said old vines and rust, in particular in the number one wine valley of Tarn, meant output was likely to fall.',
    ['Old vines and rust, in particular in the number one wine valley of Tarn, meant output was likely to fall'],
  ],
  [
    'how somebody feels is told with who feels it',
    'Mr Dale said Tarn understandably felt frustrated at not having forced a deal.',
    ['Tarn understandably felt frustrated at not having forced a deal'],
  ],
  [
    'what was foreseen did not take place',
    'In anticipating the Tarn launch, Rowe has made price cuts.',
    ['In anticipating the Tarn launch, Rowe has made price cuts'],
  ],
])('%s', (_, text, statements) => {
  expect(told(text)).toEqual(statements);
});

test('what was done to somebody is a fact in quotation marks too', () => {
  const { claims } = extractClaims('"All those who were hurt have been taken to hospital," Mr Dale said.');
  expect(claims.map(({ kind }) => kind)).not.toContain('opinion');
});

test('a verb that looks like a noun is one behind what places the sentence', () => {
  const text = 'In her yearly returns, Lund reports investments in Tarn Mill Co. worth between $5,000 and $1 million.';
  expect(told(text)).toEqual([text.slice(0, -1)]);
});
