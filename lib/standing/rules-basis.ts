import { fold } from '#lib/anchor/fold.ts';
import type { ClaimantType, Factuality, Polarity, Quantity, Time } from '#lib/engine/types.ts';
import type { Json } from '#lib/platform/canonical.ts';
import type { BasisChange, BasisPart } from './types.ts';

/** What a basis says of a source; the rest of its record (identifiers, origin, notes) is no part of one. */
export type CitedSource = {
  readonly title: string;
  readonly author: string | null;
  readonly publisher: string | null;
  /** Local date, YYYY-MM-DD. */
  readonly publishedOn: string | null;
  readonly kind: string;
  readonly tier: string;
  readonly link: string | null;
  readonly linkKey: string | null;
};

/** A source in one line, as a basis keeps it. */
export const sourceLine = (source: CitedSource): string =>
  [source.title, source.author, source.publisher, source.publishedOn, `${source.tier} ${source.kind}`, source.link]
    .filter(Boolean)
    .join(' · ');

const SOURCE_PARTS = ['title', 'author', 'publisher', 'publishedOn', 'kind', 'tier', 'link'] as const;
export type SourcePart = (typeof SOURCE_PARTS)[number];

/**
 * In what two sources differ to whoever cited one of them: not in typography, and not in how one link is written. Where in
 * nothing, they are the same in substance.
 */
export const sourceDifferences = (a: CitedSource, b: CitedSource): SourcePart[] => {
  const said = (source: CitedSource, part: SourcePart) =>
    part === 'link' ? (source.linkKey ?? source.link) : fold(source[part] ?? '');
  return SOURCE_PARTS.filter((part) => said(a, part) !== said(b, part));
};

export type BasisEvidence = {
  readonly number: number;
  readonly source: string;
  readonly stance: string | null;
  readonly aspect: string;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly withdrawn: boolean;
  /** The re-check that has found its words changed in its source; left out where none has. */
  readonly recheck?: string;
};

/**
 * The form in which a basis is kept. A verdict's basis is compared in the form it was kept in, so that what a later form
 * adds makes no earlier verdict stale. Form 1, of release 0.1.0, does not name itself, and says nothing of how the claim
 * is put forward; form 2 says nothing of what its claimant is, nor when it was said.
 */
export const BASIS_FORMS = [1, 2, 3] as const;
export type BasisForm = (typeof BASIS_FORMS)[number];
export const PRESENT_FORM: BasisForm = 3;

export type Basis = {
  readonly form?: BasisForm;
  readonly statement: string;
  readonly quote: string;
  readonly sentence: string;
  readonly claimant: string;
  readonly polarity?: Polarity;
  readonly factuality?: Factuality;
  readonly claimantKind?: ClaimantType;
  /** Local date, YYYY-MM-DD. */
  readonly saidOn?: string | null;
  readonly figures: readonly string[];
  readonly times: readonly string[];
  readonly evidence: readonly BasisEvidence[];
};

/** The number of a figure, or both of a range or a tally. What release 0.1.0 knew reads as it did there. */
function numbersOf({ range, tally, value }: Quantity): string {
  if (tally) return `${tally[0]}-${tally[1]}`;
  if (range === null) return value === null ? '?' : String(value);
  const [low, high] = range;
  if (low !== null && high !== null) return `${low} to ${high}`;
  if (low !== null) return `${low} or more`;
  return high === null ? '?' : `${high} or less`;
}

/** A figure in one line, offsets left out: they move with every edit of the text. */
export const figureLine = (figure: Quantity): string =>
  [
    figure.text,
    '=',
    figure.modifier,
    numbersOf(figure),
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
  readonly claimant: { readonly name: string; readonly kind: ClaimantType };
  readonly via: string | null;
  readonly saidOn: string | null;
  readonly polarity: Polarity;
  readonly factuality: Factuality;
  readonly figures: readonly Quantity[];
  readonly times: readonly Time[];
};

/** The basis in a form in which it is kept and compared. Quote and sentence are folded: typography alone makes nothing stale. */
export function basisOf(claim: BasisSource, evidence: readonly BasisEvidence[], form: BasisForm = PRESENT_FORM): Basis {
  return {
    ...(form === 1 ? {} : { form, polarity: claim.polarity, factuality: claim.factuality }),
    ...(form < 3 ? {} : { claimantKind: claim.claimant.kind, saidOn: claim.saidOn }),
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

export const formOf = (basis: Basis): BasisForm => basis.form ?? 1;

/** Basis as plain JSON, for canonicalJson. */
export const basisJson = (basis: Basis): Json => ({
  ...basis,
  evidence: basis.evidence.map((item) => ({ ...item })),
});

/** A change of evidence whose source is not named: what it was before and is after would tell of it, but for its stance and aspect. */
export const maskedChange = <C extends { readonly what: string; readonly before: string; readonly after: string }>(
  change: C,
): C => (change.what === 'stance' || change.what === 'aspect' ? change : { ...change, before: '', after: '' });

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
  // Earlier forms do not know of these, and what is not known has not changed.
  if (before.claimant === after.claimant && before.claimantKind && after.claimantKind)
    compare('claimantKind', before.claimantKind, after.claimantKind);
  if (before.saidOn !== undefined && after.saidOn !== undefined)
    compare('saidOn', before.saidOn ?? '', after.saidOn ?? '');
  if (before.polarity && after.polarity) compare('polarity', before.polarity, after.polarity);
  if (before.factuality && after.factuality) compare('factuality', before.factuality, after.factuality);
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
    // Who has set its words or their place right has seen what its source says now: that says it already. Put back as they
    // were, they say nothing of it.
    if (now.recheck !== old.recheck && now.quote === old.quote && now.locator === old.locator)
      changes.push({ what: 'recheck', evidence: old.number, before: old.quote ?? old.source, after: '' });
  }
  return changes;
}
