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
const henrik = 'henrik.aslund@ostersunds-kommun.example';
const house = '/sv/ostersund/house';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Applies for a company, confirms by mail and signs in; ends on its waiting page. */
async function applied(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/sv/sign-in');
  await page.locator('main a[href="/sv/ostersund/apply"]').click();
  await page.getByRole('link', { name: 'Företag' }).click();
  await button(page, 'Skicka ansökan').click();
  await expect(page.locator('.ds-error-summary li')).toHaveCount(7);
  await page.getByLabel('Organisationens namn').fill(name);
  await page.getByLabel('Organisationsnummer').fill(someNumber());
  await page.getByLabel('Ort').fill('Åre');
  await page.getByLabel('Ditt namn').fill('Ida Ek');
  await page.getByLabel('Din e-postadress i arbetet').fill(email);
  await page.getByLabel('Din uppgift i organisationen').fill('Chef');
  await page.getByLabel('Varför vill ni vara med?').fill('Vi vill visa vårt ljus.');
  await button(page, 'Skicka ansökan').click();
  await expect(page.getByText(`Vi har skickat ett mejl till ${email}`)).toBeVisible();
  await page.goto(await linkTo(page, email, '/apply/confirm/'));
  await button(page, 'Bekräfta ansökan').click();
  await expect(page.getByText('Vi skickar en inloggningslänk')).toBeVisible();
  await page.goto(await linkTo(page, email, '/sign-in/link'));
  await button(page, 'Logga in').click();
  await expect(page.getByText('väntar på att')).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'Ways out' : 'Ways out without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an application is taken back, and whoever made it can go', async ({ page }) => {
      test.setTimeout(90_000);
      const name = `Ångrar ${unique()} AB`;
      await applied(page, name, `ida@${unique()}.example`);
      const own = new URL(page.url()).pathname;
      await page.goto(`${own}/people/leave`);
      await expect(page.getByText('Dra tillbaka ansökan i stället')).toBeVisible();
      await page.getByRole('link', { name: 'Dra tillbaka ansökan' }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, 'Ja, dra tillbaka ansökan').click();
      await expect(page.getByText('Ansökan är återtagen. Hubben')).toBeVisible();
      await expect(page.getByRole('heading', { name })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Ansök igen' })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.goto(`${own}/people`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        `Ansökan för ${name} är återtagen`,
      );
      expect((await page.goto(`${own}-finns-inte`))?.status()).toBe(404);
      await expect(page.locator('header').getByRole('link', { name: 'Ida Ek' })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Till Mina sidor' })).toBeVisible();
      await page.goto('/sv/account/data/erase');
      await expect(button(page, 'Radera mig nu')).toBeVisible();
    });

    test('who was rejected reads why, and asks again', async ({ page, browser, baseURL }) => {
      test.setTimeout(90_000);
      const name = `Nekas ${unique()} AB`;
      const email = `ida@${unique()}.example`;
      await applied(page, name, email);
      const mailed = new URL(page.url()).pathname;
      const hub = await another(browser, { baseURL, javaScriptEnabled }, anders);
      await hub.goto(`${house}/today`);
      await hub.getByRole('link', { name: /organisation(er)? väntar på svar/ }).click();
      await hub.getByRole('link', { name }).click();
      await expect(hub.getByText('Inga tidigare ansökningar')).toBeVisible();
      await hub.getByLabel('Skäl').fill('Numret är en annans.');
      await button(hub, 'Avvisa ansökan').click();
      await expect(hub.getByText('Ansökan är avvisad')).toBeVisible();
      await page.goto('/sv/account');
      await expect(page.getByText('Numret är en annans.')).toBeVisible();
      await expect(page.getByText('Avvisad', { exact: false }).first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);

      await page.goto(mailed);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('har inte godkänt');
      await expect(page.getByText('Numret är en annans.')).toBeVisible();
      await expect(page.getByLabel('Varför vill ni vara med?')).toHaveValue(
        'Vi vill visa vårt ljus.',
      );
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Organisationsnummer').fill('556036-0794');
      await button(page, 'Skicka ansökan').click();
      await expect(page.locator('.ds-error-summary')).toContainText('tio siffror');
      await expect(page.getByLabel('Organisationens namn')).toHaveValue(name);
      await page.getByLabel('Organisationsnummer').fill(someNumber());
      await button(page, 'Skicka ansökan').click();
      await expect(page.getByText('väntar på att')).toBeVisible();
      expect(new URL(page.url()).pathname, 'the same organisation').toBe(mailed);
      await hub.reload();
      await expect(hub.getByText('Väntar på svar')).toBeVisible();
      await expect(hub.getByText('Numret är en annans.')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(hub);
      await hub.context().close();
    });

    test('an invitation is declined, and an older link says there is a newer', async ({ page }) => {
      test.setTimeout(90_000);
      const email = `nej.${unique()}@ostersunds-kommun.example`;
      await signIn(page, henrik);
      await page.goto('/sv/ostersund/ostersunds-kommun/people/invite');
      await page.getByLabel('E-postadress').fill(email);
      await page.getByRole('radio', { name: 'Medarbetare' }).check();
      await button(page, 'Skicka inbjudan').click();
      await expect(page.getByText('Inbjudan är skickad med mejl.')).toBeVisible();
      const first = await linkTo(page, email, '/invitation/');
      await page.goto('/sv/ostersund/ostersunds-kommun/people');
      await page
        .locator('li', { hasText: email })
        .getByRole('button', { name: /Skicka igen/ })
        .click();
      await expect(page.getByText('skickad igen')).toBeVisible();
      await page.goto(first);
      await expect(page.getByText('En nyare inbjudan har skickats')).toBeVisible();
      const second = await linkTo(page, email, '/invitation/');
      await page.goto(second);
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, 'Tacka nej').click();
      await expect(page.getByText('Du har tackat nej')).toBeVisible();
      await page.goto('/sv/ostersund/ostersunds-kommun/notices');
      await expect(page.getByText('fick svaret nej').first()).toBeVisible();
    });
  });
}

test('the hub corrects a number and is told of one that is another’s', async ({ page }) => {
  await signIn(page, anders);
  await page.goto(`${house}/organisations/ostersunds-kommun`);
  await page.getByLabel('Organisationsnummer').fill('556036-0793');
  await button(page, 'Spara numret').click();
  await expect(page.locator('.ds-error-summary')).toContainText('börjar på 2');
  await expect(page.getByLabel('Organisationsnummer')).toHaveValue('556036-0793');
  await expectAccessible(page);
});

test('the other language goes on to the same page', async ({ page }) => {
  await page.goto('/sv/sign-in?next=%2Fsv%2Fostersund%2Fhouse');
  await page.getByRole('link', { name: 'Norsk', exact: true }).click();
  await expect(page).toHaveURL(/\/nb\/sign-in\?next=%2Fnb%2Fostersund%2Fhouse/);
});
