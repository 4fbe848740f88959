import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';

const admin = 'anders.sundvall@region-jamtland-harjedalen.example';
const emil = 'emil.sandgren@lasvarg.example';
const house = '/sv/ostersund/house';
const done = (page: Page) => page.locator('main [role=status]').first();
const today = Temporal.Now.plainDateISO('Europe/Stockholm');
const lastMonth = today.subtract({ months: 1 }).toString().slice(0, 7);

/** A Thursday far from the demo bookings and from what other specs book. */
function thursday(n: number): string {
  const start = today.add({ days: 61 });
  return String(start.add({ days: ((11 - start.dayOfWeek) % 7) + 7 * n }));
}

for (const javaScriptEnabled of [true, false]) {
  const n = javaScriptEnabled ? 0 : 1;
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a price is seen before one books, agreed, and borne by a cost centre', async ({
      page,
    }) => {
      await signIn(page, emil);
      const slot = `date=${thursday(n)}&from=15%3A00&to=16%3A30&kind=MEETING_ROOM`;
      await page.goto(`/sv/ostersund/lasvarg/book?${slot}`);
      await page.getByRole('link', { name: 'Boka Andersön', exact: true }).first().click();
      await expect(page.getByText('1,5 timmar à 250,00 kr')).toBeVisible();
      // A later month of the plan pays the whole of it beforehand.
      await expect(page.getByText('375,00 kr dras av')).toBeVisible();
      await page.getByRole('button', { name: 'Boka platsen' }).click();
      await expect(page.getByText('375,00 kr dras av')).toBeVisible();
      await page.getByText('Referens på fakturan för den här bokningen').click();
      await page.getByLabel('Kostnadsställe').fill('K42');
      await page.getByRole('button', { name: 'Spara', exact: true }).click();
      await expect(done(page)).toContainText('Ändringen är sparad');
      if (javaScriptEnabled) await expectAccessible(page);
    });

    test('a price is set, and a slip is told at its field', async ({ page }) => {
      await signIn(page, admin);
      await page.goto(`${house}/prices`);
      await page.getByLabel('Typ av plats').selectOption('SHOWROOM');
      await page.getByLabel('För vem').selectOption('EXTERNAL');
      await page.getByLabel('Kronor utan moms').fill('gratis');
      await page.getByLabel('Gäller från').fill(today.add({ years: 1 + n }).toString());
      await page.getByRole('button', { name: 'Spara priset' }).click();
      await expect(page.locator('main').getByRole('alert')).toContainText(
        'Skriv ett belopp i kronor',
      );
      await expect(page.getByLabel('Typ av plats')).toHaveValue('SHOWROOM');
      await page.getByLabel('Kronor utan moms').fill('512,50');
      await page.getByRole('button', { name: 'Spara priset' }).click();
      await expect(done(page)).toContainText('Priset är sparat');
      await expect(page.getByRole('cell', { name: '512,50 kr' }).first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
    });
  });
}

test('last month is locked and goes to the finance system as a file and as Peppol', async ({
  page,
}) => {
  await signIn(page, admin);
  await page.goto(`${house}/billing?month=${lastMonth}`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Låsvarg AB' }).click();
  await expectAccessible(page);
  const here = page.url().split('?')[0];
  const csv = await page.request.get(`${here}/export.csv`);
  expect(await csv.text()).toContain('Låsvarg AB;');
  const xml = await (await page.request.get(`${here}/invoice.xml`)).text();
  expect(xml).toContain('<cbc:BuyerReference>Kontoret</cbc:BuyerReference>');
  await page
    .locator('main')
    .getByRole('link', { name: /^Bokning/ })
    .first()
    .click();
  await expect(page.getByText(/moms .*kr = /).first()).toBeVisible();
});

test('what a company pays fits a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await signIn(page, emil);
  await page.goto('/sv/ostersund/lasvarg/costs');
  await expect(page.getByRole('heading', { name: 'Kvar att använda' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('plans are made, joined and left by the house', async ({ page }) => {
  await signIn(page, admin);
  await page.goto(`${house}/plans`);
  await expectAccessible(page);
  await page.getByLabel('Namn på svenska').fill('Provavtal');
  await page.getByLabel('Avgift per månad').fill('900');
  await page.getByLabel('Timmar per månad: Flexplats').fill('8');
  await page.getByRole('button', { name: 'Spara avtalet' }).click();
  await expect(done(page)).toContainText('Avtalet är sparat');
  await page
    .getByLabel('Organisation', { exact: true })
    .first()
    .selectOption({ label: 'Turvis Planering AB' });
  await page.locator('[id$="planId"]').selectOption({ label: 'Provavtal' });
  await page.getByRole('button', { name: 'Ta in', exact: true }).click();
  await expect(done(page)).toContainText('Organisationen är med i avtalet');
  await page.getByRole('button', { name: 'Avsluta avtalet för Turvis Planering AB' }).click();
  await expect(done(page)).toContainText('Avtalet slutar vid månadens slut');
});
