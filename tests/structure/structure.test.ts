import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  ALL_ROOTS,
  circles,
  doubleCasts,
  fileNames,
  gates,
  layering,
  lengths,
  minting,
  mocks,
  ORDER,
  queries,
  readSource,
  readSources,
  uncalled,
} from './rules.ts';

const sources = readSources('.');

describe('the sources', () => {
  test('are there', () => expect(sources.length).toBeGreaterThan(200));
  test('import one way', () => expect(layering(sources)).toEqual([]));
  test('import in no circle', () => expect(circles(sources)).toEqual([]));
  test('name their layer', () => expect(fileNames(sources)).toEqual([]));
  test('speak to the database only where they should', () => expect(queries(sources)).toEqual([]));
  test('mint actors only in the gates', () => expect(minting(sources)).toEqual([]));
  test('stay small', () => expect(lengths(sources)).toEqual([]));
  test('check what comes in rather than cast it', () => expect(doubleCasts(readSources('.', ALL_ROOTS))).toEqual([]));
  test('have no server action that nothing calls', () => expect(uncalled(sources)).toEqual([]));
  test('have database tests that leave the modules of the next as they were', () =>
    expect(mocks(readSources('.', ALL_ROOTS))).toEqual([]));
  test('begin with the gate of their transport', () => expect(gates(sources)).toEqual([]));
  test('lie in the order that ARCHITECTURE.md draws', () => {
    const drawn = ORDER.map((row) => row.join(' | ')).join(' · ');
    expect(readFileSync('ARCHITECTURE.md', 'utf8').replace(/\s+/g, ' ')).toContain(drawn);
    const domains = new Set(sources.flatMap(({ path }) => /^lib\/([a-z]+)\//.exec(path)?.[1] ?? []));
    const beside = ['platform', 'cli', 'worker', 'exports', 'ingest', 'engine', 'anchor', 'match', 'i18n'];
    expect([...domains].filter((name) => !beside.includes(name)).sort()).toEqual(ORDER.flat().sort());
  });
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
  test.each([
    ['up the order', 'lib/standing/data.ts', "import { a } from '#lib/claims/rules.ts';"],
    ['up the order for a type', 'lib/settings/types.ts', "import type { A } from '#lib/articles/types.ts';"],
    ['up the order in a type', 'lib/access/types.ts', "type A = import('#lib/people/types.ts').A;"],
    ['across from side to side', 'lib/claims/mutations.ts', "import type { A } from '#lib/verdicts/types.ts';"],
    ['out of the platform', 'lib/platform/log.ts', "import type { Actor } from '#lib/access/types.ts';"],
    ['to an entry point', 'lib/proof/data.ts', "import { a } from '#lib/cli/store.ts';"],
    ['to a gate from a component', 'components/x/X.tsx', "import type { A } from '#lib/access/policy-articles.ts';"],
    ['to the command line from a component', 'components/x/X.tsx', "import { a } from '#lib/cli/input.ts';"],
  ])('an import that runs %s', (_, path, text) => expect(layering(planted(path, text))).toHaveLength(1));
  test('nothing wrong with one that runs down', () => {
    expect(layering(planted('lib/claims/data.ts', "import { a } from '#lib/standing/rules.ts';"))).toEqual([]);
    expect(layering(planted('components/x/X.tsx', "import { may } from '#lib/access/policy.ts';"))).toEqual([]);
    expect(layering(planted('components/x/X.tsx', "import { done } from '#lib/platform/result.ts';"))).toEqual([]);
  });
  test('a circle', () => {
    const two = [
      ...planted('lib/claims/data.ts', "import { a } from './rules.ts';"),
      ...planted('lib/claims/rules.ts', "import { b } from './data.ts';"),
    ];
    expect(circles(two)).toEqual(['lib/claims/data.ts → lib/claims/rules.ts → lib/claims/data.ts']);
    const types = [
      ...planted('lib/claims/data.ts', "import { a } from './rules.ts';"),
      ...planted('lib/claims/rules.ts', "import type { B } from './data.ts';"),
    ];
    expect(circles(types)).toHaveLength(1);
  });
  test('a door without its gate', () => {
    const action = (body: string) =>
      gates(
        planted(
          'lib/claims/actions.ts',
          `export async function edit(input: unknown): Promise<Result<{}>> {\n${body}\n}`,
        ),
      );
    expect(action("  return runAction('claim.edit', schema, input, work);")).toEqual([]);
    expect(action("  return runAction('claim.edit',\n schema, input, work);")).toEqual([]);
    expect(action('  return runAction(schema, input, work);')).toHaveLength(1);
    expect(
      action("  const read = extract(input);\n  return runAction('claim.edit', schema, input, work);"),
    ).toHaveLength(1);
    expect(gates(planted('lib/claims/actions.ts', 'export { edit } from "./mutations.ts";'))).toHaveLength(1);
    const route = (body: string) =>
      gates(planted('app/api/x/route.ts', `export async function GET(request: Request) {\n${body}\n}`));
    expect(route("  return handle(request, 'article.read', work);")).toEqual([]);
    expect(route('  return handleOpen(request, work);')).toEqual([]);
    expect(route("  const body = await request.text();\n  return handle(request, 'article.read', work);")).toHaveLength(
      1,
    );
    expect(gates(planted('app/api/x/route.ts', 'const GET = work;\nexport { GET };'))).toHaveLength(1);
    const loader = (body: string) =>
      gates(planted('lib/claims/loaders.ts', `export const load = cache(async (id: string) => {\n${body}\n});`));
    expect(loader("  const actor = await requireActor('article.read');")).toEqual([]);
    expect(loader("  const rows = await list();\n  const actor = await requireActor('article.read');")).toHaveLength(1);
    expect(gates(planted('app/(desk)/x/page.tsx', 'export default () => <p>All of it</p>;'))).toHaveLength(1);
  });
  test('a server action that nothing calls', () => {
    const actions = planted('lib/claims/actions.ts', 'export async function edit() {}\nexport async function cut() {}');
    const form = planted('components/x/X.tsx', "import { edit } from '#lib/claims/actions.ts';\nedit();");
    expect(uncalled([...actions, ...form])).toEqual(['lib/claims/actions.ts: nothing calls cut']);
    expect(uncalled(actions)).toHaveLength(2);
  });
  test('a stray name, a query, a minted actor, a long file', () => {
    expect(fileNames(planted('lib/claims/helpers.ts', ''))).toHaveLength(1);
    expect(queries(planted('lib/claims/actions.ts', 'db.claim.findMany()'))).toHaveLength(1);
    expect(minting(planted('lib/claims/data.ts', 'mintActor({})'))).toHaveLength(1);
    expect(lengths(planted('components/x/X.tsx', '\n'.repeat(300)))).toHaveLength(1);
    expect(lengths(planted('lib/claims/rules.ts', '\n'.repeat(300)))).toHaveLength(1);
    expect(mocks(planted('tests/db/claims/x.test.ts', "vi.mock('#lib/claims/data.ts');"))).toHaveLength(1);
    expect(mocks(planted('tests/unit/claim/x.test.ts', 'vi.hoisted(() => {});'))).toHaveLength(1);
    expect(mocks(planted('tests/db/claims/x.apart.test.ts', "vi.mock('#lib/claims/data.ts');"))).toEqual([]);
    expect(mocks(planted('tests/db/trust/x.doors.test.ts', "vi.mock('next/cache', () => ({}));"))).toEqual([]);
    expect(mocks(planted('tests/db/trust/x.doors.test.ts', "vi.mock('#lib/claims/data.ts');"))).toHaveLength(1);
    expect(doubleCasts(planted('lib/claims/data.ts', `row.figures as ${'unknown'} as Quantity[]`))).toHaveLength(1);
  });
});
