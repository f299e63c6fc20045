import { globSync, readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

type Pattern = { readonly file: string; readonly source: string; readonly flags: string };

/** Every pattern that is written out in a module. */
function patternsOf(file: string): Pattern[] {
  const found: Pattern[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node && typeof node.regex === 'object' && node.regex !== null) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ file, source: pattern, flags });
    }
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }));
  return found;
}

const PATTERNS = globSync('lib/{engine,match,anchor}/**/*.ts').flatMap(patternsOf);

test('no pattern takes more than linear time over any text', { timeout: 600_000 }, () => {
  expect(PATTERNS.length).toBeGreaterThan(400);
  const distinct = new Map(PATTERNS.map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern]));
  const slow = [...distinct.values()].filter(
    ({ source, flags }) => checkSync(source, flags, { timeout: null }).status !== 'safe',
  );
  expect(slow.map(({ file, source }) => `${file}: ${source}`)).toEqual([]);
});
