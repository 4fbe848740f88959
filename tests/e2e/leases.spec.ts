import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button, unique } from '#tests/support/steps.ts';

const emil = 'emil.sandgren@lasvarg.example';
const amina = 'amina.holmer@fjallsyn.example';
const host = 'jonna.persgard@region-jamtland-harjedalen.example';
const admin = 'anders.sundvall@region-jamtland-harjedalen.example';

/** The Monday some weeks ahead, and days of its week. */
const monday = (weeks: number) => {
  const today = Temporal.Now.plainDateISO('Europe/Stockholm');
  return today.add({ days: 8 - today.dayOfWeek + weeks * 7 });
};
const done = (page: Page) => page.locator('main [role=status]');
const summary = (page: Page) => page.locator('main [role=alert]');

for (const javaScriptEnabled of [true, false]) {
  const place = javaScriptEnabled ? 'Fast plats 3' : 'Fast plats 4';
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a place is offered, signed, given back for a day, and given notice of', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(240_000);
      const first = monday(5);
      const options = { baseURL, javaScriptEnabled };

      // The house writes an offer; what is missing is said, and what was typed stays.
      await signIn(page, host);
      await page.goto('/sv/ostersund/house/leases/new');
      await page.getByLabel('Vem hyr?').selectOption('Låsvarg AB');
      await page.getByLabel('Första dag').fill(first.toString());
      await page.getByLabel('Hyra per månad').fill('3 200,50');
      await page.getByLabel('Villkor', { exact: false }).last().fill('Ni får egen nyckel.');
      await button(page, 'Spara utkastet').click();
      await expect(summary(page)).toContainText('Välj minst en plats');
      await expect(page.getByLabel('Hyra per månad')).toHaveValue('3 200,50');
      await page.getByLabel(`${place} (fast plats)`).check();
      await button(page, 'Spara utkastet').click();
      await expect(done(page)).toContainText('Utkastet är sparat');
      await expect(page.getByText('3 200,50 kr')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, 'Skicka erbjudandet').click();
      await expect(done(page)).toContainText('Erbjudandet är skickat');
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

      // The organisation's administrator signs.
      const member = await another(browser, options, emil);
      await member.goto(`/sv/ostersund/lasvarg/leases/${id}`);
      await expect(member.getByText('Undantaget (uthyrning)')).toBeVisible();
      await expect(member.getByText('Du skriver under som Emil Sandgren.')).toBeVisible();
      await member.goto('/sv/ostersund/lasvarg');
      const waits = member.getByRole('region', { name: 'Väntar på er' });
      await waits.getByRole('link', { name: `Erbjudande att hyra ${place}` }).click();
      await button(member, 'Skriv under avtalet').click();
      await expect(summary(member)).toContainText('Bekräfta att du får teckna avtal');
      await expect(summary(member).getByText('Bekräfta att du får teckna avtal')).toHaveCount(1);
      await member.getByLabel('Jag får teckna avtal').check();
      await button(member, 'Skriv under avtalet').click();
      await expect(done(member)).toContainText('Avtalet är undertecknat');
      await expect(member.getByText('av Emil Sandgren')).toBeVisible();

      // Another last day is proposed by the house, and holds when the organisation has signed it.
      const last = first.add({ months: 6 });
      await page.goto(`/sv/ostersund/house/leases/${id}`);
      await page.getByLabel('Ny sista dag').fill(last.toString());
      await button(page, 'Skicka förslaget').click();
      await expect(summary(page)).toContainText('Skriv varför');
      await expect(page.getByLabel('Ny sista dag')).toHaveValue(last.toString());
      await page.getByLabel('Varför?', { exact: true }).fill('Huset byggs om.');
      await button(page, 'Skicka förslaget').click();
      await expect(done(page)).toContainText('Förslaget är skickat');
      await expect(button(page, 'Ta tillbaka förslaget')).toBeVisible();
      await expect(button(page, 'Skriv under ändringen')).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await member.goto('/sv/ostersund/lasvarg');
      await waits.getByRole('link', { name: `ny sista dag för ${place}` }).click();
      await expect(member.getByText('Huset byggs om.').first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(member);
      await member.getByLabel('Jag får teckna avtal').check();
      await button(member, 'Skriv under ändringen').click();
      await expect(done(member)).toContainText('Sista dagen är ändrad');
      await expect(member.getByText('skrev Emil Sandgren för Låsvarg AB under')).toBeVisible();

      // The organisation asks for it to go on; the house says no.
      await member.getByLabel('Ny sista dag').fill('');
      await member.getByLabel('Varför?', { exact: true }).fill('Vi vill stanna.');
      await button(member, 'Skicka förslaget').click();
      await expect(done(member)).toContainText('Förslaget är skickat');
      await page.reload();
      await page.getByText('Tacka nej till förslaget').first().click();
      await button(page, 'Tacka nej till förslaget').click();
      await expect(done(page)).toContainText('Förslaget är avböjt');
      await member.reload();
      await expect(member.getByText('tackade Jonna Persgård')).toBeVisible();

      // Two days are given back, and somebody else books one of them.
      const [tuesday, wednesday] = [first.add({ days: 1 }), first.add({ days: 2 })];
      await member.getByLabel('Från och med').fill(tuesday.toString());
      await member.getByLabel('Till och med').fill(wednesday.toString());
      await button(member, 'Lämna tillbaka').click();
      await expect(done(member)).toContainText('Dagarna är återlämnade');
      if (javaScriptEnabled) await expectAccessible(member);
      const other = await another(browser, options, amina);
      const search = (day: Temporal.PlainDate) =>
        `/sv/ostersund/fjallsyn/book?date=${day}&from=09%3A00&to=12%3A00`;
      const offered = other.getByRole('link', { name: `Boka ${place}`, exact: true }).first();
      await other.goto(search(first));
      await expect(offered).toHaveCount(0);
      await other.goto(search(tuesday));
      await offered.click();
      await button(other, 'Boka platsen').click();
      await expect(done(other)).toContainText('Platsen är bokad');

      // The sold day stays with whoever bought it; the other one comes back.
      await member.goto(`/sv/ostersund/lasvarg/leases/${id}`);
      await expect(member.getByText('bokad av någon annan')).toHaveCount(1);
      await member.getByRole('group', { name: 'Dagar ni har' }).getByRole('checkbox').check();
      await button(member, 'Ta tillbaka valda dagar').click();
      await expect(done(member)).toContainText('Dagarna är era igen');
      await other.goto(search(wednesday));
      await expect(offered).toHaveCount(0);

      // A term that has an end is not given notice of; of one that goes on it is.
      await expect(member.getByText('Säg upp avtalet')).toHaveCount(0);
      await member.getByLabel('Ny sista dag').fill('');
      await member.getByLabel('Varför?', { exact: true }).fill('Vi frågar igen.');
      await button(member, 'Skicka förslaget').click();
      await expect(done(member)).toContainText('Förslaget är skickat');
      await page.reload();
      await expect(page.getByText('Dagar som Låsvarg AB har lämnat tillbaka')).toBeVisible();
      await page.getByLabel('Jag får teckna avtal').check();
      await button(page, 'Skriv under ändringen').click();
      await expect(done(page)).toContainText('Sista dagen är ändrad');
      await member.reload();
      await member.getByText('Säg upp avtalet').click();
      await button(member, 'Säg upp').click();
      await expect(done(member)).toContainText('Avtalet är uppsagt');
      await page.reload();
      await expect(page.getByText('Uppsagt', { exact: true })).toBeVisible();
    });
  });
}

test('a place is added, taken out of service past a booking, and hidden', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const name = `Prov ${unique()}`;
  const day = monday(6);
  await signIn(page, admin);
  await page.goto('/sv/ostersund/house/places/new');
  await page.getByLabel('Namn på svenska').fill(name);
  await page.getByLabel('Kortnamn').fill(name.toLowerCase().replace(' ', '-'));
  await button(page, 'Spara').click();
  await expect(done(page)).toContainText('Platsen är sparad');
  await expect(page.getByText('Står inte på planritningen än.')).toBeVisible();
  const address = new URL(page.url()).pathname;

  const member = await another(browser, { baseURL }, emil);
  await member.goto(`/sv/ostersund/lasvarg/book?date=${day}&from=08%3A00&to=12%3A00`);
  await member
    .getByRole('link', { name: `Boka ${name}`, exact: true })
    .first()
    .click();
  await button(member, 'Boka platsen').click();
  await expect(done(member)).toContainText('Platsen är bokad');
  const booking = new URL(member.url()).pathname;

  // Neither hidden nor closed behind the back of whoever has booked.
  await page.goto(`${address}/edit`);
  await page.getByLabel('Dold').check();
  await button(page, 'Spara').click();
  await expect(summary(page)).toContainText('Någon har platsen framöver');
  await expect(page.getByRole('link', { name: /Bokning, Prov .*Låsvarg AB/ })).toBeVisible();
  await page.goto(address);
  await page.getByLabel('Från och med').fill(day.toString());
  await page.getByLabel('Till och med').fill(day.toString());
  await page.getByLabel('Varför?').fill('Golvet slipas');
  await button(page, 'Ta ur bruk').click();
  await expect(summary(page)).toContainText('Platsen är bokad under den tiden');
  await page.getByLabel('Flytta dem').check();
  await button(page, 'Ta ur bruk').click();
  await expect(done(page)).toContainText('Platsen är ur bruk');
  await expectAccessible(page);
  await member.goto(booking);
  await expect(member.getByRole('heading', { level: 1 })).not.toContainText(name);

  await button(page, 'Ta i bruk igen').click();
  await expect(done(page)).toContainText('i bruk igen');
  await page.goto(`${address}/edit`);
  await page.getByLabel('Dold').check();
  await button(page, 'Spara').click();
  await expect(done(page)).toContainText('Ändringen är sparad');
});

test('no page of these is wider than a phone', async ({ browser, baseURL }) => {
  const pages: [string, string[]][] = [
    [admin, ['house/leases', 'house/leases/new', 'house/places', 'house/places/new']],
    [emil, ['lasvarg/leases']],
  ];
  for (const [email, paths] of pages) {
    const phone = await another(browser, { baseURL, width: 320 }, email);
    for (const path of paths) {
      await phone.goto(`/sv/ostersund/${path}`);
      await expectNoSidewaysScroll(phone);
      await expectAccessible(phone);
    }
  }
});
