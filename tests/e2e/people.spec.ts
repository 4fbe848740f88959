import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button, linkTo, someNumber, unique } from '#tests/support/steps.ts';

const anders = 'anders.sundvall@region-jamtland-harjedalen.example';
const emil = 'emil.sandgren@lasvarg.example';
const henrik = 'henrik.aslund@ostersunds-kommun.example';
const maja = 'maja.lindstrand@ostersunds-kommun.example';
const tilda = 'tilda.snoberg@lasvarg-teknik.example';
const ours = '/sv/ostersund/ostersunds-kommun';
const house = '/sv/ostersund/house';

// Two people at once: the browser drops the transition of whichever page is not in front, and says so
// as if it were a fault.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** By the link that was mailed without asking, when an address was proved. */
async function goOnByMail(page: Page, email: string): Promise<void> {
  await expect(page.getByText('Vi skickar en inloggningslänk')).toBeVisible();
  await page.goto(await linkTo(page, email, '/sign-in/link'));
  await button(page, 'Logga in').click();
  await expect(page.getByText('Inloggad som')).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'Taking part' : 'Taking part without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('from the application to the first booking', async ({ page, browser, baseURL }) => {
      test.setTimeout(120_000);
      const name = `Snöljus ${unique()} AB`;
      const email = `ida@${unique()}.example`;
      await page.goto('/sv/ostersund/organisations');
      await page.getByRole('link', { name: 'Ansök om att delta' }).click();
      await page.getByRole('link', { name: 'Företag' }).click();
      await page.getByLabel('Organisationens namn').fill(name);
      await page.getByLabel('Organisationsnummer').fill('556036-0794');
      await page.getByLabel('Ort').fill('Åre');
      await page.getByLabel('Ditt namn').fill('Ida Ek');
      await page.getByLabel('Din e-postadress i arbetet').fill(email);
      await page.getByLabel('Din uppgift i organisationen').fill('Utvecklingschef');
      await page.getByLabel('Varför vill ni vara med?').fill('Vi vill visa vårt ljus.');
      await button(page, 'Skicka ansökan').click();
      await expect(page.locator('.ds-error-summary')).toContainText('tio siffror');
      await expect(page.getByLabel('Organisationens namn')).toHaveValue(name);
      await expect(page.getByLabel('Organisationsnummer')).toHaveAttribute('aria-invalid', 'true');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Organisationsnummer').fill(someNumber());
      await button(page, 'Skicka ansökan').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Titta i din e-post');

      const link = await linkTo(page, email, '/apply/confirm/');
      await page.goto(link);
      await expect(page.getByText(email)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, 'Bekräfta ansökan').click();
      await expect(page.getByText('Ansökan är skickad till hubben')).toBeVisible();
      await goOnByMail(page, email);
      await expect(page.getByText('väntar på att')).toBeVisible();
      const own = new URL(page.url()).pathname;
      await page.goto(link);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Länken gäller inte längre');
      await page.goto(own);
      await expect(page.getByRole('link', { name: 'Boka plats' })).toHaveCount(0);
      await page.getByRole('link', { name: 'Våra personer' }).first().click();
      await expect(page.getByText('Ida Ek').last()).toBeVisible();
      await expect(page.getByRole('link', { name: 'Bjud in en kollega' })).toHaveCount(0);
      for (const closed of ['proposals/new', 'bookings', 'people/invite', 'organisation']) {
        expect((await page.goto(`${own}/${closed}`))?.status(), closed).toBe(404);
      }

      const hub = await another(browser, { baseURL, javaScriptEnabled }, anders);
      await hub.goto(`${house}/organisations`);
      await hub.getByRole('link', { name }).click();
      await expect(hub.getByText('kontrollsiffran stämmer')).toBeVisible();
      await button(hub, 'Avvisa ansökan').click();
      await expect(hub.locator('.ds-error-summary')).toContainText('Skriv skälet');
      await button(hub, 'Godkänn').click();
      await expect(hub.getByText('Organisationen är godkänd')).toBeVisible();

      await page.goto(own);
      await expect(page.getByText('väntar på att')).toHaveCount(0);
      await page.getByRole('link', { name: 'Boka plats' }).first().click();
      await expect(page.locator('a[href*="/book/"]').first()).toBeVisible();
      // The open page stands as it was until it has been made anew.
      await expect(async () => {
        await page.goto('/sv/ostersund/organisations');
        await expect(page.getByRole('link', { name })).toBeVisible({ timeout: 1000 });
      }).toPass();
      await page.getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await hub.getByRole('link', { name: 'Avsluta deltagandet' }).click();
      await button(hub, 'Ja, den har lämnat').click();
      await expect(hub.getByText('Ingen kan längre agera')).toBeVisible();
      await page.goto(own);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('deltar inte längre i');
      await hub.context().close();
    });

    test('invited, welcome, in charge, and gone', async ({ page, browser, baseURL }) => {
      test.setTimeout(120_000);
      const email = `kim.${unique()}@ostersunds-kommun.example`;
      const name = `Kim ${unique()}`;
      await signIn(page, henrik);
      await page.goto(`${ours}/people/invite`);
      await page.getByLabel('E-postadress').fill(email.replace('ostersunds-kommun', 'annan'));
      await button(page, 'Skicka inbjudan').click();
      await expect(page.locator('.ds-error-summary')).toContainText('utanför era e-postdomäner');
      await page.getByLabel('E-postadress').fill(email);
      await button(page, 'Skicka inbjudan').click();
      await expect(page.getByText('Inbjudan är skickad med mejl.')).toBeVisible();
      const first = await linkTo(page, email, '/invitation/');
      await page.goto(`${ours}/people`);
      await page
        .getByRole('listitem')
        .filter({ hasText: email })
        .getByRole('button', { name: 'Skicka igen' })
        .click();
      await expect(page.getByText('skickad igen med en ny länk')).toBeVisible();

      const kim = await another(browser, { baseURL, javaScriptEnabled });
      await kim.goto(first);
      await expect(kim.getByText('En nyare inbjudan har skickats')).toBeVisible();
      await expect(button(kim, 'Tacka ja')).toHaveCount(0);
      await kim.goto(await linkTo(kim, email, '/invitation/'));
      await expect(kim.getByText('Henrik Åslund bjuder in')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(kim);
      await button(kim, 'Tacka ja').click();
      await expect(kim.locator('.ds-error-summary')).toContainText('Skriv ditt namn');
      await kim.getByLabel('Ditt namn').fill(name);
      await button(kim, 'Tacka ja').click();
      await expect(kim.getByText('inbjudan är antagen')).toBeVisible();
      await goOnByMail(kim, email);
      await kim.goto(`${ours}/people`);
      await expect(kim.getByText(name).last()).toBeVisible();
      await expect(kim.getByRole('link', { name: 'Bjud in en kollega' })).toHaveCount(0);

      await page.goto(`${ours}/people`);
      await expect(page.getByText('Du är enda administratören')).toBeVisible();
      const row = page.getByRole('listitem').filter({ hasText: name });
      await row.getByRole('link', { name: 'Ändra' }).click();
      await page.getByLabel('Administratör').check();
      await button(page, 'Spara rollen').click();
      await expect(page.getByText('Rollen är ändrad')).toBeVisible();
      await expect(page.getByText('Du är enda administratören')).toHaveCount(0);

      await kim.goto(`${ours}/people`);
      await kim.getByRole('link', { name: 'Lämna organisationen' }).click();
      await button(kim, 'Ja, lämna').click();
      await expect(kim.getByText('Du har lämnat Östersunds kommun och är utloggad')).toBeVisible();
      // The last membership took the session along.
      await kim.goto(ours);
      await expect(kim).toHaveURL(/\/sign-in/);
      await page.goto(`${ours}/people`);
      await expect(page.getByText(name)).toHaveCount(0);
      await kim.context().close();
    });
  });
}

// Not of the municipality: another journey gives it a second administrator for a while.
test('the last administrator reads why before the click', async ({ page }) => {
  await signIn(page, emil);
  await page.goto('/sv/ostersund/lasvarg/people/leave');
  await expect(page.getByText('Du är enda administratören')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ja, lämna' })).toHaveCount(0);
  await signIn(page, anders);
  await page.goto(`${house}/people?role=HUB_ADMIN`);
  await page.getByRole('link', { name: 'Ändra uppgifter Anders' }).click();
  await expect(page.getByText('är hubbens enda administratör')).toBeVisible();
  await page.getByLabel('Hubbens administratör').uncheck();
  await button(page, 'Spara uppgifterna').click();
  await expect(page.locator('.ds-error-summary')).toContainText('minst en administratör');
  await expect(page.getByLabel('Hubbens administratör')).not.toBeChecked();
});

test('going over to another organisation is one click', async ({ page }) => {
  await signIn(page, anders);
  await page.goto(house);
  await page.getByRole('link', { name: 'Byt till Region Jämtland Härjedalen' }).click();
  await expect(page).toHaveURL('/sv/ostersund/region-jamtland-harjedalen');
  await expect(page.getByText('Du agerar för Region Jämtland Härjedalen')).toBeVisible();
  await page.getByRole('link', { name: 'Byt till Husets personal' }).click();
  await expect(page).toHaveURL(/\/sv\/ostersund\/house/);
});

test('what is for administrators is not there for staff, nor for anybody else', async ({
  page,
}) => {
  await signIn(page, henrik);
  await page.goto(`${ours}/people`);
  await page.getByRole('link', { name: 'Ändra Maja' }).click();
  const id = /people\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  for (const path of [`/sv/ostersund/lasvarg/people/${id}`, `${house}/people/${id}`]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  await signIn(page, maja);
  for (const closed of ['people/invite', `people/${id}`, `people/${id}/remove`, 'organisation']) {
    expect((await page.goto(`${ours}/${closed}`))?.status(), closed).toBe(404);
  }
});

const pages: [string, string, string[]][] = [
  [
    'the hub’s administrator',
    anders,
    [
      `${house}/organisations`,
      `${house}/organisations?state=REJECTED`,
      `${house}/organisations/lasvarg-teknik`,
      `${house}/organisations/lasvarg/leave`,
      `${house}/organisations/region-jamtland-harjedalen`,
      `${house}/invite-organisation`,
      `${house}/invite-organisation?kind=REGION`,
      `${house}/people`,
      `${house}/people?q=zzz`,
      `${house}/people/invite`,
    ],
  ],
  [
    'an organisation’s administrator',
    henrik,
    [`${ours}/people`, `${ours}/people/invite`, `${ours}/people/leave`, `${ours}/organisation`],
  ],
  ['who waits', tilda, ['/sv/ostersund/lasvarg-teknik', '/sv/ostersund/lasvarg-teknik/people']],
];

for (const [who, email, addresses] of pages) {
  test(`pages for ${who} are for everyone, also on a small screen`, async ({ page }) => {
    test.setTimeout(120_000);
    await signIn(page, email);
    for (const address of addresses) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(address);
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
    }
  });
}

test('open pages about organisations are for everyone', async ({ page }) => {
  for (const address of [
    '/sv/ostersund/organisations/lasvarg',
    '/nb/innlandet/organisations/folldal-kommune',
    '/en/ostersund/apply',
    '/nb/innlandet/apply?kind=MUNICIPALITY',
    '/sv/ostersund/apply?kind=VOLUNTARY&country=NO',
    '/sv/ostersund/apply?done=sent',
  ]) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(address);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
  }
  for (const missing of ['no-such-body', 'lasvarg-teknik', 'folldal-kommune', 'a--b']) {
    const answer = await page.goto(`/sv/ostersund/organisations/${missing}`);
    expect(answer?.status(), missing).toBe(404);
  }
});
