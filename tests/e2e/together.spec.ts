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
const alert = (page: Page) => page.locator('main').getByRole('alert');

/** A Wednesday far from the demo bookings and from what other specs book. */
function wednesday(n: number): string {
  const start = Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 46 });
  return String(start.add({ days: ((10 - start.dayOfWeek) % 7) + 7 * n }));
}

for (const javaScriptEnabled of [true, false]) {
  const n = javaScriptEnabled ? 0 : 1;
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a room and a desk are booked in one breath, at a price that is told first', async ({
      page,
    }) => {
      await signIn(page, amina);
      const query = `date=${wednesday(n)}&from=13%3A00&to=14%3A00&kind=MEETING_ROOM`;
      await page.goto(`/sv/ostersund/fjallsyn/book?${query}`);
      await page.getByRole('link', { name: 'Boka Andersön', exact: true }).first().click();
      await page.getByText('Boka fler platser samtidigt').first().click();
      await page.getByRole('checkbox', { name: 'Frösön' }).check();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: 'Boka platsen' }).click();
      await expect(alert(page)).toContainText('mer än sidan visade');
      await expect(alert(page).getByRole('heading')).toHaveText('Bekräfta priset');
      await expect(page.getByRole('checkbox', { name: 'Frösön' })).toBeChecked();
      await page.getByRole('button', { name: 'Boka platsen' }).click();
      await expect(done(page)).toContainText('Platsen är bokad');
      await expect(page.getByText('Bokad tillsammans med')).toBeVisible();
      await page.getByRole('link', { name: 'Vad som har hänt' }).click();
      await expect(page.getByText(/Amina Holmér bokade/).first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goBack();
      await page.getByRole('link', { name: 'Avboka', exact: true }).click();
      await page.locator('main').getByRole('button', { name: 'Avboka' }).click();
      await expect(done(page)).toContainText('avbokad');
      await page.getByRole('button', { name: 'Ångra avbokningen' }).click();
      await expect(done(page)).toContainText('Bokningen gäller igen');
    });

    test('the house books for an organisation, and is told what is free instead', async ({
      page,
    }) => {
      await signIn(page, host);
      await page.goto(`/sv/ostersund/house/today?date=${wednesday(n + 2)}`);
      await page.getByRole('link', { name: 'Boka åt en organisation' }).click();
      await page.getByLabel('Organisation').selectOption({ label: 'Fjällsyn Omsorgsteknik AB' });
      await page.getByRole('button', { name: 'Välj' }).click();
      await expect(page.getByLabel('Dag')).toHaveValue(wednesday(n + 2));
      const fill = async (room: RegExp) => {
        const rooms = page.getByLabel('Plats', { exact: true });
        const label = await rooms.locator('option', { hasText: room }).first().textContent();
        await rooms.selectOption({ label: label ?? '' });
        await page.getByLabel('Vem är platsen till?').selectOption({ label: 'Amina Holmér' });
        await page.getByLabel('Dag').fill(wednesday(n + 2));
        await page.getByLabel('Från', { exact: true }).fill('10:00');
        await page.getByLabel('Till', { exact: true }).fill('11:00');
        await page.getByLabel('Vad andra i huset ser').selectOption('HIDDEN');
        await page.getByRole('button', { name: 'Boka', exact: true }).click();
      };
      await fill(/^Andersön/);
      await expect(alert(page)).toContainText(/Det kostar .* utan moms\. Boka en gång till/);
      await expect(page.getByLabel('Vad andra i huset ser')).toHaveValue('HIDDEN');
      await page.getByRole('button', { name: 'Boka', exact: true }).click();
      await expect(done(page)).toContainText('Den som det gäller har fått ett mejl');
      await expect(page.locator('.ds-breadcrumbs')).toContainText('I huset onsdag');
      await page.getByRole('link', { name: 'Vad som har hänt' }).click();
      await expect(page.getByText(/Jonna Persgård bokade/).first()).toBeVisible();
      await page.goto('/sv/ostersund/house/bookings/new');
      await page.getByLabel('Organisation').selectOption({ label: 'Fjällsyn Omsorgsteknik AB' });
      await page.getByRole('button', { name: 'Välj' }).click();
      await fill(/^Andersön/);
      await expect(alert(page)).toContainText('Någon annan hann före');
      await page
        .locator('main')
        .getByRole('link', { name: /kl|:00/ })
        .first()
        .click();
      await expect(page.getByLabel('Från', { exact: true })).not.toHaveValue('');
      if (javaScriptEnabled) await expectAccessible(page);
    });
  });
}
