import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hitsOf, type Row } from '#lib/engine/rules/rows.ts';
import { TABLES } from '#lib/engine/rules/tables.ts';
import { rulesPage } from '#scripts/engine/rules-page.ts';
import { sentencesOf } from './sentences.ts';

const bare = (words: string): string => words.replace(/^[\s"“”,.;:]+|[\s"“”,.;:]+$/g, '');

/** What the rows capture in a text under the name that the table shows. */
function shownBy(rules: readonly Row<unknown>[], shown: string, text: string): string[] {
  return sentencesOf(text.replace(/[{}]/g, '')).flatMap(({ tokens, text: folded }) =>
    hitsOf(rules, tokens).flatMap(({ captures }) => {
      const range = captures.get(shown);
      const [first, last] = [tokens[range?.[0] ?? -1], tokens[(range?.[1] ?? 0) - 1]];
      return first === undefined || last === undefined ? [] : [bare(folded.slice(first.start, last.end))];
    }),
  );
}

/** The words that a right example puts in braces, as the rules see them: quotation marks made plain. */
const wanted = (example: string): string =>
  bare((/\{([\s\S]*?)\}/.exec(example)?.[1] ?? '').replace(/[“”]/g, '"').replace(/[‘’]/g, "'"));

/** A row finds where a stretch starts; where a tail ends, the sentence says. */
const finds = (found: readonly string[], example: string): boolean =>
  found.some(
    (words) =>
      words !== '' &&
      (wanted(example).startsWith(words) || words.startsWith(wanted(example).split(' ').slice(0, 3).join(' '))),
  );

describe.each(TABLES)('$title', ({ shown, rules }) => {
  describe.each(rules.map((rule) => ({ name: rule.name, rule })))('$name', ({ rule }) => {
    test('shows itself, right and wrong', () => {
      expect(rule.examples.right.length, 'a row without a right example').toBeGreaterThan(0);
      expect(rule.examples.wrong.length, 'a row without a wrong example').toBeGreaterThan(0);
    });
    test.each(rule.examples.right)('holds in: %s', (example) => {
      expect(wanted(example)).not.toBe('');
      const found = shownBy([rule], shown, example);
      expect(finds(found, example), `captured ${JSON.stringify(found)}`).toBe(true);
    });
    test.each(rule.examples.wrong)('does not hold in: %s', (example) => {
      expect(shownBy([rule], shown, example)).toEqual([]);
    });
    test('is missed when it is taken out', () => {
      const others = rules.filter((other) => other !== rule);
      const broken = rule.examples.right.filter((example) => !finds(shownBy(others, shown, example), example));
      expect(broken.length).toBeGreaterThan(0);
    });
  });
});

test('docs/engine-rules.md says what the rows say', () => {
  const page = readFileSync(new URL('../../../../docs/engine-rules.md', import.meta.url), 'utf8');
  expect(page, 'write it anew with: node scripts/engine-rules.ts').toBe(rulesPage(TABLES));
});
