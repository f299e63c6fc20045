import { expect, test } from 'vitest';
import { setMode } from '#lib/articles/mutations.ts';
import { AppError } from '#lib/platform/result.ts';
import { addRating, editRating } from '#lib/settings/mutations.ts';
import type { SecondReaderMode } from '#lib/settings/types.ts';
import { article, attach, cast, claimOn, detail, judge, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const desk = withDatabase();
const WORDS = 'About one in five berths is closed';

const outcome = async (work: Promise<unknown>) => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return error.refusal;
    throw error;
  }
};

test('whether a hidden verdict bears a rating shows in no answer about it', async () => {
  const { db } = desk;
  const people = await cast(db, 'of the scale');
  const step = (label: string) => ({ label, description: '', value: null, stands: false });
  const [borne, free] = [
    await addRating(db, people.admin, step('Half said')),
    await addRating(db, people.admin, step('Half meant')),
  ];
  const rename = async (id: string, label: string) => {
    const { version } = await db.rating.findUniqueOrThrow({ where: { id } });
    return outcome(editRating(db, people.admin, { id, version, ...step(label) }));
  };
  expect([await rename(borne.id, 'Half said so'), await rename(free.id, 'Half meant so')]).toEqual(['done', 'done']);
  const bench = await article(db, people.editor, { mode: 'blind' });
  const claim = await claimOn(db, people.first, bench, WORDS);
  const { key } = await db.rating.findUniqueOrThrow({ where: { id: borne.id } });
  await judge(db, people.first, claim.id, key);
  const answers = [await rename(borne.id, 'Another'), await rename(free.id, 'Another')];
  expect(answers[0]).toMatchObject({ reason: 'conflict', fields: { label: { code: 'rating-may-be-borne' } } });
  expect(answers[1]).toEqual(answers[0]);
  // What is only said beside it changes nothing that was found.
  const { version } = await db.rating.findUniqueOrThrow({ where: { id: borne.id } });
  const described = { id: borne.id, version, ...step('Half said so'), description: 'Said by halves' };
  expect(await outcome(editRating(db, people.admin, described))).toBe('done');
  await judge(db, people.second, claim.id, key);
  expect(await rename(borne.id, 'Another')).toMatchObject({ reason: 'conflict' });
  expect(await rename(free.id, 'Half meant it')).toBe('done');
});

test('who opens a blind article, reads and shuts it again gives no verdict that counts as blind', async () => {
  const { db } = desk;
  const people = await cast(db, 'of the modes');
  const bench = await article(db, people.editor, { mode: 'blind' });
  const [touched, fresh] = [
    await claimOn(db, people.first, bench, WORDS),
    await claimOn(db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent from June.'),
  ];
  await attach(db, people.first, touched.id, 'The list of berths', 'refutes', 'It is one in six');
  const stances = async () => (await detail(db, people.editor, touched.id)).evidence.map(({ stance }) => stance);
  expect(await stances()).toEqual([null]);
  const turn = async (mode: SecondReaderMode) => {
    const { id, version } = (await reopen(db, people.editor, bench.article.id)).article;
    await setMode(db, people.editor, { id, version, mode });
  };
  await turn('open');
  expect(await stances()).toEqual(['refutes']);
  await turn('blind');
  // Nothing pretends that it was not read.
  expect(await detail(db, people.editor, touched.id)).toMatchObject({ verdictMode: 'open' });
  await judge(db, people.editor, touched.id, 'false');
  const [verdict] = (await detail(db, people.second, touched.id)).verdicts;
  expect(verdict).toMatchObject({ mode: 'open', content: expect.anything() });
  // A claim on which nothing could be read is as blind as ever.
  expect(await detail(db, people.editor, fresh.id)).toMatchObject({ verdictMode: 'blind' });
  await attach(db, people.first, fresh.id, 'The tariff', 'supports', 'As it says');
  expect((await detail(db, people.editor, fresh.id)).evidence.map(({ stance }) => stance)).toEqual([null]);
  await judge(db, people.editor, fresh.id, 'true');
  expect((await detail(db, people.second, fresh.id)).verdicts[0]).toMatchObject({ mode: 'blind', content: null });
});

test('turning the mode does not open a verdict that was given blind', async () => {
  const { db } = desk;
  const people = await cast(db, 'of the turns');
  const bench = await article(db, people.editor, { mode: 'blind' });
  const claim = await claimOn(db, people.first, bench, WORDS);
  await judge(db, people.first, claim.id, 'false');
  for (const mode of ['open', 'one', 'blind'] as const) {
    const { id, version } = (await reopen(db, people.editor, bench.article.id)).article;
    await setMode(db, people.editor, { id, version, mode });
    expect((await detail(db, people.editor, claim.id)).verdicts[0]).toMatchObject({ content: null });
  }
});
