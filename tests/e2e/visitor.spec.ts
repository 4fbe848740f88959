import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/e2e.ts';

test.describe('A visitor', () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled });

      test('finds a demo by search and facets and gets an address to send on', async ({ page }) => {
        await page.goto('/');
        await expect(page).toHaveURL(/\/sv$/);
        await page.getByRole('link', { name: 'E-hälsocentrum Östersund' }).click();
        await page.getByRole('link', { name: /Se showroomet/ }).click();
        await page.getByRole('searchbox', { name: 'Sök i showroomet' }).fill('larm');
        await page.getByRole('button', { name: 'Sök', exact: true }).click();
        await expect(page).toHaveURL(/q=larm/);
        await expect(page.getByRole('heading', { name: 'Digitalt trygghetslarm' })).toBeVisible();
        await page.getByRole('link', { name: 'Digitalt trygghetslarm' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Digitalt trygghetslarm');
        await expect(page.getByText('Östersunds kommun (Kommun)')).toBeVisible();
        await expect(page.getByRole('heading', { name: 'Vilka använder det' })).toBeVisible();
        const address = page.getByRole('link', { name: /\/d\/D-/ });
        const short = new URL((await address.getAttribute('href')) ?? '').pathname;
        await page.goto(short);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Digitalt trygghetslarm');
      });
    });
  }

  test('finds the Norwegian word with the Swedish one, and folded letters', async ({ page }) => {
    await page.goto('/nb/innlandet/showroom?q=larm');
    await expect(page.getByRole('heading', { name: /trygghetsalarm/i }).first()).toBeVisible();
    await page.goto('/sv/ostersund/showroom?q=lakemedel');
    await expect(page.getByRole('heading', { name: /läkemedel/i }).first()).toBeVisible();
    await page.goto('/sv/ostersund/showroom?q=LÄKEMEDEL');
    await expect(page.getByRole('heading', { name: /läkemedel/i }).first()).toBeVisible();
  });

  test('sees counts that keep their word, and a way out of an empty result', async ({ page }) => {
    await page.goto('/sv/ostersund/showroom');
    const choice = page.getByRole('checkbox', { name: /^Vård på avstånd/ });
    const label = await page.locator('label', { has: choice }).textContent();
    const promised = Number(/\((\d+)\)/.exec(label ?? '')?.[1]);
    await choice.check();
    await page.getByRole('button', { name: 'Visa träffar' }).click();
    await expect(
      page.getByRole('heading', { name: new RegExp(`^${promised} visning`) }),
    ).toBeVisible();
    await expect(page.locator('main li h3')).toHaveCount(promised);
    await page.goto('/sv/ostersund/showroom?area=DISTANCE&q=qqqqzzzz');
    await expect(page.getByText('Inget i showroomet säger ”qqqqzzzz”.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /Vård på avstånd \(0\)/ })).toBeChecked();
    await page.getByRole('link', { name: 'Ta bort alla val' }).first().click();
    await expect(page).toHaveURL(/\/showroom$/);
  });

  test('goes by keyboard alone', async ({ page }) => {
    await page.goto('/sv/ostersund/showroom');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused();
    await page.keyboard.press('Enter');
    // Past what can be solved here, each a link.
    for (let n = 0; n < 20 && (await page.locator('#q:focus').count()) === 0; n += 1) {
      await page.keyboard.press('Tab');
    }
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('lås');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/q=l/);
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press('Tab');
      if (await page.locator('main li h3 a:focus').count()) break;
    }
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/showroom\/[a-z-]+$/);
  });

  const pages = [
    '',
    '/accessibility',
    '/privacy',
    '/ostersund',
    '/ostersund/showroom',
    '/ostersund/showroom?q=finnsinte',
    '/ostersund/showroom/digitalt-trygghetslarm',
    '/ostersund/organisations',
    '/ostersund/projects',
    '/ostersund/workspace',
    '/innlandet',
    '/sign-in',
    '/no-such-hub',
  ];
  for (const locale of ['sv', 'nb', 'en']) {
    test(`meets no barrier, wide or narrow (${locale})`, async ({ page }) => {
      test.slow();
      for (const path of pages) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(`/${locale}${path}`);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expectAccessible(page);
        await page.setViewportSize({ width: 320, height: 800 });
        await expectNoSidewaysScroll(page);
      }
    });
  }

  test('meets the same in the dark', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of ['/sv/ostersund', '/sv/ostersund/showroom?area=DISTANCE', '/nb/innlandet']) {
      await page.goto(path);
      await expectAccessible(page);
    }
  });

  test('gets a plain page for what is not there, never a trace', async ({ page }) => {
    const paths = [
      ...['/sv/no-such-hub', '/sv/ostersund/showroom/no-such-demo', '/sv/ostersund/house/x/y'],
      ...['/sv/%00', '/sv/ostersund/showroom/%27%3B--', '/sv/ostersund/projects/..%2f..%2fetc'],
    ];
    for (const path of paths) {
      const answer = await page.goto(path);
      expect([400, 404], path).toContain(answer?.status());
      expect(await page.content()).not.toMatch(/at \w+ \(|prisma|postgres/i);
    }
    expect((await page.request.get('/d/D-NOPE')).status()).toBe(404);
    expect((await page.request.get('/%E0%A4%A')).status()).toBe(400);
  });
});

test.describe('Trouble, without JavaScript,', () => {
  test.use({ javaScriptEnabled: false });

  test('is told in words, in the reader’s language, with the way home', async ({ page }) => {
    const answer = await page.goto('/nb/no-such-hub');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siden finnes ikke');
    await page.getByRole('link', { name: 'Til startsiden' }).click();
    await expect(page).toHaveURL(/\/nb$/);
    await page.goto('/sv/ostersund/showroom/no-such-demo');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sidan finns inte');
    await page.goto('/en/ostersund/showroom?q=%00');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('That cannot be received');
  });

  test('also when a form is far too large, or a page takes no form', async ({ page }) => {
    const large = await page.request.post('/sv/sign-in', { data: 'x'.repeat(600_000) });
    expect(large.status()).toBe(413);
    expect(await large.text()).toContain('Det går inte att ta emot');
    const put = await page.request.put('/en/ostersund/showroom', { data: 'x' });
    expect(put.status()).toBe(405);
    expect(put.headers().allow).toBe('GET, HEAD');
  });
});
