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
const berit = 'amina.holmer@fjallsyn.example';
const at = (org: string) => `/sv/ostersund/${org}/projects/lugna-natter/meetings`;
const local = { timeZone: 'Europe/Stockholm' };

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'default' });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(180_000);

    test('a meeting is called, answered, minuted, and its minutes approved by another', async ({
      page,
      browser,
      baseURL,
    }) => {
      const checked = async () => {
        if (javaScriptEnabled) await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      };
      const title = `Möte ${unique()}`;
      await signIn(page, henrik);
      await page.goto(at('ostersunds-kommun'));
      await expect(page.getByRole('link', { name: 'Styrgruppsmöte 2' })).toBeVisible();
      await checked();
      await page.locator('summary', { hasText: 'Kalla till möte' }).click();
      await page.getByRole('radio', { name: /Styrgruppen/ }).check();
      await page.getByLabel('Vad heter mötet?').fill(title);
      await page
        .getByLabel('Dag', { exact: true })
        .fill(new Date().toLocaleDateString('sv', local));
      await page.getByLabel('Från klockan').fill('00:00');
      await page.getByLabel('Till klockan').fill('23:59');
      await page.getByLabel('Dagordning').fill('Läget\nNästa fas');
      await button(page, 'Skicka kallelsen').click();
      await expect(page.getByText('Skriv en plats eller en länk.').first()).toBeVisible();
      await expect(page.getByLabel('Dagordning')).toHaveValue('Läget\nNästa fas');
      await page.getByLabel('Plats', { exact: false }).first().fill('Rum Storsjön');
      await button(page, 'Skicka kallelsen').click();
      await expect(page.getByText('Mötet är kallat')).toBeVisible();
      const meeting = new URL(page.url()).pathname;
      await button(page, 'Jag kommer').click();
      await expect(page.getByRole('heading', { name: 'Kommer', exact: true })).toBeVisible();
      await checked();
      const file = await page.request.get(`${meeting}/calendar.ics`);
      expect(await file.text()).toContain(`SUMMARY:${title}`);

      await page.locator('summary', { hasText: 'Lägg till en punkt' }).click();
      await page.getByLabel('Punkt', { exact: true }).filter({ visible: true }).fill('Övrigt');
      await button(page, 'Spara punkten').filter({ visible: true }).click();
      await expect(page.getByText('Dagordningen är sparad.')).toBeVisible();

      await page.locator('summary', { hasText: 'Skriv protokollet' }).click();
      await page.getByLabel('Punkt 1: Läget').fill('Allt går bra.');
      await page.getByRole('checkbox', { name: /Sanna Kroksjö/ }).check();
      await button(page, 'Spara protokollet').click();
      await expect(page.getByText('Protokollet är sparat.')).toBeVisible();
      await expect(page.getByText('justeras av någon annan')).toBeVisible();
      await checked();

      const other = await another(browser, { baseURL, javaScriptEnabled }, sanna);
      await other.goto(meeting.replace('ostersunds-kommun', 'are-kommun'));
      await expect(other.getByText('Allt går bra.')).toBeVisible();
      await button(other, 'Justera protokollet').click();
      await expect(other.getByText('Protokollet är justerat.')).toBeVisible();
      await expect(other.locator('summary', { hasText: 'Ändra protokollet' })).toHaveCount(0);

      const company = await another(browser, { baseURL, javaScriptEnabled }, berit);
      const shut = await company.goto(meeting.replace('ostersunds-kommun', 'fjallsyn'));
      expect(shut?.status()).toBe(404);
    });
  });
}
