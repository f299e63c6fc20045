import { mkdtempSync, rmSync } from 'node:fs';
import { request as ask, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import { DEEDS } from '#tests/db/trust/deeds.ts';
import { ARTICLE, freshArticle } from './articles.ts';
import { type Desk, eventsAfter, KINDS, lastSequence, NOT_DONE, ROUNDS, withDesk } from './changes.ts';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';
import { judged } from './record.ts';
import { type Account, freePort, launch, type SeededStet } from './stet.ts';

const column = (page: Page): Locator => page.getByRole('complementary', { name: 'Claims' });
const rationale = (page: Page): Locator => column(page).getByPlaceholder(/What the evidence shows/);

async function reader(
  browser: Browser,
  stet: Pick<SeededStet, 'address'>,
  account: Account,
  at: string,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: stet.address });
  const page = await context.newPage();
  await signIn(page, account);
  await visit(page, at);
  return page;
}

/** All that a workbench shows: its words, and how each claim is drawn. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const words = [...document.querySelectorAll('header, main, section, li, p')].map((part) => part.textContent);
    const drawn = [...document.querySelectorAll<HTMLElement>('[data-claim], [data-number]')].map(
      ({ dataset, className }) => `${dataset.claim ?? dataset.number} ${className}`,
    );
    return [...words, ...drawn];
  });

/** What only one of two shows, and what only the other. */
const difference = (one: readonly string[], other: readonly string[]) => ({
  only: one.filter((line) => !other.includes(line)),
  missing: other.filter((line) => !one.includes(line)),
});

test('what others do is there at once, of every kind, as if the page had been read anew', async ({ browser, stet }) => {
  test.setTimeout(300_000);
  const article = await freshArticle(stet);
  const address = `${article}?claim=3`;
  const nadia = person(stet, 'reviewer', 1);
  const page = await reader(browser, stet, nadia, address);
  await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));
  const anew = await page.context().newPage();
  // Two more, with other rights: each is as its own page read anew, in the end.
  const onlookers = await Promise.all([
    reader(browser, stet, person(stet, 'editor'), address),
    reader(browser, stet, person(stet, 'reviewer'), address),
  ]);
  await withDesk(stet, article, async (desk) => {
    for (const round of ROUNDS) {
      for (const { event, run } of round) {
        const before = await lastSequence(desk);
        await run(desk);
        expect(await eventsAfter(desk, before), event).toContain(event);
      }
      await visit(anew, address);
      await expect(column(anew).getByRole('heading', { level: 2 })).toBeVisible();
      const what = round.map(({ event }) => event).join();
      await expect
        .poll(async () => difference(await shown(page), await shown(anew)), { message: what })
        .toEqual({ only: [], missing: [] });
    }
  });
  for (const other of onlookers) {
    const again = await other.context().newPage();
    await visit(again, new URL(other.url()).pathname + new URL(other.url()).search);
    await expect(column(again).getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect
      .poll(async () => difference(await shown(other), await shown(again)))
      .toEqual({ only: [], missing: [] });
    await other.context().close();
  }
  const done = new Set(ROUNDS.flat().map(({ event }) => event as string));
  expect(Object.keys(KINDS).filter((kind) => !done.has(kind) && !(kind in NOT_DONE))).toEqual([]);
  await expect(page.locator('html[data-same-page]')).toHaveCount(1);
  await page.context().close();
});

test('what one types, has chosen and reads stays where it is while others work, and a verdict says what came', async ({
  browser,
  stet,
}) => {
  const article = await freshArticle(stet);
  const [ruben, nadia, editor] = [person(stet, 'reviewer', 0), person(stet, 'reviewer', 1), person(stet, 'editor')];
  const page = await reader(browser, stet, nadia, `${article}?claim=2`);
  const other = await reader(browser, stet, ruben, `${article}?claim=2`);
  const third = await reader(browser, stet, editor, article);

  // Who is there, and on which claim.
  await expect(column(page).getByText(`${ruben.name} has this claim in hand`)).toBeAttached();
  await expect(page.getByRole('banner').locator('[data-here]')).toHaveCount(2);
  await expect(third.locator('.galley-here')).toHaveCount(1);

  await column(page).getByRole('radiogroup', { name: 'Rating' }).getByText('True', { exact: true }).click();
  await rationale(page).click();
  const before = await rationale(page).boundingBox();
  const words = 'The budget says so, on page three, and the minutes of the meeting say the same in other words.';
  // Others work while every letter is typed.
  await Promise.all([
    page.keyboard.type(words, { delay: 40 }),
    withDesk(stet, article, async (desk: Desk) => {
      for (const name of ['evidence', 'comment', 'assign', 'reword', 'evidence'] as const) {
        const { id } = await desk.db.claim.findUniqueOrThrow({
          where: { articleId_number: { articleId: desk.articleId, number: 2 } },
        });
        const seen = await claimDetail(desk.db, desk.people.first, id);
        if (seen)
          await DEEDS[name]?.(desk.db, desk.people.first, seen, {
            articleId: desk.articleId,
            claimIds: [],
            shutOut: '',
            demoted: '',
          });
      }
    }),
  ]);
  // What the desk's other sources say of it stands below, in a list of its own.
  const evidence = column(page).getByRole('region', { name: 'Evidence' }).getByRole('list').first();
  await expect(evidence.getByRole('listitem')).toHaveCount(2);
  await expect(rationale(page)).toHaveValue(words);
  await expect(rationale(page)).toBeFocused();
  expect(Math.abs(((await rationale(page).boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
  expect(new URL(page.url()).search).toBe('?claim=2');
  // The other sees that a verdict is being written.
  await page.keyboard.type(' So it is.');
  await expect(column(other).getByText(`${nadia.name} is writing a verdict`)).toBeAttached();
  await expectAccessible(other);

  await judged(stet, article, 2, ruben, 'false');
  const news = column(page).getByRole('alert').filter({ hasText: 'Meanwhile' });
  await expect(news).toContainText(`Meanwhile ${ruben.name} gave “False”.`);
  await expect(news).toContainText('What the verdict rests on has changed meanwhile');
  await page.keyboard.press('Control+Enter');
  await expect(news).toBeInViewport();
  await expect(rationale(page)).toHaveValue(`${words} So it is.`);
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(column(other).getByText('The readers disagree.', { exact: false })).toBeVisible();

  // Gone when they leave.
  await other.context().close();
  await expect(page.getByRole('banner').locator('[data-here]')).toHaveCount(1);

  // Another text waits until it is asked for.
  await withDesk(stet, article, async ({ db, people, articleId }) => {
    const { revise } = await import('#lib/revisions/mutations-revise.ts');
    const { typedText } = await import('#lib/revisions/rules-text.ts');
    const { revisionId } = await db.article.findUniqueOrThrow({ where: { id: articleId } });
    const text = typedText(ARTICLE.replace('310 people', '320 people'));
    await revise(db, people.editor, { articleId, basedOn: revisionId ?? '', text, origin: 'paste' });
  });
  const newer = page.getByText('Revision 2 has come.', { exact: false });
  await expect(newer).toBeVisible();
  await expect(page.getByText('employs 310 people', { exact: false }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByRole('region', { name: 'The article' })).toContainText('employs 320 people');
  await page.context().close();
  await third.context().close();
});

test('the desk follows, over another web process and through a proxy that holds answers back', async ({
  browser,
  stet,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stet-live-'));
  const second = await launch({ dataDir, env: { DATABASE_URL: stet.databaseUrl } });
  const proxy = await holdingBack(second.address);
  try {
    const article = await freshArticle(stet);
    const desk = await reader(browser, second, person(stet, 'reviewer', 1), '/');
    const behind = await reader(browser, proxy, person(stet, 'editor'), `${article}?claim=2`);
    // A verdict is given at the one process, and told at the other.
    const page = await reader(browser, stet, person(stet, 'reviewer', 0), `${article}?claim=2`);
    await column(page).getByRole('radiogroup', { name: 'Rating' }).getByText('True', { exact: true }).click();
    await rationale(page).fill('So the minutes say.');
    await page.keyboard.press('Control+Enter');
    await expect(desk.getByRole('link', { name: /budget of £48\.6 million/ }).first()).toBeVisible();
    await expect(desk.getByRole('link', { name: /second reading/ }).first()).toBeVisible();
    // Where no stream comes through it is asked for now and then.
    await expect(column(behind).getByText('So the minutes say.')).toBeVisible({ timeout: 20_000 });
    for (const one of [desk, behind, page]) await one.context().close();
  } finally {
    await proxy.close();
    await second.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

/** A proxy that passes an answer on once it has all of it. */
async function holdingBack(address: string): Promise<{ address: string; close: () => Promise<void> }> {
  const to = new URL(address);
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const passed = ask({ host: to.hostname, port: to.port, method, path: url, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.end(Buffer.concat(chunks));
      });
    });
    passed.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
