import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { expect, expectAccessible, signIn, test } from '#tests/support/e2e.ts';

const emil = 'emil.sandgren@lasvarg.example';
const base = '/sv/ostersund/lasvarg';
const summary = (page: Page) => page.locator('main .ds-error-summary');
const done = (page: Page) => page.locator('main [role=status]').first();
const reversed = 'from=12%3A00&to=09%3A00';

/** A Thursday far from the demo bookings and from what other specs book. */
function thursday(n = 0): string {
  const start = Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 39 });
  return String(start.add({ days: ((11 - start.dayOfWeek) % 7) + 7 * n }));
}

/** The address of a room's page, by its name. */
async function roomOf(page: Page): Promise<string> {
  await page.goto(`${base}/book?date=${thursday()}&from=09%3A00&to=10%3A00&kind=MEETING_ROOM`);
  const link = page.getByRole('link', { name: 'Boka Andersön', exact: true }).first();
  const href = (await link.getAttribute('href')) ?? '';
  return href.split('?')[0] ?? '';
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a search that ends before it begins: one error, and nothing is free', async ({
      page,
    }) => {
      await signIn(page, emil);
      for (const view of ['book?view=list', 'book?view=plan', 'book/grid?view=day']) {
        await page.goto(`${base}/${view}&date=${thursday()}&${reversed}`);
        await expect(summary(page).getByRole('link')).toHaveCount(1);
        await expect(summary(page)).toContainText('Sluttiden måste vara minst en kvart');
        await expect(page.locator('main').getByText(/\d+ (?:av \d+ )?lediga|Kostar/)).toHaveCount(
          0,
        );
        await expect(page.locator('main').getByRole('link', { name: /^Boka / })).toHaveCount(0);
        if (javaScriptEnabled) await expectAccessible(page);
      }
    });

    test('a time that cannot be had is mended on the place’s page, and no other day is shown', async ({
      page,
    }) => {
      await signIn(page, emil);
      const room = await roomOf(page);
      const wrong = [
        ['date=2026-13-45&from=09%3A00&to=10%3A00', 'Skriv dagen som år, månad och dag'],
        ['date=2020-01-07&from=09%3A00&to=10%3A00', 'Tiden har redan varit'],
        [`date=${thursday()}&${reversed}`, 'Sluttiden måste vara'],
      ] as const;
      for (const [query, words] of wrong) {
        await page.goto(`${room}?${query}`);
        await expect(summary(page)).toContainText(words);
        await expect(page.getByText('Pris', { exact: true })).toHaveCount(0);
        await expect(page.getByRole('button', { name: 'Boka platsen' })).toHaveCount(0);
        await expect(page.getByRole('link', { name: /^Andersön, \S+ \d+/ })).not.toHaveCount(0);
      }
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Från').selectOption('09:00');
      await page.getByLabel('Till').selectOption('10:00');
      await page.getByRole('button', { name: 'Visa tiden' }).click();
      await expect(page.getByRole('button', { name: 'Boka platsen' })).toBeVisible();
      await expect(page).toHaveURL(new RegExp(`date=${thursday()}`));
    });

    test('a series says what is wrong with its end, at the field and on top, and one day is one', async ({
      page,
    }) => {
      await signIn(page, emil);
      const room = await roomOf(page);
      const wish = `date=${thursday()}&from=09%3A00&to=10%3A00&pattern=WEEK&interval=1`;
      await page.goto(`${room}/repeat?${wish}`);
      await expect(summary(page)).toContainText('Ange ett slutdatum');
      await expect(page.locator('[id$="until-error"]')).toContainText('Ange ett slutdatum');
      await page.goto(`${room}/repeat?${wish}&until=2026-01-01`);
      await expect(summary(page)).toContainText('slutar före den första dagen');
      await page.goto(`${room}/repeat?${wish}&count=1`);
      await expect(page.getByRole('heading', { name: 'Dagen är ledig' })).toBeVisible();
      await expect(page.getByText('Dagen kostar')).toBeVisible();
      const past = wish.replace(thursday(), '2026-01-08');
      await page.goto(`${room}/repeat?${past}&count=4`);
      await expect(page.getByText('0 av 4 dagar är lediga')).toBeVisible();
      await expect(page.getByText(/kostar/)).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
    });
  });
}

test('the focus follows what was done, also when something else was done before', async ({
  page,
}) => {
  await signIn(page, emil);
  const room = await roomOf(page);
  await page.goto(`${room}?date=${thursday(1)}&from=09%3A00&to=10%3A00`);
  for (const box of await page.getByRole('checkbox', { name: /godkänner/i }).all()) {
    await box.check();
  }
  await page.getByRole('button', { name: /^Håll platsen i/ }).click();
  await expect(done(page)).toContainText('Platsen hålls åt dig');
  await expect(done(page)).toBeFocused();
  await page.getByRole('button', { name: 'Släpp platsen' }).click();
  await expect(done(page)).toContainText('Platsen är släppt');
  await expect(done(page)).toBeFocused();
});
