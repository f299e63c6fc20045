import { beforeAll, expect, test } from 'vitest';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { addArticle } from '#lib/revisions/mutations.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { namedInArticle } from '#lib/workbench/data-named.ts';
import { docx, p, r } from '#tests/unit/ingest/read/made.ts';
import { type Cast, cast, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';

/* What the writer names in the file that an article came in, at its place in the text that is checked now. */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  readInThisProcess(TASKS);
  people = await cast(database.db);
});

const TEXT = 'Fares rose by 12 percent in May.\n\nNobody was asked, says https://operator.example/list.';
const FILE = docx(
  `${p(`${r('Fares rose by 12 percent in May')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('.')}`)}${p(r('Nobody was asked, says https://operator.example/list.'))}`,
  { 'word/footnotes.xml': `<w:footnote w:id="2">${p(r('Annual report, p. 12'))}</w:footnote>` },
);

test('stands at its place, also in a later text without a file; and is not there for who may not read the article', async () => {
  const { id } = await addArticle(
    database.db,
    people.editor,
    {
      headline: 'Fares',
      outlet: null,
      byline: null,
      link: null,
      publishedOn: '2026-03-12',
      dueAt: null,
      mode: 'open',
      access: 'named',
      memberIds: [people.editor.id, people.first.id],
      text: typedText(TEXT),
      origin: 'file',
      evenIfKnown: true,
    },
    { bytes: FILE, name: 'fares.docx' },
  );
  const found = async () => {
    const { revision } = await reopen(database.db, people.first, id);
    return (await namedInArticle(database.db, people.first, id)).map(({ kind, text, link, at }) => [
      kind,
      text,
      link,
      revision.text.slice(0, at).split('\n').at(-1),
    ]);
  };
  const note = ['footnote', 'Annual report, p. 12', null, 'Fares rose by 12 percent in May'];
  const link = [
    'link',
    'https://operator.example/list',
    'https://operator.example/list',
    'Nobody was asked, says https://operator.example/list',
  ];
  expect(await found()).toEqual([note, link]);
  const { revision } = await reopen(database.db, people.first, id);
  await revise(
    database.db,
    people.editor,
    { articleId: id, basedOn: revision.id, text: typedText(`A new opening.\n\n${TEXT}`), origin: 'paste' },
    null,
  );
  expect(await found()).toEqual([note, link]);
  await expect(namedInArticle(database.db, people.second, id)).rejects.toThrow('no-article');
});
