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
    test.setTimeout(240_000);

    test('a group is formed, a seat taken, a phase planned, and a decision made', async ({
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
      await page.getByLabel('Vad heter projektet?').fill(`Besluta ihop ${unique()}`);
      await page.getByLabel(/Vad ska ni göra/).fill('Vi beslutar tillsammans.');
      await page.getByRole('checkbox', { name: /^Nycklar tar tid/ }).check();
      await page.getByLabel('Första dagen').fill('2027-01-01');
      await button(page, 'Starta projektet').click();
      await expect(page.getByText('Projektet är startat.')).toBeVisible();
      const project = new URL(page.url()).pathname;

      await page.getByRole('link', { name: 'Grupper' }).click();
      await page.locator('summary', { hasText: 'Bilda en grupp' }).click();
      await page.getByRole('radio', { name: 'Styrgrupp' }).check();
      await button(page, 'Spara gruppen').click();
      await expect(page.getByText('Ge gruppen ett namn.').first()).toBeVisible();
      await page.getByLabel('Vad heter gruppen?').fill('Styrgruppen');
      await page.getByLabel(/Vad ska den göra/).fill('Leder projektet.');
      await page.getByLabel('Platser för varje part').fill('2');
      await button(page, 'Spara gruppen').click();
      await expect(page.getByText('Gruppen är sparad.')).toBeVisible();
      for (const name of ['Henrik Åslund', 'Maja Lindstrand']) {
        await page.locator('summary', { hasText: 'Utse någon till en plats' }).click();
        await page.getByLabel('Vem av era medarbetare?').selectOption({ label: name });
        await button(page, 'Utse').click();
        await expect(page.getByRole('rowheader', { name })).toBeVisible();
        await expect(page.getByText('Personen är utsedd')).toBeVisible();
      }
      await page.locator('summary', { hasText: 'Ge en uppgift: Henrik Åslund' }).click();
      await page.getByRole('radio', { name: 'Ordförande', exact: true }).check();
      await button(page, 'Ge uppgiften').click();
      await expect(page.getByText('Uppgiften är given.')).toBeVisible();
      await checked();

      const staff = await another(browser, { baseURL, javaScriptEnabled }, maja);
      await staff.goto(`${project}/groups`);
      await staff.getByLabel(/Har du intressen/).fill('Ingår i ett bolags styrelse.');
      await button(staff, 'Ja, jag tar platsen').click();
      await expect(staff.getByText('Du har tagit platsen.')).toBeVisible();
      await expect(staff.getByText('Intressen: Ingår i ett bolags styrelse.')).toBeVisible();

      await page.goto(`${project}/timeline`);
      await page.locator('summary', { hasText: 'Planera en fas' }).click();
      await page.getByLabel('Vad heter fasen?').fill('Förbereda');
      await page.getByLabel('Första dagen').fill('2027-01-01');
      await page.getByLabel('Sista dagen').fill('2027-06-30');
      await page.getByLabel('Vad ska den ge?').fill('En rutin');
      await button(page, 'Spara fasen').click();
      await expect(page.getByText('Fasen är sparad.')).toBeVisible();
      await expect(page.getByRole('rowheader', { name: 'Förbereda' })).toBeVisible();
      await checked();

      await page.goto(`${project}/decisions`);
      await expect(page.getByText('Den första fasen är planerad')).toBeVisible();
      await page.getByRole('link', { name: 'Skriv ett beslut' }).click();
      await page.getByLabel('Rubrik').fill('Vi mäter på samma sätt');
      await page.getByLabel('Förslag till beslut').fill('Alla mäter uppvaknanden.');
      await button(page, 'Spara utkastet').click();
      await expect(page.getByText('Utkastet är sparat.')).toBeVisible();
      await page.getByLabel('Sista dagen att svara').fill('2099-12-31');
      await button(page, 'Lämna beslutet till parterna').click();
      await expect(page.getByText('Beslutet är lämnat till parterna.')).toBeVisible();
      await button(page, 'Räkna svaren').click();
      await expect(page.getByText(/Alla har inte svarat/).first()).toBeVisible();
      await staff.goto(new URL(page.url()).pathname);
      await staff.getByRole('radio', { name: 'Nej, med reservation' }).check();
      await button(staff, 'Svara').click();
      await expect(staff.getByText('Skriv varför ni reserverar er.').first()).toBeVisible();
      await staff.getByRole('radio', { name: 'Ja', exact: true }).check();
      await button(staff, 'Svara').click();
      await expect(staff.getByText('Ert svar är sparat.')).toBeVisible();
      await page.goto(new URL(page.url()).pathname);
      await checked();
      await button(page, 'Räkna svaren').click();
      await expect(page.getByText('Beslutet är avslutat.')).toBeVisible();
      await expect(page.getByText('Beslut 1', { exact: true })).toBeVisible();
      await expect(page.getByText(/^Maja Lindstrand, /)).toBeVisible();
      await checked();
    });
  });
}

test('what a demo project has decided is read by all who see it, and its answers by its parties', async ({
  page,
  browser,
  baseURL,
}) => {
  const path = `${own}/projects/lugna-natter/decisions`;
  await signIn(page, henrik);
  await page.goto(path);
  await page.getByRole('link', { name: 'Den som vill ha besök får besök' }).click();
  await expect(page.getByText('Nej, med reservation')).toBeVisible();
  await expectAccessible(page);
  const company = await another(
    browser,
    { baseURL, javaScriptEnabled: true },
    'emil.sandgren@lasvarg.example',
  );
  await company.goto(path.replace('ostersunds-kommun', 'lasvarg'));
  await company.getByRole('link', { name: 'Den som vill ha besök får besök' }).click();
  await expect(company.getByText('Kamera används bara med samtycke.')).toBeVisible();
  await expect(company.getByText('Nej, med reservation')).toHaveCount(0);
  await company.goto('/sv/ostersund/projects/lugna-natter');
  await expect(company.getByRole('heading', { name: 'Tidslinje' })).toBeVisible();
});
