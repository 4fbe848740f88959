import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button } from '#tests/support/steps.ts';

const maja = 'maja.lindstrand@ostersunds-kommun.example';
const host = 'jonna.persgard@region-jamtland-harjedalen.example';
const done = (page: Page) => page.locator('main [role=status]').first();
const showroom = '/sv/ostersund/showroom';
const narrow = { width: 320, height: 800 };

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    // The two journeys run side by side: each changes a demo of its own.
    const demo = javaScriptEnabled ? 'Bo tryggt hemma' : 'Digitalt trygghetslarm';

    test('an owner says what a demo goes together with; an older version is taken up', async ({
      page,
      browser,
      baseURL,
    }) => {
      await signIn(page, maja);
      await page.goto('/sv/ostersund/ostersunds-kommun/demos');
      await page.getByRole('link', { name: demo }).first().click();
      const address = page.url().split('?')[0] as string;
      await button(page, 'Öppna för ändring').click();
      await expect(done(page)).toContainText('Sparat');
      await page.goto(`${address}/links`);
      await page.getByLabel('Nummer, visning 1').fill('D-NONE2');
      await button(page, 'Spara').click();
      await expect(page.locator('.ds-error-summary')).toContainText('Ingen visning här');
      await expect(page.getByLabel('Nummer, visning 1')).toHaveValue('D-NONE2');
      await page.getByLabel('Nummer, visning 1').fill('d-4m6g');
      await page.getByLabel('Hur de hör ihop, visning 1').selectOption('WORKS_WITH');
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, 'Spara').click();
      await expect(done(page)).toContainText('Sparat');
      await button(page, 'Skicka för granskning').click();
      await expect(done(page)).toContainText('Skickad för granskning');
      const house = await another(browser, { baseURL, javaScriptEnabled });
      await signIn(house, host);
      await house.goto('/sv/ostersund/house/demos');
      await house.getByRole('link', { name: demo }).first().click();
      const said = house.getByText('Fungerar ihop med D-4M6G').filter({ visible: true });
      await expect(said.first()).toBeVisible();
      await house.getByLabel('Visa i showroomet').check();
      await button(house, 'Spara beslutet').click();
      await expect(done(house)).toContainText('Visningen visas nu');
      const visitor = await another(browser, { baseURL, javaScriptEnabled });
      await expect(async () => {
        await visitor.goto(`${showroom}/planering-i-mobilen`);
        const says = visitor.getByText('enligt Östersunds kommun');
        await expect(says.first()).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 20_000 });

      await page.goto(address);
      await page.getByText('Börja om från version 1').first().click();
      await button(page, 'Börja om från version 1').last().click();
      await expect(done(page)).toContainText('den äldre versionens innehåll');
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, 'Skicka för granskning').click();
      await expect(done(page)).toContainText('Skickad för granskning');
      await button(page, 'Ta tillbaka').click();
      await expect(done(page)).toContainText('Tillbakatagen');
    });

    test('demos are compared, only what differs, and on paper without what is for the screen', async ({
      page,
    }) => {
      await page.goto(`${showroom}/digitalt-trygghetslarm`);
      await page.getByRole('link', { name: 'Jämför med en annan visning' }).click();
      await expect(page.getByText('Välj minst två visningar')).toBeVisible();
      await page.getByLabel('Nummer eller adress').fill('D-6P2H');
      await page.getByRole('button', { name: 'Lägg till' }).click();
      const table = page.getByRole('table', { name: 'Jämför visningar' });
      await expect(table.getByRole('columnheader')).toHaveCount(3);
      const home = table.getByRole('row', { name: /Var uppgifterna finns/ });
      await expect(home).toHaveCount(1);
      await page.getByRole('link', { name: 'Visa bara det som skiljer' }).click();
      await expect(table.getByRole('row', { name: /KLASSA/ })).toHaveCount(1);
      await expect(home).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('link', { name: /^Ta bort/ })).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Lägg till' })).toHaveCount(0);
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize(narrow);
      await expectNoSidewaysScroll(page);
      await page
        .getByRole('link', { name: /^Ta bort/ })
        .first()
        .click();
      await expect(page.getByText('Välj minst två visningar')).toBeVisible();
      await page.goto(`${showroom}/compare?d=D-NONE2`);
      await expect(page.getByText('visas inte här och är utelämnat')).toBeVisible();
    });

    test('a screen in the house goes on by itself until it is asked to stay', async ({ page }) => {
      await page.goto(`${showroom}/screen`);
      const first = await page.getByRole('heading', { level: 2 }).textContent();
      const refresh = page.locator('meta[http-equiv=refresh]');
      await expect(refresh).toHaveCount(0);
      await page.getByRole('link', { name: 'Bläddra av sig själv' }).click();
      await expect(refresh).toHaveAttribute('content', /^20;url=.*n=1/);
      await page.getByRole('link', { name: 'Stanna här' }).click();
      await expect(refresh).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 2 })).toHaveText(first ?? '');
      await page.getByRole('link', { name: 'Nästa' }).click();
      await expect(page.getByRole('heading', { level: 2 })).not.toHaveText(first ?? '');
      await page.getByLabel('Tema').selectOption('MEDICINES');
      await page.getByRole('button', { name: 'Visa' }).click();
      await expect(page.getByText(/^1 av/)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.setViewportSize(narrow);
      await expectNoSidewaysScroll(page);
    });
  });
}

test('what is ticked for a comparison stays ticked while the list is narrowed', async ({
  page,
}) => {
  await page.goto(showroom);
  for (const title of ['Digitalt trygghetslarm', 'Trygghetskamera på natten']) {
    await page.getByLabel(`Jämför ${title}`).check();
  }
  await page
    .locator('#showroom-filter')
    .getByLabel(/^Tillsyn på natten/)
    .check();
  await expect(page.getByLabel('Jämför Digitalt trygghetslarm')).toHaveCount(0);
  await expect(page.getByLabel('Jämför Trygghetskamera på natten')).toBeChecked();
  await page.getByRole('button', { name: 'Jämför valda' }).click();
  const table = page.getByRole('table', { name: 'Jämför visningar' });
  await expect(table.getByRole('columnheader')).toHaveCount(3);
});
