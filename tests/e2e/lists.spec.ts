import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { setStage } from '#tests/support/players.ts';
import { button, unique } from '#tests/support/steps.ts';

const head = 'henrik.aslund@ostersunds-kommun.example';
const staff = 'maja.lindstrand@ostersunds-kommun.example';
const rival = 'emil.sandgren@lasvarg.example';
const showroom = '/sv/ostersund/showroom';
const lists = '/sv/ostersund/ostersunds-kommun/lists';
const done = (page: Page) => page.locator('main [role=status]').first();

/** One h1 that the title says, axe where there is JavaScript, and nothing sticks out at 320 px. */
async function expectSound(page: Page, javaScriptEnabled: boolean) {
  if (javaScriptEnabled) await expectAccessible(page);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  if (size) await page.setViewportSize(size);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a search is kept, becomes a list, is locked and chosen from, and goes on file', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const name = `Larm ${unique()}`;
      await page.goto(`${showroom}?q=trygghetslarm`);
      await page.getByRole('link', { name: 'Spara sökningen' }).click();
      await page.locator(`form:has(input[value="${head}"]) button`).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Spara sökningen');
      await expectSound(page, javaScriptEnabled);
      await page.getByLabel('Namn').fill('');
      await button(page, 'Spara').click();
      await expect(page.locator('.ds-error-summary')).toContainText('Skriv ett namn');
      await page.getByLabel('Namn').fill(name);
      await button(page, 'Spara').click();
      await expect(done(page)).toContainText('Sökningen är sparad');
      await expect(page.getByText('Inget har kommit till eller ändrats.')).toBeVisible();
      await expectSound(page, javaScriptEnabled);

      await page.getByRole('link', { name: 'Gör en lista av träffarna' }).click();
      await expect(page.getByLabel('Namn')).toHaveValue(name);
      await page.getByLabel('Diarienummer').fill('VOF 2026/99');
      await button(page, 'Gör listan').click();
      await expect(done(page)).toContainText('Listan är gjord');
      const list = new URL(page.url()).pathname;
      await expect(page.locator('main li.panel')).not.toHaveCount(0);

      // One more, from its own page.
      await page.goto(`${showroom}/mobil-rontgen`);
      await page.getByRole('link', { name: 'Lägg på en lista' }).click();
      await button(page, `Lägg på ${name}`).click();
      await expect(done(page)).toContainText('Visningen står på listan');
      expect(new URL(page.url()).pathname).toBe(list);
      const more = page.locator('main li.panel', { hasText: 'Mobil röntgen' });
      await expect(more).toHaveCount(1);
      await expectSound(page, javaScriptEnabled);
      const rest = page.locator('main li.panel').filter({ hasNotText: /Mobil röntgen/ });
      for (let left = await rest.count(); left > 1; left -= 1) {
        await rest.last().getByRole('button').click();
        await expect(done(page)).toContainText('Visningen är borta från listan');
        await expect(rest).toHaveCount(left - 1);
      }
      const kept = (await rest.locator('a').textContent()) ?? '';
      await button(page, 'Lås listan').click();
      await expect(done(page)).toContainText('Listan är låst');
      await expect(button(page, 'Lås listan')).toHaveCount(0);
      await expectSound(page, javaScriptEnabled);

      // Every one with its reason; what was typed stays when one is missing.
      await page.getByLabel('Ja, vi har valt').check();
      const group = page.getByRole('group', { name: kept });
      await group.getByLabel('Vald', { exact: true }).check();
      const other = page.getByRole('group', { name: 'Mobil röntgen' });
      await other.getByLabel('Inte vald').check();
      await page.getByLabel(`Skäl för ${kept}`).fill('=Når fram');
      await button(page, 'Spara valet').click();
      await expect(page.locator('.ds-error-summary')).toContainText('Skriv skälet');
      await expect(page.getByLabel(`Skäl för ${kept}`)).toHaveValue('=Når fram');
      await expect(other.getByLabel('Inte vald')).toBeChecked();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Skäl för Mobil röntgen').fill('För dyr');
      await button(page, 'Spara valet').click();
      await expect(done(page)).toContainText('Valet är nedskrivet');
      await page.getByLabel('Nej, ingen passar').check();
      await page.getByLabel('Skäl för hela valet').fill('Avtalet överklagades');
      await button(page, 'Spara valet').click();
      await expect(page.getByText('Val 2', { exact: true })).toBeVisible();
      await expect(page.getByText('Val 1', { exact: true })).toBeVisible();
      await expectSound(page, javaScriptEnabled);

      const csv = await page.request.get(`${list}/export.csv`);
      expect(csv.headers()['content-type']).toContain('text/csv');
      const options = { bom: true, delimiter: ';', columns: true } as const;
      const rows = parse<Record<string, string>>(await csv.text(), options);
      expect(rows[0]).toMatchObject({ Lista: name, Diarienummer: 'VOF 2026/99', Post: '2' });
      const pdf = await page.request.get(`${list}/export.pdf`);
      expect(pdf.headers()['content-type']).toBe('application/pdf');
      expect(pdf.headers()['cache-control']).toContain('no-store');
      const read = await getDocumentProxy(new Uint8Array(await pdf.body()));
      const { text } = await extractText(read, { mergePages: true });
      for (const said of [name, kept, 'Avtalet överklagades', 'Henrik', 'VOF 2026/99']) {
        expect(text).toContain(said);
      }
      await page.goto(`${list}/print`);
      await expect(page.getByText('Hubben godkänner inget av det som visas')).toBeVisible();
      await expectSound(page, javaScriptEnabled);
    });

    test('what is followed is told, listed and ended; mail as often as one wants', async ({
      page,
    }) => {
      const slug = javaScriptEnabled ? 'fickultraljud' : 'virtuellt-halsorum';
      await page.goto(`${showroom}/${slug}`);
      await page.getByRole('link', { name: 'Följ visningen' }).click();
      await page.locator(`form:has(input[value="${staff}"]) button`).click();
      await expect(page.locator('h1')).toContainText('Följ visningen');
      await expectSound(page, javaScriptEnabled);
      const heading = (await page.locator('h1').textContent()) ?? '';
      const title = heading.replace('Följ visningen: ', '');
      await button(page, 'Följ').click();
      await expect(done(page)).toContainText('Du följer nu');
      await page.getByRole('link', { name: 'Det jag följer' }).click();
      await expectSound(page, javaScriptEnabled);
      const own = page.locator('main li', { hasText: title });
      await expect(own).toHaveCount(1);
      await page.getByLabel('På måndagar, klockan 7').check();
      await button(page, 'Spara').click();
      await expect(done(page)).toContainText('Dina val är sparade');
      await expect(page.getByLabel('På måndagar, klockan 7')).toBeChecked();
      await own.getByRole('button').click();
      await expect(done(page)).toContainText('Du följer inte längre');
      await expect(own).toHaveCount(0);
      await page.goto(`${showroom}?area=MEDICINES`);
      await page.getByRole('link', { name: 'Följ området Läkemedel' }).click();
      await expect(page.locator('h1')).toHaveText('Följ området Läkemedel');
      await page.goto('/sv/ostersund/organisations/lasvarg');
      await page.getByRole('link', { name: 'Följ Låsvarg AB' }).click();
      await expect(page.locator('h1')).toHaveText('Följ Låsvarg AB');
      await page.goto('/sv/account/letters');
      await expectSound(page, javaScriptEnabled);
    });
  });
}

test('a list is nobody else’s, at no address of it', async ({ page }) => {
  await signIn(page, head);
  await page.goto(lists);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Lås och larm i hemtjänsten' }).click();
  const { pathname } = new URL(page.url());
  await page.context().clearCookies();
  await signIn(page, rival);
  for (const end of ['', '/print', '/export.csv', '/export.pdf']) {
    expect((await page.request.get(pathname + end)).status()).toBe(404);
    const own = pathname.replace('ostersunds-kommun', 'lasvarg') + end;
    expect((await page.request.get(own)).status()).toBe(404);
  }
});

test('followers hear of a new user in the portal and by mail, which one click ends', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const stage = await setStage('foljer');
  try {
    const player = stage.players.find(({ role }) => role === 'publicStaff');
    const things = stage.things(player?.organisation ?? '');
    await stage.sql(`insert into letter_pace (person_id, pace) values ($1, 'AT_ONCE')`, [
      player?.person,
    ]);
    await stage.sql(
      `insert into follow (hub_id, id, person_id, demo_id)
       select id, gen_random_uuid(), $2, $3 from hub where slug = $1`,
      [stage.hub, player?.person, things.shown],
    );
    const admin = stage.players.find(({ role }) => role === 'civicAdmin');
    const [name, value = ''] = (admin?.cookie ?? '').split(/=(.*)/s);
    const url = process.env.NAVET_E2E_URL ?? '';
    await page.context().addCookies([{ name: name ?? '', value, url }]);
    await page.goto(`/sv/${stage.hub}/${admin?.organisation}/uses/${things.shown}`);
    await page.getByLabel('Vi provar').check();
    await page.getByLabel('Sedan').fill('2026-01-01');
    await button(page, 'Spara och visa').click();
    await expect(done(page)).toContainText('Uppgiften visas nu för alla');
    const letter = () =>
      stage.sql<{ text: string; unsubscribe: string }>(
        `select text, unsubscribe from mail m join person p on p.email = m.recipient
         where p.id = $1 and m.unsubscribe is not null`,
        [player?.person],
      );
    // The worker looks each minute.
    await expect.poll(async () => (await letter()).length, { timeout: 120_000 }).toBe(1);
    const notices = await stage.sql(
      `select from notice where person_id = $1 and kind = 'followedAdopted'`,
      [player?.person],
    );
    expect(notices).toHaveLength(1);
    const [sent] = await letter();
    const token = sent?.unsubscribe.split('/').at(-1) ?? '';
    expect(sent?.text).toContain(`/sv/letters/${token}`);
    await page.goto(`/sv/letters/${token}`);
    await expectAccessible(page);
    const pace = async () =>
      (
        await stage.sql<{ pace: string }>('select pace from letter_pace where person_id = $1', [
          player?.person,
        ])
      )[0]?.pace;
    expect(await pace()).toBe('AT_ONCE');
    await button(page, 'Sluta skicka mejl').click();
    await expect(done(page)).toContainText('Du får inga fler mejl');
    expect(await pace()).toBe('NEVER');
    await stage.sql(`update letter_pace set pace = 'DAILY' where person_id = $1`, [player?.person]);
    const form = { 'List-Unsubscribe': 'One-Click' };
    const click = await request.post(`/api/letters/${token}`, { form });
    expect(click.status()).toBe(204);
    expect(await pace()).toBe('NEVER');
    expect((await request.post('/api/letters/forged', { form })).status()).toBe(404);
  } finally {
    await stage.end();
  }
});
