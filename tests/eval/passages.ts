/**
 * Passages offered for claims, on gold of the project's own, beside a plain full-text ranking (BM25 over the same sentences and rows) in the same run.
 */
import { type EngineClaim, extractClaims } from '#lib/engine/index.ts';
import type { MatchClaim } from '#lib/match/index.ts';
import { type Bearing, passagesFor, readSource, type SourceText } from '#lib/match/passages.ts';
import { type GoldMark, type PassageGold, readPassages } from './passages-gold.ts';
import type { Row } from './types.ts';

type Span = { readonly start: number; readonly end: number };
type Offered = Span & { readonly source: string; readonly bearing?: Bearing };
type Judged = { readonly words: string; readonly offered: readonly Offered[]; readonly marks: readonly GoldMark[] };

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const meets = (mark: GoldMark, one: Offered): boolean => mark.source === one.source && overlaps(mark.span, one);

export async function run(): Promise<Row[]> {
  return (['dev', 'test'] as const).flatMap((half) => {
    const sets = readPassages(half);
    return [...rows(half, 'offered', sets.flatMap(ours)), ...rows(half, 'plain full text', sets.flatMap(plain))];
  });
}

/** Every claim of the half to develop with whose answer is not the gold's. */
export async function details(): Promise<string[]> {
  return readPassages('dev').flatMap((set) =>
    ours(set).flatMap(({ words, offered, marks }) => {
      const text = (one: Offered) =>
        set.sources
          .find(({ key }) => key === one.source)
          ?.text.slice(one.start, one.end)
          .slice(0, 90);
      const wrong = offered.filter((one) => !marks.some((mark) => meets(mark, one)));
      const missed = marks.filter((mark) => mark.bearing !== 'either way' && !offered.some((one) => meets(mark, one)));
      return [
        ...wrong.map((one) => `${set.name}: “${words}”: offered ${one.source}: ${text(one)}`),
        ...missed.map(({ source, span }) => `${set.name}: “${words}”: missed ${text({ ...span, source })}`),
        ...offered.flatMap((one) => {
          const mark = marks.find((other) => meets(other, one));
          const isOther = mark && mark.bearing !== 'either way' && mark.bearing !== one.bearing;
          return isOther ? [`${set.name}: “${words}”: ${mark.bearing}, found ${one.bearing}: ${text(one)}`] : [];
        }),
      ];
    }),
  );
}

/** A gold claim as the engine finds it in the article; where it does not, its words read by themselves, as a person's claim is. */
function claimOf({ article, on }: PassageGold, { words, span }: PassageGold['claims'][number]): MatchClaim {
  const share = (claim: EngineClaim) => {
    const shared = Math.max(0, Math.min(claim.end, span.end) - Math.max(claim.start, span.start));
    return shared / (claim.end - claim.start + span.end - span.start - shared);
  };
  const claims = extractClaims(article, { publishedOn: on }).claims;
  const best = [...claims].sort((a, b) => share(b) - share(a))[0];
  if (best && share(best) >= 0.5) return best;
  const [alone] = readSource({ id: '', text: words, publishedOn: on }).passages;
  if (!alone) throw new Error(`Nothing to read in: ${words}`);
  return alone;
}

const sourcesOf = (set: PassageGold): SourceText[] =>
  set.sources.map(({ key, text, title, on }) => readSource({ id: key, text, title, publishedOn: on }));

function ours(set: PassageGold): Judged[] {
  const claims = set.claims.map((claim) => claimOf(set, claim));
  const found = passagesFor(claims, sourcesOf(set));
  return set.claims.map(({ words, marks }, i) => ({ words, marks, offered: found[i] ?? [] }));
}

const stems = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\d][\p{L}\d.,]*/gu) ?? []).map((word) =>
    word.replace(/[.,]+$/, '').replace(/(?:'s|ing|ed|es|s)$/, ''),
  );

/** What a search box would give: the claim's words, BM25 (k1 1.2, b 0.75), the three best. */
function plain(set: PassageGold): Judged[] {
  const entries = sourcesOf(set).flatMap(({ id, passages }) =>
    passages.map(({ start, end, quote }) => ({ source: id, start, end, words: stems(quote) })),
  );
  const mean = entries.reduce((sum, { words }) => sum + words.length, 0) / entries.length;
  const holding = new Map<string, number>();
  for (const { words } of entries) for (const word of new Set(words)) holding.set(word, (holding.get(word) ?? 0) + 1);
  return set.claims.map(({ words, marks }) => {
    const scored = entries.map((entry) => ({ entry, score: bm25(stems(words), entry.words) }));
    const offered = scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ entry }) => entry);
    return { words, marks, offered };
  });

  function bm25(query: readonly string[], words: readonly string[]): number {
    return [...new Set(query)].reduce((sum, word) => {
      const times = words.filter((one) => one === word).length;
      const n = holding.get(word) ?? 0;
      const rarity = Math.log(1 + (entries.length - n + 0.5) / (n + 0.5));
      return sum + (rarity * times * 2.2) / (times + 1.2 * (0.25 + (0.75 * words.length) / mean));
    }, 0);
  }
}

function rows(half: string, by: string, judged: readonly Judged[]): Row[] {
  let [right, wrong, found, wanted, first, withMarks, bearing, borne] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const { offered, marks } of judged) {
    const counted = marks.filter((mark) => mark.bearing !== 'either way');
    const verdicts = offered.map((one) => {
      const mark = marks.find((other) => meets(other, one));
      return mark === undefined ? 'wrong' : mark.bearing === 'either way' ? 'neither' : 'right';
    });
    right += verdicts.filter((one) => one === 'right').length;
    wrong += verdicts.filter((one) => one === 'wrong').length;
    wanted += counted.length;
    found += counted.filter((mark) => offered.some((one) => meets(mark, one))).length;
    if (counted.length > 0) {
      withMarks++;
      if (verdicts.find((one) => one !== 'neither') === 'right') first++;
    }
    for (const one of offered) {
      const mark = counted.find((other) => meets(other, one));
      if (!mark || one.bearing === undefined || one.bearing === 'speaks') continue;
      borne++;
      if ((mark.bearing === 'differs') === (one.bearing === 'differs')) bearing++;
    }
  }
  const on = `own gold, ${half}, ${by}`;
  const row = (measure: string, value: number, note: string): Row => ({
    measure: `${measure}, ${on}`,
    value,
    target: '',
    note,
  });
  return [
    row('passages for claims, precision', right / (right + wrong), `${right} of ${right + wrong} offered`),
    row('passages for claims, recall', found / wanted, `${found} of ${wanted}`),
    row('passages for claims, the first is right', first / withMarks, `${first} of ${withMarks} claims`),
    ...(borne > 0 ? [row('passages for claims, differs or not', bearing / borne, `${bearing} of ${borne}`)] : []),
  ];
}
