import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button } from '#tests/support/steps.ts';

const host = 'jonna.persgard@region-jamtland-harjedalen.example';
const emil = 'emil.sandgren@lasvarg.example';
const stranger = 'marte.skrinbakken@';
const done = (page: Page) => page.locator('main [role=status]').first();

async function openSigns(page: Page, place: string) {
  await signIn(page, host);
  await page.goto('/sv/ostersund/house/places');
  await page.getByRole('link', { name: place, exact: true }).click();
  await page.getByRole('link', { name: 'Skylt och skärmar' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a screen hangs without signing in, asks for itself again, and is taken down', async ({
      page,
      browser,
      baseURL,
    }) => {
      await openSigns(page, javaScriptEnabled ? 'Storsjön' : 'Frösön');
      if (javaScriptEnabled) await expectAccessible(page);
      const makes = button(page, 'Gör en skylt');
      if ((await makes.count()) > 0) await makes.click();
      await button(page, 'Gör en skärmadress').click();
      const field = page.getByLabel('Öppna adressen på skärmen');
      const address = new URL(await field.inputValue()).pathname;

      const screen = await another(browser, { baseURL, javaScriptEnabled });
      const answer = await screen.goto(address);
      expect(answer?.status()).toBe(200);
      expect(answer?.headers().refresh).toBe('60');
      expect(answer?.headers()['set-cookie']).toBeUndefined();
      await expect(screen.getByRole('heading', { level: 1 })).toHaveText(
        javaScriptEnabled ? 'Storsjön' : 'Frösön',
      );
      await expect(screen.getByText(/^(Ledig|Bokad|Stängt|Uthyrd|Ur bruk)$/).first()).toBeVisible();
      await expect(screen.locator('script')).toHaveCount(0);
      await screen.setViewportSize({ width: 320, height: 480 });
      await expectNoSidewaysScroll(screen);
      await screen.goto(`${address}?ink=1`);
      await expect(screen.locator('main')).toHaveCSS(
        'background-color',
        /rgb\(255, 255, 255\)|rgb\(0, 0, 0\)/,
      );

      for (const [width, height] of [
        [800, 480],
        [1024, 600],
        [1280, 800],
        [480, 800],
      ] as const) {
        await screen.setViewportSize({ width, height });
        const code = await screen.locator('footer svg').boundingBox();
        expect((code?.y ?? height) + (code?.height ?? 0), `${width}×${height}`).toBeLessThan(
          height,
        );
        await expectNoSidewaysScroll(screen);
      }

      await page.reload();
      await button(page, 'Ta tillbaka adressen').first().click();
      await expect(done(page)).toContainText('Adressen är tillbakatagen');
    });
  });
}

test('a scanned sign leads through signing in to the place, and tells others nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  await openSigns(page, 'Andersön');
  await page.getByRole('link', { name: 'Skriv ut skylten' }).click();
  await expectAccessible(page);
  const path = new URL((await page.getByText(/\/q\/[a-z0-9]{12}$/).textContent()) ?? '').pathname;

  const scanner = await another(browser, { baseURL });
  await scanner.goto(path);
  await expect(scanner.getByRole('heading', { level: 1 })).toHaveText('Andersön');
  await scanner.getByRole('link', { name: 'Logga in' }).last().click();
  await expect(scanner).toHaveURL(/\/sv\/sign-in\?next=/);
  await scanner.locator(`form:has(input[value="${emil}"]) button`).click();
  await expect(scanner).toHaveURL(/\/sv\/ostersund\/lasvarg\/here\//);
  await expect(scanner.getByRole('heading', { level: 1 })).toHaveText('Andersön');
  await expectAccessible(scanner);
  await scanner.setViewportSize({ width: 320, height: 600 });
  await expectNoSidewaysScroll(scanner);

  // Someone of another hub gets the same page as for a sign that never was.
  const other = await another(browser, { baseURL });
  await other.goto('/sv/sign-in?next=/sv/account');
  await other.locator(`form:has(input[value^="${stranger}"]) button`).click();
  await other.waitForURL((url) => url.pathname === '/sv/account');
  const [missing, never] = await Promise.all([
    other.request.get(path),
    other.request.get('/q/aaaaaaaaaaaa'),
  ]);
  expect(missing.status()).toBe(404);
  expect(never.status()).toBe(404);
  expect(await missing.text()).not.toContain('Andersön');

  // A new sign, and the old one leads nowhere.
  await page.goBack();
  await button(page, 'Gör en ny skylt').click();
  await expect(done(page)).toContainText('Skylten finns');
  expect((await scanner.request.get(path)).status()).toBe(404);
});
