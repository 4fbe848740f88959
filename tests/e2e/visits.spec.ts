import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';

const amina = 'amina.holmer@fjallsyn.example';
const host = 'jonna.persgard@region-jamtland-harjedalen.example';
const done = (page: Page) => page.locator('main [role=status]').first();
const today = () => Temporal.Now.plainDateISO('Europe/Stockholm').toString();

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a guest is announced, comes by code and goes, and whoever they visit is told', async ({
      page,
      browser,
      baseURL,
    }) => {
      const guest = `Tora Vik ${javaScriptEnabled ? 'ett' : 'två'}`;
      await signIn(page, amina);
      await page.goto('/sv/ostersund/fjallsyn/visits');
      await page.getByRole('button', { name: 'Anmäl besöket' }).click();
      await expect(page.locator('main').getByRole('alert')).toContainText('Skriv vem som kommer');
      await page.getByLabel('Besökarens namn').fill(guest);
      await page.getByLabel('Dag').fill(today());
      await page.getByLabel('Från', { exact: true }).fill('00:15');
      await page.getByLabel('Till', { exact: true }).fill('23:59');
      await page.getByRole('button', { name: 'Anmäl besöket' }).click();
      await expect(page.locator('main').getByRole('alert')).toContainText('Huset är');
      await page.getByLabel('Jag möter besökaren ändå').check();
      await page.getByRole('button', { name: 'Anmäl besöket' }).click();
      await expect(done(page)).toContainText('Besöket är anmält');
      if (javaScriptEnabled) await expectAccessible(page);
      const row = page.locator('li', { hasText: guest });
      const code = /Kod (\w{3} \w{3})/.exec((await row.textContent()) ?? '')?.[1] ?? '';

      const door = await browser.newContext({ javaScriptEnabled, ...(baseURL && { baseURL }) });
      const hall = await door.newPage();
      await hall.setViewportSize({ width: 320, height: 800 });
      await hall.goto('/sv/ostersund/workspace/arrive');
      await expectNoSidewaysScroll(hall);
      await hall.getByLabel('Din kod').fill('222 222');
      await hall.getByRole('button', { name: 'Fortsätt' }).click();
      await expect(hall.locator('main').getByRole('alert')).toContainText('Koden gäller inte');
      await hall.getByLabel('Din kod').fill(code.toLowerCase());
      await hall.getByRole('button', { name: 'Fortsätt' }).click();
      await expect(done(hall)).toContainText(`Välkommen, ${guest}! Amina Holmér vet nu`);
      if (javaScriptEnabled) await expectAccessible(hall);

      const reception = await browser.newContext({
        javaScriptEnabled,
        ...(baseURL && { baseURL }),
      });
      const house = await reception.newPage();
      await signIn(house, host);
      await house.goto('/sv/ostersund/house/visits');
      await expect(house.locator('li', { hasText: guest })).toContainText('Här');
      if (javaScriptEnabled) await expectAccessible(house);
      await page.goto('/sv/ostersund/fjallsyn/notices');
      await expect(page.getByText(`${guest} har kommit för att träffa dig`).first()).toBeVisible();

      await hall.getByRole('link', { name: 'Nästa besökare' }).click();
      await hall.getByLabel('Din kod').fill(code);
      await hall.getByRole('button', { name: 'Fortsätt' }).click();
      await expect(hall.getByText(`Hej igen, ${guest}!`)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(hall);
      await house.goto('/sv/ostersund/house/today');
      await expect(house.locator('main')).toContainText(`${guest}, till Amina Holmér`);
      await house.goto('/sv/ostersund/house/visits');
      await hall.getByRole('button', { name: 'Jag går nu' }).click();
      await expect(done(hall)).toContainText(`Tack för besöket, ${guest}!`);
      await house.reload();
      await expect(house.locator('li', { hasText: guest })).toContainText('Har gått');
      await door.close();
      await reception.close();
    });

    test('a calendar address shows what its person may see, once, until it is taken back', async ({
      page,
      request,
    }) => {
      await signIn(page, amina);
      await page.goto('/sv/ostersund/fjallsyn/bookings/calendars');
      await page.getByLabel('Vad ska synas?').selectOption({ label: 'Storsjön' });
      await page.getByRole('button', { name: 'Skapa en adress' }).click();
      const address = await page.getByLabel('Adressen').inputValue();
      if (javaScriptEnabled) await expectAccessible(page);
      const read = await request.get(address);
      expect(read.headers()['content-type']).toContain('text/calendar');
      expect(await read.text()).toContain('BEGIN:VCALENDAR');
      await page.goto('/sv/ostersund/fjallsyn/bookings/calendars');
      await expect(page.getByText(address)).toHaveCount(0);
      await page
        .getByRole('button', { name: /Ta tillbaka\s*, Bara Storsjön/ })
        .first()
        .click();
      await expect(done(page)).toContainText('Adressen är tillbakatagen');
      expect((await request.get(address)).status()).toBe(404);
    });
  });
}

test('a free hour is found in the day grid and reached by keyboard alone', async ({ page }) => {
  await signIn(page, amina);
  const start = Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 40 });
  const monday = start.add({ days: (8 - start.dayOfWeek) % 7 });
  await page.goto(`/sv/ostersund/fjallsyn/book/grid?date=${monday}`);
  await expectAccessible(page);
  const cell = page.getByRole('link', { name: /^Boka Andersön, .*, 09:00–/ }).first();
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toContainText('Andersön');
  await expect(page.locator('#from')).toHaveText('09:00');
});
