import type { Page } from '@playwright/test';
import { demoPeople } from '#prisma/seed/people.ts';
import { expect, expectAccessible, signIn, test } from '#tests/support/e2e.ts';
import { linked as people } from '#tests/support/personas.ts';

const person = demoPeople.find(
  (each) => each.memberships.length === 1 && each.hubRoles.length === 0,
);
if (!person) throw new Error('The demo world has nobody with one organisation.');

async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto('/sv/sign-in');
  await page.getByLabel('E-postadress').fill(email);
  await page.getByRole('button', { name: 'Skicka länk' }).click();
  await expect(page.getByText(`Om ${email} finns hos oss är ett mejl på väg`)).toBeVisible();
}

/** The newest link that was mailed to an address; it leaves after the answer. */
async function linkFor(page: Page, email: string): Promise<string> {
  let link = '';
  await expect(async () => {
    await page.goto('/sv/outbox');
    const letter = page.locator('li', { hasText: email }).filter({ hasText: 'sign-in/link' });
    link = (await letter.first().getByRole('link').first().getAttribute('href')) ?? '';
    expect(used.has(link)).toBe(false);
  }).toPass();
  used.add(link);
  return link;
}
const used = new Set<string>();

/** Somebody whom no other test sends links to: a used one ends the others. */
function anyone(n: number) {
  const found = people[n];
  if (!found) throw new Error('The demo world has too few people.');
  return found;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'Signing in' : 'Signing in without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('by a link in a mail, once', async ({ page, browser }) => {
      const linked = anyone(javaScriptEnabled ? 0 : 1);
      await askForLink(page, linked.email.toUpperCase());
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto(await linkFor(page, linked.email));
      await expect(page.getByText(`Du loggar in som ${linked.email}`)).toBeVisible();
      await expect(page.getByLabel('Kod')).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      const link = page.url();
      await page.getByRole('button', { name: 'Logga in' }).click();
      await expect(page.getByText(`Inloggad som ${linked.name}`)).toBeVisible();
      const other = await browser.newPage({ javaScriptEnabled });
      await other.goto(link);
      await expect(other.getByText('Länken gäller inte längre')).toBeVisible();
      await other.close();
    });

    test('by a link that is opened in another browser, with the code of this one', async ({
      page,
      browser,
    }) => {
      const linked = anyone(javaScriptEnabled ? 2 : 3);
      await askForLink(page, linked.email);
      const code = (await page.locator('.ds-alert strong').textContent()) ?? '';
      const elsewhere = await browser.newContext({ javaScriptEnabled });
      const other = await elsewhere.newPage();
      await other.goto(await linkFor(page, linked.email));
      const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
      await other.getByLabel('Kod').fill(wrong);
      await other.getByRole('button', { name: 'Logga in' }).click();
      await expect(other.locator('.ds-error-summary')).toContainText('Koden stämmer inte');
      await expect(other.getByLabel('Kod')).toHaveValue(wrong);
      if (javaScriptEnabled) await expectAccessible(other);
      await other.getByLabel('Kod').fill(code);
      await other.getByRole('button', { name: 'Logga in' }).click();
      await expect(other.getByText(`Inloggad som ${linked.name}`)).toBeVisible();
      await elsewhere.close();
      await page.goto('/sv/account');
      await expect(page, 'the browser that only asked').toHaveURL(/sign-in/);
    });

    test('says the same for an address nobody has, sends nothing, and says when it is too often', async ({
      page,
    }) => {
      const stranger = `nobody-${javaScriptEnabled}@nowhere.example`;
      await askForLink(page, stranger);
      await expect(page.locator('.ds-alert strong')).toHaveText(/^\d{6}$/);
      for (let n = 0; n < 5; n += 1) {
        await page.getByLabel('E-postadress').fill(stranger);
        await page.getByRole('button', { name: 'Skicka en ny länk' }).click();
        if (n < 4) await expect(page.getByLabel('E-postadress')).toHaveValue('');
      }
      await expect(page.locator('.ds-error-summary')).toContainText(/Försök igen om \d+ minut/);
      await page.goto('/sv/outbox');
      await expect(page.getByText(stranger)).toHaveCount(0);
    });

    test('refuses half an address, keeps it, and says so at the field', async ({ page }) => {
      await page.goto('/nb/sign-in');
      await page.getByLabel('E-postadresse').fill('halv');
      await page.getByRole('button', { name: 'Send lenke' }).click();
      await expect(page.locator('.ds-error-summary')).toContainText('hel e-postadresse');
      await expect(page.getByLabel('E-postadresse')).toHaveValue('halv');
      if (javaScriptEnabled) await expectAccessible(page);
    });

    test('leads back to where one wanted to go, and only within the site', async ({ page }) => {
      const [membership] = person.memberships;
      const wanted = `/sv/${person.hub}/${membership?.org}/bookings`;
      await page.goto(wanted);
      await expect(page).toHaveURL(/\/sv\/sign-in\?next=/);
      await page.locator(`form:has(input[value="${person.email}"]) button`).click();
      await expect(page).toHaveURL(new RegExp(`${wanted}$`));
      await page.context().clearCookies();
      for (const next of [
        'https://elsewhere.example/',
        '/sv/..//elsewhere.example/x',
        '/sv/%2e%2e//e.example',
      ]) {
        await page.context().clearCookies();
        await page.goto(`/sv/sign-in?next=${next}`);
        await page.locator(`form:has(input[value="${person.email}"]) button`).click();
        await page.waitForURL((url) => url.pathname.startsWith('/sv/ostersund'));
        expect(new URL(page.url()).hostname, next).toBe('localhost');
      }
    });

    test('ends with signing out, on the server, too', async ({ page }) => {
      await signIn(page, person.email);
      const cookies = await page.context().cookies();
      const inside = `/sv/${person.hub}/${person.memberships[0]?.org}/bookings`;
      await page.goto(inside);
      await page.getByRole('link', { name: 'Mina sidor' }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: 'Logga ut' }).click();
      await expect(page).toHaveURL(/\/sv$/);
      await page.context().addCookies(cookies);
      await page.goto(inside);
      await expect(page).toHaveURL(/sign-in/);
    });
  });
}

test('a forged or broken cookie is no session', async ({ page, baseURL }) => {
  for (const value of ['x', 'a.b.c.d.e', '%00', 'e30.e30.e30']) {
    await page
      .context()
      .addCookies([{ name: 'next-auth.session-token', value, url: baseURL ?? '' }]);
    await page.goto('/sv/account');
    await expect(page).toHaveURL(/sign-in/);
  }
});

test('the account menu names the reader on a page that is the same for everyone', async ({
  page,
}) => {
  await signIn(page, person.email);
  await page.goto('/sv/ostersund/showroom');
  await expect(page.getByRole('link', { name: person.name })).toBeVisible();
  const cached = await (await page.request.get('/sv/ostersund/showroom')).text();
  expect(cached).not.toContain(person.name);
});
