import { describe, expect, test } from 'vitest';
import { decidesOn, isNamedTo } from '#lib/access/rules-confidential.ts';

const open = { confidentialAt: null, confidentialTo: [] };
const confidential = { confidentialAt: new Date(0), confidentialTo: ['handler', 'named'] };

describe('a source is named', () => {
  test.each<[string, string | null, boolean]>([
    ['its handler', 'handler', true],
    ['whom they have named', 'named', true],
    ['nobody else', 'other', false],
    ['no command, and no job of the desk', null, false],
  ])('to %s', (_, reader, is) => expect(isNamedTo(confidential, reader)).toBe(is));

  test('to everybody while it is not confidential', () => {
    expect([isNamedTo(open, 'other'), isNamedTo(open, null)]).toEqual([true, true]);
  });
});

describe('it is decided on', () => {
  const handler = { id: 'handler', role: 'reviewer', disabledAt: null } as const;
  test.each<[string, object, string, boolean]>([
    ['by its handler', {}, 'handler', true],
    ['by nobody whom they have named', {}, 'named', false],
    [
      'by these, once the handler’s account is disabled',
      { handler: { ...handler, disabledAt: new Date(0) } },
      'named',
      true,
    ],
    ['by these, once the handler may no longer decide', { handler: { ...handler, role: 'viewer' } }, 'named', true],
    ['by nobody else even then', { handler: { ...handler, disabledAt: new Date(0) } }, 'other', false],
    ['by nobody while it is not confidential', open, 'handler', false],
  ])('%s', (_, more, reader, does) => expect(decidesOn({ ...confidential, handler, ...more }, reader)).toBe(does));
});
