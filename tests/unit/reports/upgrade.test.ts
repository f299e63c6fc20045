import { describe, expect, test } from 'vitest';
import { outcomeWords, settlingVerdict } from '#lib/exports/model.ts';
import { outlineOf, textOf } from '#lib/exports/outline/index.ts';
import { readSnapshot } from '#lib/reports/rules-upgrade.ts';
import { frozen, rating, report } from '../exports/made.ts';

const at = (hour: number) => `2026-03-13T${String(hour).padStart(2, '0')}:00:00.000Z`;

type First = Readonly<Record<string, unknown>>;
/** A verdict as report/1 had it. */
const verdict = (seat: number, name: string, key: string, hour: number, more: First = {}): First => ({
  seat,
  by: { name },
  at: at(hour),
  mode: 'open',
  rating: rating(key),
  attributionFinding: null,
  rationale: 'So it is.',
  cites: [],
  fix: null,
  override: null,
  signedOff: null,
  ended: null,
  ...more,
});
const override = (name: string) => ({ override: { reason: 'Press time', by: { name } } });

/** A snapshot as release 0.1.0 kept it, of one claim. */
function first(verdicts: readonly First[], more: First = {}): string {
  const model = report([]);
  const { minorSentences: _, formerClaims: _f, people: _p, supersedes: _s, ...kept } = model;
  const claim = {
    id: '01a207ca-0358-73fb-ae7c-62cfbee380a5',
    number: 1,
    statement: 'Trade grew almost 40% in the first quarter of 2017.',
    quote: 'grew almost 40%',
    start: 6,
    end: 21,
    kind: 'trend',
    tier: 'core',
    claimant: { name: 'The article', kind: 'author', via: null },
    saidOn: null,
    progress: 'settled',
    settledBy: 'one',
    mark: 'wrong',
    stale: false,
    excluded: null,
    proposedByMachine: true,
    evidence: [],
    verdicts,
    cameOf: [],
    ...more,
  };
  return JSON.stringify({
    ...kept,
    format: 'report/1',
    frozenBy: { name: 'Edda Marsh' },
    coverage: { read: 1, total: 2 },
    claims: [claim],
  });
}

function outcome(snapshot: string): string {
  const [claim] = readSnapshot(snapshot).claims;
  if (!claim) throw new Error('There is no claim');
  return outcomeWords(claim);
}

describe('a report/1 is read by the rule of standing', () => {
  test('an override in the second seat settles, not the first reader', () =>
    expect(outcome(first([verdict(1, 'Ruben', 'true', 9), verdict(2, 'Ada', 'false', 10, override('Ada'))]))).toBe(
      'False',
    ));

  test('an override in the third seat settles a dispute', () => {
    const verdicts = [
      verdict(1, 'Ruben', 'true', 9),
      verdict(2, 'Sanne', 'mixed', 10),
      verdict(3, 'Ada', 'false', 11, override('Ada')),
    ];
    expect(outcome(first(verdicts))).toBe('False');
    // It was no third reader's, whatever the report said, nor is it when one of the two has judged anew since.
    const anew = [verdict(1, 'Ruben', 'mixed', 12), ...verdicts.slice(1)];
    for (const given of [verdicts, anew])
      expect(readSnapshot(first(given, { settledBy: 'third' })).claims).toMatchObject([
        { settledBy: 'one', settlingVerdict: '1.3' },
      ]);
  });

  test('one that another was given in the face of does not', () => {
    const verdicts = [verdict(1, 'Ada', 'true', 9, override('Ada')), verdict(2, 'Ruben', 'true', 10)];
    const [claim] = readSnapshot(first(verdicts, { settledBy: 'two' })).claims;
    expect(claim && settlingVerdict(claim)?.by.name).toBe('Ada');
  });

  test('the third reader’s settles', () => {
    const verdicts = [
      verdict(1, 'Ruben', 'true', 9),
      verdict(2, 'Sanne', 'false', 10),
      verdict(3, 'Tove', 'mixed', 11),
    ];
    expect(outcome(first(verdicts, { settledBy: 'third' }))).toBe('Mixed');
  });

  test('a signed-off one settles, and what was ended counts for nothing', () => {
    const verdicts = [
      verdict(1, 'Ruben', 'true', 9, { signedOff: { by: { name: 'Sanne' }, at: at(10) } }),
      verdict(1, 'Ruben', 'false', 8, { ended: { how: 'superseded', at: at(9), reason: null } }),
    ];
    expect(outcome(first(verdicts, { settledBy: 'two' }))).toBe('True');
  });

  test.each([
    ['disputed', 'Disputed'],
    ['awaiting_second_reader', 'Awaiting a second reader'],
    ['in_review', 'Unchecked'],
  ])('where it says %s, nothing settles', (progress, words) =>
    expect(outcome(first([verdict(1, 'Ruben', 'true', 9)], { progress, settledBy: null }))).toBe(words),
  );

  test('what it did not hold is empty, and a report/2 is read as it is', () => {
    const model = readSnapshot(first([verdict(1, 'Ruben', 'true', 9)]));
    expect(model).toMatchObject({
      format: 'report/1',
      people: [],
      formerClaims: [],
      coverage: { read: 1, minor: 0, total: 2 },
    });
    const now = frozen(report([]));
    expect(readSnapshot(now.snapshot)).toEqual(now.model);
  });
});

test('a report/1 has its outline too: by name who did what, and nothing of what it did not say', () => {
  const model = readSnapshot(
    first([verdict(1, 'Ruben Falk', 'false', 9), verdict(2, 'Sanne Okoro', 'true', 10, override('Edda Marsh'))]),
  );
  const { outcome, people, record, claims } = outlineOf(model, 'e'.repeat(64));
  expect(textOf(outcome)).toBe('The only claim must change. 1 of 2 sentences has been read.');
  expect(people.items).toEqual([
    { name: 'Ruben Falk', role: null, counts: '1 verdict', read: 'claim 1' },
    { name: 'Sanne Okoro', role: null, counts: '1 verdict', read: 'claim 1' },
    { name: 'Edda Marsh', role: null, counts: 'made this report', read: null },
  ]);
  expect(record.rows.map(({ label }) => label)).toContain('End of the desk’s history, at event 3');
  expect(claims.items[0]?.verdicts[1]?.about).toContain('settles the claim');
});
