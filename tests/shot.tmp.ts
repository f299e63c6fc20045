import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './browser.ts';
import { signIn } from './e2e/visit.ts';
const base = 'http://127.0.0.1:4840';
const found = await findBrowser();
const browser = await chromium.launch({ executablePath: found.executablePath, env: found.env, args: [...BROWSER_FLAGS] });
const pw: Record<string,string> = { ada: 'wqWn-ahbJswj', edda: 'G_ycj0amPWtL', ruben: 'sE9vDjQHjdpw', sanne: 'XVXdxdmh3FRe' };
async function open(who: string, width: number, dark: boolean) {
  const context = await browser.newContext({ baseURL: base, viewport: { width, height: width < 500 ? 844 : 900 }, colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  await signIn(page, { email: `${who}@desk.example`, password: pw[who] ?? '' } as never);
  return page;
}
const art = '/articles/01a22b22-4b7c-7222-a92c-3fde267e3905';
for (const [w, d, n] of [[1440,false,1],[1440,true,2],[390,false,3],[390,true,4]] as const) {
  const page = await open('ruben', w, d);
  await page.goto(art); await page.locator('html[data-live]').waitFor({state:'attached'});
  await page.waitForTimeout(500);
  await page.getByRole('button', { name: /seven-hour meeting/ }).first().click();
  const panel = page.getByText(/figure needs a primary source/);
  try { await panel.first().waitFor({timeout: 8000}); await panel.first().scrollIntoViewIfNeeded(); } catch { console.log('no panel', w); }
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/shots/panel-${n}.png` });
  await page.context().close();
}
await browser.close();
