import type { Browser, Locator, Page } from '@playwright/test';
import { expect, signIn } from './e2e.ts';

/** Steps that journeys in the browser share. */

export const unique = () => crypto.randomUUID().slice(0, 8);

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** A number nobody has: digits drawn by lot, and the check digit Luhn asks for. */
export function someNumber(): string {
  const digits = `559${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
  const doubled = [...digits].map((digit, n) => Number(digit) * (n % 2 === 0 ? 2 : 1));
  const sum = doubled.reduce((all, value) => all + (value > 9 ? value - 9 : value), 0);
  return digits + ((10 - (sum % 10)) % 10);
}

/** The link in the newest letter to an address that leads to such a page. */
export async function linkTo(page: Page, email: string, part: string): Promise<string> {
  const link = page.locator('li', { hasText: email }).locator(`a[href*="${part}"]`).first();
  await expect(async () => {
    await page.goto('/sv/outbox');
    await expect(link).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  return (await link.getAttribute('href')) ?? '';
}

type Options = { baseURL: string | undefined; javaScriptEnabled?: boolean; width?: number };

/** Another person at another machine; with an address, signed in. */
export async function another(browser: Browser, options: Options, email?: string): Promise<Page> {
  const { width = 1280, ...rest } = options;
  const viewport = { width, height: 800 };
  const context = await browser.newContext({ ...rest, locale: 'sv-SE', viewport });
  const page = await context.newPage();
  if (email) await signIn(page, email);
  return page;
}

/** Assesses the proposal that is reviewed, unless this review has its assessment; the next begins with the last. */
export async function assess(page: Page): Promise<void> {
  if (!(await button(page, 'Skicka bedömningen').isVisible())) return;
  await page.getByRole('radio', { name: 'Prövad i testmiljö' }).check();
  for (const yes of await page.getByRole('radio', { name: 'Ja', exact: true }).all()) {
    await yes.check();
  }
  await page.getByLabel('Sammanfattning').fill('Behovet är känt och nyttan tydlig.');
  await page.getByRole('checkbox', { name: 'Åre kommun' }).check();
  await button(page, 'Skicka bedömningen').click();
  await expect(page.getByText('Bedömningen är skickad.')).toBeVisible();
}
