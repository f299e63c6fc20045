import { describe, expect, test } from 'vitest';
import { reportModel } from '#lib/exports/model.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { maskSnapshot } from '#lib/reports/rules-masks.ts';
import { claim, evidence, report, verdict } from '../exports/made.ts';

const mask = { claimId: 'c1', number: 1, title: 'Confidential source 1', salt: 'salt:article' };
const changes = [
  { what: 'source', evidence: 1, before: 'Customs table 4', after: 'Customs table 5' },
  { what: 'stance', evidence: 1, before: 'supports', after: 'refutes' },
  { what: 'statement', evidence: null, before: 'Up', after: 'Down' },
  { what: 'evidenceQuote', evidence: 2, before: 'one', after: 'two' },
];
const other = evidence({ number: 2 });
const frozen = {
  ...report([claim({ id: 'c1', evidence: [evidence(), other], verdicts: [verdict({ staleBecause: changes })] })]),
  salt: 'f'.repeat(64),
};
const snapshot = canonicalJson(JSON.parse(JSON.stringify(frozen)));

describe('a masked snapshot', () => {
  const masked = reportModel.parse(JSON.parse(maskSnapshot(snapshot, [mask])));
  const [item, untouched] = masked.claims[0]?.evidence ?? [];

  test('keeps of the evidence what a verdict’s weight goes by, and a salted hash', () => {
    const { kind, tier } = evidence().source;
    const { number, stance, aspect, withdrawn } = evidence();
    const nothing = { publisher: null, author: null, link: null, publishedOn: null, capture: null };
    const saltedHash = sha256(`salt:article:${canonicalJson(JSON.parse(JSON.stringify(evidence().source)))}`);
    expect(item).toEqual({
      quoteDifference: null,
      standsAt: null,
      working: null,
      number,
      stance,
      aspect,
      withdrawn,
      source: { title: 'Confidential source 1', kind, tier, ...nothing, saltedHash },
      quote: null,
      locator: null,
      quoteCheck: null,
      note: null,
      means: null,
      consultedOn: null,
    });
  });

  test('leaves out how the article’s words stand in what is masked', () => {
    const frozen = JSON.parse(snapshot);
    const said = (number: number) => ({ evidence: number, words: 'A word or two', check: 'exact', difference: [] });
    frozen.claims[0].said = [said(mask.number), said(99)];
    const { claims } = reportModel.parse(JSON.parse(maskSnapshot(JSON.stringify(frozen), [mask])));
    expect(claims[0]?.said).toEqual([said(99)]);
  });

  test('leaves out of what has changed what was there', () => {
    const [source, ...rest] = masked.claims[0]?.verdicts[0]?.staleBecause ?? [];
    expect(source).toEqual({ what: 'source', evidence: 1, before: '', after: '' });
    expect(rest).toEqual(changes.slice(1));
  });

  test('leaves everything else as it was, but for the salt under the digest', () => {
    expect(untouched).toEqual(other);
    expect(masked.salt).toBeNull();
    expect({ ...masked, salt: frozen.salt, claims: [] }).toEqual({ ...frozen, claims: [] });
  });

  test('is the frozen text itself where it holds nothing that is masked', () => {
    expect(maskSnapshot(snapshot, [])).toBe(snapshot);
    expect(
      maskSnapshot(snapshot, [
        { ...mask, claimId: 'c9' },
        { ...mask, number: 3 },
      ]),
    ).toBe(snapshot);
  });

  test('of an older form has no field more than it had', () => {
    const { salt: _, formerClaims: __, ...first } = JSON.parse(snapshot);
    const old = canonicalJson({ ...first, format: 'report/1' });
    expect(Object.keys(JSON.parse(maskSnapshot(old, [mask]))).sort()).toEqual(Object.keys(JSON.parse(old)).sort());
  });
});
