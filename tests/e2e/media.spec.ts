import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ExifReader from 'exifreader';
import { connect, disconnect } from '#lib/platform/db.ts';
import { enterHouse, enterOrganisation, enterSystem } from '#lib/platform/scope.ts';
import { decideDemo, sendDemo } from '#lib/showroom/deciding.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '#tests/support/e2e.ts';
import { captions, photograph } from '#tests/support/media.ts';
import { another, button, unique } from '#tests/support/steps.ts';

const emil = 'emil.sandgren@lasvarg.example';
const host = 'jonna.persgard@region-jamtland-harjedalen.example';
const rival = 'maja.lindstrand@ostersunds-kommun.example';
const films = join(import.meta.dirname, '../support/files');

/** A draft of one's own, by a file of one row. @returns the address of its pictures */
async function draft(page: Page, title: string): Promise<string> {
  await page.goto('/sv/ostersund/lasvarg/demos/import');
  const text = [
    'Namn (svenska);Kort beskrivning (svenska);Text (svenska);Vad det löser;Var det används;För vem',
    `${title};Kort;Längre;Trygghet hemma;Hemtjänst och hemsjukvård;Personal`,
  ].join('\n');
  const file = { name: 'v.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('Fil').setInputFiles(file);
  await button(page, 'Läs filen').click();
  await button(page, 'Spara den som utkast').click();
  const link = page.getByRole('link', { name: title });
  return `${await link.getAttribute('href')}/media`;
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer };
  await page.getByLabel('Bild eller film', { exact: true }).setInputFiles(file);
  await button(page, 'Ladda upp').click();
}

test('a picture is sent and described without scripts, and tells nothing of where it was taken', async ({
  browser,
  baseURL,
}) => {
  const page = await another(browser, { baseURL, javaScriptEnabled: false }, emil);
  await page.goto(await draft(page, `Bild ${unique()}`));
  await button(page, 'Ladda upp').click();
  await expect(page.locator('.ds-error-summary')).toContainText('Välj en fil.');
  const sent = await photograph(1400 + Math.floor(Math.random() * 99), 1000);
  expect(ExifReader.load(sent, { expanded: true }).gps).toBeDefined();
  await upload(page, 'IMG_0042.jpg', sent);
  await expect(page.getByText('Filen är uppladdad.')).toBeVisible();
  await page.getByLabel('Vad syns? (svenska)').fill('Hos oss');
  await page.getByLabel('Bildtext (svenska)').fill('hos oss');
  await page.getByLabel('Upphovsperson').fill('Foto AB');
  await page.getByLabel('Vem får använda den?').selectOption('CC_BY');
  await button(page, 'Spara').click();
  await expect(page.locator('.ds-error-summary')).toContainText('densamma som bildtexten');
  await expect(page.getByLabel('Upphovsperson')).toHaveValue('Foto AB');
  await expect(page.getByLabel('Vem får använda den?')).toHaveValue('CC_BY');
  await page.getByLabel('Vad syns? (svenska)').fill('img_0042');
  await button(page, 'Spara').click();
  await expect(page.locator('.ds-error-summary')).toContainText('filens namn');
  await page.getByLabel('Vad syns? (svenska)').fill('En dörr som öppnas');
  await button(page, 'Spara').click();
  await expect(page.getByText('Sparat.')).toBeVisible();
  await expect(page.getByText('Klar', { exact: true })).toBeVisible();
  const src = String(await page.locator('main img').getAttribute('src'));
  const answer = await page.request.get(src);
  expect(answer.headers()).toMatchObject({
    ...{ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' },
  });
  const { gps, exif } = ExifReader.load(await answer.body(), { expanded: true });
  expect({ gps, exif }).toEqual({ gps: undefined, exif: undefined });
  const others = await another(browser, { baseURL }, rival);
  expect((await others.request.get(src)).status()).toBe(404);
  const reader = await another(browser, { baseURL }, host);
  expect((await reader.request.get(src)).status()).toBe(200);
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`of two who describe one picture the later loses nothing, ${how} scripts`, async ({
    browser,
    baseURL,
  }) => {
    const page = await another(browser, { baseURL, javaScriptEnabled }, emil);
    await page.goto(await draft(page, `Två ${unique()}`));
    await upload(page, 'a.jpg', await photograph(500, 300 + Math.floor(Math.random() * 99)));
    const colleague = await another(browser, { baseURL, javaScriptEnabled }, emil);
    await colleague.goto(page.url());
    await page.getByLabel('Vad syns? (svenska)').fill('En gul dörr');
    await button(page, 'Spara').click();
    await expect(page.getByText('Sparat.')).toBeVisible();
    await colleague.getByLabel('Vad syns? (svenska)').fill('En blå dörr');
    await button(colleague, 'Spara').click();
    await expect(colleague.locator('.ds-error-summary')).toContainText('En kollega har sparat');
    await expect(
      colleague.getByRole('region', { name: 'Det här har en kollega sparat' }),
    ).toContainText('En gul dörr');
    await expect(colleague.getByLabel('Vad syns? (svenska)')).toHaveValue('En blå dörr');
    await button(colleague, 'Spara').click();
    await expect(colleague.getByText('Sparat.')).toBeVisible();
    await expect(colleague.getByText('En blå dörr')).toBeVisible();
  });
}

test('what is no picture or film is refused in words', async ({ page, signedInAs }) => {
  await signedInAs(emil);
  await page.goto(await draft(page, `Fel ${unique()}`));
  await expectAccessible(page);
  await upload(page, 'bild.jpg', Buffer.from('<svg onload="alert(1)">'));
  await expect(page.locator('.ds-error-summary')).toContainText('Filen är ingen bild');
  const heavy = Buffer.concat([await photograph(300, 200), Buffer.alloc(12 * 2 ** 20)]);
  await upload(page, 'stor.jpg', heavy);
  await expect(page.locator('.ds-error-summary')).toContainText('Bilden är större än 12 MB.');
  await expectAccessible(page);
});

test('a film with captions and pictures is shown to everyone, in its order', async ({
  page,
  signedInAs,
  browser,
  baseURL,
}) => {
  await signedInAs(emil);
  const title = `Film ${unique()}`;
  const address = await draft(page, title);
  await page.goto(address);
  const film = Buffer.concat([
    await readFile(join(films, 'door.webm')),
    Buffer.alloc(20 + Math.floor(Math.random() * 1e4)),
  ]);
  await upload(page, 'dörr.webm', film);
  await expect(page.getByText('Filen är uppladdad.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Vad syns? (svenska)').fill('En hand vid en dörr');
  await page.getByLabel('Vem får använda den?').selectOption('OWN');
  const wrong = { name: 't.vtt', mimeType: 'text/vtt', buffer: Buffer.from('1\n00:00\nHej') };
  await page.getByLabel('Textning som fil').setInputFiles(wrong);
  await button(page, 'Spara').click();
  await expect(page.locator('.ds-error-summary')).toContainText('Textningen är fel på rad 1.');
  await expect(page.getByLabel('Vad syns? (svenska)')).toHaveValue('En hand vid en dörr');
  await button(page, 'Spara').click();
  await expect(page.getByText('Lägg till textning, eller en utskrift')).toBeVisible();
  await page.getByRole('link', { name: 'Beskriv film 1' }).click();
  const right = { ...wrong, buffer: captions(`Dörren öppnas ${unique()}.`) };
  await page.getByLabel('Textning som fil').setInputFiles(right);
  await page.getByLabel('Utskrift (svenska)').fill('En hand öppnar en dörr.');
  await button(page, 'Spara').click();
  for (const n of [1, 2]) {
    await upload(
      page,
      `bild${n}.jpg`,
      await photograph(700 + n, 400 + Math.floor(Math.random() * 99)),
    );
    await expect(page.getByText('Filen är uppladdad.')).toBeVisible();
    await page.getByLabel('Vad syns? (svenska)').fill(`Dörr nummer ${n}`);
    await page.getByLabel('Vem får använda den?').selectOption('OWN');
    await button(page, 'Spara').click();
    await expect(page.getByText('Sparat.')).toBeVisible();
  }
  await page.getByRole('button', { name: 'Visa bild 3 först' }).click();
  await expect(page.getByText('Ordningen är ändrad.')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  const slug = await show(address.split('/').at(-2) as string);
  const visitor = await another(browser, { baseURL, width: 320 });
  const shown = `/sv/ostersund/showroom/${slug}`;
  await expect(async () => {
    expect((await visitor.goto(shown))?.status()).toBe(200);
  }).toPass();
  await expectAccessible(visitor);
  await expectNoSidewaysScroll(visitor);
  await expect(visitor.locator('article img').first()).toHaveAttribute('alt', 'Dörr nummer 2');
  const seen = await visitor
    .locator('article img, article video')
    .evaluateAll((all) =>
      all.map((each) => each.getAttribute('alt') ?? each.getAttribute('aria-label')),
    );
  expect(seen).toEqual(['Dörr nummer 2', 'En hand vid en dörr', 'Dörr nummer 1']);
  const widths = await visitor
    .locator('article img')
    .evaluateAll((all) => all.map((each) => (each as HTMLImageElement).naturalWidth));
  expect(widths[0]).toBeGreaterThan(0);
  const played = await visitor.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true;
    await video.play();
    const track = video.textTracks[0] as TextTrack;
    track.mode = 'showing';
    while (!track.cues?.length) await new Promise((done) => setTimeout(done, 20));
    return { width: video.videoWidth, cue: (track.cues[0] as VTTCue).text };
  });
  expect(played.width).toBe(160);
  expect(played.cue).toMatch(/Dörren öppnas/);
  await visitor.getByText('Läs vad som sägs och syns').click();
  await expect(visitor.getByText('En hand öppnar en dörr.')).toBeVisible();
  await visitor.goto('/sv/ostersund/showroom');
  const card = visitor.locator('li', { hasText: title }).locator('img');
  await expect(card).toHaveAttribute('src', /^\/media\/ostersund\/[0-9a-f]{64}-\d+\.webp$/);
});

/** Sent by its owner and published by a host, past the pages, which others test. @returns its address */
async function show(id: string): Promise<string> {
  const url = process.env.NAVET_E2E_DATABASE ?? '';
  const secret = process.env.NAVET_E2E_SECRET ?? '';
  Object.assign(process.env, { DATABASE_URL: url, NAVET_SECRET: secret, NAVET_DATA: '/nowhere' });
  await connect(url);
  try {
    await sendDemo(await enterOrganisation(await sessionOf(emil), 'ostersund', 'lasvarg'), id);
    const reader = await enterHouse(await sessionOf(host), 'ostersund');
    await decideDemo(reader, id, { decision: 'publish', reason: '' });
    return await reader.read('showroom:read', async (db) => {
      const demo = await db.showroomDemo.findFirstOrThrow({ where: { id } });
      return demo.slug;
    });
  } finally {
    await disconnect();
  }
}

async function sessionOf(email: string): Promise<string> {
  const id = crypto.randomUUID();
  const scope = await enterSystem(null, 'test');
  await scope.read('system:work', async (db) => {
    const { id: personId } = await db.person.findFirstOrThrow({ where: { email } });
    const expiresAt = new Date('2100-01-01T00:00:00Z');
    await db.session.create({ data: { id, personId, expiresAt } });
  });
  return id;
}
