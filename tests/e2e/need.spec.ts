import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';

const staff = 'maja.lindstrand@ostersunds-kommun.example';
const head = 'henrik.aslund@ostersunds-kommun.example';
const neighbour = 'sanna.kroksjo@are-kommun.example';
const company = 'emil.sandgren@lasvarg.example';
const host = 'jonna.persgard@region-jamtland-harjedalen.example';
const own = '/sv/ostersund/ostersunds-kommun';
const theirs = '/sv/ostersund/are-kommun';
const done = (page: Page) => page.locator('main [role=status]').first();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function become(page: Page, email: string) {
  await page.context().clearCookies();
  await signIn(page, email);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const title = javaScriptEnabled
      ? 'Snöskoter till nattpatrullen'
      : 'Vattenprov hemma utan bilresa';

    test('a need is said at a demo, opened, met by another, and closed', async ({ page }) => {
      test.setTimeout(180_000);
      const checked = async () => {
        if (javaScriptEnabled) await expectAccessible(page);
      };
      await page.goto('/sv/ostersund/showroom/digitalt-trygghetslarm');
      await page.getByRole('link', { name: 'Vi har det här behovet' }).click();
      await page.locator(`form:has(input[value="${staff}"]) button`).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beskriv ett behov');
      await expect(page.getByText('Vid visningen Digitalt trygghetslarm')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Har ni något av det här?' })).toBeVisible();
      await checked();
      await page.getByLabel('Vad är problemet?').fill('Det tar för lång tid.');
      await button(page, 'Spara som utkast').click();
      await expect(page.locator('.ds-error-summary')).toContainText('Skriv vad ni behöver.');
      await expect(page.getByLabel('Vad är problemet?')).toHaveValue('Det tar för lång tid.');
      await checked();
      await page.getByLabel('Vad behöver ni?').fill(title);
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScroll(page);
      await button(page, 'Spara som utkast').click();
      await expect(done(page)).toContainText('Utkastet är sparat');
      await expect(page.getByText('Utkastet väntar på att någon')).toBeVisible();
      await expect(button(page, 'Visa för andra')).toHaveCount(0);
      await expectNoSidewaysScroll(page);
      await checked();
      const address = new URL(page.url()).pathname;
      const id = address.split('/').at(-1);

      await become(page, neighbour);
      expect((await page.goto(`${theirs}/needs/${id}`))?.status()).toBe(404);

      await become(page, head);
      await page.goto(`${own}/notices`);
      await page
        .getByRole('link', { name: new RegExp(title) })
        .first()
        .click();
      await button(page, 'Visa för andra').click();
      await expect(done(page)).toContainText('Behovet visas nu för andra');
      await checked();

      await become(page, neighbour);
      await page.goto(`${theirs}/needs/new`);
      await page.getByLabel('Vad behöver ni?').fill(title);
      await page.getByLabel('Vad är problemet?').fill('Samma hos oss.');
      await button(page, 'Spara som utkast').click();
      const alike = page.getByRole('region', { name: 'Det här liknar det ni skrev' });
      await expect(alike).toContainText('Östersunds kommun');
      await expect(page.getByLabel('Vad är problemet?')).toHaveValue('Samma hos oss.');
      await checked();
      await alike.getByRole('link', { name: title }).click();
      await button(page, 'Vi har det också').click();
      await expect(done(page)).toContainText('Ni har sagt att ni också har det');
      await checked();
      await page.goto(`${theirs}/needs`);
      await checked();
      await expect(page.locator('main li', { hasText: title })).toContainText(
        '1 organisation till har det',
      );

      await become(page, company);
      expect((await page.goto(`/sv/ostersund/lasvarg/needs/${id}`))?.status()).toBe(404);
      await page.goto('/sv/ostersund/lasvarg/needs/new');
      await expect(page.getByText('Som företag kan ni svara på dem')).toBeVisible();
      await page.goto('/sv/ostersund/lasvarg/others?show=needs');
      await expect(page.getByText(title)).toHaveCount(0);

      await become(page, host);
      await page.goto('/sv/ostersund/house/needs');
      await expect(page.locator('main li', { hasText: title })).toBeVisible();
      await checked();

      await become(page, head);
      await page.goto(address);
      await expect(page.getByText('Åre kommun, sedan')).toBeVisible();
      await page.locator('summary', { hasText: 'Avsluta behovet' }).click();
      await button(page, 'Avsluta behovet').click();
      await expect(page.locator('.ds-error-summary')).toContainText('Skriv varför.');
      if (!javaScriptEnabled) await page.locator('summary', { hasText: 'Avsluta behovet' }).click();
      await page.getByLabel('Varför avslutas det?').fill('Vi har löst det.');
      await button(page, 'Avsluta behovet').click();
      await expect(done(page)).toContainText('Behovet är avslutat');
      await checked();
      await button(page, 'Öppna igen').click();
      await expect(done(page)).toContainText('Behovet är öppet igen');
    });
  });
}
