import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button, unique } from '#tests/support/steps.ts';

const henrik = 'henrik.aslund@ostersunds-kommun.example';
const anders = 'anders.sundvall@region-jamtland-harjedalen.example';
const at = '/sv/ostersund/ostersunds-kommun/projects/lugna-natter/pilots';
const today = () => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Stockholm' });

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'default' });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(180_000);

    test('a pilot is planned, checked, approved by its site, measured, and paused by the hub', async ({
      page,
      browser,
      baseURL,
    }) => {
      const checked = async (which = page) => {
        if (javaScriptEnabled) await expectAccessible(which);
        await expectNoSidewaysScroll(which);
      };
      const place = `Patrull ${unique()}`;
      await signIn(page, henrik);
      await page.goto(at);
      await expect(page.getByRole('rowheader', { name: /Körda kilometer/ })).toBeVisible();
      await checked();
      await page.locator('summary', { hasText: 'Planera en pilot' }).click();
      await page.getByLabel('Vems plats?').selectOption({ label: 'Östersunds kommun' });
      await page.getByLabel('Var, mer precist?').fill(place);
      await page.getByLabel('Första dagen').fill('2099-01-02');
      await page.getByLabel('Sista dagen').fill('2099-01-01');
      await button(page, 'Spara planen').click();
      await expect(page.getByText('Sista dagen kommer före den första.').first()).toBeVisible();
      await expect(page.getByLabel('Var, mer precist?')).toHaveValue(place);
      await page.getByLabel('Första dagen').fill(today());
      await button(page, 'Spara planen').click();
      await expect(page.getByText('Planen är sparad.')).toBeVisible();
      await expect(page.getByText('hela checklistan')).toBeVisible();
      await expect(button(page, 'Godkänn piloten')).toHaveCount(0);
      await checked();
      for (const box of await page.getByRole('checkbox').all()) await box.check();
      await button(page, 'Spara checklistan').click();
      await expect(page.getByText('Checklistan är sparad.')).toBeVisible();
      await page.locator('summary', { hasText: 'Skriv ett utgångsläge' }).click();
      await page.getByLabel('Före', { exact: true }).fill('118,5');
      await page.getByLabel('Mål', { exact: true }).fill('sjuttio');
      await page.getByLabel('Vem mäter, och när?').fill('Samordnaren varje månad');
      await button(page, 'Spara utgångsläget').click();
      await expect(page.getByText('Skriv ett tal, som 12,5.').first()).toBeVisible();
      await page.getByLabel('Mål', { exact: true }).fill('70');
      await button(page, 'Spara utgångsläget').click();
      await expect(page.getByText('Utgångsläget är sparat.')).toBeVisible();
      await button(page, 'Godkänn piloten').click();
      await expect(page.getByText('Piloten är godkänd.')).toBeVisible();
      await expect(page.getByText('Skriv ett utgångsläge')).toHaveCount(0);
      await button(page, 'Starta').click();
      await expect(page.getByText('Piloten är i gång.')).toBeVisible();
      await page.locator('summary', { hasText: 'Lägg till en mätning' }).click();
      await page.getByLabel('Dag', { exact: true }).fill(today());
      await page.getByLabel('Värde', { exact: true }).fill('86,5');
      await button(page, 'Spara mätningen').click();
      await expect(page.getByText('Mätningen är sparad.')).toBeVisible();
      await expect(page.getByRole('row', { name: /118,5.*70.*86,5/ })).toBeVisible();
      await checked();
      const pilot = new URL(page.url()).pathname;

      const hub = await another(browser, { baseURL, javaScriptEnabled }, anders);
      await hub.goto('/sv/ostersund/house/projects/lugna-natter');
      await hub.locator('summary', { hasText: place }).click();
      await hub.getByLabel('Varför?').filter({ visible: true }).first().fill('Ett larm uteblev.');
      await button(hub, 'Pausa genast').filter({ visible: true }).click();
      await expect(hub.getByText('Piloten är pausad, och alla parter')).toBeVisible();
      await checked(hub);
      await page.goto(pilot);
      await expect(page.getByText('Pausad: Ett larm uteblev.')).toBeVisible();
      await expect(button(page, 'Avsluta')).toHaveCount(0);

      const visitor = await another(browser, { baseURL, javaScriptEnabled, width: 390 });
      await expect(async () => {
        await visitor.goto('/sv/ostersund/projects/lugna-natter');
        await expect(visitor.getByText(place).first()).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 20_000 });
      await expect(visitor.getByText('Ett larm uteblev.')).toHaveCount(0);
      await checked(visitor);
    });
  });
}
