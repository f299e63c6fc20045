import { expect, test } from 'vitest';
import { unitWords } from '#components/claim/unit-words.ts';

test.each([
  ['person', 'people'],
  ['minute', 'minutes'],
  ['percent', 'percent'],
  ['USD', 'USD'],
  ['share', 'share'],
  ['percentage point', 'percentage points'],
  ['degree Celsius', 'degrees Celsius'],
  ['metre per second', 'metres per second'],
  ['company', 'companies'],
  ['day', 'days'],
  ['box', 'boxes'],
])('many: %s is %s', (unit, many) => expect(unitWords(unit, false)).toBe(many));

test('one stays one', () => expect(unitWords('person', true)).toBe('person'));
