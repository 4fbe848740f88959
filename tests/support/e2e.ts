import AxeBuilder from '@axe-core/playwright';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';

type Fixtures = {
  /** Signs in as a demo person, by address, in this test's browser. */
  signedInAs: (email: string) => Promise<void>;
  /** Every page in a test: no fault in the console, no failed part. */
  watched: undefined;
};

export const test = base.extend<Fixtures>({
  signedInAs: async ({ page }, use) => {
    await use((email) => signIn(page, email));
  },
  watched: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('console', (message) => noteFault(message, faults));
      page.on('pageerror', (error) => faults.push(String(error)));
      await use(undefined);
      expect(faults, 'faults in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sv/sign-in?next=/sv/account');
  await page.locator(`form:has(input[value="${email}"]) button`).click();
  await page.waitForURL((url) => url.pathname === '/sv/account');
}

/** One h1, a title that says it, no axe finding at WCAG 2.2 AA; axe itself needs JavaScript. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1);
  const heading = ((await page.locator('h1').textContent()) ?? '').trim();
  expect(await page.title()).toContain(heading);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(', ')}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** Nothing sticks out sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, view } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  }));
  expect(wide, `width of ${page.url()}`).toBeLessThanOrEqual(view);
}

// The browser reports every answer that is not a success as a fault, also one a test asks for; a
// lost connection likewise.
function noteFault(message: ConsoleMessage, faults: string[]): void {
  if (
    message.type() === 'error' &&
    !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text())
  ) {
    faults.push(message.text());
  }
}
