import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button, unique } from '#tests/support/steps.ts';

const henrik = 'henrik.aslund@ostersunds-kommun.example';
const maja = 'maja.lindstrand@ostersunds-kommun.example';
const own = '/sv/ostersund/ostersunds-kommun';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'default' });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(180_000);

    test('a cost is planned, pledged by staff, confirmed by the administrator, and the thermometer rises', async ({
      page,
      browser,
      baseURL,
    }) => {
      const checked = async () => {
        if (javaScriptEnabled) await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      };
      await signIn(page, henrik);
      await page.goto(`${own}/projects/new`);
      await page.getByLabel('Vad heter projektet?').fill(`Dela lika ${unique()}`);
      await page.getByLabel(/Vad ska ni göra/).fill('Vi delar på kostnaden.');
      await page.getByRole('checkbox', { name: /^Nycklar tar tid/ }).check();
      await page.getByLabel('Första dagen').fill('2027-01-01');
      await page.getByLabel('Sista dagen').fill('2028-12-31');
      await button(page, 'Starta projektet').click();
      await expect(page.getByText('Projektet är startat.')).toBeVisible();
      await page.getByRole('link', { name: 'Kostnader och löften' }).click();
      await expect(page.getByText('Den som leder projektet har inte lagt upp')).toBeVisible();
      await page.getByRole('link', { name: 'Lägg upp en plan' }).click();
      await checked();
      await page.getByLabel('2027', { exact: true }).fill('en miljon');
      await page.getByRole('radio', { name: 'En del lika, resten efter invånare' }).check();
      await button(page, 'Spara planen').click();
      await expect(page.getByText('Skriv ett belopp, som 1 250 000').first()).toBeVisible();
      await expect(page.getByText('Skriv hur många procent').first()).toBeVisible();
      await expect(page.getByLabel('2027', { exact: true })).toHaveValue('en miljon');
      await page.getByLabel('2027', { exact: true }).fill('1 000 000');
      await page.getByLabel('Hur många procent delas lika?').fill('30');
      await button(page, 'Spara planen').click();
      await expect(page.getByText('Planen är sparad.')).toBeVisible();
      await expect(page.getByText('Delas 30 % lika och resten efter invånare.')).toBeVisible();
      await checked();

      const staff = await another(browser, { baseURL, javaScriptEnabled }, maja);
      await staff.goto(new URL(page.url()).pathname);
      await staff.locator('summary', { hasText: 'Föreslå ett löfte' }).click();
      await staff.getByRole('radio', { name: 'Pengar' }).check();
      await staff.getByLabel('Kronor, eller antal årsarbeten').fill('250 000');
      await button(staff, 'Föreslå ett löfte').click();
      await expect(staff.getByText('Löftet är föreslaget.')).toBeVisible();
      await expect(staff.locator('summary', { hasText: 'Bekräfta' })).toHaveCount(0);

      await page.goto(new URL(page.url()).pathname);
      await expect(page.getByText('(0 %)')).toBeVisible();
      await page.locator('summary', { hasText: 'Bekräfta' }).click();
      await button(page, 'Bekräfta').click();
      await expect(page.getByText('Skriv beslutets diarienummer.').first()).toBeVisible();
      await page.getByLabel('Diarienummer').first().fill('KS 2026-200');
      await button(page, 'Bekräfta').click();
      await expect(page.locator('.ds-alert[data-color="success"]')).toContainText(
        'Löftet är bekräftat.',
      );
      await expect(page.getByText('(25 %)')).toBeVisible();
      for (const kind of ['csv', 'pdf']) {
        const name = `Underlag som ${kind.toUpperCase()}`;
        const href = await page.getByRole('link', { name }).getAttribute('href');
        const file = await page.request.get(href ?? '');
        expect(file.headers()['content-type']).toContain(kind);
        expect((await file.body()).length).toBeGreaterThan(200);
      }
      await checked();
    });
  });
}
