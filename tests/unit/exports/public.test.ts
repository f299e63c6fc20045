import { parseHTML } from 'linkedom';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { broken, cardSvg } from '#lib/exports/public/card.ts';
import { atomFeed, jsonFeed, robots, rssFeed, sitemap } from '#lib/exports/public/feeds.ts';
import { correctionsPage, indexPage, peoplePage } from '#lib/exports/public/lists.ts';
import type { PublicFile } from '#lib/exports/public/page.ts';
import { isPublic, publicReport } from '#lib/exports/public/report.ts';
import { claimBox, reportPage } from '#lib/exports/public/report-page.ts';
import type { PublicItem, PublicPage, PublicSite } from '#lib/exports/public/types.ts';
import { claim, evidence, rating, report, verdict } from './made.ts';
import { sample } from './sample.ts';

const HOSTILE = '<script>alert(1)</script> & "quoted" ]]> \u0007\uFFFF\uD800';
const site: PublicSite = {
  desk: `The ${HOSTILE}`,
  base: 'https://checks.example/facts',
  contact: 'desk@checks.example',
  timeZone: 'Europe/Berlin',
};
const pageOf = (model = sample): PublicPage => ({
  slug: 'tolls',
  model: publicReport(model, new Map()),
  digest: 'e'.repeat(64),
  publicAt: '2026-03-14T23:30:00.000Z',
  unsettled: 5,
  later: null,
  earlier: [],
});
const textOf = ({ body }: PublicFile) => String(body);

describe('what of a report the public is shown', () => {
  test('has of each field of a claim only what is named, whatever a report comes to hold', () => {
    const more = { secret: 'planted', note: 'planted' };
    const full = claim({
      ...more,
      closedQueries: sample.claims[2]?.closedQueries ?? [],
      evidence: [evidence({ ...more, means: 'planted' }), evidence({ number: 2, withdrawn: true, quote: 'planted' })],
      verdicts: [
        verdict({ ...more, fix: { replacement: 'planted', state: 'proposed', reason: null } }),
        verdict({
          id: 'old',
          rationale: 'planted',
          ended: { how: 'superseded', at: '2026-03-12T09:00:00.000Z', reason: null },
        }),
      ],
    });
    const model = {
      ...report([full], { text: 'planted', byline: 'By A. Reporter' }),
      ...more,
      people: [{ id: verdict().by.id ?? '', name: 'planted', role: 'reviewer' }],
    };
    const shown = publicReport(model, new Map());
    expect(shown.claims).toHaveLength(1);
    expect(JSON.stringify(shown)).not.toContain('planted');
    expect(shown.claims[0]?.verdicts[0]?.by).toEqual({ id: null, name: 'a fact-checker' });
  });

  test('names whom who has agreed, and everybody else by their role', () => {
    const [by] = sample.claims[0]?.verdicts ?? [];
    const agreed = new Map([[by?.by.id ?? '', 'Ruben Now']]);
    const names = publicReport(sample, agreed).claims.flatMap(({ verdicts }) => verdicts.map((one) => one.by.name));
    expect(names).toContain('Ruben Now');
    const all = JSON.stringify(publicReport(sample, new Map()));
    for (const { name } of sample.people) expect(all).not.toContain(name);
  });

  test('leaves out what is disputed, stale, held or worded anew, and gives a confirmed finding its first reasons', () => {
    const fine = claim();
    expect([fine, claim({ stale: true }), claim({ held: true }), claim({ isWordingOpen: true })].map(isPublic)).toEqual(
      [true, false, false, false],
    );
    const confirms = verdict({ id: 'b', rationale: '', confirms: 'a' });
    const both = claim({
      verdicts: [confirms, verdict({ id: 'a', rationale: 'The first reasons.' })],
      settlingVerdict: 'b',
    });
    expect(publicReport(report([both]), new Map()).claims[0]?.verdicts[0]?.rationale).toBe('The first reasons.');
  });
});

describe('the public pages', () => {
  const items: PublicItem[] = [
    {
      slug: 'tolls',
      number: 2,
      publicAt: '2026-03-14T08:30:00.000Z',
      headline: HOSTILE,
      outlet: HOSTILE,
      correction: HOSTILE,
      ratings: ['True'],
    },
    { slug: 'gone', publicAt: '2026-03-13T08:30:00.000Z', withdrawnAt: '2026-03-15T08:30:00.000Z', note: HOSTILE },
  ];
  const index = {
    items,
    search: { q: HOSTILE, rating: 'true', page: 2 },
    total: 45,
    pages: 3,
    ratings: [{ key: 'true', label: HOSTILE }],
  };

  test('run nothing that is written in them, and name the desk’s own address', () => {
    const hostile = publicReport(report([claim({ statement: `${HOSTILE}.` })], { headline: HOSTILE }), new Map());
    const pages = [
      reportPage(site, pageOf()),
      reportPage(site, { ...pageOf(), model: hostile }),
      indexPage(site, index),
      correctionsPage(site, [
        { slug: 'tolls', number: 2, publicAt: '2026-03-14T08:30:00.000Z', headline: HOSTILE, note: HOSTILE },
      ]),
      peoplePage(site, { named: [{ name: HOSTILE, role: 'editor' }], others: [{ role: 'reviewer', count: 2 }] }),
    ];
    for (const page of pages) {
      const { document } = parseHTML(textOf(page));
      const scripts = [...document.querySelectorAll('script')];
      expect(scripts.every(({ type }) => type === 'application/ld+json')).toBe(true);
      for (const script of scripts) expect(JSON.parse(script.textContent ?? '')).toHaveProperty('@graph');
      expect(document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? site.base).toMatch(site.base);
      expect(textOf(page)).not.toContain('\u0007');
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      // What it leads to within itself is there.
      for (const link of document.querySelectorAll('a[href^="#"]'))
        expect(ids).toContain(link.getAttribute('href')?.slice(1));
    }
  });

  test('tell days where the desk is, and what they are in social tags', () => {
    const { document } = parseHTML(textOf(reportPage(site, pageOf())));
    expect(document.querySelector('time')?.textContent).toBe('15 March 2026');
    expect(document.querySelector('meta[property="og:description"]')?.getAttribute('content')).toBe(
      '2 claims checked: 1 False, 1 True.',
    );
  });

  test('cite each claim’s evidence under its own source’s number, and sum ratings up in the scale’s order', () => {
    const source = { ...evidence().source, title: 'Harbour accounts' };
    const model = report([
      claim(),
      claim({
        id: 'second',
        number: 2,
        evidence: [evidence({ source })],
        verdicts: [verdict({ rating: rating('false') })],
      }),
    ]);
    const { document } = parseHTML(textOf(reportPage(site, pageOf(model))));
    const cites = [...document.querySelectorAll('.pb-claim > .rp-words a')];
    expect(cites.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['[1]', '#source-1'],
      ['[2]', '#source-2'],
    ]);
    expect(document.querySelector('.rp-outcome')?.textContent).toBe('2 claims checked: 1 False, 1 True.');
  });

  test('are boxes for one claim only where there is one, and only boxes stand in frames', () => {
    const number = pageOf().model.claims[0]?.number ?? 0;
    expect(claimBox(site, pageOf(), number)?.policy).toMatch(/frame-ancestors \*$/);
    expect(claimBox(site, pageOf(), 999)).toBeNull();
    expect(reportPage(site, pageOf()).policy).toMatch(/frame-ancestors 'none'$/);
  });

  test('a box says by itself who is found not to have said it, and that one person settled it alone', () => {
    const told = claim({
      claimant: { name: 'Maren Holt', kind: 'person', via: null },
      settledBy: 'one',
      verdicts: [verdict({ attributionFinding: 'misattributed' })],
    });
    const box = claimBox(site, pageOf(report([told])), told.number);
    const text = parseHTML(box ? textOf(box) : '').document.querySelector('main')?.textContent ?? '';
    for (const words of ['Maren Holt', 'Misattributed.', 'Settled by one person, without a second reader.'])
      expect(text).toContain(words);
  });

  test('are followed by well-formed feeds, and a map for search engines', () => {
    for (const feed of [
      rssFeed(site, items),
      atomFeed(site, items),
      sitemap(site, [{ slug: 'tolls', publicAt: '2026-03-14T08:30:00.000Z' }]),
    ]) {
      const names: string[] = [];
      const parser = new SaxesParser({ xmlns: true });
      parser.on('opentag', ({ name }) => names.push(name));
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(textOf(feed)).close();
      expect(names.filter((name) => /^(?:item|entry|url)$/.test(name)).length).toBeGreaterThan(1);
    }
    const feed = JSON.parse(textOf(jsonFeed(site, items)));
    expect(feed.items).toMatchObject([
      { content_text: HOSTILE },
      { title: 'This fact check was withdrawn', content_text: HOSTILE },
    ]);
    expect(textOf(robots(site))).toContain('Sitemap: https://checks.example/facts/sitemap.xml');
  });
});

describe('a card', () => {
  test('breaks words into lines that fit, and says where it left off', () => {
    expect(broken('a short line', 20, 2)).toEqual(['a short line']);
    const rows = broken('many words that do not fit in two short lines at all', 8, 2);
    expect(rows).toHaveLength(2);
    expect(rows.at(-1)).toMatch(/ …$/);
    expect(broken('Donaudampfschifffahrtsgesellschaft', 5, 2)[0]).toMatch(/ …$/);
  });

  test('holds no markup of others', () => {
    const svg = cardSvg({ desk: HOSTILE, kicker: HOSTILE, title: HOSTILE, text: HOSTILE });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0007');
  });
});
