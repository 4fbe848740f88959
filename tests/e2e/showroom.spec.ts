import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';

const showroom = '/sv/ostersund/showroom';
const host = 'jonna.persgard@region-jamtland-harjedalen.example';
const said = (page: Page) => page.locator('#result');
const titles = (page: Page) => page.locator('#found li h3');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    /** Where scripts run a choice is enough. */
    const apply = async (page: Page) => {
      if (!javaScriptEnabled) await button(page, 'Visa träffar').click();
    };
    const search = async (page: Page, words: string) => {
      await page.locator('#q').fill(words);
      await button(page, 'Sök').click();
    };

    test('a need leads to what solves it, and each choice can be dropped again', async ({
      page,
    }) => {
      await page.goto(showroom);
      const need = page.getByRole('navigation', { name: 'Vad behöver ni lösa?' });
      await need.getByRole('link', { name: 'Trygghet hemma' }).click();
      await expect(said(page)).toHaveText(/^\d+ visningar för Trygghet hemma$/);
      await expect(need).toHaveCount(0);
      await page.getByRole('checkbox', { name: /^Kommun/ }).check();
      await apply(page);
      await expect(said(page)).toHaveText(/ visning(ar)? för Trygghet hemma och Kommun$/);
      await expect(page).toHaveURL(/area=SAFETY_AT_HOME&owner=MUNICIPALITY/);
      const count = Number.parseInt((await said(page).textContent()) ?? '', 10);
      await expect(titles(page)).toHaveCount(count);
      await expect(page.locator('#found').getByText('· Kommun')).toHaveCount(count);
      await page.getByRole('link', { name: 'Ta bort valet Trygghet hemma' }).click();
      await expect(said(page)).toHaveText(/ för Kommun$/);
      // One or another inside a facet.
      await page.getByRole('checkbox', { name: /^Region/ }).check();
      await apply(page);
      await expect(said(page)).toHaveText(/ för (Kommun eller Region|Region eller Kommun)$/);
      await page.goBack();
      await expect(said(page)).toHaveText(/ för Kommun$/);
      await page.getByRole('link', { name: 'Ta bort alla val' }).click();
      await expect(need).toBeVisible();
    });

    test('who uses it and which agreement it is on are chosen by name', async ({ page }) => {
      for (const legend of ['Används av', 'Upphandling']) {
        await page.goto(showroom);
        await page.locator('summary', { hasText: legend }).click();
        const choice = page.getByRole('group', { name: legend }).getByRole('checkbox').last();
        const name = await choice.getAttribute('value');
        await choice.check();
        await apply(page);
        await expect(said(page)).toHaveText(new RegExp(` för ${name}$`));
        const count = Number.parseInt((await said(page).textContent()) ?? '', 10);
        expect(count).toBeGreaterThan(0);
        await expect(titles(page)).toHaveCount(count);
      }
    });

    test('signs in a question are explained and do what they say', async ({ page }) => {
      await page.goto(showroom);
      await expect(page.locator('#q')).toHaveAccessibleDescription(/ord utelämnar/);
      await search(page, 'röntgen');
      const count = await titles(page).count();
      await search(page, 'röntgen -röntgen');
      await expect(said(page)).toHaveText(/^Inga visningar för/);
      await search(page, '"mobil röntgen" eller fickultraljud');
      await expect(titles(page)).toHaveText([/ultraljud|röntgen/i, /ultraljud|röntgen/i]);
      expect(count).toBeGreaterThan(0);
    });

    test('Back shows the choices of the address, not those one left with', async ({ page }) => {
      await page.goto(`${showroom}?owner=MUNICIPALITY`);
      const [kommun, region] = ['Kommun', 'Region'].map((name) =>
        page.getByRole('checkbox', { name: new RegExp(`^${name}`) }),
      );
      await kommun?.uncheck();
      await apply(page);
      await expect(page).not.toHaveURL(/owner=/);
      await page.goBack();
      await expect(kommun as NonNullable<typeof kommun>).toBeChecked();
      if (javaScriptEnabled) return;
      await region?.check();
      await page.getByRole('link', { name: 'Ta bort alla val' }).click();
      await page.goBack();
      await expect(region as NonNullable<typeof region>).not.toBeChecked();
    });

    test('claims are facets: connected to, checked, class, agreement, language', async ({
      page,
    }) => {
      await page.goto(showroom);
      for (const [legend, choice] of [
        ['Kopplingar', /./],
        ['Kontrollerat av någon annan', /./],
        ['Språk det är beskrivet på', /^Norsk/],
      ] as const) {
        await page.locator('summary', { hasText: legend }).click();
        const box = page
          .getByRole('group', { name: legend })
          .getByRole('checkbox', { name: choice })
          .first();
        const label = (await box.locator('..').textContent()) ?? '';
        const promised = Number(/\((\d+)\)/.exec(label)?.[1]);
        await box.check();
        await apply(page);
        await expect(said(page)).toHaveText(new RegExp(`^${promised} visning`));
        await page.getByRole('link', { name: 'Ta bort alla val' }).click();
        await expect(said(page)).toHaveText(/^\d+ visningar$/);
      }
    });

    test('words are found in other forms, in the neighbour’s language, and misspelt', async ({
      page,
    }) => {
      await page.goto(showroom);
      await search(page, 'trygghetsalarmer');
      await expect(titles(page).first()).toHaveText('Digitalt trygghetslarm');
      await search(page, 'larmen');
      await expect(titles(page).filter({ hasText: 'Digitalt trygghetslarm' })).toHaveCount(1);
      await search(page, 'trygghetslram');
      await expect(
        page.getByText('Inget säger ”trygghetslram”. Här är det som säger ”trygghetslarm”.'),
      ).toBeVisible();
      await expect(said(page)).toHaveText(/för ”trygghetslarm”$/);
      await search(page, 'qqqqzzzz');
      await expect(page.getByText('Inget i showroomet säger ”qqqqzzzz”.')).toBeVisible();
    });

    test('nothing found says which one choice to drop', async ({ page }) => {
      await page.goto(`${showroom}?area=MEDICINES&kind=DATA`);
      await expect(said(page)).toHaveText('Inga visningar för Läkemedel och Data');
      await expect(page.getByRole('checkbox', { name: 'Data (0)' })).toBeChecked();
      const way = page.getByRole('link', { name: /^Utan Data: \d+ visning/ });
      const promised = Number(/\d+/.exec((await way.textContent()) ?? '')?.[0]);
      await way.click();
      await expect(titles(page)).toHaveCount(promised);
      await page.goto(`${showroom}?area=DISTANCE&q=qqqqzzzz`);
      await page.getByRole('link', { name: /^Utan ”qqqqzzzz”: / }).click();
      await expect(said(page)).toHaveText(/ för Vård på avstånd$/);
    });

    test('the order is one’s own: nearest to somebody who uses it', async ({ page }) => {
      await page.goto(showroom);
      await page
        .getByRole('combobox', { name: 'Ordning' })
        .selectOption('Närmast någon som använder det');
      await apply(page);
      await expect(page).toHaveURL(/sort=nearest/);
      await page.getByRole('combobox', { name: 'Sett från' }).selectOption('Härjedalen');
      await apply(page);
      await expect(page).toHaveURL(/at=SE-2361/);
      const far = await page.getByText(/^Används (i kommunen|\d+ km bort)$/).allTextContents();
      const km = far.map((text) => Number(/\d+/.exec(text)?.[0] ?? 0));
      expect(km.length).toBeGreaterThan(2);
      expect(km).toEqual([...km].sort((one, other) => one - other));
    });

    test('the house says which words mean the same, and search does at once', async ({
      page,
      browser,
    }) => {
      const [own, other, third] = javaScriptEnabled
        ? ['qvlampz', 'lampa', 'lamp']
        : ['qvknapz', 'knapp', 'button'];
      const found = async (words: string) => {
        const visitor = await browser.newPage();
        await visitor.goto(`${showroom}?q=${encodeURIComponent(words)}`);
        const count = await titles(visitor).count();
        await visitor.close();
        return count;
      };
      const done = page.locator('.ds-alert[data-color="success"]');
      await signIn(page, host);
      await page.goto('/sv/ostersund/house/synonyms');
      await page.getByRole('link', { name: 'Ny grupp' }).click();
      await page.getByLabel('Orden, med kommatecken emellan').fill(own);
      await button(page, 'Spara').click();
      await expect(page.getByText('Skriv minst två olika ord.').first()).toBeVisible();
      await expect(page.getByLabel('Orden, med kommatecken emellan')).toHaveValue(own);
      await page.getByLabel('Orden, med kommatecken emellan').fill(`${own}, ${other}`);
      await button(page, 'Spara').click();
      await expect(done).toContainText('Gruppen är tillagd');
      await expect.poll(() => found(own), { timeout: 20_000 }).toBe(await found(other));
      expect(await found(own)).toBeGreaterThan(0);
      await page.getByRole('link', { name: `${own}, ${other}` }).click();
      await page.getByLabel('Orden, med kommatecken emellan').fill(`${own}, ${other}, ${third}`);
      await button(page, 'Spara').click();
      await expect(done).toContainText('Gruppen är ändrad');
      await page.getByRole('link', { name: `${own}, ${other}, ${third}` }).click();
      await page.locator('summary', { hasText: 'Ta bort gruppen' }).click();
      await button(page, 'Ta bort gruppen').click();
      await expect(done).toContainText('Gruppen är borttagen');
      await expect.poll(() => found(own), { timeout: 20_000 }).toBe(0);
    });
  });
}

test('a choice shows its result at once, by keyboard, and says so in the same place', async ({
  page,
}) => {
  await page.goto(showroom);
  const sentence = await said(page).elementHandle();
  const box = page.getByRole('checkbox', { name: /^Produkt/ });
  await box.focus();
  await page.keyboard.press('Space');
  await expect(said(page)).toHaveText(/ för Produkt$/);
  // As at a fresh load of the same address: the ways in are for those who have not chosen.
  const need = page.getByRole('navigation', { name: 'Vad behöver ni lösa?' });
  await expect(need).toHaveCount(0);
  // The sentence that is read out is the same element, and the focus stands where it stood.
  expect(await sentence?.evaluate((element) => element.isConnected)).toBe(true);
  await expect(said(page)).toHaveAttribute('aria-live', 'polite');
  await expect(box).toBeFocused();
  await expect(box).toBeChecked();
  await page.keyboard.press('Space');
  await expect(said(page)).toHaveText(/^\d+ visningar$/);
  await expect(need).toBeVisible();
  // What was unfolded stays so.
  await page.locator('summary', { hasText: 'Kopplingar' }).click();
  await page.getByRole('checkbox', { name: /^Tjänst/ }).check();
  await expect(said(page)).toHaveText(/ för Tjänst$/);
  await expect(page.getByRole('group', { name: 'Kopplingar' })).toBeVisible();
});

test('half a word is offered whole ones', async ({ page }) => {
  await page.goto(showroom);
  const field = page.locator('#q');
  await field.pressSequentially('lak');
  await expect(page.locator('#q-offers option[value="läkemedel"]')).toHaveCount(1);
  await expect(field).toHaveAttribute('list', 'q-offers');
  await expectAccessible(page);
  const offered = await page.request.get('/api/suggestions/ostersund?q=trygg');
  expect(await offered.json()).toContain('trygghetslarm');
  expect((await page.request.get('/api/suggestions/no-such-hub?q=x')).status()).toBe(404);
});

for (const locale of ['sv', 'nb', 'en']) {
  test(`the showroom can be used by everyone, and fits a small screen (${locale})`, async ({
    page,
  }) => {
    for (const query of [
      '',
      '?area=SAFETY_AT_HOME&q=larm',
      '?sort=nearest&at=SE-2361',
      '?kind=DATA&area=MEDICINES&q=lar',
    ]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`/${locale}/ostersund/showroom${query}`);
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });
}

test('the words of the house can be edited by everyone, and fit a small screen', async ({
  page,
}) => {
  await signIn(page, host);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/en/ostersund/house/synonyms');
  const group = await page.getByRole('link', { name: /^larm, alarm/ }).getAttribute('href');
  for (const path of [
    '/en/ostersund/house/synonyms',
    '/en/ostersund/house/synonyms/new',
    group ?? '',
  ]) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
});
