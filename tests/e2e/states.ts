import { expect, type Page } from '@playwright/test';
import { databaseOf } from './database.ts';
import type { SeededStet } from './stet.ts';

/** Ids of the samples, by the first word of their headlines, and their claims' numbers, by the words they begin with. */
export async function sampleIds(stet: SeededStet) {
  const db = databaseOf(stet);
  const articles = await db.article.findMany({ select: { id: true, headline: true } });
  const report = await db.report.findFirstOrThrow({ select: { id: true } });
  const source = await db.source.findFirstOrThrow({ where: { evidence: { some: {} } }, select: { id: true } });
  const claims = await db.claim.findMany({ select: { articleId: true, number: true, statement: true } });
  const id = (word: string) => articles.find((article) => article.headline.startsWith(word))?.id ?? '';
  const claim = (articleId: string, words: string): string => {
    const found = claims.find((one) => one.articleId === articleId && one.statement.startsWith(words));
    if (!found) throw new Error(`No claim of the sample begins with “${words}”`);
    return `/articles/${articleId}?claim=${found.number}`;
  };
  const ids = { half: id('Beijing'), untouched: id('Fares'), finished: id('Keeping') };
  return { ...ids, report: report.id, source: source.id, claim };
}
type Ids = Awaited<ReturnType<typeof sampleIds>>;

/** Who looks: a role of the samples, or their second reviewer, for whom a verdict waits. */
export const READERS = ['editor', 'reviewer', 'second reviewer', 'admin'] as const;

export type State = {
  readonly name: string;
  readonly as: (typeof READERS)[number];
  readonly path: (ids: Ids) => string;
  /** Brings the page into the state; without it and `window`, as it opens. */
  readonly into?: (page: Page) => Promise<unknown>;
  /** The key of a window that leaves the page as it was once Escape has closed it. */
  readonly window?: string;
  /** It shows in the article, not in the column alone. */
  readonly marksText?: true;
  /** It is gone where the page is made narrow: what hangs at a button that moves away, and what the claims keep where they stand. */
  readonly passes?: true;
};

const key =
  (...names: readonly string[]) =>
  async (page: Page) => {
    for (const name of names) await page.keyboard.press(name);
  };
const opened = (page: Page) => expect(page.getByRole('dialog').first()).toBeVisible();
const dialog = (name: string) => async (page: Page) => {
  await page.keyboard.press(name);
  await opened(page);
};

/** Brings a page that has opened into the state. */
export async function bring(page: Page, { into, window }: State): Promise<void> {
  if (window) await dialog(window)(page);
  await into?.(page);
}

/** Whether the page, once it was looked at and its window is closed, is as it opens. */
export const leavesPage = ({ into, passes }: State): boolean => !into && !passes;
/** Presses a button, and waits for the dialog or the menu that it opens. */
const press = (name: string | RegExp, opens: 'dialog' | 'menu' | null) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  if (opens) await expect(page.getByRole(opens).first()).toBeVisible();
};
/** Sends a form that lacks what it must have, and waits until it says so. */
const refused = (name: string | RegExp) => async (page: Page) => {
  await press(name, null)(page);
  await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
};
const home = () => '/';
const half = (ids: Ids) => `/articles/${ids.half}`;
const claim = (words: string) => (ids: Ids) => ids.claim(ids.half, words);
const finished = (words: string) => (ids: Ids) => ids.claim(ids.finished, words);
/** One that nobody has worked on. */
const openClaim = claim('China stopped buying');

/** The claim's own reading, which comes after the page: not there yet, and never to come. */
const withDetail = (how: 'waiting' | 'lost') => async (page: Page) => {
  await page.route('**/api/claims/*', (route) => (how === 'lost' ? route.abort() : undefined));
  await page.keyboard.press('j');
  await expect(
    how === 'lost' ? page.getByRole('button', { name: 'Try again' }) : page.locator('.skeleton').first(),
  ).toBeVisible();
};

/** Every page in every state that looks different, but for those at the door; windows over a page right behind it, which is then opened once. */
export const STATES: readonly State[] = [
  { name: 'desk of an editor', as: 'editor', path: home },
  { name: 'palette on the desk', as: 'editor', path: home, window: 'Control+k' },
  { name: 'going to another article', as: 'editor', path: home, window: 'g' },
  { name: 'sharing claims out', as: 'editor', path: home, into: press(/^Share out/, 'dialog') },
  { name: 'desk of a reviewer', as: 'reviewer', path: home },
  { name: 'desk of a second reader', as: 'second reviewer', path: home },
  { name: 'desk of an admin', as: 'admin', path: home },
  { name: 'what needs one', as: 'second reviewer', path: () => '/needs', window: 'l' },
  { name: 'what is put off, nothing', as: 'editor', path: () => '/needs?view=later' },
  { name: 'a line of the desk', as: 'editor', path: () => '/lines?of=second' },
  { name: 'a line of the desk, nobody in it', as: 'editor', path: () => '/lines?of=stale' },
  { name: 'user menu', as: 'editor', path: home, into: press(/Edda/, 'menu'), passes: true },
  { name: 'articles', as: 'editor', path: () => '/articles' },
  { name: 'articles, archived, none', as: 'editor', path: () => '/articles?archived=1' },
  { name: 'articles, nothing found', as: 'editor', path: () => '/articles?q=zzz' },
  { name: 'new article', as: 'editor', path: () => '/articles/new' },
  {
    name: 'new article, refused',
    as: 'editor',
    path: () => '/articles/new',
    into: refused(/Add and start/),
  },
  { name: 'workbench, list', as: 'reviewer', path: half },
  { name: 'workbench, filters', as: 'reviewer', path: half, into: press('Filter', 'dialog'), passes: true },
  {
    name: 'workbench, claims ticked',
    as: 'editor',
    path: half,
    into: (page) => page.getByRole('checkbox', { name: 'Choose claim 2', exact: true }).check({ force: true }),
  },
  {
    name: 'workbench, no claim shown',
    as: 'reviewer',
    path: half,
    into: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('zzz');
      await expect(page.getByText('No claim passes the filter.')).toBeVisible();
    },
  },
  {
    name: 'workbench, unread sentence',
    as: 'reviewer',
    path: (ids) => `/articles/${ids.untouched}`,
    into: key('u', 'u'),
    marksText: true,
  },
  {
    name: 'workbench, nothing to check',
    as: 'reviewer',
    path: (ids) => `/articles/${ids.untouched}`,
    into: async (page) => {
      await key('u', 'u')(page);
      await dialog('b')(page);
    },
  },
  { name: 'workbench, open claim', as: 'reviewer', path: openClaim },
  { name: 'workbench, evidence dialog', as: 'reviewer', path: openClaim, window: 'Shift+E' },
  { name: 'workbench, evidence box', as: 'reviewer', path: openClaim, window: 'e' },
  { name: 'workbench, exclude dialog', as: 'reviewer', path: openClaim, window: 'x' },
  { name: 'workbench, divide dialog', as: 'reviewer', path: openClaim, window: 'd' },
  { name: 'workbench, merge dialog', as: 'reviewer', path: openClaim, window: 'm' },
  { name: 'help sheet', as: 'reviewer', path: openClaim, window: '?' },
  { name: 'palette', as: 'reviewer', path: openClaim, window: 'Control+k' },
  {
    name: 'workbench, settled claim',
    as: 'reviewer',
    path: claim('Trade between China and North Korea'),
    // It is asked for once the claim is there.
    into: (page) => expect(page.getByRole('region', { name: 'Side by side' })).toBeVisible(),
  },
  { name: 'workbench, awaiting claim', as: 'second reviewer', path: claim('China accounts for about 90 percent') },
  { name: 'workbench, claim in review', as: 'reviewer', path: claim('In [February 2017] China suspended imports') },
  { name: 'workbench, disputed claim', as: 'editor', path: claim('[There are] 30,000 American troops') },
  { name: 'workbench, excluded claim', as: 'reviewer', path: finished('Night shifts are hard') },
  { name: 'workbench, claim that does not stand', as: 'editor', path: finished('Fewer than one in ten') },
  { name: 'workbench, claim being read', as: 'reviewer', path: half, into: withDetail('waiting') },
  { name: 'workbench, claim that cannot be read', as: 'reviewer', path: half, into: withDetail('lost') },
  { name: 'workbench, wording open', as: 'reviewer', path: openClaim, into: key('w') },
  { name: 'workbench, other words', as: 'reviewer', path: openClaim, into: key('r', 'ArrowLeft'), marksText: true },
  {
    name: 'workbench, facts dialog',
    as: 'reviewer',
    path: openClaim,
    into: async (page) => {
      await page.getByText('Read in its words').locator('..').click();
      await press('Correct these readings', 'dialog')(page);
    },
  },
  {
    name: 'workbench, evidence refused',
    as: 'reviewer',
    path: openClaim,
    passes: true,
    into: async (page) => {
      await dialog('Shift+E')(page);
      // What was chosen once is kept, with what was written.
      const chosen = page.getByRole('dialog').getByLabel('Title');
      const choice = page.getByRole('button', { name: 'A new source' });
      await expect(choice.or(chosen)).toBeVisible();
      if (await choice.isVisible()) await choice.click();
      await refused('Attach')(page);
    },
  },
  { name: 'workbench, assign dialog', as: 'editor', path: openClaim, window: 'a' },
  { name: 'workbench, verdict refused', as: 'reviewer', path: openClaim, into: refused(/^Propose/), passes: true },
  {
    name: 'workbench, claim menu',
    as: 'reviewer',
    path: openClaim,
    into: press('More for this claim', 'menu'),
    passes: true,
  },
  {
    name: 'workbench, article menu',
    as: 'editor',
    path: half,
    into: press('More about this article', 'menu'),
    passes: true,
  },
  {
    name: 'palette, nothing found',
    as: 'reviewer',
    path: openClaim,
    into: async (page) => {
      await dialog('Control+k')(page);
      await page.keyboard.type('zzz');
    },
  },
  { name: 'details', as: 'editor', path: (ids) => `${half(ids)}/details` },
  { name: 'new revision', as: 'editor', path: (ids) => `${half(ids)}/revise` },
  { name: 'revisions', as: 'editor', path: (ids) => `${half(ids)}/revisions` },
  { name: 'history', as: 'editor', path: (ids) => `${half(ids)}/history` },
  { name: 'reports, none', as: 'editor', path: (ids) => `${half(ids)}/report` },
  { name: 'reports', as: 'editor', path: (ids) => `/articles/${ids.finished}/report` },
  { name: 'report', as: 'editor', path: (ids) => `/reports/${ids.report}` },
  { name: 'sources', as: 'editor', path: () => '/sources' },
  { name: 'source dialog', as: 'editor', path: () => '/sources', into: press(/^Edit/, 'dialog') },
  { name: 'source', as: 'reviewer', path: (ids) => `/sources/${ids.source}` },
  {
    name: 'merging sources',
    as: 'editor',
    path: (ids) => `/sources/${ids.source}`,
    into: async (page) => {
      await press('More for this source', 'menu')(page);
      await page.getByRole('menuitem', { name: /^Merge/ }).click();
      await page.getByRole('button', { name: /The other source/ }).click();
      await page.getByRole('option').last().click();
      await expect(page.getByRole('radio')).toHaveCount(2);
    },
  },
  { name: 'bringing sources in', as: 'editor', path: () => '/sources', into: press('Bring in', 'dialog') },
  { name: 'sources, nothing found', as: 'editor', path: () => '/sources?q=zzz' },
  { name: 'account', as: 'reviewer', path: () => '/account' },
  { name: 'people', as: 'admin', path: () => '/people' },
  { name: 'invite dialog', as: 'admin', path: () => '/people', into: press('Invite somebody', 'dialog') },
  { name: 'person menu', as: 'admin', path: () => '/people', into: press(/^More about Edda/, 'menu'), passes: true },
  { name: 'people, for who may not see them', as: 'reviewer', path: () => '/people' },
  { name: 'settings', as: 'admin', path: () => '/settings' },
  { name: 'rating dialog', as: 'admin', path: () => '/settings', into: press('Add a rating', 'dialog') },
  { name: 'settings, for reading', as: 'reviewer', path: () => '/settings' },
  {
    name: 'a page that is not there',
    as: 'reviewer',
    path: () => '/articles/00000000-0000-7000-8000-000000000000',
  },
];
