import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';

const admin = 'anders.sundvall@region-jamtland-harjedalen.example';
const host = 'jonna.persgard@region-jamtland-harjedalen.example';
const emil = 'emil.sandgren@lasvarg.example';
const maja = 'maja.lindstrand@ostersunds-kommun.example';
const head = 'henrik.aslund@ostersunds-kommun.example';
const house = '/sv/ostersund/house';
const lasvarg = '/sv/ostersund/lasvarg';
const done = (page: Page) => page.locator('main [role=status]').first();

// One way after the other: both rewrite the same terms.
test.describe.configure({ mode: 'default' });

/** A Monday or Tuesday when the lab is open and nobody else books it. */
function labDay(n: number): string {
  const start = Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 70 });
  return String(start.add({ days: ((8 - start.dayOfWeek) % 7) + n }));
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const way = javaScriptEnabled ? 'A' : 'B';

    test('the house reads how it is used, narrows it and takes it with it', async ({ page }) => {
      await signIn(page, host);
      await page.goto(`${house}/today`);
      await page.getByRole('link', { name: 'Statistik' }).click();
      await expect(page.getByRole('heading', { name: 'Per veckodag' })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('heading', { name: 'Per typ av plats' }).scrollIntoViewIfNeeded();
      await page.getByText('Visa siffrorna').first().click();
      const table = page.getByRole('group', { name: 'Per typ av plats' });
      await expect(table.getByRole('row', { name: /^Fasta platser/ })).toContainText('tim');
      await page.getByLabel('Typ av plats', { exact: true }).selectOption('FIXED_DESK');
      await page.getByRole('button', { name: 'Visa', exact: true }).click();
      await expect(page).toHaveURL(/kind=FIXED_DESK/);
      await expect(page.getByLabel('Typ av plats', { exact: true })).toHaveValue('FIXED_DESK');
      const months = page.getByLabel('Till och med', { exact: true }).locator('option');
      const earliest = (await months.last().getAttribute('value')) ?? '';
      await page.getByLabel('Till och med', { exact: true }).selectOption(earliest);
      await page.getByRole('button', { name: 'Visa', exact: true }).click();
      await expect(page.getByText('Välj en senare sista månad')).toBeVisible();
      await page.goBack();
      const href = await page.getByRole('link', { name: 'Hämta som CSV' }).getAttribute('href');
      const file = await page.request.get(href ?? '');
      expect(file.headers()['content-type']).toContain('text/csv');
      expect(await file.text()).toContain('Per typ av plats;Fasta platser');
      expect(await file.text()).not.toContain('Mötesrum');
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScroll(page);
    });

    test('terms are rewritten, asked for before the next booking, and agreed to', async ({
      page,
    }) => {
      await signIn(page, admin);
      await page.goto(`${house}/terms`);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('link', { name: 'Ordningsregler för testlabbet' }).first().click();
      await page.getByRole('link', { name: 'Skriv en ny version' }).click();
      await page.getByLabel('Rubrik på svenska').fill('');
      await page.getByLabel('Rubrik på norska').fill('');
      await page.getByLabel('Rubrik på engelska').fill('');
      await page.getByRole('button', { name: 'Spara versionen' }).click();
      await expect(page.getByLabel('Rubrik på svenska')).toHaveAttribute('aria-invalid', 'true');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Rubrik på svenska').fill(`Ordningsregler för testlabbet ${way}`);
      await page.getByRole('button', { name: 'Spara versionen' }).click();
      await expect(done(page)).toContainText('Versionen är sparad');
      await expect(page.getByText('Ingen har godkänt den här versionen än.')).toBeVisible();
      const version = page.url().split('?')[0] as string;

      await page.context().clearCookies();
      await signIn(page, emil);
      const slot = `date=${labDay(javaScriptEnabled ? 0 : 1)}&from=09%3A00&to=11%3A00&kind=LAB`;
      await page.goto(`${lasvarg}/book?${slot}`);
      await page
        .getByRole('link', { name: /^Boka .*labb/i })
        .first()
        .click();
      await page
        .getByLabel('Syfte')
        .or(page.getByLabel(/Vad ska/))
        .first()
        .fill('Prov i kyla');
      await page.getByRole('button', { name: 'Boka platsen' }).click();
      await expect(page.locator('.ds-error-summary')).toContainText('villkor att godkänna');
      if (javaScriptEnabled) await expectAccessible(page);
      const box = page.getByRole('checkbox', { name: new RegExp(`testlabbet ${way}”`) });
      await page.getByText(`Läs ”Ordningsregler för testlabbet ${way}”`).click();
      await expect(page.getByText('Två personer är alltid på plats')).toBeVisible();
      await box.check();
      await page.getByRole('button', { name: 'Boka platsen' }).click();
      await expect(page).toHaveURL(/done=booked/);
      await page.goto(`${lasvarg}/terms`);
      await expect(page.getByText(/Godkänt .* av Emil/)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);

      await page.context().clearCookies();
      await signIn(page, admin);
      await page.goto(version);
      await expect(page.getByRole('row', { name: /Låsvarg/ })).toContainText('Emil');
    });

    test('somebody shows their own that they are in, and a company hears nothing of it', async ({
      page,
    }) => {
      const presence = (org: string) => `/sv/ostersund/${org}/presence`;
      await signIn(page, maja);
      await page.goto(presence('ostersunds-kommun'));
      if (javaScriptEnabled) await expectAccessible(page);
      const today = page.getByRole('group', { name: 'Visa det i dag för' });
      await today.getByLabel('Alla kommuner, regioner').check();
      await page.getByRole('button', { name: 'Spara för i dag' }).click();
      await expect(done(page)).toContainText('Valet för i dag är sparat');
      await expect(page.getByText('alla offentliga i hubben att du är i huset')).toBeVisible();

      await page.context().clearCookies();
      await signIn(page, head);
      await page.goto(presence('ostersunds-kommun'));
      await expect(page.getByRole('list', { name: 'Vem är i huset' })).toContainText('Maja');
      await page.context().clearCookies();
      await signIn(page, emil);
      await page.goto(presence('lasvarg'));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vem är i huset i dag');
      await expect(page.getByText('Maja Lindstrand')).toHaveCount(0);
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScroll(page);

      await page.context().clearCookies();
      await signIn(page, maja);
      await page.goto(presence('ostersunds-kommun'));
      await today.getByLabel('Visa inte att jag är här').check();
      await page.getByRole('button', { name: 'Spara för i dag' }).click();
      await expect(page.getByText('visas det inte för någon')).toBeVisible();
    });

    test('somebody does without a reminder, and chooses the language of the rest', async ({
      page,
    }) => {
      await signIn(page, emil);
      await page.getByRole('link', { name: 'Mina mejl' }).click();
      await page.getByRole('checkbox', { name: 'Dagen före en bokning' }).uncheck();
      await page.getByLabel('Språk i mejlen').selectOption('nb');
      const form = page.locator('form', {
        has: page.getByRole('checkbox', { name: 'Dagen före en bokning' }),
      });
      await form.getByRole('button', { name: 'Spara', exact: true }).click();
      await expect(done(page)).toContainText('Dina val är sparade');
      await expect(page.getByRole('checkbox', { name: 'Dagen före en bokning' })).not.toBeChecked();
      await expect(page.getByLabel('Språk i mejlen')).toHaveValue('nb');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('checkbox', { name: 'Dagen före en bokning' }).check();
      await page.getByLabel('Språk i mejlen').selectOption('sv');
      await form.getByRole('button', { name: 'Spara', exact: true }).click();
      await expect(page.getByRole('checkbox', { name: 'Dagen före en bokning' })).toBeChecked();
    });

    test('an organisation says what others see of its bookings', async ({ page }) => {
      await signIn(page, head);
      await page.goto('/sv/ostersund/ostersunds-kommun/organisation');
      const choice = page.getByRole('group', { name: 'Andra ser' });
      await choice.getByLabel('Bara att platsen är tagen').check();
      await page.getByRole('button', { name: 'Spara valet' }).click();
      await expect(done(page)).toContainText('Valet av vad andra ser');
      await expect(page.getByText(/kommande bokning(ar)? visas/)).toBeVisible();
      await expect(choice.getByLabel('Bara att platsen är tagen')).toBeChecked();
      if (javaScriptEnabled) await expectAccessible(page);
      await choice.getByLabel('Östersunds kommun').check();
      await page.getByRole('button', { name: 'Spara valet' }).click();
      await expect(page.getByText(/kommande bokning(ar)? visas/)).toHaveCount(0);
    });
  });
}
