import { test as base, type CDPSession, expect, type Page } from '@playwright/test';
import { demoPeople } from '#prisma/seed/people.ts';
import { expectAccessible, signIn } from '#tests/support/e2e.ts';
import { type Portal, removeFolder, startPortal, temporaryFolder } from '#tests/support/portal.ts';

// A second portal runs beside the one of the other tests; give it time.
const see = expect.configure({ timeout: 20_000 });
const administrator = demoPeople.find((each) =>
  each.hubRoles.some(({ hub, role }) => hub === 'ostersund' && role === 'HUB_ADMIN'),
);
if (!administrator) throw new Error('The demo world has no administrator in Östersund.');
const providers = '/sv/ostersund/house/sign-in-providers';

base.describe('A passkey', () => {
  let portal: Portal;
  let home: string;
  base.describe.configure({ timeout: 180_000 });
  base.beforeAll(async () => {
    base.setTimeout(180_000);
    home = temporaryFolder();
    const always = { NAVET_MODE: 'demo', NAVET_DATA: home, NAVET_SECOND_FACTOR: 'always' };
    portal = await startPortal(always);
  });
  base.afterAll(async () => {
    await portal.stop();
    removeFolder(home);
  });

  base('is asked for before what touches everyone at the hub', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: portal.url });
    const page = await context.newPage();
    const device = await giveAuthenticator(page);
    await signIn(page, administrator.email);
    await page.goto(providers);
    await see(page).toHaveURL(/\/sv\/account\/second-factor\?next=/);
    await see(page.getByRole('button', { name: 'Lägg till passernyckel' })).toBeVisible();
    await expectAccessible(page);
    const before = await sessionCookie(page);
    await page.getByLabel('Namn på passernyckeln').fill('Min nyckel');
    await page.getByRole('button', { name: 'Lägg till passernyckel' }).click();
    await see(page).toHaveURL(new RegExp(`${providers}$`));
    see(await sessionCookie(page), 'a new session').not.toBe(before);

    // The session from before is worth nothing now.
    const thief = await browser.newContext({ baseURL: portal.url });
    await thief.addCookies([{ name: 'next-auth.session-token', value: before, url: portal.url }]);
    const stolen = await thief.newPage();
    await stolen.goto('/sv/account');
    await see(stolen).toHaveURL(/sign-in/);
    await thief.close();

    // Signed in anew, one shows it again; a device that refuses is told in words.
    await context.clearCookies();
    await signIn(page, administrator.email);
    await page.goto(providers);
    await see(page.getByRole('button', { name: 'Visa passernyckeln' })).toBeVisible();
    await expectAccessible(page);
    await device.verified(false);
    await page.getByRole('button', { name: 'Visa passernyckeln' }).click();
    await see(page.getByText('Det blev ingen passernyckel')).toBeVisible();
    await see(page.locator('main a[href^="mailto:"]')).toBeVisible();
    await device.verified(true);
    const answered = page.waitForRequest((asked) =>
      /authenticatorData/.test(asked.postData() ?? ''),
    );
    await page.getByRole('button', { name: 'Visa passernyckeln' }).click();
    await see(page).toHaveURL(new RegExp(`${providers}$`));

    // What was answered once is worth nothing a second time.
    const shown = await answered;
    const { cookie: _, ...headers } = await shown.allHeaders();
    const plain = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
    const replayed = await page.request.post(shown.url(), {
      headers: Object.fromEntries(plain),
      data: shown.postDataBuffer() ?? '',
    });
    see(await replayed.text()).toContain('Passernyckeln gick inte att använda');

    // The last one stays; another may be added, and one of two taken away.
    await page.goto('/sv/account/security');
    await see(page.getByText('Du administrerar en hubb och behöver en passernyckel')).toBeVisible();
    await see(page.getByRole('link', { name: /^Ta bort Min nyckel/ })).toHaveCount(0);
    await expectAccessible(page);
    await device.lose();
    await giveAuthenticator(page);
    await page.getByLabel('Namn på passernyckeln').fill('Reserv');
    await page.getByRole('button', { name: 'Lägg till passernyckel' }).click();
    await see(page.getByText('Passernyckeln är sparad')).toBeVisible();
    await page.getByRole('link', { name: /^Ta bort Reserv/ }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ta bort' }).click();
    await see(page.getByText('Passernyckeln är borttagen')).toBeVisible();
    await page.goto('/sv/outbox');
    await see(page.getByText('Ny passernyckel på Navet').first()).toBeVisible();
    await context.close();
  });

  base('says without JavaScript that it needs it', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, administrator.email);
    await page.goto(providers);
    const told = page.locator('noscript p');
    await see(told).toBeVisible();
    await see(told).toContainText('Passernycklar behöver JavaScript');
    await context.close();
  });
});

/** Chromium's own authenticator, in software. */
async function giveAuthenticator(page: Page) {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  const verified = (isUserVerified: boolean) =>
    cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  const lose = () => cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  return { verified, lose };
}

async function sessionCookie(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.find(({ name }) => name === 'next-auth.session-token')?.value ?? '';
}
