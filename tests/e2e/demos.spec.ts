import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { photograph } from '#tests/support/media.ts';
import { another, button } from '#tests/support/steps.ts';

const emil = 'emil.sandgren@lasvarg.example';
const host = 'jonna.persgard@region-jamtland-harjedalen.example';
const done = (page: Page) => page.locator('main [role=status]').first();
const own = '/sv/ostersund/lasvarg/demos';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const name = `Lås för ${javaScriptEnabled ? 'förråd' : 'port'}`;

    test('a demo is written, sent, returned, sent again, published and seen', async ({
      page,
      browser,
      baseURL,
    }) => {
      await signIn(page, emil);
      await page.goto(own);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('link', { name: 'Ny visning' }).click();
      await button(page, 'Börja').click();
      await expect(page.locator('.ds-error-summary')).toContainText('Skriv vad den heter');
      await page.getByLabel('Namn på svenska').fill(name);
      await page.getByLabel('Kort beskrivning på svenska').fill('Öppnas med mobilen.');
      await button(page, 'Börja').click();
      await expect(done(page)).toContainText('Visningen är påbörjad');
      if (javaScriptEnabled) await expectAccessible(page);
      const address = page.url().split('?')[0] as string;
      await button(page, 'Skicka för granskning').click();
      await expect(page.locator('main').getByRole('alert')).toContainText('behöver rättas innan');

      await page.goto(`${address}/text`);
      await page.getByLabel('Text på svenska').fill('Hemtjänsten slipper nyckelskåp.');
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, 'Spara').click();
      await expect(done(page)).toContainText('Sparat');
      await page.goto(`${address}/facts`);
      await page.getByLabel('Trygghet hemma').check();
      await page.getByLabel('Hemtjänst och hemsjukvård').check();
      await page.getByLabel('Personal', { exact: true }).check();
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, 'Spara').click();
      await expect(done(page)).toContainText('Sparat');
      await page.goto(`${address}/claims`);
      await page.getByLabel('Lägg till ett påstående').selectOption('FHIR');
      await button(page, 'Fortsätt').click();
      await page.getByLabel('Prövat').check();
      await page.getByLabel('Kontrollerat av').fill('Låsvarg AB');
      await button(page, 'Spara påståendet').click();
      await expect(page.locator('.ds-error-summary')).toContainText(
        'kan inte vara den som har kontrollerat',
      );
      await page.getByLabel('Kontrollerat av').fill('Regionens it');
      await page.getByLabel(/^Källa/).fill('Prov i testmiljö');
      await page.getByLabel('Kontrollerat den').fill('2026-01-12');
      await page.getByLabel('Gäller till och med').fill('2036-01-11');
      await button(page, 'Spara påståendet').click();
      await expect(page.locator('.ds-error-summary')).toContainText('högst fem år');
      await page.getByLabel('Gäller till och med').fill('2030-01-11');
      await button(page, 'Spara påståendet').click();
      await expect(page.locator('main li', { hasText: 'HL7 FHIR' })).toContainText('Regionens it');
      if (javaScriptEnabled) await expectAccessible(page);

      await page.goto(`${address}/media`);
      await page.locator('input[type=file]').setInputFiles({
        ...{ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await photograph(1200, 800) },
      });
      await button(page, 'Ladda upp').click();
      await page.getByLabel('Vad syns? (svenska)').fill('Ett lås på en dörr i kvällsljus');
      await page.getByLabel('Vem får använda den?').selectOption('OWN');
      await button(page, 'Spara').click();
      await expect(done(page)).toContainText('Sparat');
      await page.goto(address);
      await button(page, 'Skicka för granskning').click();
      await expect(done(page)).toContainText('Skickad för granskning');

      const house = await another(browser, { baseURL, javaScriptEnabled });
      await signIn(house, host);
      const decide = async (choice: string, reason: string) => {
        await house.goto('/sv/ostersund/house/demos');
        await house.getByRole('link', { name, exact: true }).first().click();
        await expect(house.getByText('I ord: Svenska: Ett lås på en dörr')).toBeVisible();
        await expect(house.getByRole('img', { name: 'Ett lås på en dörr' })).toBeVisible();
        if (javaScriptEnabled) await expectAccessible(house);
        await house.getByLabel(choice).check();
        await house.getByLabel('Skäl, om den skickas tillbaka').fill(reason);
        await button(house, 'Spara beslutet').click();
      };
      await decide('Skicka tillbaka', '');
      await expect(house.locator('.ds-error-summary')).toContainText('Skriv varför');
      await decide('Skicka tillbaka', 'Skriv var den provats.');
      await expect(done(house)).toContainText('skickad tillbaka');

      await page.goto(address);
      await expect(page.getByText('Skriv var den provats.').first()).toBeVisible();
      await button(page, 'Öppna för ändring').click();
      await expect(done(page)).toContainText('Sparat');
      await page.goto(`${address}/text`);
      await page.getByLabel('Text på svenska').fill('Provad i Odensala i två år.');
      await button(page, 'Spara').click();
      await expect(done(page)).toContainText('Sparat');
      await button(page, 'Skicka för granskning').click();
      await expect(done(page)).toContainText('Skickad för granskning');
      await decide('Visa i showroomet', '');
      await expect(done(house)).toContainText('Visningen visas nu');

      const visitor = await another(browser, { baseURL, javaScriptEnabled });
      await expect(async () => {
        await visitor.goto('/sv/ostersund/showroom?q=Lås+för');
        await visitor.getByRole('link', { name }).first().click({ timeout: 500 });
      }).toPass({ timeout: 20_000 });
      await expect(visitor.getByText('Provad i Odensala i två år.')).toBeVisible();
      const claim = visitor.locator('main li', { hasText: 'HL7 FHIR' });
      await expect(claim).toContainText('Kontrollerat av Regionens it');
      if (javaScriptEnabled) await expectAccessible(visitor);

      await page.goto(address);
      const successor = page.getByLabel('Ersätts av, nummer');
      await successor.fill('D-NONE2');
      await button(page, 'Ta bort ur showroomet').click();
      await expect(page.locator('.ds-error-summary')).toContainText('Ingen visning här');
      await successor.fill('d-3c7w');
      await button(page, 'Ta bort ur showroomet').click();
      await expect(done(page)).toContainText('borttagen ur showroomet');
      await expect(async () => {
        await visitor.reload();
        await expect(visitor.getByText('visas inte längre')).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 20_000 });
      await expect(visitor.getByRole('link', { name: 'Digitalt trygghetslarm' })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(visitor);
    });

    test('two who write at once: the second sees what the first wrote, and nothing is lost', async ({
      page,
      browser,
      baseURL,
    }) => {
      await signIn(page, emil);
      await page.goto(`${own}/new`);
      await page.getByLabel('Namn på svenska').fill(`${name} tillsammans`);
      await button(page, 'Börja').click();
      await expect(done(page)).toContainText('påbörjad');
      const address = page.url().split('?')[0] as string;
      const other = await another(browser, { baseURL, javaScriptEnabled });
      await signIn(other, emil);
      await page.goto(`${address}/text`);
      await other.goto(`${address}/text`);
      await other.getByLabel('Text på svenska').fill('Kollegans text.');
      await button(other, 'Spara').click();
      await expect(done(other)).toContainText('Sparat');
      await page.getByLabel('Text på svenska').fill('Min text.');
      await button(page, 'Spara').click();
      await expect(page.getByRole('heading', { name: /En kollega har sparat/ })).toBeVisible();
      await expect(page.getByText('Kollegans text.')).toBeVisible();
      await expect(page.getByLabel('Text på svenska')).toHaveValue('Min text.');
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, 'Spara').click();
      await expect(done(page)).toContainText('Sparat');
    });
  });
}
