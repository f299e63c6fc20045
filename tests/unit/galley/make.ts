import { createStore, openWorkbench, type WorkbenchState } from '#components/galley/store.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';

/** A claim on the given place, open and nobody's, unless said otherwise. */
export function claim(
  number: number,
  start: number | null,
  end: number | null,
  more: Partial<ClaimDTO> = {},
): ClaimDTO {
  return {
    id: `claim-${number}`,
    articleId: 'article',
    number,
    version: 1,
    statement: `Statement ${number}`,
    start,
    end,
    anchorState: start === null ? 'lost' : 'unchanged',
    kind: 'event',
    claimant: { id: 'author', name: '', kind: 'author' },
    checkworthiness: 0.5,
    tier: 'standard',
    origin: 'machine',
    accepted: false,
    assigneeId: null,
    touched: false,
    excluded: false,
    withdrawn: false,
    replaced: false,
    progress: 'open',
    settledBy: null,
    stale: false,
    held: false,
    mark: 'open',
    ratingId: null,
    evidenceCount: 0,
    openComments: 0,
    openQueries: 0,
    openLegal: 0,
    hasProposal: false,
    ...more,
  };
}

export const settled = { progress: 'settled', settledBy: 'two', mark: 'stands' } as const satisfies Partial<ClaimDTO>;
export const excluded = { excluded: true, mark: 'excluded' } as const satisfies Partial<ClaimDTO>;

/** Two paragraphs of two sentences each: sentences at 0–10, 10–20, 21–31, 31–41; blocks at 0–20 and 21–41. */
export const TEXT = 'One is so. Two is so.\nThree is. Four is so.';
const PLACES = [
  [0, 10],
  [10, 20],
  [21, 31],
  [31, 41],
] as const;

export function bench(claims: readonly ClaimDTO[], marks: WorkbenchDTO['marks'] = []): WorkbenchDTO {
  return {
    presentRevision: 1,
    talk: [],
    guests: [],
    article: {
      id: 'article',
      version: 1,
      headline: 'Headline',
      outlet: null,
      byline: null,
      link: null,
      publishedOn: null,
      dueAt: null,
      mode: 'open',
      queries: 'hold',
      minorCounts: false,
      access: 'desk',
      memberIds: [],
      archived: false,
      isUnread: false,
      readOff: {},
      createdAt: '2026-01-01T00:00:00Z',
    },
    revision: {
      id: 'revision',
      number: 1,
      language: 'en',
      sha256: '',
      text: TEXT,
      blocks: [
        { start: 0, end: 20, role: 'paragraph' },
        { start: 21, end: 41, role: 'paragraph' },
      ],
      sentences: PLACES.map(([start, end]) => ({ start, end, suggestion: 'claimed', reason: '' })),
      origin: 'paste',
      engineVersion: '1',
      createdAt: '2026-01-01T00:00:00Z',
      createdBy: null,
    },
    claims,
    marks,
    people: [],
    ratings: [],
    reader: { id: 'me', name: 'Me', role: 'reviewer', may: [] },
    latestReport: null,
  };
}

export const opened = (claims: readonly ClaimDTO[], marks: WorkbenchDTO['marks'] = []): WorkbenchState =>
  createStore(openWorkbench(bench(claims, marks), null, null)).get();
