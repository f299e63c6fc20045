import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { headsFile } from '#lib/history/schema-file.ts';
import { sql } from '#lib/platform/sql.ts';
import { type Authority, startAuthority } from '#tests/timestamp-authority.ts';
import { type Ended, stet, stetHere } from '../command.ts';
import { article, cast } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { tamper } from '../trust/desk.ts';

const database = withDatabase();
const folder = mkdtempSync(join(tmpdir(), 'stet-heads-'));
const file = (name: string) => join(folder, name);
let authority: Authority;
let articleId: string;

beforeAll(async () => {
  const people = await cast(database.db);
  articleId = (await article(database.db, people.editor)).article.id;
  authority = await startAuthority();
  writeFileSync(file('trusted.pem'), authority.pem);
});
beforeEach(() => authority.behave({}));
afterAll(async () => {
  await authority.stop();
  rmSync(folder, { recursive: true, force: true });
});

const withAuthority = (...args: string[]): Promise<Ended> =>
  stet(args, { env: { STET_TSA_URL: authority.url, STET_TSA_CERTIFICATES: file('trusted.pem') } });

test('heads are the ends of every chain, on the standard output or in a file', async () => {
  const { code, out } = await stet(['heads']);
  expect(code).toBe(0);
  const { heads, desk } = headsFile.parse(JSON.parse(out));
  expect(desk).toBe('The desk');
  expect(heads.map(({ chain }) => chain).sort()).toEqual([articleId, 'desk'].sort());
  expect(await stetHere(['heads', '--out', file('heads.json')])).toMatchObject({ code: 0, out: '', err: '' });
  expect(headsFile.parse(JSON.parse(readFileSync(file('heads.json'), 'utf8'))).heads).toEqual(heads);
});

test('a history hashed anew is found by heads in somebody’s hands', async () => {
  expect(await stetHere(['heads', '--out', file('kept.json')])).toMatchObject({ code: 0 });
  expect(await stetHere(['verify', '--against', file('kept.json')])).toMatchObject({ code: 0 });
  const [last] = await sql()<{ hash: string }[]>`select hash from chains where id = ${articleId}`;
  const forged = last?.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) ?? '';
  await tamper(async (tx) => {
    await tx`update chains set hash = ${forged} where id = ${articleId}`;
    await tx`update events set hash = ${forged} where chain = ${articleId} and hash = ${last?.hash ?? ''}`;
  });
  try {
    const { code, out } = await stetHere(['verify', '--against', file('kept.json')]);
    expect(code).toBe(1);
    expect(out).toContain(`${articleId}\t1\tthe chain was hashed anew`);
  } finally {
    await tamper(async (tx) => {
      await tx`update chains set hash = ${last?.hash ?? ''} where id = ${articleId}`;
      await tx`update events set hash = ${last?.hash ?? ''} where chain = ${articleId} and hash = ${forged}`;
    });
  }
});

describe('a stamp', () => {
  test('stands beside the file, and verify says when it was made and by whom', async () => {
    expect(await withAuthority('heads', '--out', file('stamped.json'), '--stamp')).toMatchObject({ code: 0, err: '' });
    const { code, out } = await withAuthority('verify', '--against', file('stamped.json'));
    expect(code).toBe(0);
    expect(out).toMatch(/stamped\.json was stamped on \d{4}-\d\d-\d\dT[\d:.]+Z by A witness for tests\.\n/);
    const untold = await stetHere(['verify', '--against', file('stamped.json')]);
    expect(untold.out).toContain('by A witness for tests, whose certificate is not known here to be trusted.');
  });

  test('of another file than the one beside it is found', async () => {
    expect(await withAuthority('heads', '--out', file('changed.json'), '--stamp')).toMatchObject({ code: 0 });
    writeFileSync(file('changed.json'), readFileSync(file('changed.json'), 'utf8').replace('The desk', 'Another desk'));
    const { code, err } = await withAuthority('verify', '--against', file('changed.json'));
    expect({ code, err }).toEqual({
      code: 1,
      err: `stet: ${file('changed.json')}.tsr: The stamp is not one of this file.\n`,
    });
  });

  test('that is not to be had leaves no file behind', async () => {
    authority.behave({ refuses: true });
    const refused = await withAuthority('heads', '--out', file('refused.json'), '--stamp');
    expect(refused).toMatchObject({ code: 1, err: 'stet: The time-stamp authority has refused.\n' });
    expect(existsSync(file('refused.json'))).toBe(false);
  });

  test('is made only where an authority is set, and of a file', async () => {
    const unset = await stetHere(['heads', '--out', file('unset.json'), '--stamp']);
    expect(unset).toMatchObject({ code: 4 });
    expect(unset.err).toContain('STET_TSA_URL');
    expect(existsSync(file('unset.json'))).toBe(false);
    expect(await withAuthority('heads', '--stamp')).toMatchObject({ code: 2 });
  });
});
