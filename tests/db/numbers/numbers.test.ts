import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readNumbers } from '#lib/numbers/data.ts';
import { numbersCsv } from '#lib/numbers/rules-csv.ts';
import type { NumbersDTO } from '#lib/numbers/types.ts';
import { getSettings } from '#lib/settings/data.ts';
import { editSettings } from '#lib/settings/mutations.ts';
import { withdrawVerdict } from '#lib/verdicts/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { article, attach, cast, claimOn, judge, lead } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { plantedNumbers } from './plant.ts';

const desk = withDatabase();
const sign = async (actor: Awaited<ReturnType<typeof cast>>['first'], claimId: string) => {
  const { id, basisDigest, seen } = await lead(desk.db, actor, claimId);
  await signOff(desk.db, actor, { verdictId: id, basisDigest: basisDigest ?? '', seen });
};
const WORDS = [
  'approved a £48.6 million budget',
  'doubled the sum set aside for repairs',
  'Lorry tolls will rise by 4.5 per cent',
  'Nobody in this trade was consulted',
  'About one in five berths is closed',
  'between £14 million and £17 million',
] as const;

describe('the desk’s numbers', () => {
  test('say what was judged, how quickly, how alike, and what came of it', async () => {
    const people = await cast(desk.db);
    const { first, second, third } = people;
    const open = await article(desk.db, people.editor, { mode: 'open' });
    const on = (at: number) => claimOn(desk.db, first, open, WORDS[at] ?? '');
    const [signed, disputed, alone] = [await on(0), await on(1), await on(2)];
    for (const claim of [signed, disputed]) await attach(desk.db, first, claim.id, 'Minutes');
    await judge(desk.db, first, signed.id, 'false', { fix: 'approved a £46.8 million budget' });
    await sign(second, signed.id);
    await judge(desk.db, first, disputed.id, 'true');
    await judge(desk.db, second, disputed.id, 'half-true');
    await attach(desk.db, second, alone.id, 'A letter');
    await judge(desk.db, second, alone.id, 'true');

    const blind = await article(desk.db, people.editor, { mode: 'blind' });
    const alike = await claimOn(desk.db, first, blind, WORDS[4]);
    await attach(desk.db, first, alike.id, 'A map');
    await judge(desk.db, first, alike.id, 'true');
    await judge(desk.db, third, alike.id, 'true');
    // Nobody is to learn of this one yet, from no number.
    const before = await readNumbers(desk.db, people.editor, null);
    const pending = await claimOn(desk.db, first, blind, WORDS[5]);
    await attach(desk.db, third, pending.id, 'A file');
    await judge(desk.db, third, pending.id, 'false');
    const numbers = await readNumbers(desk.db, people.editor, null);
    expect(numbers).toEqual(before);

    const total = (key: 'firstVerdicts' | 'secondReadings' | 'settled') =>
      numbers.steps.reduce((sum, step) => sum + step[key], 0);
    expect(numbers.steps).toHaveLength(30);
    expect(numbers.steps.at(-1)).toEqual({ day: numbers.today, firstVerdicts: 4, secondReadings: 3, settled: 2 });
    expect([total('firstVerdicts'), total('secondReadings'), total('settled')]).toEqual([4, 3, 2]);
    expect(numbers.toVerdict.count).toBe(4);
    expect(numbers.settled).toEqual({ count: 2, wrong: 1, withEvidence: 2, withPrimary: 2, withCapture: 0 });
    expect(numbers.fixes).toEqual({ proposed: 1, accepted: 0, refused: 0 });
    expect(numbers.agreement.blind).toMatchObject({ count: 1, same: { value: 1 } });
    // One signed, one found otherwise.
    expect(numbers.agreement.open).toMatchObject({ count: 2, same: { value: 0.5 } });
    expect(numbers.byRating).toEqual([
      { label: 'True', value: 2 / 3, given: 2 },
      { label: 'Half true', value: 0, given: 1 },
      { label: 'False', value: 1, given: 1 },
    ]);
    // All is few here: nothing by person.
    expect(numbers.people?.map(({ name }) => name)).toEqual(['Ruben', 'Sanne', 'Tove']);
    const counts = numbers.people?.flatMap((one) => [one.firstVerdicts, one.secondReadings, one.evidence]);
    expect(new Set(counts)).toEqual(new Set([null, 0]));
    // What one alone did is no measure of two, and a verdict that is withdrawn had been given.
    const { id } = await lead(desk.db, second, alone.id);
    await withdrawVerdict(desk.db, second, { verdictId: id, reason: 'The letter is of another year.' });
    expect(await readNumbers(desk.db, people.editor, null)).toEqual(numbers);
  });

  test('are by person once they are enough or the desk shows them all, to editors alone', async () => {
    const people = await cast(desk.db, 'Shown');
    const setting = async (smallCounts: boolean) =>
      editSettings(desk.db, people.admin, { ...(await getSettings(desk.db)), recheckDays: null, smallCounts });
    await setting(true);
    const shown = await readNumbers(desk.db, people.editor, null);
    expect(shown.people?.find(({ name }) => name === 'Sanne')).toMatchObject({
      firstVerdicts: 1,
      secondReadings: 2,
      evidence: 1,
    });
    expect(shown.pairs).toEqual([
      expect.objectContaining({ names: ['Ruben', 'Sanne'], count: 2, same: 0.5 }),
      expect.objectContaining({ names: ['Ruben', 'Tove'], count: 1, same: 1 }),
    ]);
    const reviewer = await readNumbers(desk.db, people.first, null);
    expect(reviewer).toMatchObject({ people: null, pairs: null, agreement: shown.agreement });
    await setting(false);
  });

  test('are of the articles that the reader may see, and of the period that was asked for', async () => {
    const people = await cast(desk.db, 'Hidden');
    const seen = await readNumbers(desk.db, people.second, null);
    const secret = await article(desk.db, people.editor, {
      access: 'named',
      memberIds: [people.editor.id, people.first.id],
      mode: 'one',
    });
    const claim = await claimOn(desk.db, people.first, secret, WORDS[0]);
    await attach(desk.db, people.first, claim.id, 'A leak');
    await judge(desk.db, people.first, claim.id, 'true');
    expect(await readNumbers(desk.db, people.second, null)).toEqual(seen);
    const theirs = await readNumbers(desk.db, people.first, null);
    expect(theirs.toVerdict.count).toBe(seen.toVerdict.count + 1);
    const past = await readNumbers(desk.db, people.first, { from: '2020-01-01', to: '2020-12-31' });
    expect(past).toMatchObject({
      per: 'week',
      toVerdict: { count: 0, median: null },
      agreement: { open: { count: 0, kappa: null } },
    });
    expect(past.steps[0]?.day).toBe('2019-12-30');
  });

  test('agree with the same counted one by one, over many readings by chance', async () => {
    const { wanted, actor, period } = await plantedNumbers(desk.db, desk.owner, 400);
    const found = await readNumbers(desk.db, actor, period);
    expect(found.agreement.blind.count).toBe(wanted.pairs);
    expect(found.agreement.blind.same?.value).toBeCloseTo(wanted.same / wanted.pairs, 10);
    expect(found.toVerdict.count).toBe(wanted.firsts);
    expect(found.toVerdict.median).toBeCloseTo(wanted.median, 6);
    expect(found.people?.map(({ firstVerdicts }) => firstVerdicts)).toEqual(wanted.byPerson);
    const rows: Record<string, string>[] = parseCsv(numbersCsv(found), { bom: true, columns: true });
    const cell = (measure: string, of: string) => rows.find((row) => row.measure === measure && row.of === of);
    expect(Number(cell('kappa', 'blind')?.value)).toBe((found satisfies NumbersDTO).agreement.blind.kappa?.value);
    expect(Number(cell('minutes to the first verdict', 'median')?.value)).toBe(found.toVerdict.median);
    expect(rows.filter(({ measure }) => measure === 'claims settled')).toHaveLength(found.steps.length);
  });
});
