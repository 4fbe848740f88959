import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button, unique } from '#tests/support/steps.ts';

const henrik = 'henrik.aslund@ostersunds-kommun.example';
const sanna = 'sanna.kroksjo@are-kommun.example';
const amina = 'amina.holmer@fjallsyn.example';
const project = '/sv/ostersund/ostersunds-kommun/projects/lugna-natter';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'default' });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(240_000);

    test('a result is written, published, taken up by another, and seen on board and map', async ({
      page,
      browser,
      baseURL,
    }) => {
      const checked = async (which = page) => {
        if (javaScriptEnabled) await expectAccessible(which);
        await expectNoSidewaysScroll(which);
      };
      const title = `Nattlig tillsyn ${unique()}`;
      await signIn(page, henrik);
      await page.goto(`${project}/results`);
      await checked();
      await page.getByRole('link', { name: 'Skriv ett resultat' }).click();
      await page.getByLabel('Vad heter resultatet?').fill(title);
      await page.getByLabel(/Vad är det\?/).fill('Bild i stället för besök.');
      await page.getByRole('textbox', { name: 'Effekt 1', exact: true }).fill('Färre resor');
      await page.getByLabel(/^Vägledningar/).fill('Rutinen utan adress');
      await button(page, 'Spara utkastet').click();
      await expect(page.getByText('Varje rad ska sluta med en hel adress').first()).toBeVisible();
      await expect(page.getByLabel(/Vad är det\?/)).toHaveValue('Bild i stället för besök.');
      await page.getByLabel(/^Vägledningar/).fill('Rutinen https://ostersund.example/rutin');
      await button(page, 'Spara utkastet').click();
      await expect(page.getByText('Utkastet är sparat.')).toBeVisible();
      await expect(page.getByText('en källa till varje effekt')).toBeVisible();
      await expect(button(page, 'Publicera')).toHaveCount(0);
      await checked();
      await page.getByLabel(/^Effekt 1: källa/).fill('Körjournaler');
      await page.getByLabel(/^Kostnad att börja/).fill('120 000');
      await page.getByLabel(/^Kostnad varje år/).fill('35 000,50');
      await page.getByLabel(/^Vem frågar man/).fill('natt@ostersund.example');
      const nextYear = new Date().getUTCFullYear() + 1;
      await page.getByLabel(/^Ska ses över senast/).fill(`${nextYear}-06-30`);
      await button(page, 'Spara utkastet').click();
      await expect(page.getByText('Utkastet är sparat.')).toBeVisible();
      await button(page, 'Publicera').click();
      await expect(page.getByText('Resultatet är publicerat.')).toBeVisible();
      await page.getByRole('link', { name: 'Se det som är publicerat' }).click();
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      const address = new URL(page.url()).pathname.split('/').at(-1);

      const other = await another(browser, { baseURL, javaScriptEnabled, width: 390 }, sanna);
      await other.goto(`/sv/ostersund/are-kommun/results/${address}`);
      await expect(other.getByRole('radio', { name: 'Använder' })).toHaveCount(0);
      await other.getByRole('radio', { name: 'Följer' }).check();
      await button(other, 'Spara var ni står').click();
      await expect(other.getByText('Sparat: nu vet andra var ni står.')).toBeVisible();
      await checked(other);

      await page.getByRole('radio', { name: 'Avstår' }).check();
      await button(page, 'Spara var ni står').click();
      await expect(page.getByText('Skriv varför, så att andra kan lära').first()).toBeVisible();
      await page.getByRole('radio', { name: 'Inför' }).check();
      await button(page, 'Spara var ni står').click();
      await expect(page.getByText('Sparat: nu vet andra var ni står.')).toBeVisible();
      await page.goto(`/sv/ostersund/ostersunds-kommun/results/${address}`);
      await page.getByRole('radio', { name: 'Använder' }).check();
      await page.getByLabel(/^Använder det sedan/).fill('2026-02-01');
      await button(page, 'Spara var ni står').click();
      await expect(page.getByText('Sparat: nu vet andra var ni står.')).toBeVisible();
      await checked();
      await other.goto(`/sv/ostersund/are-kommun/spread?result=${address}`);
      await expect(other.getByRole('img', { name: new RegExp(title) })).toBeVisible();
      await expect(other.getByRole('row', { name: /^Östersund.*Använder/ })).toBeVisible();
      await checked(other);
      const file = await other.request.get('/sv/ostersund/are-kommun/spread/export.csv');
      expect(await file.text()).toContain(title);

      const company = await another(browser, { baseURL, javaScriptEnabled }, amina);
      await company.goto('/sv/ostersund/fjallsyn/spread');
      await expect(company.getByText(title)).toBeVisible();
      await expect(company.getByRole('table')).toHaveCount(0);
      const shut = await company.request.get('/sv/ostersund/fjallsyn/spread/export.csv');
      expect(shut.status()).toBe(404);

      const visitor = await another(browser, { baseURL, javaScriptEnabled });
      await expect(async () => {
        await visitor.goto(`/sv/ostersund/results/${address}`);
        await expect(visitor.getByText(/1 organisation använder det/)).toBeVisible({
          timeout: 1000,
        });
      }).toPass({ timeout: 20_000 });
      await expect(visitor.getByText('1 kommun med')).toBeVisible();
      await checked(visitor);
      await visitor.goto('/sv/ostersund/projects/lugna-natter');
      await expect(visitor.getByRole('link', { name: title })).toBeVisible();
      await checked(visitor);
      await visitor.goto('/sv/ostersund/results');
      await expect(visitor.getByRole('link', { name: title })).toBeVisible();
      await checked(visitor);
    });
  });
}
