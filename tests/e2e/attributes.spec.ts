import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { holidaysOf } from '#lib/workspace/holidays.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/e2e.ts';

const anders = 'anders.sundvall@region-jamtland-harjedalen.example';
const emil = 'emil.sandgren@lasvarg.example';
const house = '/sv/ostersund/house';
const book = '/sv/ostersund/lasvarg/book';

/** A working day far enough ahead that no other journey books it. */
function workday(): string {
  const from = Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 57 });
  const days = Array.from({ length: 14 }, (_, n) => from.add({ days: n }));
  const free = [from.year, from.year + 1]
    .flatMap((year) => holidaysOf('SE', year))
    .map(({ date }) => date);
  return String(days.find((day) => day.dayOfWeek <= 4 && !free.includes(day.toString())));
}

async function enterAs(page: Page, email: string, path: string): Promise<void> {
  await page.goto(`/sv/sign-in?next=${path}`);
  await page.locator(`form:has(input[value="${email}"]) button`).click();
  await page.waitForURL((url) => url.pathname === path);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const mark = javaScriptEnabled ? 'med' : 'utan';

    test('a place is found by what it must have', async ({ page }) => {
      await enterAs(page, emil, book);
      await page.goto(`${book}?date=${workday()}&from=07:00&to=12:00`);
      await page.locator('summary', { hasText: 'Vad platsen ska ha' }).click();
      await page.getByRole('checkbox', { name: 'Höj- och sänkbart bord' }).check();
      await page.getByLabel('Skärmar, minst').fill('2');
      await page.getByRole('combobox', { name: 'Ljud' }).selectOption('tyst');
      await page.getByRole('button', { name: 'Visa lediga platser' }).click();
      await expect(page.getByRole('link', { name: 'Boka Plats 6', exact: true })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Boka Plats 5', exact: true })).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'Boka Storsjön', exact: true })).toHaveCount(0);
      await expect(page.getByText('skärmar: 2 · ljud: tyst').first()).toBeVisible();
      // Chosen is chosen still, also on the plan, and in the day.
      await expect(page.getByRole('checkbox', { name: 'Höj- och sänkbart bord' })).toBeChecked();
      await page.getByRole('link', { name: 'Planritning' }).click();
      await expect(page.getByLabel('Skärmar, minst')).toHaveValue('2');
      await expect(page.locator('svg a[aria-label^="Plats 6,"]')).toHaveCount(1);
      await expect(page.locator('svg a[aria-label^="Plats 5,"]')).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('link', { name: 'Dag', exact: true }).click();
      await expect(page.getByRole('rowheader', { name: 'Plats 6', exact: true })).toBeVisible();
      await expect(page.getByRole('rowheader', { name: 'Plats 5', exact: true })).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
    });

    test('where nothing has it all, what lacks least is named', async ({ page }) => {
      await enterAs(page, emil, book);
      const asked = 'need-hearing-loop=1&need-video=1&need-screens=3';
      await page.goto(`${book}?date=${workday()}&from=08:00&to=09:00&${asked}`);
      await expect(page.getByText('Ingen ledig plats i huset har allt ni söker då.')).toBeVisible();
      const nearest = page.getByRole('region', { name: 'Närmast det ni söker' });
      const row = nearest.getByRole('listitem').filter({ hasText: 'Storsjön' });
      await expect(row).toContainText('Saknar: skärmar: minst 3.');
      if (javaScriptEnabled) await expectAccessible(page);
      await row.getByRole('link', { name: 'Boka Storsjön' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Boka Storsjön');
      await page.goBack();
      await page.getByLabel('Skärmar, minst').fill('många');
      await page.getByRole('button', { name: 'Visa lediga platser' }).click();
      await page.getByRole('link', { name: 'Skriv ett tal, till exempel 2.' }).click();
      await expect(page.getByLabel('Skärmar, minst')).toHaveValue('många');
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
    });

    test('the house adds, fills in and takes away what it tells of its places', async ({
      page,
    }) => {
      const name = `Odling ${mark}`;
      await enterAs(page, anders, `${house}/attributes`);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('link', { name: 'Lägg till en egenskap' }).click();
      await page.getByRole('link', { name: 'Ett av flera val' }).click();
      await page.getByRole('button', { name: 'Spara' }).click();
      await expect(page.locator('.ds-error-summary')).toContainText('Skriv minst två val.');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Namn på svenska').fill(name);
      for (const [n, word] of ['örter', 'träd'].entries()) {
        const group = page.getByRole('group', { name: `Val ${n + 1}` });
        await group.getByLabel('På svenska').fill(word);
      }
      await page.getByLabel('Kontor').uncheck();
      await page.getByRole('button', { name: 'Spara' }).click();
      await expect(page.getByText('Egenskapen är sparad.')).toBeVisible();

      await page.goto(`${house}/places`);
      await page.getByRole('link', { name: 'Testlabbet' }).click();
      await page.getByRole('link', { name: 'Ändra platsen' }).click();
      await page.getByLabel(name).selectOption('träd');
      await page.getByLabel('Skärmar').fill('en hög');
      await page.getByRole('button', { name: 'Spara' }).click();
      await expect(page.locator('[id$="attribute-screens-error"]')).toContainText('Skriv ett tal');
      await expect(page.getByLabel(name)).toHaveValue('trad');
      await page.getByLabel('Skärmar').fill('2');
      await page.getByRole('button', { name: 'Spara' }).click();
      await expect(page.getByText('Ändringen är sparad.')).toBeVisible();

      await page.goto(`${house}/attributes`);
      await page.getByRole('link', { name }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Labb').uncheck();
      await page.getByRole('button', { name: 'Spara' }).click();
      await expect(page.locator('[id$="confirmed-error"]')).toContainText(
        '1 plats förlorar en uppgift.',
      );
      await page.getByLabel('Ta bort uppgifterna').check();
      await page.getByRole('button', { name: 'Spara' }).click();
      await expect(page.getByText('Egenskapen är sparad.')).toBeVisible();
      await page.getByRole('link', { name }).click();
      await page.getByRole('button', { name: 'Ta ur bruk' }).click();
      await expect(page.getByText('Egenskapen är ur bruk.')).toBeVisible();
    });
  });
}
