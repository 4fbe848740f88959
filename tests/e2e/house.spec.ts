import type { Page } from '@playwright/test';
import { demoHubs } from '#prisma/seed/hubs.ts';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { button, unique } from '#tests/support/steps.ts';

const tyra = 'tyra.ekvall@ostersund.example';
const anders = 'anders.sundvall@region-jamtland-harjedalen.example';
const goran = 'goran.storberg@region-vasterbotten.example';
const emil = 'emil.sandgren@lasvarg.example';
const jonna = 'jonna.persgard@region-jamtland-harjedalen.example';

const done = (page: Page) => page.locator('main [role=status]');

async function makeHub(page: Page, slug: string): Promise<void> {
  await page.goto('/sv/account');
  await page.getByRole('link', { name: 'Hubbar i installationen' }).click();
  await page.getByRole('link', { name: 'Skapa en hubb' }).click();
  await page.getByLabel('Hubbens namn').fill(`Navet ${slug}`);
  await page.getByLabel('Adress', { exact: true }).fill(slug);
  await page.getByLabel('Huvudfärg').fill('#ffdd00');
  await page.getByLabel('Region eller kommun').selectOption('SE:20');
  await page.getByLabel('Namn', { exact: true }).fill('Göran Storberg');
  await page.getByLabel('E-postadress').fill(goran);
}

const textFields = [
  ['Välkomsttext på svenska', 'Välkommen hit'],
  ['Välkomsttext på engelska', 'Welcome here'],
  ['Därför finns vi, på svenska', 'För att dela'],
  ['Därför finns vi, på engelska', 'To share'],
  ['Vem man når, på svenska', 'Husvärd'],
  ['Vem man når, på engelska', 'Host'],
  ['E-post till hubben', 'hej@dalarna.example'],
  ['Besöksadress', 'Torget 1, Falun'],
] as const;
const saidFields = [
  ['Brister, en per rad', 'Planritningen är bred.\nFilmerna saknar syntolkning.'],
  ['Hur ni har granskat', 'Egen granskning.'],
  ['Oskäligt betungande anpassning', 'Inget.'],
  ['Innehåll som lagen inte gäller', 'Inget.'],
  ['Andra sätt att nå er', 'Ring oss.'],
  ['Senaste bedömningen', '2026-11-01'],
  ['Redogörelsen ändrades senast', '2026-11-02'],
] as const;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, contextOptions: { reducedMotion: 'reduce' } });

    test('the operator makes a hub, its administrator fills it in and opens it', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(180_000);
      const slug = `hubb-${unique()}`;
      const settings = `/sv/${slug}/house/settings`;
      await signIn(page, tyra);
      await makeHub(page, slug);
      await button(page, 'Skapa hubben').click();
      // Yellow cannot be told from white; the figure says how far off it is, and nothing is lost.
      await expect(page.locator('.ds-error-summary')).toContainText('Siffrorna visar var');
      await expect(page.getByText('Knapp mot bakgrunden 1,34:1 (3:1)')).toBeVisible();
      await expect(page.getByLabel('Hubbens namn')).toHaveValue(`Navet ${slug}`);
      await page.getByLabel('Huvudfärg').fill('#7a3b00');
      await button(page, 'Skapa hubben').click();
      await expect(done(page)).toContainText('Hubben är skapad');
      const row = page.getByRole('listitem').filter({ hasText: `Navet ${slug}` });
      await expect(row).toContainText('Inte öppen än');
      await expect(row).toContainText('Region Dalarna');
      expect((await page.request.get(`/sv/${slug}`)).status()).toBe(404);
      expect((await page.request.get(settings)).status()).toBe(404);

      const context = await browser.newContext({
        javaScriptEnabled,
        ...(baseURL && { baseURL }),
        locale: 'sv-SE',
        reducedMotion: 'reduce',
      });
      const admin = await context.newPage();
      await signIn(admin, goran);
      await admin.goto(settings);
      await expect(admin.getByText('Det här saknas innan hubben kan öppnas')).toBeVisible();
      await expect(button(admin, 'Öppna för besökare')).toHaveCount(0);
      await admin.getByRole('link', { name: 'Välkomsttext på svenska' }).click();
      for (const [label, text] of textFields) await admin.getByLabel(label).fill(text);
      await button(admin, 'Spara').click();
      await expect(done(admin)).toContainText('Ändringen är sparad');
      await admin.getByRole('link', { name: 'Tillgänglighet: Hur ni har granskat' }).click();
      for (const [label, text] of saidFields) await admin.getByLabel(label).fill(text);
      await button(admin, 'Spara').click();
      await expect(admin.getByText('Tillgänglighet: Följer portalen lagen?')).toBeVisible();
      await admin.goto(`${settings}/accessibility`);
      await admin.getByLabel('Delvis').check();
      await button(admin, 'Spara').click();
      await expect(admin.getByText('Allt är ifyllt')).toBeVisible();
      await admin.getByRole('link', { name: 'Förhandsgranska' }).click();
      await expect(admin.getByText('Filmerna saknar syntolkning.')).toBeVisible();
      await admin.goto(settings);
      await button(admin, 'Öppna för besökare').click();
      await expect(done(admin)).toContainText('Hubben är öppen för besökare');

      // A visitor sees it at once, and what it says of its accessibility.
      const answer = await page.request.get(`/sv/${slug}/accessibility`);
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toContain('Filmerna saknar syntolkning.');
      for (const path of ['', '/showroom', '/projects', '/workspace', '/organisations']) {
        expect((await page.request.get(`/sv/${slug}${path}`)).status(), path).toBe(200);
      }
      expect(await (await page.request.get('/sv')).text()).toContain(`Navet ${slug}`);

      // What has been read before is read anew once it has changed.
      const said = `Välkommen in ${crypto.randomUUID()}`;
      const welcome = async () => (await page.request.get(`/sv/${slug}`)).text();
      expect(await welcome()).not.toContain(said);
      await admin.goto(`${settings}/texts`);
      await admin.locator('textarea').first().fill(said);
      await button(admin, 'Spara').click();
      await expect(done(admin)).toBeVisible();
      await expect.poll(welcome, { timeout: 2000 }).toContain(said);

      // What is open may not become empty.
      await admin.goto(`${settings}/texts`);
      await admin.getByLabel('Besöksadress').fill('');
      await admin.getByLabel('Hubbens namn').fill('Ett annat namn');
      await button(admin, 'Spara').click();
      await expect(admin.locator('[id$="address-error"]')).toContainText('inte vara tomt');
      await expect(admin.getByLabel('Hubbens namn')).toHaveValue('Ett annat namn');

      await admin.goto(`/sv/${slug}/house/log`);
      await expect(admin.getByText('Göran Storberg öppnade hubben för besökare')).toBeVisible();
      await expect(admin.getByText('Välkomsttext (svenska): (tomt) → Välkommen hit')).toBeVisible();
      await admin.getByLabel('Vad', { exact: true }).selectOption('booking');
      await button(admin, 'Visa').click();
      await expect(admin.getByText('Inget i loggen stämmer')).toBeVisible();

      await admin.goto(settings);
      await admin.getByRole('link', { name: 'Stäng för besökare' }).click();
      await button(admin, 'Stäng hubben').click();
      await expect(done(admin)).toContainText('stängd för besökare');
      expect((await page.request.get(`/sv/${slug}`)).status()).toBe(404);
      expect((await page.request.get(`/sv/${slug}/accessibility`)).status()).toBe(404);
      await context.close();
    });

    test('anyone reports a barrier without a name; the hub handles it', async ({
      page,
      javaScriptEnabled,
    }) => {
      const words = `Knappen syns inte ${unique()}`;
      await page.goto('/sv/ostersund/showroom');
      await page.getByRole('contentinfo').getByRole('link', { name: 'Tillgänglighet' }).click();
      await expect(page).toHaveURL(/\/sv\/ostersund\/accessibility$/);
      await page.getByRole('link', { name: 'Anmäl ett hinder eller be om en kopia' }).click();
      await page.getByLabel('Jag vill ha en kopia').check();
      await page.getByLabel('Vad hände').fill(words);
      await button(page, 'Skicka').click();
      await expect(page.locator('[id$="email-error"]')).toContainText('vart vi ska skicka kopian');
      await expect(page.getByLabel('Vad hände')).toHaveValue(words);
      await page.getByLabel('Jag kunde inte använda något').check();
      await button(page, 'Skicka').click();
      await expect(done(page)).toContainText(/Ärendet har nummer T-\w{4}-\w{4}/);
      const number = /T-\w{4}-\w{4}/.exec((await done(page).textContent()) ?? '')?.[0] ?? '';
      await expect(button(page, 'Skicka')).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'Anmäl något mer' })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);

      await signIn(page, anders);
      await page.goto('/sv/ostersund/house/settings');
      await page.getByRole('link', { name: 'Anmälda hinder' }).click();
      const report = page.locator('main li', { hasText: words });
      await expect(report).toContainText(number);
      await expect(report).toContainText('någon som inte sagt vem det är');
      await report.getByRole('button', { name: `Markera ${number} som åtgärdat` }).click();
      await expect(done(page)).toContainText('markerad som åtgärdad');
      await expect(page.locator('main li', { hasText: words })).toContainText('Åtgärdat');
      await page.goto('/sv/ostersund/house/log?group=accessibility');
      await expect(page.getByText(`Anders Sundvall markerade ärende ${number}`)).toBeVisible();
      await expect(
        page.getByText(`En besökare anmälde ett hinder, ärende ${number}`),
      ).toBeVisible();
    });
  });
}

test('the whole page is shown in colours that are tried, and keeps its own until they are used', async ({
  page,
}) => {
  await signIn(page, goran);
  const colours = '/sv/vasterbotten/house/settings/colours';
  await page.goto(colours);
  await page.getByLabel('Huvudfärg').fill('#ffdd00');
  await button(page, 'Prova').click();
  await expect(page.getByText('Färgerna är för svaga')).toBeVisible();
  await expect(button(page, 'Använd färgerna')).toHaveCount(0);
  await expect(page.getByText('1,34:1, för svag, behöver 3:1')).toBeVisible();
  await page.getByLabel('Huvudfärg').fill('#8a1f4b');
  await button(page, 'Prova').click();
  const shown = () =>
    page.evaluate(() =>
      getComputedStyle(document.querySelector('main .ds-button') as Element)
        .getPropertyValue('--ds-color-accent-base-default')
        .trim(),
    );
  await expect.poll(shown).toBe('#8a1f4b');
  await page.goto('/sv/vasterbotten/house/settings');
  await expect.poll(shown).toBe('#1f5f43');
});

test('a Norwegian hub leads to uustatus.no, a Swedish one does not', async ({ page }) => {
  await page.goto('/nb/innlandet/accessibility');
  await expect(page.getByRole('link', { name: /uustatus\.no/ })).toHaveAttribute(
    'href',
    /^https:\/\/uustatus\.no\//,
  );
  await page.goto('/sv/ostersund/accessibility');
  await expect(page.getByRole('link', { name: /uustatus/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /Digg/ })).toHaveAttribute(
    'href',
    'https://www.digg.se/tdosanmalan',
  );
});

test('every page of a hub leads to its statement', async ({ page }) => {
  const hub = demoHubs[0]?.slug;
  await signIn(page, anders);
  const pages = [
    '',
    '/showroom',
    '/projects',
    '/workspace',
    '/organisations',
    '/accessibility',
    '/accessibility/report',
    '/house/today',
    '/house/settings',
    '/house/log',
    '/region-jamtland-harjedalen',
    '/region-jamtland-harjedalen/log',
  ];
  for (const path of pages) {
    const answer = await page.request.get(`/sv/${hub}${path}`);
    expect(answer.status(), path).toBe(200);
    expect(await answer.text(), path).toMatch(
      new RegExp(`<footer.*href="/sv/${hub}/accessibility"`, 's'),
    );
  }
});

test('what the hub’s staff do is marked in the log of the organisation', async ({ page }) => {
  await signIn(page, anders);
  await page.goto('/sv/ostersund/house/organisations/lasvarg');
  await button(page, 'Spara numret').click();
  await expect(done(page)).toContainText('Numret är sparat');
  // What they do with others is no affair of the body that runs the hub.
  const told = page.locator('main li', { hasText: 'ändrade organisationsnumret' });
  await page.goto('/sv/ostersund/region-jamtland-harjedalen/log');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vad som har gjorts');
  await expect(told).toHaveCount(0);
  await signIn(page, emil);
  await page.goto('/sv/ostersund/lasvarg/log');
  await expect(told.first()).toContainText('E-hälsocentrum Östersund (hubbens personal)');
  await expect(told.first()).toContainText('Gjort av hubbens personal');
  await expect(page.getByText('Anders Sundvall ändrade')).toHaveCount(0);
  const file = page.getByRole('link', { name: 'Hämta som fil' });
  const answer = await page.request.get((await file.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toContain('text/csv');
  expect(await answer.text()).toContain('ändrade organisationsnumret');
});

test('nobody else finds these pages', async ({ page }) => {
  const own = [
    'settings',
    'settings/texts',
    'settings/colours',
    'settings/accessibility',
    'settings/barriers',
    'settings/preview',
    'settings/close',
    'log',
    'log/export.csv',
    'permissions',
  ];
  for (const email of [emil, jonna, goran]) {
    await signIn(page, email);
    for (const path of own) {
      const answer = await page.request.get(`/sv/ostersund/house/${path}`);
      expect(answer.status(), `${email} ${path}`).toBe(404);
    }
    for (const path of ['/sv/operator', '/sv/operator/new']) {
      expect((await page.request.get(path)).status(), `${email} ${path}`).toBe(404);
    }
  }
  await page.context().clearCookies();
  for (const path of ['/sv/operator', '/sv/ostersund/house/log']) {
    await page.goto(path);
    await expect(page).toHaveURL(new RegExp(`/sv/sign-in\\?next=${encodeURIComponent(path)}`));
  }
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 320],
] as const) {
  test(`meets no obstacle, ${colorScheme}, ${width} px`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const house = '/sv/vasterbotten/house';
    await page.goto('/sv/vasterbotten/accessibility/report');
    await button(page, 'Skicka').click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expectAccessible(page);
    await signIn(page, goran);
    const pages = [
      '/sv/accessibility',
      '/sv/vasterbotten/accessibility',
      '/nb/innlandet/accessibility',
      ...[
        'settings',
        'settings/texts',
        'settings/colours',
        'settings/colours?accent=red',
        'settings/accessibility',
        'settings/barriers',
        'settings/preview',
        'settings/close',
        'log',
        'log?from=2100-01-01',
        'permissions',
      ].map((path) => `${house}/${path}`),
      '/sv/vasterbotten/region-vasterbotten/log',
      '/sv/vasterbotten/region-vasterbotten/permissions',
    ];
    for (const path of pages) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await signIn(page, tyra);
    for (const path of ['/sv/operator', '/sv/operator/new']) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });
}
