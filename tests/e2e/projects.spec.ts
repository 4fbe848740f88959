import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button, unique } from '#tests/support/steps.ts';

const henrik = 'henrik.aslund@ostersunds-kommun.example';
const emil = 'emil.sandgren@lasvarg.example';
const amina = 'amina.holmer@fjallsyn.example';
const gunilla = 'gunilla.norrback@region-jamtland-harjedalen.example';
const anders = 'anders.sundvall@region-jamtland-harjedalen.example';
const own = '/sv/ostersund/ostersunds-kommun';
const house = '/sv/ostersund/house';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'default' });

async function open(page: Page, summary: string): Promise<void> {
  await page.locator('summary', { hasText: summary }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(180_000);

    test('a project is started for a need, joined by a company itself, shown by the hub, and stopped', async ({
      page,
      browser,
      baseURL,
    }) => {
      const title = `Nycklar på prov ${unique()}`;
      const checked = async (which: Page) => {
        if (javaScriptEnabled) await expectAccessible(which);
        await expectNoSidewaysScroll(which);
      };
      await signIn(page, henrik);
      await page.goto(`${own}/others?show=needs`);
      await page
        .getByRole('link', { name: /Nycklar tar tid/ })
        .first()
        .click();
      await page.getByRole('link', { name: 'Starta ett projekt' }).click();
      await expect(page.getByRole('checkbox', { name: /^Nycklar tar tid/ })).toBeChecked();
      await checked(page);
      await page.getByLabel('Sista dagen').fill('2020-01-01');
      await page.getByLabel('Vad heter projektet?').fill(title);
      await page.getByLabel(/Vad ska ni göra/).fill('Två kommuner prövar samma lås.');
      await button(page, 'Starta projektet').click();
      await expect(
        page.getByText('Sista dagen kan inte vara före den första.').first(),
      ).toBeVisible();
      await expect(page.getByLabel('Vad heter projektet?')).toHaveValue(title);
      await page.getByLabel('Sista dagen').fill('2031-12-31');
      await page.getByRole('radio', { name: 'Alla', exact: true }).check();
      await button(page, 'Starta projektet').click();
      await expect(page.getByText('Projektet är startat.')).toBeVisible();
      const slug = new URL(page.url()).pathname.split('/').at(-1) ?? '';

      await open(page, 'Bjud in en organisation');
      await page.getByLabel('Vem vill ni bjuda in?').selectOption({ label: 'Låsvarg AB' });
      await page.getByRole('radio', { name: 'Prövar på plats' }).check();
      await button(page, 'Bjud in').click();
      const no = 'Ett företag kan vara leverantör eller följa projektet.';
      await expect(page.getByText(no).first()).toBeVisible();
      await page.getByRole('radio', { name: 'Leverantör' }).check();
      await page.getByLabel('Hälsning').fill('Vi såg era lås i showroomet.');
      await button(page, 'Bjud in').click();
      await expect(page.getByText('Inbjudan är skickad.')).toBeVisible();
      await checked(page);

      const company = await another(browser, { baseURL, javaScriptEnabled, width: 390 }, emil);
      await company.goto('/sv/ostersund/lasvarg');
      await company
        .getByRole('link', { name: new RegExp(title) })
        .first()
        .click();
      await expect(company.getByText('Vi såg era lås i showroomet.').first()).toBeVisible();
      await checked(company);
      await button(company, 'Ja, vi är med').click();
      await expect(company.getByText('Ni är med i projektet.')).toBeVisible();

      const rival = await another(browser, { baseURL, javaScriptEnabled }, amina);
      const answer = await rival.goto(`/sv/ostersund/fjallsyn/others/projects/${slug}`);
      expect(answer?.status()).toBe(404);

      const hub = await another(browser, { baseURL, javaScriptEnabled }, gunilla);
      await hub.goto(`${house}/projects`);
      await checked(hub);
      await hub.getByRole('link', { name: title }).click();
      await hub.getByRole('radio', { name: 'Be dem se över något först' }).check();
      await button(hub, 'Svara').click();
      await expect(hub.getByText('Skriv vad de ska se över.').first()).toBeVisible();
      await hub.getByRole('radio', { name: 'Visa projektet' }).check();
      await button(hub, 'Svara').click();
      await expect(hub.getByText('Projektet visas nu')).toBeVisible();

      await rival.goto(`/sv/ostersund/fjallsyn/others/projects/${slug}`);
      await expect(rival.getByText('En administratör hos er kan fråga')).toBeVisible();
      await rival.goto(`/sv/ostersund/projects/${slug}`);
      await expect(rival.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(rival.getByRole('cell', { name: 'Låsvarg AB' })).toBeVisible();

      await page.goto(`${own}/projects/${slug}`);
      await open(page, 'Avbryt projektet');
      await page.getByLabel('Vad lärde ni er?').fill('Det blev inte av.');
      await button(page, 'Avbryt projektet').click();
      await expect(page.getByText('Skriv minst 200 tecken; nu är det 17.').first()).toBeVisible();
      await page.getByLabel('Vad lärde ni er?').fill('Dörrarna passade inte låsen. '.repeat(9));
      await button(page, 'Avbryt projektet').click();
      await expect(page.getByText('Projektet är avbrutet.').first()).toBeVisible();
      await company.goto('/sv/ostersund/lasvarg/notices');
      await expect(company.getByText(`har avbrutit projektet ”${title}”`)).toBeVisible();
    });

    test('a company joins an accepted proposal as what a company can be, and takes it back', async ({
      page,
    }) => {
      await signIn(page, javaScriptEnabled ? emil : henrik);
      const org = javaScriptEnabled ? 'lasvarg' : 'ostersunds-kommun';
      await page.goto(`/sv/ostersund/${org}/others?show=proposals&q=alla+boenden`);
      if (javaScriptEnabled) {
        await page.getByRole('link', { name: 'Nät till alla boenden' }).click();
      } else {
        await page.goto(`${own}/proposals`);
        await page.getByRole('link', { name: 'Nät till alla boenden' }).click();
      }
      const joining = page.getByRole('region', { name: 'Vilka går med' });
      await expect(joining).toBeVisible();
      if (!javaScriptEnabled) return;
      await open(page, 'Vi går med');
      await expect(page.getByRole('radio', { name: 'Prövar på plats' })).toHaveCount(0);
      await page.getByRole('radio', { name: 'Leverantör' }).check();
      await button(page, 'Vi går med').click();
      await expect(page.getByText('Ni har sagt att ni går med.')).toBeVisible();
      await expect(joining).toContainText('Låsvarg AB · Leverantör');
      await expectAccessible(page);
      await button(page, 'Vi går inte med').click();
      await expect(page.getByText('Ni går inte längre med.')).toBeVisible();
    });
  });
}

test('an accepted proposal that two have joined becomes a project', async ({ page }) => {
  await signIn(page, anders);
  await page.goto(`${house}/reviews`);
  await page.getByRole('link', { name: 'Nät till alla boenden' }).click();
  await open(page, 'Gör förslaget till ett projekt');
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Östersunds kommun' }).check();
  await button(page, 'Gör förslaget till ett projekt').click();
  await expect(page.getByText('Förslaget är nu ett projekt som formas.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nät till alla boenden');
  await expectAccessible(page);
});
