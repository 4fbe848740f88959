import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { expect, signIn, test } from '#tests/support/e2e.ts';
import { another, button } from '#tests/support/steps.ts';

const solveig = 'solveig.lavestad@innlandet-fylkeskommune.example';
const eirik = 'eirik.varslund@asvarsel.example';
const hub = '/sv/innlandet';

/** The next Tuesday but one: a day that is open for who comes. */
const today = Temporal.Now.plainDateISO('Europe/Oslo');
const day = today.add({ days: 16 - today.dayOfWeek }).toString();
const looked = [
  `${hub}/asvarsel/book?date=${day}&from=09%3A00&to=12%3A00`,
  `${hub}/asvarsel/book/grid?date=${day}`,
  `${hub}/asvarsel/bookings/calendars`,
  `${hub}/asvarsel/visits`,
  `${hub}/workspace`,
  `${hub}/workspace/arrive`,
];

async function seen(page: Page): Promise<string[]> {
  const texts: string[] = [];
  for (const address of looked) {
    await page.goto(address);
    texts.push(...(await page.locator('main').allInnerTexts()));
  }
  return texts;
}

const done = (page: Page) => page.locator('main [role=status]');

test.use({ javaScriptEnabled: false });

test('a second house without places changes nothing for who books, and can be removed', async ({
  page,
  browser,
  baseURL,
}) => {
  const company = await another(browser, { baseURL, javaScriptEnabled: false }, eirik);
  const before = await seen(company);
  expect(before[0]).toMatch(/[1-9]\d* lediga platser/);

  await signIn(page, solveig);
  await page.goto(`${hub}/house/sites/new`);
  await page.getByLabel('Namn på svenska').fill('Annexet');
  await page.getByLabel('Kortnamn i adressen').fill('annexet');
  await page.getByLabel('Besöksadress').fill('Bakgata 3');
  await button(page, 'Spara').click();
  await expect(done(page)).toContainText('Huset är tillagt');
  expect(await seen(company)).toEqual(before);

  await page.getByText('Ny våning').click();
  const floor = page.locator('details', { hasText: 'Ny våning' });
  await floor.getByLabel('Namn på svenska').fill('Loftet');
  await floor.getByLabel('Nivå').fill('2');
  await floor.getByRole('button', { name: 'Spara våningen' }).click();
  await expect(done(page)).toContainText('Våningen är tillagd');
  expect(await seen(company)).toEqual(before);

  await page.getByText('Ändra våningen').click();
  await page.getByRole('button', { name: /^Ta bort våningen.*Loftet$/ }).click();
  await expect(done(page)).toContainText('Våningen är borttagen');
  await button(page, 'Ta bort huset').click();
  await expect(done(page)).toContainText('Huset är borttaget');
  await expect(page.getByText('Annexet')).toHaveCount(0);
  await page.goto(`${hub}/house/log`);
  await expect(page.locator('main')).toContainText('tog bort huset Annexet');
});
