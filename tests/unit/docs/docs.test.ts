import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { rights } from '#lib/access/policy.ts';
import { ROLES } from '#lib/access/types.ts';
import { makeProgram } from '#lib/cli/program.ts';
import { renderCsv } from '#lib/exports/csv.ts';
import { renderJson } from '#lib/exports/json.ts';
import { reportModel } from '#lib/exports/model.ts';
import { VARIABLES } from '#lib/platform/env.ts';
import { REPORT_FORMATS } from '#lib/reports/schema.ts';
import { PROMISES } from '#tests/promises.ts';
import { writeLists } from '#tests/security-lists.ts';
import { claim, frozen, report, unchecked } from '../exports/made.ts';

const read = (path: string) => readFileSync(path, 'utf8');
/** What a document sets as code: in the line, or in a block. */
const code = (text: string) => [...text.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)].map((m) => m[1] ?? m[2] ?? '');

describe('docs/running.md', () => {
  const words = code(read('docs/running.md'));
  const example = read('.env.example');
  test.each(VARIABLES)('explains %s, and .env.example has it', (name) => {
    expect(words).toContain(name);
    expect(example).toMatch(new RegExp(`^# ${name}=`, 'm'));
  });
  test('and .env.example has nothing that is not read', () => {
    const named = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
    const compose = read('docker-compose.yml');
    expect(named.filter((name = '') => !VARIABLES.includes(name) && !compose.includes(name))).toEqual([]);
  });
});

const program = await makeProgram(undefined);

describe('docs/command-line.md', () => {
  const text = read('docs/command-line.md');
  const examples = code(text).join('\n');
  const names = program.commands.map((command) => command.name());

  test.each(names)('describes %s, with an example', (name) => {
    expect(text).toMatch(new RegExp(`^\\| \\[\`${name}\``, 'm'));
    expect(examples).toMatch(new RegExp(`^(?:npm run -s stet -- |npm )${name}\\b`, 'm'));
  });

  test.each(names)('names every option and verb of %s', async (name) => {
    const command = (await makeProgram(name)).commands.find((item) => item.name() === name);
    const verbs = command?.commands ?? [];
    const options = [command, ...verbs].flatMap((item) => item?.options ?? []).map(({ long }) => long ?? '');
    const wanted = [...options, ...verbs.map((verb) => `${name} ${verb.name()}`)];
    expect(wanted.filter((words) => !examples.includes(words))).toEqual([]);
  });
});

describe('docs/reports.md', () => {
  const text = read('docs/reports.md');
  const words = new Set(code(text).flatMap((item) => item.match(/[\w@/]+/g) ?? []));

  /** The names of all fields under a schema. */
  function fields(schema: z.ZodType): string[] {
    if (schema instanceof z.ZodObject)
      return Object.entries(schema.shape).flatMap(([key, item]) => [key, ...fields(item as z.ZodType)]);
    if (schema instanceof z.ZodArray) return fields(schema.element as z.ZodType);
    if (schema instanceof z.ZodNullable) return fields(schema.unwrap() as z.ZodType);
    return [];
  }

  test('names every field of report/2', () => {
    const all = [...new Set(fields(reportModel))];
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((name) => !words.has(name))).toEqual([]);
  });

  test('names every column of the CSV, in order', () => {
    const [head = ''] = renderCsv(frozen(report([])))
      .replace(/^\uFEFF/, '')
      .split('\r\n');
    const section = code(text.slice(text.indexOf('## CSV'), text.indexOf('## ClaimReview')));
    expect(section).toEqual(head.split(','));
  });

  test.each(Object.keys(REPORT_FORMATS))('names the format %s', (name) => expect(words).toContain(name));

  describe('has a way to check a digest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-docs-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const right = frozen(report([claim(), unchecked({ number: 2, statement: 'Of “naïve” 12 €' })]));
    const wrong = { ...frozen({ ...right.model, number: 3 }), digest: right.digest };
    const check = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return execFileSync(process.execPath, [join(folder, 'check.cjs'), join(folder, name)], { encoding: 'utf8' });
    };
    beforeAll(() => {
      const script = code(text.slice(text.indexOf('## To check a digest'))).find((item) => item.includes('require('));
      writeFileSync(join(folder, 'check.cjs'), script ?? '');
    });

    test('that is right', () => expect(check('right.json', renderJson(right))).toBe('The digest is right.\n'));
    test('that is not', () => expect(check('wrong.json', renderJson(wrong))).toBe('The digest is WRONG.\n'));
  });
});

describe('docs/who-may-what.md', () => {
  const rows = [...read('docs/who-may-what.md').matchAll(/^\| (.+?) \|((?: ✓? \|){4})$/gm)].map(
    ([, says = '', marks = '']) => [
      says.replace(' (in person)', ''),
      ROLES.filter((_, i) => marks.split('|')[i]?.includes('✓')),
      says.endsWith(' (in person)'),
    ],
  );
  test('has the very rights of the code, in their order', () => {
    expect(rows).toEqual(rights().map(({ says, roles, person }) => [says, [...roles], person]));
  });
});

describe('docs/security.md', () => {
  const text = read('docs/security.md');
  test('has the lists that the tests are made from (node scripts/security.ts writes them)', () => {
    expect(writeLists(text)).toBe(text);
  });
  test.each(PROMISES.map((promise) => [promise.says, promise] as const))('%s', (_, { file, test: name }) => {
    expect(read(file)).toContain(name);
  });
});

describe('the documents', () => {
  const files = [
    'README.md',
    'ARCHITECTURE.md',
    'SECURITY.md',
    ...readdirSync('docs').map((name) => `docs/${name}`),
  ].filter((name) => name.endsWith('.md'));
  test.each(files)('%s links only to what is there', (file) => {
    const targets = [...read(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(resolve(dirname(file), target)))).toEqual([]);
  });
});
