import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildHalf } from '#tests/eval/gold/build.ts';
import type { Gold, GoldDocument } from '#tests/eval/gold/types.ts';

const folder = fileURLToPath(new URL('../../eval/gold/', import.meta.url));
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const goldOf = (half: string): Gold => JSON.parse(read(`${half}.json`)) as Gold;
const halves = ['test', 'dev'].filter((half) => existsSync(join(folder, `${half}.json`)));
const documents: [string, GoldDocument][] = halves.flatMap((half) =>
  goldOf(half).documents.map((document): [string, GoldDocument] => [`${half}/${document.id}`, document]),
);

describe('the frozen half', () => {
  const lines = read('test.sha256').trim().split('\n');

  it('covers the gold and every text of it', () => {
    const frozen = lines.map((line) => line.split(/\s+/)[1]);
    expect(frozen).toEqual(['test.json', ...goldOf('test').documents.map(({ file }) => file)]);
  });

  it.each(lines)('is as it was: %s', (line) => {
    const [digest, path = ''] = line.split(/\s+/);
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ).toBe(digest);
  });
});

describe.each(halves)('the %s half', (half) => {
  it('is what its sources give', () => {
    for (const { path, content } of buildHalf(half)) expect(read(path), path).toBe(content);
  });

  it('names only claims it has in its pairs', () => {
    const gold = goldOf(half);
    const ids = gold.documents.flatMap(({ claims }) => claims.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { a, b } of gold.crossPairs) {
      expect(ids).toContain(a);
      expect(ids).toContain(b);
      expect(a).not.toBe(b);
    }
  });
});

describe.each(documents)('%s', (_, document) => {
  const text = read(document.file);
  const { claims, sentences, boilerplate, noClaimSpans, quotes, quantityMentions, timeMentions, decoyNumbers } =
    document;

  it('has 400 to 800 words, and the digest and length of its text', () => {
    const words = text.split(/\s+/).filter(Boolean).length;
    expect(words).toBeGreaterThanOrEqual(400);
    expect(words).toBeLessThanOrEqual(800);
    expect(document.lengthUtf16).toBe(text.length);
    expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(document.sha256);
  });

  it('quotes the text exactly', () => {
    const spans = [claims, boilerplate, noClaimSpans, quotes, quantityMentions, timeMentions, decoyNumbers].flat();
    for (const { start, end, quote } of spans) expect(text.slice(start, end)).toBe(quote);
    for (const { start, end, text: words } of sentences) expect(text.slice(start, end)).toBe(words);
    for (const claim of claims) {
      for (const { start, end, text: words } of [...claim.quantities, ...claim.times]) {
        expect(text.slice(start, end)).toBe(words);
      }
    }
  });

  it('has its sentences in order, and all of the text in them', () => {
    let at = 0;
    for (const { start, end, index } of sentences) {
      expect(text.slice(at, start).trim(), `before sentence ${index}`).toBe('');
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(text.slice(at).trim()).toBe('');
  });

  it('keeps each claim in the sentences it names, and out of boilerplate', () => {
    for (const claim of claims) {
      const overlapped = sentences.filter(({ start, end }) => start < claim.end && end > claim.start);
      expect(claim.sentences).toEqual(overlapped.map(({ index }) => index));
      for (const zone of boilerplate) expect(claim.start < zone.end && claim.end > zone.start).toBe(false);
    }
  });

  it('marks about two claims a sentence, and each once', () => {
    const body = sentences.filter(({ zone }) => zone === 'body').length;
    expect(claims.length / body).toBeGreaterThan(1.2);
    expect(new Set(claims.map(({ start, end }) => `${start}:${end}`)).size).toBe(claims.length);
  });

  it('holds tier, check-worthiness and checkability together', () => {
    for (const { checkWorthiness, tier, modality, checkable, opinionOrPrediction } of claims) {
      expect(tier).toBe(checkWorthiness >= 4 ? 'core' : checkWorthiness === 3 ? 'standard' : 'minor');
      expect(checkable).toBe(!['opinion', 'prediction', 'normative', 'figurative'].includes(modality));
      expect(opinionOrPrediction).toBe(!checkable);
    }
  });
});
