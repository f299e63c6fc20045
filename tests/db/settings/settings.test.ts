import { describe, expect, test } from 'vitest';
import { getSettings, listScale } from '#lib/settings/data.ts';
import { addRating, archiveRating, editRating, editSettings, moveRating } from '#lib/settings/mutations.ts';
import { withDatabase } from '#tests/db/harness.ts';
import { article, cast, claimOn, judge } from '../desk.ts';
import { command, history, person, refusal } from '../people/setup.ts';

const desk = withDatabase();
const labels = async () => (await listScale(desk.db)).filter((step) => !step.archived).map((step) => step.label);
const step = async (label: string) => {
  const found = (await listScale(desk.db)).find((one) => one.label === label);
  if (!found) throw new Error(`No rating ${label}`);
  return found;
};
const DEFAULT = [
  'True',
  'Mostly true',
  'Half true',
  'Mostly false',
  'False',
  'Misleading',
  'Unsupported',
  'Not checkable',
];

describe('the desk’s settings', () => {
  test('begin with a name, UTC and the open mode', async () => {
    expect(await getSettings(desk.db)).toEqual({
      deskName: 'The desk',
      timeZone: 'UTC',
      defaultMode: 'open',
      defaultQueries: 'hold',
      recheckDays: null,
      stampCaptures: false,
      archiveCaptures: false,
      figureRule: 'warn',
      quotationRule: 'warn',
      misdeedRule: 'refuse',
      openedRule: 'warn',
      smallCounts: false,
      publishing: false,
      publicAddress: null,
      publicContact: null,
      publicMethod: null,
      version: 1,
    });
  });

  test('are changed by an admin, with what changed in the history', async () => {
    const admin = await person(desk.db, 'admin');
    const next = {
      deskName: 'Research',
      timeZone: 'Europe/Berlin',
      defaultMode: 'open',
      defaultQueries: 'hold',
      recheckDays: 30,
    } as const;
    await editSettings(desk.db, admin.actor, { version: 1, ...next });
    // What was not said stays as it was.
    expect(await getSettings(desk.db)).toMatchObject({ ...next, figureRule: 'warn', version: 2 });
    expect((await history(desk.db, 'settings.edited')).at(-1)).toMatchObject({
      by: admin.id,
      detail: {
        changes: {
          deskName: { before: 'The desk', after: 'Research' },
          timeZone: { before: 'UTC', after: 'Europe/Berlin' },
          recheckDays: { before: null, after: 30 },
        },
      },
    });
    await expect(editSettings(desk.db, admin.actor, { version: 1, ...next })).rejects.toMatchObject({
      refusal: { reason: 'stale-version', present: { deskName: 'Research', version: 2 } },
    });
    await editSettings(desk.db, admin.actor, { version: 2, ...next });
    expect((await getSettings(desk.db)).version).toBe(2);
    await editSettings(desk.db, admin.actor, { version: 2, ...next, figureRule: 'refuse', misdeedRule: 'refuse' });
    expect(await getSettings(desk.db)).toMatchObject({ figureRule: 'refuse', quotationRule: 'warn', version: 3 });
    expect((await history(desk.db, 'settings.edited')).at(-1)).toMatchObject({
      detail: { changes: { figureRule: { before: 'warn', after: 'refuse' } } },
    });
  });

  test.each(['viewer', 'reviewer', 'editor'] as const)('are not for a %s', async (role) => {
    const { actor } = await person(desk.db, role);
    const { version, ...same } = await getSettings(desk.db);
    expect(await refusal(editSettings(desk.db, actor, { version, ...same, deskName: 'Mine' }))).toBe('forbidden');
    const added = addRating(desk.db, actor, { label: 'X', description: '', value: null, stands: false });
    expect(await refusal(added)).toBe('forbidden');
  });
});

describe('the scale', () => {
  test('begins with eight ratings', async () => {
    expect(await labels()).toEqual(DEFAULT);
    expect((await listScale(desk.db)).map((one) => one.value)).toEqual([5, 4, 3, 2, 1, null, null, null]);
  });

  test('takes a new rating at its end, under a key of its own', async () => {
    await addRating(desk.db, command, { label: 'True!', description: 'Truly.', value: 6, stands: true });
    expect((await listScale(desk.db)).at(-1)).toMatchObject({ label: 'True!', key: 'true-2', position: 9 });
    expect(
      await refusal(addRating(desk.db, command, { label: 'TRUE!', description: '', value: null, stands: true })),
    ).toBe('invalid');
    expect((await listScale(desk.db)).length).toBe(9);
  });

  test('is edited by its version', async () => {
    const before = await step('Misleading');
    const next = { label: 'Misleads', description: before.description, value: null, stands: false };
    await editRating(desk.db, command, { id: before.id, version: before.version, ...next });
    expect(await step('Misleads')).toMatchObject({ key: 'misleading', version: before.version + 1 });
    expect((await history(desk.db, 'rating.edited')).at(-1)?.detail).toEqual({
      rating: 'Misleading',
      changes: { label: { before: 'Misleading', after: 'Misleads' } },
    });
    const late = editRating(desk.db, command, { id: before.id, version: before.version, ...next, label: 'Late' });
    expect(await refusal(late)).toBe('stale-version');
    const taken = editRating(desk.db, command, { id: before.id, version: before.version + 1, ...next, label: 'false' });
    expect(await refusal(taken)).toBe('invalid');
  });

  test('keeps the words of a rating that a verdict bears', async () => {
    const { editor, first } = await cast(desk.db, 'Scale');
    const bench = await article(desk.db, editor);
    const claim = await claimOn(desk.db, first, bench, '£6.1 million');
    await judge(desk.db, first, claim.id, 'unsupported');
    const { id, version, label, description, value, stands } = await step('Unsupported');
    const as = { id, version, label, description, value, stands };
    expect(await refusal(editRating(desk.db, command, { ...as, label: 'True enough' }))).toBe('conflict');
    expect(await refusal(editRating(desk.db, command, { ...as, value: 5 }))).toBe('conflict');
    expect(await refusal(editRating(desk.db, command, { ...as, stands: !stands }))).toBe('conflict');
    await editRating(desk.db, command, { ...as, description: 'Nobody could show it.' });
    expect(await step('Unsupported')).toMatchObject({ label, value, stands, description: 'Nobody could show it.' });
  });

  test('is put in another order', async () => {
    const half = await step('Half true');
    await moveRating(desk.db, command, { id: half.id, version: half.version, to: 'up' });
    expect((await labels()).slice(0, 3)).toEqual(['True', 'Half true', 'Mostly true']);
    await moveRating(desk.db, command, { id: half.id, version: half.version, to: 'down' });
    expect((await labels()).slice(0, 3)).toEqual(['True', 'Mostly true', 'Half true']);
    const first = await step('True');
    await moveRating(desk.db, command, { id: first.id, version: first.version, to: 'up' });
    expect((await labels())[0]).toBe('True');
  });

  test('keeps a rating that is out of use, and can bring it back', async () => {
    const half = await step('Half true');
    await archiveRating(desk.db, command, { id: half.id, version: half.version, archived: true });
    expect(await labels()).not.toContain('Half true');
    expect((await listScale(desk.db)).at(-1)).toMatchObject({ label: 'Half true', archived: true });
    await archiveRating(desk.db, command, { id: half.id, version: half.version + 1, archived: false });
    expect(await labels()).toContain('Half true');
    const said = (await history(desk.db)).filter((event) => event.subject === half.id).map((event) => event.action);
    expect(said.slice(-2)).toEqual(['rating.archived', 'rating.restored']);
  });

  test('never falls below two ratings, also when two are taken out at the same moment', async () => {
    const steps = (await listScale(desk.db)).filter((one) => !one.archived);
    for (const { id, version } of steps.slice(3))
      await archiveRating(desk.db, command, { id, version, archived: true });
    const [a, b] = steps;
    if (!a || !b) throw new Error('Two ratings are in use');
    const outcomes = await Promise.allSettled(
      [a, b].map(({ id, version }) => archiveRating(desk.db, command, { id, version, archived: true })),
    );
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await labels()).toHaveLength(2);
  });
});
