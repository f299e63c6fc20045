import {
  type ReportClaim,
  type ReportEvidence,
  type ReportModel,
  type ReportVerdict,
  reportModel,
} from '#lib/exports/model.ts';
import type { FrozenReport } from '#lib/exports/render.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';

/** Parts of a report for tests, each to be changed where a test cares. */

const scale: ReportModel['scale'] = [
  { key: 'false', label: 'False', description: 'It is not so.', value: 1, stands: false },
  { key: 'mixed', label: 'Mixed', description: 'Parts are so.', value: 3, stands: false },
  { key: 'true', label: 'True', description: 'It is so.', value: 5, stands: true },
  { key: 'unproven', label: 'Unproven', description: 'Nobody can tell.', value: null, stands: false },
];

export function rating(key: string): ReportModel['scale'][number] {
  const found = scale.find((item) => item.key === key);
  if (!found) throw new Error(`No rating ${key}`);
  return found;
}

const somebody = (name: string) => ({ id: `id of ${name}`, name });

export const verdict = (more: Partial<ReportVerdict> = {}): ReportVerdict => ({
  id: 'first',
  seat: 1,
  by: somebody('Ruben Falk'),
  at: '2026-03-13T09:00:00.000Z',
  mode: 'open',
  rating: rating('true'),
  attributionFinding: null,
  rationale: 'The customs table says so [1].',
  cites: [1],
  confirms: null,
  fix: null,
  override: null,
  unmet: [],
  signedOff: { by: somebody('Sanne Okoro'), at: '2026-03-13T10:00:00.000Z', unmet: [] },
  stale: false,
  staleBecause: [],
  ended: null,
  ...more,
});

export const evidence = (more: Partial<ReportEvidence> = {}): ReportEvidence => ({
  number: 1,
  source: {
    title: 'Customs table 4',
    kind: 'data',
    tier: 'primary',
    publisher: 'Customs office',
    author: null,
    link: 'https://customs.example/4',
    publishedOn: '2026-02-01',
    capture: null,
    saltedHash: null,
  },
  stance: 'supports',
  aspect: 'claim',
  quote: 'up 39.8 per cent',
  quoteCheck: 'exact',
  standsAt: null,
  working: null,
  quoteDifference: [],
  locator: 'row 7',
  note: null,
  means: null,
  consultedOn: '2026-03-12',
  withdrawn: false,
  ...more,
});

const settled: ReportClaim = {
  id: '01a207ca-0358-73fb-ae7c-62cfbee380a5',
  number: 1,
  statement: 'Trade grew almost 40% in the first quarter of 2017.',
  isSentence: true,
  quote: 'grew almost 40%',
  start: 6,
  end: 21,
  kind: 'trend',
  polarity: 'positive',
  factuality: 'asserted',
  tier: 'core',
  claimant: { name: 'The article', kind: 'author', via: null },
  saidOn: null,
  outcome: 'settled',
  progress: 'settled',
  settledBy: 'two',
  settlingVerdict: 'first',
  mark: 'stands',
  stale: false,
  held: false,
  openQueries: [],
  closedQueries: [],
  isWordingOpen: false,
  excluded: null,
  withdrawn: null,
  proposedByMachine: true,
  evidence: [evidence()],
  said: [],
  verdicts: [verdict()],
  cameOf: [],
  became: [],
};

/** A settled claim with one verdict, signed off, unless told otherwise. */
export const claim = (more: Partial<ReportClaim> = {}): ReportClaim => ({ ...settled, ...more });

/** A claim that nobody has begun on. */
export const unchecked = (more: Partial<ReportClaim> = {}): ReportClaim =>
  claim({ ...none, outcome: 'unchecked', progress: 'open', mark: 'open', evidence: [], verdicts: [], ...more });

/** Nothing settles it. */
export const none = { settledBy: null, settlingVerdict: null } as const;
export const disputed = { ...none, outcome: 'disputed', progress: 'disputed', mark: 'disputed' } as const;
export const awaiting = {
  ...none,
  outcome: 'awaiting_second_reader',
  progress: 'awaiting_second_reader',
  mark: 'await',
} as const;
export const excluded = {
  outcome: 'excluded',
  mark: 'excluded',
  excluded: { reason: 'An opinion.', by: somebody('Edda Marsh') },
} as const;

export const report = (claims: readonly ReportClaim[], article: Partial<ReportModel['article']> = {}): ReportModel =>
  reportModel.parse({
    format: 'report/2',
    desk: 'The Estuary desk',
    number: 2,
    frozenAt: '2026-03-14T08:30:00.000Z',
    frozenBy: somebody('Edda Marsh'),
    article: {
      id: '01a207ca-0000-73fb-ae7c-62cfbee380a5',
      headline: 'Trade flows on',
      outlet: 'The Estuary Post',
      byline: 'Hanna Osei',
      link: 'https://post.example/trade',
      publishedOn: '2026-03-12',
      language: 'en',
      revision: 1,
      sha256: 'a'.repeat(64),
      text: 'Trade grew almost 40% in the first quarter.',
      blocks: [{ start: 0, end: 43, role: 'paragraph' }],
      mode: 'open',
      ...article,
    },
    coverage: { read: 1, minor: 0, total: 2 },
    minorSentences: [],
    scale,
    claims,
    formerClaims: [],
    people: [],
    heads: [{ chain: 'desk', sequence: 3, hash: 'b'.repeat(64) }],
    supersedes: null,
    correction: null,
  });

/** A report as it is handed to a format: frozen, with a digest. */
export function frozen(model: ReportModel): FrozenReport {
  const snapshot = canonicalJson(JSON.parse(JSON.stringify(model)));
  return { snapshot, digest: sha256(snapshot), model };
}
