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
const fjallsyn = '/sv/ostersund/fjallsyn';
const done = (page: Page) => page.locator('main [role=status]').first();

/** A Tuesday far from the demo bookings and from what other specs book. */
function tuesday(n: number): string {
  const start = Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 40 });
  return String(start.add({ days: ((9 - start.dayOfWeek) % 7) + 7 * n }));
}

async function findRoom(page: Page, date: string, room: string): Promise<void> {
  await page.goto(`${fjallsyn}/book?date=${date}&from=15%3A00&to=16%3A00&kind=MEETING_ROOM`);
  await page
    .getByRole('link', { name: `Boka ${room}`, exact: true })
    .first()
    .click();
}

for (const javaScriptEnabled of [true, false]) {
  const n = javaScriptEnabled ? 0 : 1;
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a place is held, booked and moved; the house cancels with a reason', async ({
      page,
      browser,
      baseURL,
    }) => {
      await signIn(page, amina);
      await findRoom(page, tuesday(n), 'Andersön');
      await page.getByLabel('Hur många kommer?').fill('9');
      await page.getByRole('button', { name: 'Håll platsen i 15 minuter' }).click();
      await expect(page.locator('main').getByRole('alert')).toContainText('rymmer 4 personer');
      await page.getByLabel('Hur många kommer?').fill('3');
      await page.getByRole('button', { name: 'Håll platsen i 15 minuter' }).click();
      await expect(done(page)).toContainText('Platsen hålls åt dig');
      await page.getByRole('button', { name: 'Håll en kvart till' }).click();
      await expect(done(page)).toContainText('Platsen hålls en stund till');
      await expect(page.getByText(/Platsen hålls till \d\d:\d\d/)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: 'Boka platsen' }).click();
      await expect(done(page)).toContainText('Platsen är bokad');

      await page.getByRole('link', { name: 'Ändra' }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Till', { exact: true }).selectOption('16:30');
      await page.getByRole('button', { name: 'Spara ändringen' }).click();
      await expect(page.locator('main').getByRole('alert')).toContainText(/125,00\skr dyrare/);
      await expect(page.getByLabel('Till', { exact: true })).toHaveValue('16:30');
      await page.getByRole('button', { name: 'Spara ändringen' }).click();
      await expect(done(page)).toContainText('Bokningen är ändrad');
      await expect(page.getByText(/15:00–16:30/)).toBeVisible();

      const id = new URL(page.url()).pathname.split('/').at(-1);
      const reception = await browser.newContext({
        javaScriptEnabled,
        ...(baseURL && { baseURL }),
      });
      const house = await reception.newPage();
      await signIn(house, host);
      await house.goto(`/sv/ostersund/house/bookings/${id}`);
      if (javaScriptEnabled) await expectAccessible(house);
      await house.getByText('Avboka åt organisationen').click();
      await house.getByRole('button', { name: 'Avboka' }).click();
      await expect(house.locator('main').getByRole('alert')).toContainText('Skriv varför');
      await house.getByLabel('Varför avbokas den?').fill('Rummet målas');
      await house.getByRole('button', { name: 'Avboka' }).click();
      await expect(done(house)).toContainText('Bokningen är avbokad');
      await reception.close();

      await page.reload();
      await expect(page.getByText('Rummet målas')).toBeVisible();
      await page.goto('/sv/ostersund/fjallsyn/notices');
      await expect(page.getByText(/har avbokat din bokning av Andersön/).first()).toBeVisible();
    });

    test('a series shows every day before it is booked, and is let go from one day on', async ({
      page,
    }) => {
      await signIn(page, amina);
      await findRoom(page, tuesday(n + 2), 'Tysta rummet');
      await page.getByRole('link', { name: 'Boka flera gånger' }).click();
      await page.getByRole('button', { name: 'Visa dagarna' }).click();
      await expect(page.locator('[id$="until-error"]')).toContainText(
        'Ange ett slutdatum eller hur',
      );
      await page.getByLabel('Eller antal gånger').fill('3');
      await page.getByRole('button', { name: 'Visa dagarna' }).click();
      await expect(page.getByRole('heading', { name: /av 3 dagar är lediga/ })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Vad ska du göra?').fill(`Serie ${n}`);
      await page.getByRole('button', { name: /^Boka (alla dagar|de lediga dagarna)$/ }).click();
      await expect(done(page)).toContainText('Serien är bokad');
      await expectNoSidewaysScroll(page);
      const rows = page.locator('main li', { hasText: `Serie ${n}` });
      await expect(rows.first()).toBeVisible();
      const before = await rows.count();
      await rows
        .first()
        .getByRole('link', { name: /^Avboka/ })
        .click();
      await page.getByLabel('Den här och alla efter').check();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: 'Avboka' }).click();
      await expect(done(page)).toContainText(/\d dag(ar)? är avbokad/);
      const days = page.locator('section[aria-labelledby=series] li');
      await expect(days.filter({ hasText: 'Avbokad' })).not.toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto(`${fjallsyn}/bookings`);
      await expect(page.locator('main li', { hasText: `Serie ${n}` })).toHaveCount(0);
      expect(before).toBeGreaterThan(1);
    });
  });
}
