import { expect, test } from 'vitest';
import { plainError } from '#lib/platform/log.ts';

const NAME = 'Marlin Overbeek';

test.each([
  [
    'a row that a constraint refuses',
    Object.assign(new Error('new row violates check constraint "x"'), {
      detail: `Failing row contains (${NAME}).`,
      code: '23514',
    }),
  ],
  [
    'the same in the words of a raw query',
    new Error(`Raw query failed. Message: violates. DETAIL: Failing row contains (${NAME}).`),
  ],
  ['a key that is there already', new Error(`duplicate key value: Key (title)=(${NAME}) already exists.`)],
  [
    'a wrong call, with all that it was called with',
    new Error(`Invalid \`source.create()\` invocation:\n{ data: { title: "${NAME}" } }`),
  ],
  ['what came of another', new Error('It went wrong', { cause: new Error(`DETAIL: ${NAME}`) })],
  ['what is thrown and is no error', { title: NAME }],
  [
    'the query that it stood in',
    Object.assign(new Error('syntax error'), { query: `select '${NAME}'`, parameters: [NAME] }),
  ],
])('the log says nothing of %s', (_, error) => {
  expect(JSON.stringify(plainError(error))).not.toContain('Marlin');
});

test('it says what went wrong, and where', () => {
  const error = Object.assign(new Error('new row violates check constraint "x"'), { code: '23514' });
  const { message, code, stack } = plainError(error);
  expect([message, code]).toEqual(['new row violates check constraint "x"', '23514']);
  expect(stack).toContain('log.test.ts');
});
