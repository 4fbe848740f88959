import type { Locator, Page } from '@playwright/test';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { holidaysOf } from '#lib/workspace/holidays.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/e2e.ts';

const emil = 'emil.sandgren@lasvarg.example';
const amina = 'amina.holmer@fjallsyn.example';
const host = 'jonna.persgard@region-jamtland-harjedalen.example';
const lasvarg = '/sv/ostersund/lasvarg';
const fjallsyn = '/sv/ostersund/fjallsyn';

function isOpen(day: Temporal.PlainDate): boolean {
  const free = holidaysOf('SE', day.year).map(({ date }) => date);
  return day.dayOfWeek <= 4 && !free.includes(day.toString());
}

/** A Monday to Thursday beyond the demo bookings; tests that run side by side use days of their own. */
function workday(n: number): string {
  const start = Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 28 });
  const days = Array.from({ length: 60 }, (_, ahead) => start.add({ days: ahead }));
  return String(days.filter(isOpen)[n]);
}

const search = (org: string, date: string, rest = '') =>
  `${org}/book?date=${date}&from=09%3A00&to=12%3A00${rest}`;
/** Signs in and waits until they stand where they act. */
async function enterAs(page: Page, email: string, home: string): Promise<void> {
  await page.goto(`/sv/sign-in?next=${home}/bookings`);
  await page.locator(`form:has(input[value="${email}"]) button`).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Våra bokningar');
}

const done = (page: Page) => page.locator('main [role=status]');

async function choose(page: Page, place: string): Promise<void> {
  await page
    .getByRole('link', { name: `Boka ${place}`, exact: true })
    .first()
    .click();
}

/** Books a place as whoever is signed in and returns the booking's address. */
async function bookedBy(page: Page, org: string, date: string, place: string): Promise<string> {
  await page.goto(search(org, date));
  await choose(page, place);
  await page.getByRole('button', { name: 'Boka platsen' }).click();
  await expect(done(page)).toContainText('Platsen är bokad');
  return new URL(page.url()).pathname;
}

test.describe('Someone at a company', () => {
  for (const javaScriptEnabled of [true, false]) {
    const day = workday(javaScriptEnabled ? 0 : 1);
    const purpose = `Prov den ${day}`;
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled });

      test('finds a place, books it, gets the calendar file, and cancels', async ({ page }) => {
        await enterAs(page, emil, lasvarg);
        await page.goto(`${lasvarg}/book`);
        await page.getByLabel('Dag', { exact: true }).fill(day);
        await page.getByLabel('Från').selectOption('09:00');
        await page.getByLabel('Till').selectOption('12:00');
        await page.getByLabel('Typ av plats').selectOption('HOT_DESK');
        await page.getByRole('button', { name: 'Visa lediga platser' }).click();
        await expect(page.getByRole('heading', { name: '16 lediga platser' })).toBeVisible();
        await choose(page, 'Plats 7');
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Boka Plats 7');
        // A flexible desk is booked by the half day.
        await expect(page.getByText('5 timmar')).toBeVisible();
        await page.getByLabel('Vad ska du göra?').fill(purpose);
        await page.getByRole('button', { name: 'Boka platsen' }).click();
        await expect(done(page)).toContainText(`Bekräftelsen är på väg till ${emil}`);
        await expect(page.getByText(purpose)).toBeVisible();

        const file = page.getByRole('link', { name: 'Lägg till i kalendern' });
        const answer = await page.request.get((await file.getAttribute('href')) ?? '');
        expect(answer.headers()['content-type']).toContain('text/calendar');
        expect(answer.headers()['content-disposition']).toContain('attachment');
        const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
        const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
        expect(event.startDate.toString()).toBe(`${day}T07:00:00`);
        expect(event.summary).toBe(`Plats 7: ${purpose}`);

        await page.goto(search(lasvarg, day));
        const taken = page.locator('main li', { hasText: /^Plats 7/ });
        await expect(taken).toContainText('Bokad av er');
        await expect(taken.getByRole('link')).toHaveCount(0);

        await page.getByRole('link', { name: 'I huset' }).first().click();
        const row = page.locator('main li', { hasText: purpose });
        for (let n = 1; n < 6 && (await row.count()) === 0; n += 1) {
          await page.goto(`${lasvarg}/bookings?page=${n}`);
        }
        await row.getByRole('link', { name: /^Avboka Plats 7/ }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Avboka Plats 7?');
        await page.getByRole('button', { name: 'Avboka' }).click();
        await expect(done(page)).toContainText('Bokningen är avbokad');
        await page.goto(search(lasvarg, day));
        await expect(page.getByRole('link', { name: 'Boka Plats 7', exact: true })).toBeVisible();
      });

      test('who is a moment too late keeps the purpose and sees what is free instead', async ({
        page,
        browser,
        baseURL,
      }) => {
        test.setTimeout(90_000);
        const date = workday(javaScriptEnabled ? 2 : 3);
        const context = await browser.newContext({
          javaScriptEnabled,
          ...(baseURL && { baseURL }),
        });
        const other = await context.newPage();
        await enterAs(page, emil, lasvarg);
        await enterAs(other, amina, fjallsyn);
        const purposes = ['Möte om lås', 'Möte om ljud'] as const;
        for (const [n, [one, org]] of (
          [
            [page, lasvarg],
            [other, fjallsyn],
          ] as const
        ).entries()) {
          await one.goto(search(org, date));
          await choose(one, 'Plats 5');
          await one.getByLabel('Vad ska du göra?').fill(purposes[n] ?? '');
        }
        await Promise.all(
          [page, other].map((one) => one.getByRole('button', { name: 'Boka platsen' }).click()),
        );
        const lost = (one: Page) => one.getByRole('alert').filter({ hasText: 'hann före' });
        await Promise.all(
          [page, other].map((one) => expect(done(one).or(lost(one))).toBeVisible()),
        );
        const losers = [];
        for (const one of [page, other]) if (await lost(one).isVisible()) losers.push(one);
        expect(losers).toHaveLength(1);
        const loser = losers[0] ?? page;
        const purpose = purposes[loser === page ? 0 : 1];
        await expect(loser.getByLabel('Vad ska du göra?')).toHaveValue(purpose);
        if (javaScriptEnabled) {
          await expect(lost(loser)).toBeFocused();
          await expectAccessible(loser);
        }

        const ways = loser.getByRole('region', { name: 'Det här är ledigt i stället' });
        await expect(ways.getByRole('link')).toHaveCount(6);
        await ways
          .getByRole('link', { name: /samma tid/ })
          .first()
          .click();
        await expect(loser.getByLabel('Vad ska du göra?')).toHaveValue(purpose);
        await expect(loser.locator('#from')).toHaveText('07:00');
        await loser.getByRole('button', { name: 'Boka platsen' }).click();
        await expect(done(loser)).toContainText('Platsen är bokad');
        await context.close();
      });
    });
  }

  test('books, changes and cancels by keyboard alone, from the plan', async ({ page }) => {
    await enterAs(page, emil, lasvarg);
    await page.goto(search(lasvarg, workday(4), '&view=plan'));
    await expect(page.getByRole('link', { name: 'Planritning' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await tabTo(page, page.getByRole('link', { name: 'Hoppa över planen' }));
    const name = 'Plats 2, flexplats, höj- och sänkbart bord, skärmar: 2, ledigt 07:00–12:00';
    // The plan is one stop; arrows go from place to place in reading order.
    await page.keyboard.press('Tab');
    const place = page.getByRole('link', { name, exact: true });
    const isThere = () => place.evaluate((link) => link === document.activeElement);
    for (let n = 0; n < 60 && !(await isThere()); n += 1) await page.keyboard.press('ArrowRight');
    await expect(place).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Boka Plats 2');
    await tabTo(page, page.getByLabel('Vad ska du göra?'));
    await page.keyboard.type('Utan mus');
    await tabTo(page, page.getByRole('button', { name: 'Boka platsen' }));
    await page.keyboard.press('Enter');
    await expect(done(page)).toContainText('Platsen är bokad');
    await tabTo(page, page.getByRole('link', { name: 'Ändra' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ändra Plats 2');
    await tabTo(page, page.getByLabel('Plats', { exact: true }));
    await page.keyboard.type('Plats 12');
    await tabTo(page, page.getByRole('button', { name: 'Spara ändringen' }));
    await page.keyboard.press('Enter');
    await expect(done(page)).toContainText('Bokningen är ändrad');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plats 12');
    await tabTo(page, page.getByRole('link', { name: 'Avboka' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Avboka Plats 12?');
    await tabTo(page, page.getByRole('button', { name: 'Avboka' }));
    await page.keyboard.press('Enter');
    await expect(done(page)).toContainText('Bokningen är avbokad');
  });

  test('books at 320 px, where only the plan is wider than its box', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await enterAs(page, emil, lasvarg);
    for (const view of ['list', 'plan']) {
      await page.goto(search(lasvarg, workday(5), `&view=${view}`));
      await expectNoSidewaysScroll(page);
    }
    await choose(page, 'Plats 3');
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Boka platsen' }).click();
    await expect(done(page)).toContainText('Platsen är bokad');
    await expectNoSidewaysScroll(page);
    await page.goto(`${lasvarg}/bookings`);
    await expectNoSidewaysScroll(page);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`meets no obstacle in any state, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme });
      await enterAs(page, emil, lasvarg);
      const day = workday(colorScheme === 'light' ? 6 : 7);
      await page.goto(search(lasvarg, day));
      const [taken, confirm] = await Promise.all(
        ['Plats 9', 'Plats 10'].map(async (place) => {
          const link = page.getByRole('link', { name: `Boka ${place}`, exact: true });
          return (await link.getAttribute('href')) ?? '';
        }),
      );
      const booking = await bookedBy(page, lasvarg, day, 'Plats 9');
      await expectAccessible(page);
      const states = [
        search(lasvarg, day),
        search(lasvarg, day, '&view=plan'),
        search(lasvarg, day, '&seats=500'),
        `${lasvarg}/book/grid?view=day&date=${day}`,
        `${lasvarg}/book/grid?view=week&date=${day}`,
        `${lasvarg}/bookings/calendars`,
        search(lasvarg, '2020-01-01'),
        `${lasvarg}/book?date=igår&from=03:10&seats=x&kind=BAD`,
        confirm ?? '',
        (confirm ?? '').replace(/date=[^&]+/, 'date=2020-01-01'),
        taken ?? '',
        booking,
        `${booking}/cancel`,
        `${lasvarg}/bookings`,
        `${lasvarg}/bookings?show=past`,
        `${lasvarg}/bookings?page=99`,
      ];
      for (const state of states) {
        await page.goto(state);
        await expectAccessible(page);
      }
      await page.goto(`${booking}/cancel`);
      await page.getByRole('button', { name: 'Avboka' }).click();
      await expect(done(page)).toContainText('Bokningen är avbokad');
      await expectAccessible(page);
      await page.goto(`${booking}/cancel`);
      await expect(page.getByText('Bokningen är redan avbokad')).toBeVisible();
      await expectAccessible(page);
    });
  }

  test('gets a sentence for a wrong time and 404 for what is not theirs', async ({
    page,
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    const other = await context.newPage();
    await enterAs(other, amina, fjallsyn);
    const theirs = await bookedBy(other, fjallsyn, workday(8), 'Plats 1');
    const id = theirs.split('/').at(-1);
    await context.close();

    await enterAs(page, emil, lasvarg);
    await page.goto(`${lasvarg}/book?date=2027-02-30&from=25:00&to=09:07`);
    await expect(page.locator('[id$="date-error"]')).toContainText('år, månad och dag');
    await expect(page.locator('[id$="to-error"]')).toContainText('hel kvart');
    await page.goto(search(lasvarg, '2020-01-01'));
    await expect(page.locator('[id$="date-error"]')).toContainText('Tiden har redan varit');
    const missing = [
      `${lasvarg}/bookings/${id}`,
      `${lasvarg}/bookings/${id}/cancel`,
      `${lasvarg}/bookings/${id}/calendar.ics`,
      `${lasvarg}/bookings/x'--`,
      `${lasvarg}/book/${id}`,
      `${lasvarg}/book/1`,
      `${lasvarg}/book?site=nowhere`,
      `${fjallsyn}/bookings`,
      '/sv/innlandet/lasvarg/book',
      '/sv/ostersund/house/today',
    ];
    for (const address of missing) {
      const answer = await page.request.get(address);
      expect(answer.status(), address).toBe(404);
    }
  });

  test('is asked to sign in first, and comes back to what was asked for', async ({ page }) => {
    await page.goto(search(lasvarg, workday(9)));
    await expect(page).toHaveURL(/\/sv\/sign-in\?next=/);
    await page.locator(`form:has(input[value="${emil}"]) button`).click();
    await expect(page).toHaveURL(new RegExp(`/lasvarg/book\\?date=${workday(9)}`));
  });
});

test.describe('The host', () => {
  test('sees the day of the house with every organisation, and turns the days', async ({
    page,
    browser,
    signedInAs,
    baseURL,
  }) => {
    const day = workday(10);
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    const company = await context.newPage();
    await enterAs(company, emil, lasvarg);
    await bookedBy(company, lasvarg, day, 'Plats 11');
    await context.close();

    await signedInAs(host);
    await page.goto('/sv/ostersund/house/today');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('I dag i huset');
    await expectAccessible(page);
    await page.goto(`/sv/ostersund/house/today?date=${day}`);
    const row = page.locator('main li', { hasText: 'Plats 11' });
    await expect(row).toContainText('07:00–12:00');
    await expect(row).toContainText('Låsvarg AB');
    await expect(row).toContainText('Emil Sandgren');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Dagen efter' }).click();
    await expect(page.locator('main li', { hasText: 'Plats 11' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Till i dag' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('I dag i huset');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/sv/ostersund/house/today?date=${day}`);
    await expectNoSidewaysScroll(page);
  });
});

/** Presses Tab until something has the focus; fails when it never does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}
