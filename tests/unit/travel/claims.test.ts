import { expect, test } from 'vitest';
import { CLAIM_KINDS, FACTUALITIES } from '#lib/engine/types.ts';
import { claimsOfFile } from '#lib/travel/rules-claims.ts';
import type { ArticleFile } from '#lib/travel/rules-file.ts';
import { LINES } from '#lib/travel/schema-file.ts';

const ID = '0190a5b2-0000-7000-8000-00000000000';
const AT = '2026-03-12T07:00:00.000Z';
const nothing = (...names: string[]) => Object.fromEntries(names.map((name) => [name, null]));

const claim = LINES.claim.parse({
  ...nothing('via', 'saidOn', 'saidWhere', 'engineVersion', 'createdBy', 'assignee', 'touchedAt', 'acceptedBy'),
  ...nothing('excluded', 'withdrawn', 'replacedAt', 'settledBy', 'settledVerdict'),
  id: `${ID}1`,
  number: 1,
  statement: 'Dues rose.',
  kind: CLAIM_KINDS[0],
  polarity: 'positive',
  factuality: FACTUALITIES[0],
  claimant: { name: 'Author', kind: 'author' },
  figures: [],
  times: [],
  entities: [],
  checkworthiness: 1,
  tier: 'core',
  reasons: [],
  misdeed: false,
  origin: 'person',
  createdAt: AT,
  progress: 'open',
  stale: false,
  held: false,
  anchors: [],
});
const evidence = LINES.evidence.parse({
  ...nothing('quote', 'locator', 'note', 'means', 'consultedOn', 'createdBy', 'carriedFrom', 'withdrawn', 'capture'),
  ...nothing('captureStart', 'captureEnd', 'quoteCheck', 'quoteDifference', 'standsAt', 'working'),
  id: `${ID}2`,
  claim: claim.id,
  source: `${ID}3`,
  number: 1,
  stance: 'supports',
  aspect: 'statement',
  createdAt: AT,
});
const article = LINES.article.parse({
  ...nothing('outlet', 'byline', 'link', 'publishedOn', 'createdBy', 'archivedAt'),
  format: 'stet-article/1',
  desk: 'There',
  id: `${ID}4`,
  headline: 'Harbour',
  mode: 'one',
  minorCounts: false,
  coverage: { read: 0, minor: 0, total: 0 },
  createdAt: AT,
});
const fileWith = (link: string | null): ArticleFile => ({
  article,
  person: [],
  rating: [],
  revision: [],
  mark: [],
  source: [SOURCE(link)],
  capture: [],
  claim: [claim],
  lineage: [],
  evidence: [evidence],
  verdict: [],
  comment: [],
  report: [],
  event: [],
  head: [],
});
const SOURCE = (link: string | null) =>
  LINES.source.parse({
    ...Object.fromEntries(Object.keys(LINES.source.shape).map((name) => [name, null])),
    id: `${ID}3`,
    title: 'The table',
    kind: 'document',
    tier: 'primary',
    link,
  });

test.each([
  ['https://example.org/table?a=1', true],
  ['javascript:alert(1)', false],
  ['file://server/share', false],
  ['not an address', false],
  [null, false],
])('the link of a source in a file of another desk leads to the web, or is none: %s', (link, isKept) =>
  expect(claimsOfFile(fileWith(link))[0]?.said.evidence).toMatchObject([{ link: isKept ? link : null }]),
);
