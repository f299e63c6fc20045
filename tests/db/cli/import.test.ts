import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EXIT } from '#lib/cli/errors.ts';
import { type ImportOptions, importFiles } from '#lib/cli/verbs/import.ts';
import { del, docx, ins, p, r } from '#tests/unit/ingest/read/made.ts';
import { person, TEXT } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
const folder = mkdtempSync(join(tmpdir(), 'stet-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function bring(files: string[], options: ImportOptions = {}) {
  const done: string[] = [];
  const refused: string[] = [];
  const exitCode = await importFiles(database.db, files, options, {
    done: (line) => done.push(line),
    refused: (line) => refused.push(line),
  });
  return { done, refused, exitCode };
}

const stored = (line: string | undefined) =>
  database.db.article.findUniqueOrThrow({
    where: { id: line?.split('\t')[0] ?? '' },
    include: { revision: true, _count: { select: { claims: true } } },
  });

describe('stet import', () => {
  test('brings a text in with its claims and what its head says', async () => {
    const head = 'Council doubles tram budget\n\nBy Ines Marek\nThe Estuary Post\n12 March 2026\n\n';
    const { done, refused, exitCode } = await bring([
      file(
        'tram.txt',
        `${head}The council approved €48.6 million for trams on Wednesday. Fares rise by 4.5 per cent.\n`,
      ),
    ]);
    expect({ refused, exitCode }).toEqual({ refused: [], exitCode: EXIT.done });
    expect(done).toHaveLength(1);
    expect(done[0]).toMatch(/^[0-9a-f-]{36}\tCouncil doubles tram budget$/);
    const article = await stored(done[0]);
    expect(article).toMatchObject({
      byline: 'Ines Marek',
      outlet: 'The Estuary Post',
      publishedOn: new Date('2026-03-12'),
      createdById: null,
      revision: { origin: 'command', number: 1 },
    });
    expect(article._count.claims).toBeGreaterThan(1);
  });

  test('brings a Word document in with its tracked changes told, and keeps its bytes', async () => {
    const bytes = docx(
      ['Harbour dues rise', 'By Ines Marek', '14 March 2026'].map((words) => p(r(words))).join('') +
        p(r('The harbour dues rose by ') + del('12') + ins('21') + r(' per cent in March, the port said on Friday.')),
    );
    const path = file('dues.docx', bytes);
    const { done, refused, exitCode } = await bring([path]);
    expect(exitCode).toBe(EXIT.done);
    expect(refused).toEqual([
      `${path}: 2 tracked changes were taken as accepted; --changes refused takes them the other way.`,
    ]);
    const article = await stored(done[0]);
    expect(article).toMatchObject({ headline: 'Harbour dues rise', byline: 'Ines Marek' });
    expect(article.revision?.text).toContain('rose by 21 per cent');
    expect(article.revision?.original).toEqual(bytes);
    expect(article.revision?.originalType).toMatch(/wordprocessingml/);
    const other = await bring([path], { changes: 'refused' });
    expect((await stored(other.done[0])).revision?.text).toContain('rose by 12 per cent');
  });

  test('options win over the head, and a person may be named', async () => {
    const editor = await person(database.db, 'Olive', 'editor');
    const { done } = await bring([file('harbour.txt', TEXT)], {
      published: '2026-03-11',
      outlet: 'Harbour Wire',
      as: editor.email,
    });
    const article = await stored(done[0]);
    expect(article).toMatchObject({
      outlet: 'Harbour Wire',
      publishedOn: new Date('2026-03-11'),
      createdById: editor.id,
    });
    const events = await database.db.event.findMany({ where: { chainId: article.id } });
    expect(events.map(({ action, actorId, actorKind }) => ({ action, actorId, actorKind }))).toEqual([
      { action: 'article.added', actorId: editor.id, actorKind: 'command' },
    ]);
  });

  test('reads markdown as its reader sees it', async () => {
    const { done } = await bring([
      file('ferry.md', '# Ferry fares rise\n\nThe *ferry* costs **12%** more from May.\n'),
    ]);
    expect((await stored(done[0])).revision?.text).toBe('Ferry fares rise\n\nThe ferry costs 12% more from May.');
  });

  test('what cannot come in is refused by name, and the rest comes in', async () => {
    const text = 'Old bridge closes for repairs\n\nThe bridge closes for 14 weeks in May.\n';
    const files = [
      file('bridge.txt', text),
      file('same.txt', text),
      file('empty.txt', ' \n'),
      file('binary.txt', Uint8Array.of(0x50, 0, 0x4b, 3)),
      join(folder, 'absent.txt'),
      folder,
      file('last.txt', 'Ring road opens to traffic\n\nThe road opened to 300 cars an hour.\n'),
    ];
    const { done, refused, exitCode } = await bring(files);
    expect(done.map((line) => line.split('\t')[1])).toEqual([
      'Old bridge closes for repairs',
      'Ring road opens to traffic',
    ]);
    expect(exitCode).toBe(EXIT.refused);
    expect(refused).toEqual([
      `${files[1]}: The same text is already here: “Old bridge closes for repairs”.`,
      `${files[2]}: There is no text here yet. Paste the article, or drop a file.`,
      `${files[3]}: This file is not text. Stet reads .txt, .md, .html, .docx, .odt and .pdf files, or text that you paste.`,
      `${files[4]}: There is no such file.`,
      `${files[5]}: This is a folder. Name the files in it.`,
    ]);
    const again = await bring([files[1] ?? ''], { again: true });
    expect(again).toMatchObject({ refused: [], exitCode: EXIT.done });
    expect(await bring([files[4] ?? ''])).toMatchObject({ exitCode: EXIT.absent });
  });

  test('in the name of nobody here, or of somebody who may not, nothing comes in', async () => {
    const viewer = await person(database.db, 'Vera', 'viewer');
    const path = file('tower.txt', 'Tower leans\n\nThe tower leans by 3.97 degrees.\n');
    await expect(bring([path], { as: 'nobody@desk.test' })).rejects.toThrow('nobody-by-address');
    const { done, refused, exitCode } = await bring([path], { as: viewer.email });
    expect({ done, refusals: refused.length, exitCode }).toEqual({ done: [], refusals: 1, exitCode: EXIT.refused });
    expect(await database.db.article.count({ where: { headline: 'Tower leans' } })).toBe(0);
  });
});
