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

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    // The two journeys run side by side: each shows a demo that the other does not.
    const demo = javaScriptEnabled ? 'fickultraljud' : 'mobil-rontgen';
    const title = javaScriptEnabled ? 'Fickultraljud' : 'Mobil röntgen';

    test('the house says how a demo is shown; a group books it, changes it, and is told when it is off', async ({
      page,
      browser,
      baseURL,
    }) => {
      const house = await another(browser, { baseURL, javaScriptEnabled });
      await signIn(house, host);
      await house.goto('/sv/ostersund/house/guided/resources');
      const kit = house.getByLabel('Vad heter det?');
      await kit.fill(`Väska för ${title}`);
      const addKit = house.getByRole('region', { name: 'Lägg till utrustning' });
      await addKit.getByRole('button', { name: 'Lägg till' }).click();
      await expect(done(house)).toContainText('Tillagt');
      if (javaScriptEnabled) await expectAccessible(house);
      await house.goto('/sv/ostersund/house/guided/demos');
      await house.getByRole('link', { name: title }).click();
      await house.getByLabel('Minsta grupp').fill('9');
      await house.getByLabel('Största grupp').fill('5');
      await house.getByLabel(`Väska för ${title}`).check();
      await house.getByLabel('Anders Sundvall').check();
      await button(house, 'Spara').click();
      await expect(house.locator('.ds-error-summary')).toContainText('kan inte vara mindre');
      await expect(house.getByLabel(`Väska för ${title}`)).toBeChecked();
      await house.getByLabel('Minsta grupp').fill('2');
      await button(house, 'Spara').click();
      await expect(done(house)).toContainText('Sparat');
      if (javaScriptEnabled) await expectAccessible(house);

      await signIn(page, maja);
      const book = page.getByRole('link', { name: 'Boka en guidad visning' });
      await expect(async () => {
        await page.goto(`/sv/ostersund/showroom/${demo}`);
        await expect(book).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 20_000 });
      await book.click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, 'Två veckor senare')
        .or(page.getByText('Två veckor senare'))
        .first()
        .click();
      const times = page.getByLabel('Välj tid');
      const wanted = await times
        .locator('option')
        .nth(javaScriptEnabled ? 1 : 8)
        .getAttribute('value');
      await times.selectOption(wanted);
      const size = page.getByRole('main').getByLabel('Hur många kommer?').last();
      await size.fill('6');
      await button(page, 'Boka').click();
      await expect(page.locator('.ds-error-summary')).toContainText('högst 5');
      await expect(times).toHaveValue(wanted ?? '');
      await size.fill('4');
      await page.getByLabel('Personal').fill('3');
      await page.getByLabel('Vad hoppas ni få ut').fill('Färre resor.');
      await page.getByLabel('Behöver någon något').fill('Hörslinga.');
      await button(page, 'Boka').click();
      await expect(done(page)).toContainText('Visningen är bokad');
      await expect(page.getByText('Hörslinga.').first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      const survey = await page.getByRole('link', { name: /\/visited\// }).getAttribute('href');
      const visitor = await another(browser, { baseURL, javaScriptEnabled });
      await visitor.goto(new URL(survey ?? '').pathname);
      if (javaScriptEnabled) await expectAccessible(visitor);
      await visitor.locator('main').getByRole('radio', { name: '2' }).first().check();
      await button(visitor, 'Skicka svaret').click();
      await expect(visitor.getByText('Tack för ditt svar!')).toBeVisible();
      await visitor.goto(`${new URL(survey ?? '').pathname.slice(0, -8)}ABCDEFGH`);
      await expect(visitor.getByText('Koden gäller inte')).toBeVisible();
      const file = await page.request.get(`${page.url().split('?')[0]}/calendar.ics`);
      expect(await file.text()).toContain(`SUMMARY:Guidad visning: ${title}`);
      await page.getByRole('main').getByLabel('Hur många kommer?').fill('5');
      await button(page, 'Spara').click();
      await expect(done(page)).toContainText('Ändringen är sparad');
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScroll(page);
      // Another time: taken in one step, and the group keeps its page.
      const kept = page.url().split('?')[0] ?? '';
      await page.getByRole('link', { name: 'Flytta till en annan tid' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
      await expectNoSidewaysScroll(page);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByText('Två veckor senare').first().click();
      const other = times.locator('option').nth(javaScriptEnabled ? 5 : 14);
      const moved = (await other.getAttribute('value')) ?? '';
      await times.selectOption(moved);
      await button(page, 'Flytta').click();
      await expect(done(page)).toContainText('Gruppen är flyttad');
      expect(page.url()).toContain(kept);
      await page.goto(kept.replace(/guided\/.*/, 'bookings'));
      await expect(page.getByRole('main').getByRole('link', { name: title })).toHaveAttribute(
        'href',
        new URL(kept).pathname,
      );
      await page.goto(kept);

      await house.goto('/sv/ostersund/house/guided');
      const coming = house.getByRole('listitem').filter({ hasText: title });
      await expect(coming).toContainText('5 av 5 platser');
      await coming.getByRole('link').click();
      await expect(house.getByText('Hörslinga.')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(house);
      await house.getByLabel('Ställ in visningen').check();
      await house.getByRole('textbox', { name: /Skäl/ }).fill('Utrustningen är på lagning.');
      await button(house, 'Spara').click();
      await expect(done(house)).toContainText('inställd');
      await page.reload();
      await expect(page.getByText('Utrustningen är på lagning.')).toBeVisible();
      await expect(page.getByText('Avbokad')).toBeVisible();
    });
  });
}
