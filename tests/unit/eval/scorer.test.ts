import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ClaimantType, EngineClaim } from '#lib/engine/types.ts';
import type { Gold, GoldClaim, GoldDocument } from '#tests/eval/gold/types.ts';
import { periodOf } from '#tests/eval/periods.ts';
import { scoreDocument } from '#tests/eval/scorer.ts';
import { duplicatesOf, iou, type Prediction, sameNumber } from '#tests/eval/scorer-match.ts';
import { summarise } from '#tests/eval/scorer-summary.ts';

const folder = fileURLToPath(new URL('../../eval/gold/', import.meta.url));
const { documents } = JSON.parse(readFileSync(join(folder, 'test.json'), 'utf8')) as Gold;
const textOf = ({ file }: GoldDocument): string => readFileSync(join(folder, file), 'utf8');

/** What an engine would say that marks exactly what the gold marks. */
function asEngine(gold: GoldClaim): EngineClaim {
  const { start, end, quote, checkable, negated, speaker, tier, quantities, times } = gold;
  const type: ClaimantType = speaker.kind === 'author' ? 'author' : 'person';
  return {
    start,
    end,
    quote,
    statement: quote,
    kind: checkable ? 'event' : 'opinion',
    layer: 'content',
    polarity: negated ? 'negative' : 'positive',
    factuality: 'asserted',
    claimant: { name: speaker.name, type, start: null, end: null, via: null },
    quantities: quantities.map(({ low, high, value, ...rest }) => ({
      ...rest,
      value: value ?? low ?? 0,
      modifier: null,
      range: typeof low === 'number' && typeof high === 'number' ? ([low, high] as const) : null,
      tally: null,
      per: null,
      of: null,
      change: null,
      rank: false,
    })),
    times: times.map((time) => ({
      ...time,
      ...(periodOf(time.resolved) ?? { from: time.resolved, to: time.resolved }),
      basis: 'stated' as const,
    })),
    entities: [],
    checkworthiness: 0.5,
    tier,
    reasons: [],
  };
}

const perfect = (document: GoldDocument): Prediction => ({
  claims: document.claims.map(asEngine),
  sentences: document.sentences.map(({ start, end }) => ({
    start,
    end,
    suggestion: 'claimed',
    reason: '',
    checkworthiness: 0,
  })),
});

function scoreWith(change: (claims: EngineClaim[], document: GoldDocument) => EngineClaim[]) {
  return summarise(
    documents.map((document) => {
      const prediction = perfect(document);
      return scoreDocument(document, textOf(document), {
        ...prediction,
        claims: change([...prediction.claims], document),
      });
    }),
  );
}

it('gives gold full marks against itself', () => {
  expect(scoreWith((claims) => claims)).toEqual({
    claimF1: 1,
    claimPrecision: 1,
    coreRecall: 1,
    coreAndStandardRecall: 1,
    strictF1: 1,
    tightF1: 1,
    forbidden: 0,
    broken: 0,
    duplicates: 0,
    checkable: 1,
    uncheckable: 1,
    sentenceF1: 1,
    quantityValue: 1,
    quantityUnit: 1,
    decoys: 0,
    time: 1,
    periods: 1,
    tierKappa: 1,
    coreShare: expect.closeTo(0.59, 2),
    wording: expect.any(Number),
    bareQuote: expect.any(Number),
    polarity: 1,
    negatives: 1,
    speaker: 1,
    author: 1,
  });
});

describe('takes marks off', () => {
  it('for what is missing', () => {
    const score = scoreWith((claims) => claims.filter(({ tier }) => tier !== 'core'));
    expect(score.coreRecall).toBeLessThan(0.1);
    expect(score.claimPrecision).toBe(1);
  });

  it('for saying a thing twice', () => {
    const score = scoreWith((claims) => [...claims, ...claims]);
    expect(score.duplicates).toBeGreaterThan(150);
    expect(score.claimPrecision).toBeLessThan(0.6);
    expect(score.coreRecall).toBe(1);
  });

  it('for claims in boilerplate, whatever their kind', () => {
    const score = scoreWith((claims, { boilerplate }) => {
      const [first] = claims;
      if (!first) return claims;
      return [...claims, ...boilerplate.map((zone) => ({ ...first, ...zone, kind: 'opinion' as const }))];
    });
    expect(score.forbidden).toBe(documents.flatMap(({ boilerplate }) => boilerplate).length);
  });

  it('for a quote that is not the text', () => {
    expect(scoreWith((claims) => claims.map((claim, i) => (i === 0 ? { ...claim, quote: 'x' } : claim))).broken).toBe(
      documents.length,
    );
  });

  it('for ascribing everything to the author, and nothing', () => {
    const author = scoreWith((claims) =>
      claims.map((claim) => ({ ...claim, claimant: { ...claim.claimant, type: 'author' as const } })),
    );
    expect(author.speaker).toBe(0);
    expect(author.author).toBe(1);
  });

  it('for calling everything checkable', () => {
    const score = scoreWith((claims) => claims.map((claim) => ({ ...claim, kind: 'event' as const })));
    expect(score.uncheckable).toBe(0);
    expect(score.checkable).toBeLessThan(1);
  });

  it('for wrong values, units and dates', () => {
    const score = scoreWith((claims) =>
      claims.map((claim) => ({
        ...claim,
        quantities: claim.quantities.map((q) => ({
          ...q,
          value: (q.value ?? 0) * 2 + 1,
          range: null,
          unit: 'parsecs',
        })),
        times: claim.times.map((time) => ({ ...time, from: '1900-01-01' })),
      })),
    );
    expect([score.quantityValue, score.quantityUnit, score.time]).toEqual([0, 0, 0]);
  });
});

it('takes a slightly longer span of the same sentence, but not strictly', () => {
  const [document] = documents;
  const gold = document?.claims.find(({ quote }) => quote === 'it is now expected to reach $1.6 billion');
  if (!document || !gold) throw new Error('the budget article lost a claim');
  const text = textOf(document);
  const longer = { ...asEngine(gold), end: gold.end + Math.floor((gold.end - gold.start) * 0.55) };
  const claim = { ...longer, quote: text.slice(longer.start, longer.end) };
  expect(scoreDocument(document, text, { claims: [claim], sentences: [] })).toMatchObject({ hits: 1, broken: 0 });
  const without = { ...claim, end: gold.end + (gold.end - gold.start) * 3, quantities: [] };
  expect(scoreDocument(document, text, { claims: [without], sentences: [] }).hits).toBe(0);
});

it('measures overlap, repetition and equality of numbers', () => {
  expect(iou({ start: 0, end: 10 }, { start: 5, end: 15 })).toBeCloseTo(1 / 3);
  const spans = [
    { start: 0, end: 10 },
    { start: 0, end: 11 },
    { start: 0, end: 20 },
  ];
  expect([...duplicatesOf(spans)]).toEqual([1]);
  expect(sameNumber(1 / 3, 0.3333333333)).toBe(true);
  expect(sameNumber(0.33, 1 / 3)).toBe(false);
  expect(sameNumber(null, null)).toBe(false);
});
