import { describe, expect, test } from 'vitest';
import { circles, fileNames, layering, lengths, minting, queries, readSource, readSources } from './rules.ts';

const sources = readSources('.');

describe('the sources', () => {
  test('are there', () => expect(sources.length).toBeGreaterThan(200));
  test('import one way', () => expect(layering(sources)).toEqual([]));
  test('import in no circle', () => expect(circles(sources)).toEqual([]));
  test('name their layer', () => expect(fileNames(sources)).toEqual([]));
  test('speak to the database only where they should', () => expect(queries(sources)).toEqual([]));
  test('mint actors only in the gates', () => expect(minting(sources)).toEqual([]));
  test('stay small', () => expect(lengths(sources)).toEqual([]));
});

describe('the rules find', () => {
  const planted = (path: string, text: string) => [readSource(path, text)];

  test('an import that runs the wrong way', () => {
    expect(layering(planted('lib/engine/x.ts', "import { a } from '#lib/claims/data.ts';"))).toHaveLength(1);
    expect(layering(planted('lib/claims/data.ts', "import { a } from '#components/ui/Button.tsx';"))).toHaveLength(1);
    expect(layering(planted('components/claim/X.tsx', "import { a } from '#lib/claims/mutations.ts';"))).toHaveLength(
      1,
    );
    expect(layering(planted('components/claim/X.tsx', "import { database } from '#lib/platform/db.ts';"))).toHaveLength(
      1,
    );
    expect(layering(planted('lib/exports/csv.ts', "import { a } from '#lib/reports/data.ts';"))).toHaveLength(1);
  });
  test('a circle', () => {
    const two = [
      ...planted('lib/claims/data.ts', "import { a } from './rules.ts';"),
      ...planted('lib/claims/rules.ts', "import { b } from './data.ts';"),
    ];
    expect(circles(two)).toEqual(['lib/claims/data.ts → lib/claims/rules.ts → lib/claims/data.ts']);
    const types = [two[0], ...planted('lib/claims/rules.ts', "import type { B } from './data.ts';")].filter(
      (source) => source !== undefined,
    );
    expect(circles(types)).toEqual([]);
  });
  test('a stray name, a query, a minted actor, a long file', () => {
    expect(fileNames(planted('lib/claims/helpers.ts', ''))).toHaveLength(1);
    expect(queries(planted('lib/claims/actions.ts', 'db.claim.findMany()'))).toHaveLength(1);
    expect(minting(planted('lib/claims/data.ts', 'mintActor({})'))).toHaveLength(1);
    expect(lengths(planted('components/x/X.tsx', '\n'.repeat(300)))).toHaveLength(1);
  });
});
