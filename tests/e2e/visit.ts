import type { Page, Response } from '@playwright/test';
import type { Account } from './stet.ts';

/** Opens an address and waits until the page hears keys and clicks; before, what is typed or pressed is lost. */
export async function visit(page: Page, address: string): Promise<Response | null> {
  const response = await page.goto(address, { waitUntil: 'networkidle' });
  await isLive(page);
  return response;
}

/** Asks for the page again, and waits as `visit` does. */
export async function reload(page: Page): Promise<void> {
  await page.reload({ waitUntil: 'networkidle' });
  await isLive(page);
}

const isLive = (page: Page) => page.locator('html[data-live]').waitFor({ state: 'attached' });

/** Signs in through the form and waits until the desk is there. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await visit(page, '/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}
