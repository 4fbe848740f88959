import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { busy, connecting, told } from '#tests/support/personas.ts';

/** Goes to a provider from the sign-in page, and is this persona there. */
async function goAs(page: Page, provider: string, persona: string, next = '/sv/account') {
  await page.goto(`/sv/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole('link', { name: `Logga in med ${provider}` }).click();
  await page.getByRole('link', { name: persona, exact: true }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'A provider' : 'A provider without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('signs in whom its verified address tells, and leads where one wanted to go', async ({
      page,
    }) => {
      const wanted = `/sv/${told.hub}/${told.memberships[0]?.org}/bookings`;
      await page.goto(wanted);
      // A hub's own providers may stand beside these.
      for (const name of ['Kommunens konto', 'Norsk inloggning']) {
        await expect(
          page.getByRole('link', { name: new RegExp(`Logga in med ${name}`) }),
        ).toBeVisible();
      }
      if (javaScriptEnabled) await expectAccessible(page);
      await goAs(page, 'Kommunens konto', 'told', wanted);
      await expect(page).toHaveURL(new RegExp(`${wanted}$`));
      await expect(page.getByText(`Inloggad som ${told.name}`)).toBeVisible();
    });

    test('that says an address is not verified leaves one outside', async ({ page }) => {
      await goAs(page, 'Kommunens konto', 'unsure');
      await expect(page.getByText('Ingen här är ännu ansluten')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.goto('/sv/account');
      await expect(page).toHaveURL(/sign-in/);
    });

    test('with an unknown organisation number leads to the waiting room', async ({ page }) => {
      await goAs(page, 'Norsk inloggning', 'elsewhere', '/sv/ostersund/ostersunds-kommun');
      await expect(page.getByText('organisationsnummer 5590000013')).toBeVisible();
      const apply = page.getByRole('link', { name: 'Ansök om att delta' });
      await expect(apply).toHaveAttribute('href', '/sv/ostersund/apply');
      if (javaScriptEnabled) await expectAccessible(page);
    });

    test('with several organisations asks for which', async ({ page }) => {
      await goAs(page, 'Norsk inloggning', 'several');
      await expect(page.getByText('agerar du för flera organisationer')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: 'Fortsätt för 5590000021' }).click();
      await expect(page.getByText('organisationsnummer 5590000021')).toBeVisible();
    });

    test('that says no leads back with a sentence', async ({ page }) => {
      await page.goto('/sv/sign-in');
      await page.goto('/api/auth/callback/kommun?error=access_denied&state=x');
      await expect(page.getByText('blev inte klar')).toBeVisible();
    });
  });
}

test('A provider is connected by whoever is signed in, and disconnected after a question', async ({
  page,
}) => {
  await goAs(page, 'Norsk inloggning', 'connecting');
  await expect(page.getByText('Ingen här är ännu ansluten')).toBeVisible();
  await signIn(page, connecting.email);
  // It does not know yet whom it speaks of, so its strong way leads nowhere.
  const stronger = page.getByRole('heading', { name: 'Eller logga in starkare' });
  await page.goto('/sv/account/second-factor');
  await expect(page.getByLabel('Namn på passernyckeln')).toBeVisible();
  await expect(stronger).toHaveCount(0);
  await page.goto('/sv/account/security');
  // The provider knows this browser by now and asks nothing.
  await page.getByRole('link', { name: 'Anslut Norsk inloggning' }).click();
  await expect(page.getByText(`Här är du inloggad som ${connecting.name}`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Anslut Norsk inloggning' }).click();
  await expect(page.getByText('Anslutningen är gjord')).toBeVisible();
  await expectAccessible(page);
  await page.context().clearCookies();
  await goAs(page, 'Norsk inloggning', 'connecting');
  await expect(page.getByText(`Inloggad som ${connecting.name}`)).toBeVisible();
  await page.goto('/sv/account/second-factor');
  await expect(stronger).toBeVisible();
  await page.goto('/sv/account/security');
  await page.getByRole('link', { name: /^Ta bort anslutningen/ }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ta bort anslutningen' }).click();
  await expect(page.getByText('Anslutningen är borttagen')).toBeVisible();
});

test('One’s sessions are listed with their devices, and ended one and all', async ({
  page,
  browser,
}) => {
  const { email } = busy;
  await signIn(page, email);
  const others = await Promise.all([browser.newPage(), browser.newPage()]);
  for (const other of others) await signIn(other, email);
  await page.goto('/sv/account/security');
  const rows = page.getByRole('region', { name: 'Här är du inloggad' }).getByRole('listitem');
  await expect(rows.filter({ hasText: 'Den här' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Den här' })).toContainText(/Chrome på \w+/);
  const before = await rows.count();
  expect(before).toBeGreaterThanOrEqual(3);
  await page
    .getByRole('button', { name: /^Avsluta Chrome/ })
    .first()
    .click();
  await expect(page.getByText('Inloggningen är avslutad')).toBeVisible();
  await expect(rows).toHaveCount(before - 1);
  await page.getByRole('button', { name: 'Avsluta alla andra' }).click();
  await expect(page.getByText('Alla andra inloggningar är avslutade')).toBeVisible();
  await expect(rows).toHaveCount(1);
  for (const other of others) {
    await other.goto('/sv/account');
    await expect(other).toHaveURL(/sign-in/);
    await other.close();
  }
});

test('No step of signing in can be taken by an address alone', async ({ page, request }) => {
  await page.goto('/sv/sign-in');
  for (const step of [
    'signin',
    'signin/email',
    'callback/email?token=x',
    'callback/demo',
    'signout',
    'session',
    'csrf',
    'providers',
    'callback/kommun/x',
    'callback/unknown',
  ]) {
    expect((await request.get(`/api/auth/${step}`)).status(), step).toBe(404);
    expect((await request.post(`/api/auth/${step}`)).status(), step).toBeGreaterThanOrEqual(404);
  }
});

test('A hub’s administrator adds a way to sign in, and takes it away', async ({
  page,
  browser,
}) => {
  const { demoPeople } = await import('#prisma/seed/people.ts');
  const judge = demoPeople.find((each) =>
    each.hubRoles.some(({ hub, role }) => hub === 'ostersund' && role === 'HUB_ADMIN'),
  );
  await signIn(page, judge?.email ?? '');
  await page.goto('/sv/ostersund/house');
  await page.goto('/sv/ostersund/house/sign-in-providers');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Lägg till en tjänst' }).click();
  await page.getByLabel('Namn', { exact: true }).fill('Åre kommun');
  await page.getByLabel('Kort namn').fill('are');
  await page.getByLabel('Utfärdare').fill('http://10.0.0.1/inside');
  await page.getByLabel('Klient-id').fill('navet');
  await page.getByLabel('Klienthemlighet').fill('hemligt');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.locator('.ds-error-summary')).toContainText('nås utifrån');
  await expect(page.getByLabel('Namn', { exact: true })).toHaveValue('Åre kommun');
  await expect(page.getByLabel('Klienthemlighet')).toHaveValue('');
  await expectAccessible(page);
  const issuer = await issuerOf(page);
  await page.getByLabel('Utfärdare').fill(issuer);
  await page.getByLabel('Klienthemlighet').fill('hemligt');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByText('Inloggningstjänsten är sparad')).toBeVisible();
  const visitor = await browser.newPage();
  await visitor.goto('/sv/sign-in?next=/sv/ostersund/ostersunds-kommun');
  await expect(visitor.getByRole('link', { name: 'Logga in med Åre kommun' })).toBeVisible();
  await visitor.goto('/sv/sign-in?next=/sv/vasterbotten/vilhelmina-kommun');
  await expect(visitor.getByRole('link', { name: 'Logga in med Åre kommun' })).toHaveCount(0);
  await visitor.close();
  await page.getByRole('link', { name: 'Ändra Åre kommun' }).click();
  expect(await page.content()).not.toContain('hemligt');
  await page.goBack();
  await page.getByRole('link', { name: 'Ta bort Åre kommun' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ta bort' }).click();
  await expect(page.getByText('Inloggningstjänsten är borttagen')).toBeVisible();
});

/** Where the municipal provider of these tests is. */
async function issuerOf(page: Page): Promise<string> {
  const answer = await page.request.get('/sv/sign-in/with/kommun', { maxRedirects: 0 });
  return new URL(answer.headers().location ?? '').origin;
}
