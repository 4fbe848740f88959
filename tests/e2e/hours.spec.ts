import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { holidaysOf } from '#lib/workspace/holidays.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/e2e.ts';

const anders = 'anders.sundvall@region-jamtland-harjedalen.example';
const emil = 'emil.sandgren@lasvarg.example';
const house = '/sv/ostersund/house';
const lasvarg = '/sv/ostersund/lasvarg';

/** Days of this file's own, each for one test and one way of running it. */
const daysAhead = (days: number) =>
  Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: days }).toString();

/** A Thursday on which the municipality has Storsjön from ten, after the first one to come. */
function thursday(): string {
  const from = Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 10 });
  const days = Array.from({ length: 10 }, (_, n) => from.add({ days: n }));
  const free = holidaysOf('SE', from.year).map(({ date }) => date);
  return String(days.find((day) => day.dayOfWeek === 4 && !free.includes(day.toString())));
}

async function enterAs(page: Page, email: string, path: string): Promise<void> {
  await page.goto(`/sv/sign-in?next=${path}`);
  await page.locator(`form:has(input[value="${email}"]) button`).click();
  await expect(page).toHaveURL(new RegExp(path));
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a closure is written, shown with what it meets, published and taken back', async ({
      page,
    }) => {
      const day = daysAhead(javaScriptEnabled ? 301 : 302);
      await enterAs(page, anders, `${house}/closures`);
      await page.getByRole('link', { name: 'Ny stängning' }).click();
      await page.getByRole('button', { name: 'Spara och se vad som berörs' }).click();
      await expect(page.locator('.ds-error-summary')).toContainText('Skriv dagen');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Vad är stängt?').selectOption('MEETING_ROOM');
      await page.getByLabel('Första dagen').fill(day);
      await page.getByLabel('Sista dagen').fill(day);
      await page.getByLabel('Skäl på svenska').fill('Golvet slipas');
      await page.getByRole('button', { name: 'Spara och se vad som berörs' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mötesrum');
      await expect(page.getByRole('heading', { name: 'Inga bokningar berörs.' })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: 'Publicera stängningen' }).click();
      await expect(page.getByText('Stängningen är publicerad.')).toBeVisible();
      await page.getByRole('button', { name: 'Ta tillbaka stängningen' }).click();
      await expect(page.getByText('Det går att boka igen.')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
    });

    test('a limit and hours that differ are set and removed', async ({ page }) => {
      await enterAs(page, anders, `${house}/rules`);
      const most = javaScriptEnabled ? '211' : '212';
      await page.getByRole('link', { name: 'Lägg till en gräns' }).click();
      await page.getByLabel('Högst').fill('0');
      await page.getByLabel('Vad räknas?').selectOption('COUNT');
      await page
        .getByLabel('Under hur lång tid?')
        .selectOption(javaScriptEnabled ? 'YEAR' : 'AHEAD');
      await page.getByRole('button', { name: 'Spara' }).click();
      await expect(page.locator('.ds-error-summary')).toContainText('heltal från 1');
      await page.getByLabel('Högst').fill(most);
      await page.getByRole('button', { name: 'Spara' }).click();
      const limit = page.getByRole('listitem').filter({ hasText: `högst ${most} bokningar` });
      await expect(limit).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await limit.getByRole('link').click();
      await page.getByRole('button', { name: 'Ta bort' }).click();
      await expect(page.getByText('Borttaget.')).toBeVisible();
      await expect(limit).toHaveCount(0);
    });

    test('hours are written for a season that is far away, and removed', async ({ page }) => {
      const [from, to] = javaScriptEnabled ? [401, 402] : [403, 404];
      await enterAs(page, anders, `${house}/hours`);
      await page.getByRole('link', { name: 'Lägg till avvikande tider' }).click();
      await page.getByRole('button', { name: 'Spara' }).click();
      await expect(page.locator('.ds-error-summary')).toContainText('minst en dag');
      await page.getByLabel('Måndag, öppnar').fill('09:00');
      await page.getByLabel('Måndag, stänger').fill('15:00');
      await page.getByLabel('Vem det gäller').selectOption('COMPANY');
      await page.getByLabel('Första dagen').fill(daysAhead(from));
      await page.getByLabel('Sista dagen').fill(daysAhead(to));
      await page.getByRole('button', { name: 'Spara' }).click();
      const week = page.getByRole('article').filter({ hasText: 'Företag i huset' });
      await expect(week.first()).toContainText('09:00–15:00');
      await week.first().getByRole('link').click();
      await expect(page.getByLabel('Måndag, öppnar')).toHaveValue('09:00');
      await page.getByRole('button', { name: 'Ta bort' }).click();
      await expect(page.getByText('Borttaget.')).toBeVisible();
    });
  });
}

test('whoever finds a place taken stands in line, and leaves it', async ({ page }) => {
  await enterAs(page, emil, `${lasvarg}/bookings`);
  const first = page.getByRole('listitem').filter({ hasText: 'Först i kön' });
  await expect(first).toContainText('Storsjön');
  await page.goto(`${lasvarg}/book?date=${thursday()}&from=10%3A00&to=11%3A00`);
  await page.getByRole('link', { name: 'Andra tider och väntelista: Storsjön' }).click();
  await page.getByLabel('Vilken som helst av samma typ').check();
  await page.getByRole('button', { name: 'Säg till när det blir ledigt' }).click();
  await expect(page.locator('.ds-error-summary')).toContainText('Det finns ledigt.');
  await page.getByLabel('Just Storsjön').check();
  await page.getByRole('button', { name: 'Säg till när det blir ledigt' }).click();
  await expect(page.getByText('Du står på väntelistan.')).toBeVisible();
  const own = page.getByRole('listitem').filter({ hasText: '10:00–11:00' });
  await own.getByRole('button', { name: 'Lämna väntelistan' }).click();
  await expect(page.getByText('Du har lämnat väntelistan.')).toBeVisible();
  await expect(own.getByRole('button', { name: 'Lämna väntelistan' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Det ni väntar på' })).toBeVisible();
  await expectAccessible(page);
});

test('every page of hours and rules fits a small screen and is accessible', async ({ page }) => {
  await enterAs(page, anders, `${house}/hours`);
  await page.setViewportSize({ width: 320, height: 900 });
  const paths = ['hours', 'hours/week', 'hours/week?week=usual', 'hours/holidays', 'rules'];
  const more = ['rules/kind?kind=SHOWROOM', 'rules/limit', 'closures', 'closures/new'];
  for (const path of [...paths, ...more]) {
    await page.goto(`${house}/${path}`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
});

test('a visitor is told of holidays and closures to come', async ({ page }) => {
  await page.goto('/sv/ostersund/workspace');
  await expect(page.getByRole('heading', { name: 'Stängt framöver' })).toBeVisible();
});
