import { demoPeople } from '#prisma/seed/people.ts';
import { expect, expectAccessible, signIn, test } from '#tests/support/e2e.ts';

const person = demoPeople.find(
  (each) => each.memberships.length === 1 && each.hubRoles.length === 0,
);
if (!person) throw new Error('The demo world has nobody with one organisation.');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'Signing in' : 'Signing in without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('by a link in a mail, once', async ({ page }) => {
      await page.goto('/sv/sign-in');
      await page.getByLabel('E-postadress').fill(person.email.toUpperCase());
      await page.getByRole('button', { name: 'Skicka länk' }).click();
      await expect(page.getByText('Om adressen finns hos oss')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto('/sv/outbox');
      const letter = page.locator('li', { hasText: person.email }).first();
      const link = (await letter.getByRole('link').first().getAttribute('href')) ?? '';
      await page.goto(link);
      await expect(page.getByText(`Inloggad som ${person.name}`)).toBeVisible();
      await page.context().clearCookies();
      await page.goto(link);
      await expect(page.getByText('Länken gäller inte längre')).toBeVisible();
    });

    test('says the same for an address nobody has, and sends nothing', async ({ page }) => {
      const stranger = `nobody-${javaScriptEnabled}@nowhere.example`;
      await page.goto('/sv/sign-in');
      await page.getByLabel('E-postadress').fill(stranger);
      await page.getByRole('button', { name: 'Skicka länk' }).click();
      await expect(page.getByText('Om adressen finns hos oss')).toBeVisible();
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
      await page.getByRole('link', { name: 'Byt' }).click();
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
