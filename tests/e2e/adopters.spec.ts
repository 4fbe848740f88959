import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';

const head = 'henrik.aslund@ostersunds-kommun.example';
const staff = 'maja.lindstrand@ostersunds-kommun.example';
const done = (page: Page) => page.locator('main [role=status]').first();
const demos = '/sv/ostersund/showroom';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const slug = javaScriptEnabled ? 'fickultraljud' : 'lakemedelsskap';

    test('a municipality says that it uses something, with what result, and takes it back', async ({
      page,
    }) => {
      await page.goto(`${demos}/${slug}`);
      await page.getByRole('link', { name: 'Vi använder det här' }).click();
      await page.locator(`form:has(input[value="${head}"]) button`).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Hur ni använder');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Vi har slutat').check();
      await page.getByLabel('Sedan').fill('2024-03-01');
      await page.getByLabel('Resultat').fill('Färre resor till sjukhuset');
      await page.getByRole('button', { name: 'Spara och visa' }).click();
      await expect(page.locator('.ds-error-summary')).toContainText('Skriv när ni slutade');
      await expect(page.getByLabel('Resultat')).toHaveValue('Färre resor till sjukhuset');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Slutade').fill('2026-01-31');
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: 'Spara och visa' }).click();
      await expect(done(page)).toContainText('Uppgiften visas nu för alla');
      if (javaScriptEnabled) await expectAccessible(page);

      const shown = page.locator('main li', { hasText: 'Färre resor till sjukhuset' });
      await expect(async () => {
        await page.goto(`${demos}/${slug}`);
        await expect(shown).toContainText('Östersunds kommun', { timeout: 500 });
      }).toPass({ timeout: 5000 });
      await expect(shown).toContainText('Har slutat');

      await page.goto('/sv/ostersund/ostersunds-kommun/uses');
      const own = page.locator('main li', { hasText: 'Färre resor till sjukhuset' });
      await own.getByRole('link', { name: 'Ändra' }).click();
      await page.getByRole('button', { name: 'Ta bort uppgiften' }).click();
      await expect(done(page)).toContainText('Uppgiften är borttagen');
      await expect(own).toHaveCount(0);
    });

    test('anyone sees whether something works where they are, and who is near', async ({
      page,
    }) => {
      await page.goto(`${demos}/digitalt-trygghetslarm`);
      await page.getByRole('link', { name: 'Fungerar det hos er?' }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Kommun').selectOption({ label: 'Härjedalen' });
      await page.getByRole('button', { name: 'Jämför' }).click();
      await expect(page.getByRole('row', { name: /Hem med mobiltäckning/ })).toContainText(
        '81 procent',
      );
      await expect(page.getByLabel('Hem med mobiltäckning')).toHaveValue('81');
      await expect(page.getByText('Vilka använder det, sett från Härjedalen')).toBeVisible();
      const km = await page.getByText(/\d+ km bort/).allTextContents();
      expect(km.length).toBeGreaterThan(1);
      await page.getByLabel('Tid en grupp kan lägga varje vecka').fill('10');
      await page.getByRole('button', { name: 'Jämför' }).click();
      await expect(
        page.getByText('Det här fungerar inte hos er som det är nu.').first(),
      ).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScroll(page);
    });

    test('numbers alone are answered, none are asked for, and too many per cent stay to be put right', async ({
      page,
    }) => {
      await page.goto(`${demos}/digitalt-trygghetslarm/here`);
      const check = page.getByRole('button', { name: 'Jämför' });
      await check.click();
      await expect(page.getByText('Välj en kommun eller fyll i minst ett tal')).toBeVisible();
      const coverage = page.getByLabel('Hem med mobiltäckning');
      await coverage.fill('130');
      await check.click();
      await expect(coverage).toHaveValue('130');
      await expect(coverage).toHaveAccessibleDescription(/Högst 100 procent/);
      await page.getByRole('link', { name: 'Hem med mobiltäckning: Högst 100 procent.' }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await coverage.fill('99');
      await check.click();
      await expect(page.getByRole('row', { name: /Hem med mobiltäckning/ })).toContainText(
        '99 procent',
      );
    });
  });
}

test('who is no administrator reads what the organisation said, and how it works', async ({
  page,
}) => {
  await signIn(page, staff);
  await page.goto('/sv/ostersund/ostersunds-kommun');
  await page.getByRole('link', { name: 'Vad vi använder' }).first().click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Ändra' }).first().click();
  await expect(page.getByText('Organisationens administratörer kan ändra det här')).toBeVisible();
  await page.goto('/sv/ostersund/ostersunds-kommun/profile');
  await expect(page.getByText('Organisationens administratörer kan ändra det här')).toBeVisible();
});

test('an organisation says how it works, in the numbers it types', async ({ page }) => {
  await signIn(page, head);
  await page.goto('/sv/ostersund/ostersunds-kommun/profile');
  await expectAccessible(page);
  await page.getByLabel('Bandbredd där den är sämst').fill('mycket');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(page.locator('.ds-error-summary')).toContainText('Skriv ett tal');
  await expect(page.getByLabel('Bandbredd där den är sämst')).toHaveValue('mycket');
  await page.getByLabel('Bandbredd där den är sämst').fill('47,5');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(done(page)).toContainText('Uppgifterna är sparade');
  await expect(page.getByLabel('Bandbredd där den är sämst')).toHaveValue('47,5');
});

test('the catalogue is open data, and each demo says in schema.org’s words what it is', async ({
  page,
  request,
}) => {
  const dcat = await request.get('/datasets/dcat');
  expect(dcat.status()).toBe(200);
  expect(dcat.headers()['content-type']).toContain('application/rdf+xml');
  expect(dcat.headers()['set-cookie']).toBeUndefined();
  const json = await (await request.get('/datasets/ostersund/demos.json')).json();
  expect(json.items.length).toBeGreaterThan(10);
  const csv = await request.get('/datasets/ostersund/demos.csv');
  expect((await csv.text()).split('\n').length).toBeGreaterThan(10);
  const again = await request.get('/datasets/ostersund/demos.csv', {
    headers: { 'If-None-Match': csv.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
  expect((await request.get('/datasets/nowhere/demos.json')).status()).toBe(404);
  await page.goto(`${demos}/digitalt-trygghetslarm`);
  const said = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(said ?? '')).toMatchObject({
    identifier: 'D-3C7W',
    name: 'Digitalt trygghetslarm',
  });
});
