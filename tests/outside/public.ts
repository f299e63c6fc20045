import { correctionsPage, indexPage, methodPage, peoplePage } from '#lib/exports/public/lists.ts';
import type { PublicFile } from '#lib/exports/public/page.ts';
import { publicReport } from '#lib/exports/public/report.ts';
import { claimBox, reportPage } from '#lib/exports/public/report-page.ts';
import type { PublicItem, PublicPage, PublicSite } from '#lib/exports/public/types.ts';
import { sample } from '#tests/unit/exports/sample.ts';

export const site: PublicSite = {
  desk: 'The Estuary desk',
  base: 'https://checks.example/facts',
  contact: 'desk@checks.example',
  timeZone: 'Europe/Berlin',
};
export const page: PublicPage = {
  slug: 'tolls',
  model: publicReport(sample, new Map()),
  digest: 'e'.repeat(64),
  publicAt: '2026-03-14T23:30:00.000Z',
  unsettled: 5,
  later: null,
  earlier: [{ number: 1, publicAt: '2026-03-13T23:30:00.000Z' }],
};
export const items: PublicItem[] = [
  {
    slug: 'tolls',
    number: 2,
    publicAt: page.publicAt,
    headline: sample.article.headline,
    outlet: 'The Estuary Post',
    correction: sample.correction,
    ratings: ['True', 'False'],
  },
  {
    slug: 'quay',
    publicAt: '2026-03-10T09:00:00.000Z',
    withdrawnAt: '2026-03-11T09:00:00.000Z',
    note: 'We look at it again.',
  },
];

/** Each kind of public page, by what it is. */
export function publicPages(): Map<string, PublicFile> {
  const index = {
    items,
    search: { q: 'tolls', rating: '', page: 1 },
    total: 2,
    pages: 1,
    ratings: [{ key: 'true', label: 'True' }],
  };
  const box = claimBox(site, page, 1);
  if (!box) throw new Error('No claim 1 to show');
  return new Map([
    ['the public report', reportPage(site, page)],
    ['one claim as a box', box],
    ['the list', indexPage(site, index)],
    [
      'the method',
      methodPage(site, { words: 'We read.\n\nTwice.', mode: 'open', scale: sample.scale, rules: ['figure'] }),
    ],
    [
      'corrections',
      correctionsPage(site, [
        { slug: 'tolls', number: 2, publicAt: page.publicAt, headline: 'Tolls', note: 'A year was wrong.' },
      ]),
    ],
    [
      'who checks',
      peoplePage(site, { named: [{ name: 'Edda Marsh', role: 'editor' }], others: [{ role: 'reviewer', count: 2 }] }),
    ],
  ]);
}
