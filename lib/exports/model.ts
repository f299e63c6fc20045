import { z } from 'zod';
import { BLOCK_ROLES, CLAIM_KINDS, CLAIMANT_TYPES, FACTUALITIES, POLARITIES, TIERS } from '#lib/engine/types.ts';
import { reportPart } from './model-part.ts';
import {
  closedQuery,
  instant,
  isFlagged,
  isLegal,
  person,
  query,
  type ReportClosedQuery,
  type ReportQuery,
} from './model-queries.ts';

export { isFlagged, isLegal, type ReportClosedQuery, type ReportQuery };

/**
 * The frozen report, `report/2`: everything that any format shows, answers included. It is kept as canonical JSON with its
 * SHA-256, and every format renders from it alone and works nothing out, so that a report says the same for ever.
 * A `report/1` is read as one of these (lib/reports/rules-upgrade.ts); what it did not hold is null or empty.
 */

const date = z.string().nullable();

const rating = z.object({
  key: z.string(),
  label: z.string(),
  description: z.string(),
  value: z.number().nullable(),
  stands: z.boolean(),
});

/** One thing that is no longer as a verdict saw it, both sides in words; of the claim, or of one piece of its evidence. */
const change = z.object({
  what: z.string(),
  evidence: z.number().nullable(),
  before: z.string(),
  after: z.string(),
});

/** A rule of the desk that was not met: of what, how strongly the desk asked, and how much of what it asked for was there. */
const unmetRule = z.object({
  rule: z.enum(['figure', 'quotation', 'misdeed', 'opened']),
  strength: z.enum(['warn', 'refuse']),
  has: z.number(),
});
export type ReportUnmet = z.infer<typeof unmetRule>;
/** Null where it is not known: given before the desk had rules, or told by a report that did not say. */
export const unmetList = z.array(unmetRule);
const unmet = unmetList.nullable().default(null);

const verdict = z.object({
  id: z.string(),
  seat: z.number(),
  by: person,
  at: instant,
  mode: z.enum(['one', 'open', 'blind']),
  rating,
  attributionFinding: z.string().nullable(),
  rationale: z.string(),
  cites: z.array(z.number()),
  /** The verdict whose finding this one confirms on what stood later; its rationale stays its author's. */
  confirms: z.string().nullable(),
  fix: z.object({ replacement: z.string(), state: z.string(), reason: z.string().nullable() }).nullable(),
  override: z.object({ reason: z.string(), by: person }).nullable(),
  /** What was unmet when it was given, and when it was signed. */
  unmet,
  signedOff: z.object({ by: person, at: instant, unmet }).nullable(),
  stale: z.boolean(),
  staleBecause: z.array(change),
  ended: z.object({ how: z.enum(['superseded', 'withdrawn']), at: instant, reason: z.string().nullable() }).nullable(),
});
export type ReportVerdict = z.infer<typeof verdict>;

const quoteMark = z.enum(['exact', 'broken', 'close', 'not_found']);
/** What a quotation says and what its source says there; empty where one of them says nothing. */
const quoteDifference = z.object({ quote: z.string(), source: z.string() });
export type ReportDifference = z.infer<typeof quoteDifference>;

/** How words that the article has in quotation marks stand in what was kept of a recording, a transcript or a document among the evidence. */
const said = z.object({
  evidence: z.number(),
  words: z.string(),
  check: quoteMark,
  difference: z.array(quoteDifference),
});
export type ReportSaid = z.infer<typeof said>;
const capture = z.object({
  /** Of its bytes. */
  sha256: z.string(),
  takenAt: instant,
  /** The bytes were erased, where the law asked for it, before the report was frozen. */
  erased: z.boolean(),
  /** When a time-stamp authority saw the hash, by its own clock, and what it calls itself. */
  stamp: z.object({ at: instant, by: z.string() }).nullable(),
  /** The Internet Archive's copy of its link, and when it was made. */
  archived: z.object({ address: z.string(), at: instant }).nullable(),
});

const evidence = z.object({
  number: z.number(),
  source: z.object({
    title: z.string(),
    kind: z.string(),
    tier: z.string(),
    publisher: z.string().nullable(),
    author: z.string().nullable(),
    link: z.string().nullable(),
    publishedOn: date,
    /** The capture that the words stand in, with who bears witness to it; null where there is none, or an older report did not say. */
    capture: capture.nullable().default(null),
    /**
     * Of a confidential source, which is named nowhere here, the salted hash of what the frozen report says of it; null of any other. It stands in a
     * view of a report alone, never in what was frozen.
     */
    saltedHash: z.string().nullable().default(null),
  }),
  /** Null where a blind verdict was pending when the report was frozen. */
  stance: z.string().nullable(),
  aspect: z.string(),
  quote: z.string().nullable(),
  locator: z.string().nullable(),
  /** How the words were found in a capture of the source; null where there was none to look in, or an older report did not say. */
  quoteCheck: quoteMark.nullable().default(null),
  /** Where the words were found, where the locator names another place. */
  standsAt: z.string().nullable().default(null),
  /** Where the words are figures: what is made of them ("(1,204 − 988) ÷ 988 = 21.9 %"), and where each of them stands. */
  working: z
    .object({
      kind: z.string(),
      words: z.string(),
      inputs: z.array(z.object({ words: z.string(), locator: z.string() })),
    })
    .nullable()
    .default(null),
  /** What the words and the capture say otherwise: of words that are close, or were not found though a place may be meant. */
  quoteDifference: z.array(quoteDifference).nullable().default([]),
  note: z.string().nullable(),
  means: z.string().nullable(),
  consultedOn: date,
  withdrawn: z.boolean(),
});
export type ReportEvidence = z.infer<typeof evidence>;

/** What became of a claim, in one word. `settled` has a rating; beside it a claim may be stale, or held by a query. */
export const OUTCOMES = [
  'settled',
  'disputed',
  'awaiting_second_reader',
  'unchecked',
  'excluded',
  'replaced',
  'withdrawn',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const claim = z.object({
  id: z.string(),
  number: z.number(),
  statement: z.string(),
  /** Whether the statement is a whole sentence, which a reader understands without the article. */
  isSentence: z.boolean(),
  quote: z.string(),
  /** UTF-16 code units in the article's text; null where the words are no longer in it. */
  start: z.number().nullable(),
  end: z.number().nullable(),
  kind: z.enum(CLAIM_KINDS),
  /** Both null where an older report did not say. */
  polarity: z.enum(POLARITIES).nullable(),
  factuality: z.enum(FACTUALITIES).nullable(),
  tier: z.enum(TIERS),
  claimant: z.object({ name: z.string(), kind: z.enum(CLAIMANT_TYPES), via: z.string().nullable() }),
  saidOn: date,
  outcome: z.enum(OUTCOMES),
  progress: z.enum(['open', 'in_review', 'awaiting_second_reader', 'disputed', 'settled']),
  settledBy: z.enum(['one', 'two', 'third']).nullable(),
  /** The verdict that settles it, of those below. */
  settlingVerdict: z.string().nullable(),
  mark: z.enum(['open', 'review', 'await', 'disputed', 'stands', 'wrong', 'stale', 'excluded']),
  stale: z.boolean(),
  /** An open query keeps it from being dealt with. */
  held: z.boolean(),
  openQueries: z.array(query),
  /** Those that were put to somebody or answered; empty where an older report did not say. */
  closedQueries: z.array(closedQuery).default([]),
  /** A revision has changed its words, and nobody has decided on its wording yet. */
  isWordingOpen: z.boolean(),
  excluded: z.object({ reason: z.string(), by: person }).nullable(),
  withdrawn: z.object({ reason: z.string().nullable(), by: person.nullable() }).nullable(),
  proposedByMachine: z.boolean(),
  evidence: z.array(evidence),
  said: z.array(said).default([]),
  /** In force first, by seat; then what was ended, oldest first. */
  verdicts: z.array(verdict),
  /** Claims that this one came of, and that came of it, by number. */
  cameOf: z.array(z.object({ kind: z.string(), number: z.number() })),
  became: z.array(z.object({ kind: z.string(), number: z.number() })),
});
export type ReportClaim = z.infer<typeof claim>;

export const reportModel = z.object({
  format: z.enum(['report/1', 'report/2']),
  desk: z.string(),
  number: z.number(),
  frozenAt: instant,
  frozenBy: person,
  article: z.object({
    id: z.string(),
    headline: z.string(),
    outlet: z.string().nullable(),
    byline: z.string().nullable(),
    link: z.string().nullable(),
    publishedOn: date,
    language: z.string(),
    revision: z.number(),
    sha256: z.string(),
    text: z.string(),
    blocks: z.array(z.object({ start: z.number(), end: z.number(), role: z.enum(BLOCK_ROLES) })),
    mode: z.enum(['one', 'open', 'blind']),
    /** When it was brought to the desk; null where an older report did not say. */
    addedAt: instant.nullable().default(null),
    /** Its revisions up to the one that was checked, with when each came; empty where an older report did not say. */
    revisions: z.array(z.object({ number: z.number(), at: instant })).default([]),
  }),
  coverage: z.object({ read: z.number(), minor: z.number(), total: z.number() }),
  /** Sentences that hold untouched minor claims only: counted apart, neither read nor unread. */
  minorSentences: z.array(z.object({ start: z.number(), end: z.number() })),
  /** The text's sentences, in order, and how far each was read; empty where an older report did not say. */
  sentences: z
    .array(z.object({ start: z.number(), end: z.number(), state: z.enum(['read', 'unread', 'minor']) }))
    .default([]),
  scale: z.array(rating),
  /** Questions that are about the article as a whole, or words of it; empty where an older report did not say. */
  openQueries: z.array(query).default([]),
  closedQueries: z.array(closedQuery).default([]),
  claims: z.array(claim),
  /** Claims that bore a verdict and were divided, merged or withdrawn since. */
  formerClaims: z.array(claim),
  /** Everybody named above, by the name they bore when the report was frozen. */
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })),
  /** Ends of the histories that the report saw: a later check holds the database against them. */
  heads: z.array(z.object({ chain: z.string(), sequence: z.number(), hash: z.string() })),
  part: reportPart.nullable().default(null),
  supersedes: z.object({ number: z.number(), digest: z.string() }).nullable(),
  correction: z.string().nullable(),
  /** Random, so that nobody tries names under the digest until it fits. Null in an older report, and where a source is masked. */
  salt: z.string().nullable().default(null),
});
export type ReportModel = z.infer<typeof reportModel>;

/** What has come after a report: the last one, and the corrections that were made in between, oldest first. Instants are ISO. */
export type Later = {
  readonly number: number;
  readonly createdAt: string;
  readonly corrections: readonly { readonly note: string; readonly at: string }[];
};

/** The verdict that settles a claim, or null while there is none. */
export const settlingVerdict = (item: ReportClaim): ReportVerdict | null =>
  item.verdicts.find((one) => one.id === item.settlingVerdict) ?? null;

/** What of the desk's rules was unmet when the claim was settled, by its signing or, without one, by its verdict; empty where nothing was, or it is not known. */
export function unmetWhenSettled(item: ReportClaim): readonly ReportUnmet[] {
  const settled = settlingVerdict(item);
  return (settled?.signedOff ? settled.signedOff.unmet : settled?.unmet) ?? [];
}

/** A claim's outcome in words: what is unchecked is said to be unchecked. */
export function outcomeWords(item: ReportClaim): string {
  const notes = [
    item.stale && 'asks for a fresh look',
    isFlagged(item) && 'flagged for legal attention',
    item.openQueries.some((query) => !isLegal(query)) && 'a question is open',
  ];
  const words = item.outcome === 'settled' ? (settlingVerdict(item)?.rating.label ?? 'Settled') : WORDS[item.outcome];
  const said = notes.filter(Boolean).join('; ');
  return said ? `${words} (${said})` : words;
}

const WORDS: Readonly<Record<Exclude<Outcome, 'settled'>, string>> = {
  disputed: 'Disputed',
  awaiting_second_reader: 'Awaiting a second reader',
  unchecked: 'Unchecked',
  excluded: 'Excluded',
  replaced: 'Divided or merged',
  withdrawn: 'Withdrawn',
};

/** How many pieces of evidence are taken from sources that are masked: the digest is of the report as it was frozen, not of what this view shows. */
export const maskedEvidence = ({ claims, formerClaims }: Pick<ReportModel, 'claims' | 'formerClaims'>): number =>
  [...claims, ...formerClaims].flatMap(({ evidence }) => evidence).filter(({ source }) => source.saltedHash !== null)
    .length;

/** Where somebody's present name is another than the one they bore when they acted, the present one; otherwise null. */
export function presentName(model: Pick<ReportModel, 'people'>, by: ReportQuery['by']): string | null {
  const now = model.people.find((one) => one.id === by.id)?.name;
  return now !== undefined && now !== by.name ? now : null;
}
