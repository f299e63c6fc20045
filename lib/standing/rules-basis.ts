import { fold } from '#lib/anchor/fold.ts';
import type { Quantity, Time } from '#lib/engine/types.ts';
import type { Json } from '#lib/platform/canonical.ts';
import type { BasisChange, BasisPart } from './types.ts';

// ---- what a verdict is given on ----

export type BasisEvidence = {
  readonly number: number;
  readonly source: string;
  readonly stance: string | null;
  readonly aspect: string;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly withdrawn: boolean;
};

export type Basis = {
  readonly statement: string;
  readonly quote: string;
  readonly sentence: string;
  readonly claimant: string;
  readonly figures: readonly string[];
  readonly times: readonly string[];
  readonly evidence: readonly BasisEvidence[];
};

/** A figure in one line, offsets left out: they move with every edit of the text. */
export const figureLine = (figure: Quantity): string =>
  [
    figure.text,
    '=',
    figure.modifier,
    figure.range ? `${figure.range[0]} to ${figure.range[1]}` : String(figure.value),
    figure.unit,
    figure.per && `per ${figure.per}`,
    figure.of && `of ${figure.of}`,
    figure.change,
    figure.rank && 'rank',
  ]
    .filter(Boolean)
    .join(' ');

export const timeLine = (time: Time): string => `${time.text} = ${time.from ?? '?'} to ${time.to ?? '?'}`;

export type BasisSource = {
  readonly statement: string;
  readonly quote: string;
  readonly sentence: string;
  readonly claimant: { readonly name: string; readonly kind: string };
  readonly via: string | null;
  readonly figures: readonly Quantity[];
  readonly times: readonly Time[];
};

/** The basis in the form that is kept and compared. Quote and sentence are folded: typography alone makes nothing stale. */
export function basisOf(claim: BasisSource, evidence: readonly BasisEvidence[]): Basis {
  return {
    statement: claim.statement,
    quote: fold(claim.quote),
    sentence: fold(claim.sentence),
    claimant: [
      claim.claimant.kind === 'author' ? 'the article itself' : claim.claimant.name,
      claim.via && `through ${claim.via}`,
    ]
      .filter(Boolean)
      .join(', '),
    figures: claim.figures.map(figureLine),
    times: claim.times.map(timeLine),
    evidence: [...evidence].sort((a, b) => a.number - b.number),
  };
}

/** Basis as plain JSON, for canonicalJson. */
export const basisJson = (basis: Basis): Json => ({
  ...basis,
  evidence: basis.evidence.map((item) => ({ ...item })),
});

const EVIDENCE_PARTS = ['source', 'stance', 'aspect', 'quote', 'locator', 'note'] as const;

/** What differs between what a verdict was given on and what stands now, in the order a reader would look. */
export function basisChanges(before: Basis, after: Basis): BasisChange[] {
  const changes: BasisChange[] = [];
  const compare = (what: BasisPart, a: string, b: string, evidence: number | null = null) => {
    if (a !== b) changes.push({ what, evidence, before: a, after: b });
  };
  compare('statement', before.statement, after.statement);
  compare('quote', before.quote, after.quote);
  // The sentence holds the quote: say only what the quote has not said already.
  if (before.quote === after.quote) compare('sentence', before.sentence, after.sentence);
  compare('claimant', before.claimant, after.claimant);
  compare('figures', before.figures.join('; '), after.figures.join('; '));
  compare('times', before.times.join('; '), after.times.join('; '));
  for (const old of before.evidence) {
    const now = after.evidence.find((item) => item.number === old.number);
    if (!now || (now.withdrawn && !old.withdrawn)) {
      changes.push({ what: 'withdrawn', evidence: old.number, before: old.quote ?? old.source, after: '' });
      continue;
    }
    for (const part of EVIDENCE_PARTS)
      compare(part === 'quote' ? 'evidenceQuote' : part, old[part] ?? '', now[part] ?? '', old.number);
  }
  return changes;
}

/** Numbers of the evidence that a rationale names in brackets: "[1]", "[2, 3]". */
export function citedNumbers(rationale: string): number[] {
  const found = new Set<number>();
  for (const match of rationale.matchAll(/\[(\d{1,4}(?:\s?,\s?\d{1,4})*)\]/g)) {
    for (const part of (match[1] ?? '').split(',')) found.add(Number(part.trim()));
  }
  return [...found].filter((number) => number > 0).sort((a, b) => a - b);
}
