import { readFile } from 'node:fs/promises';
import { readTable } from '#lib/showroom/import-table.ts';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button, unique } from '#tests/support/steps.ts';

const emil = 'emil.sandgren@lasvarg.example';
const page1 = '/sv/ostersund/lasvarg/demos/import';
const fileOf = (text: string, name = 'visningar.csv') => ({
  ...{ name, mimeType: 'text/csv', buffer: Buffer.from(text) },
});

test('a company reads many demos from a file, without scripts, and hears what is wrong first', async ({
  browser,
  baseURL,
}) => {
  const mark = unique();
  const page = await another(browser, { baseURL, javaScriptEnabled: false }, emil);
  await page.goto(page1);
  await button(page, 'Läs filen').click();
  await expect(page.locator('.ds-error-summary')).toContainText('Välj en fil.');
  const rows = [
    'Eget nummer;Namn (svenska);Vad det löser;Pris',
    `${mark}-1;Lås ${mark};Trygghet hemma;1`,
    `${mark}-2;Larm ${mark};Rymden;2`,
    `${mark}-3;Dosa ${mark};Läkemedel;3`,
  ].join('\n');
  await page.getByLabel('Fil').setInputFiles(fileOf(rows));
  await button(page, 'Läs filen').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Det här står i filen');
  await expect(page.getByText('2 rader kan sparas som utkast.')).toBeVisible();
  await expect(page.getByText('De här kolumnerna läses inte: Pris.')).toBeVisible();
  const wrong = page.getByRole('row', { name: /^3 / });
  await expect(wrong).toContainText('Vad det löser');
  await expect(wrong).toContainText('Det ordet går inte att använda här.');
  await expect(wrong).toContainText('Rymden');
  await button(page, 'Spara de 2 som utkast').click();
  await expect(page.getByText('2 visningar är sparade som utkast.')).toBeVisible();
  await expect(page.getByRole('link', { name: `Lås ${mark}` })).toBeVisible();
  await page.goto(page1);
  await page.getByLabel('Fil').setInputFiles(fileOf(rows));
  await button(page, 'Läs filen').click();
  await expect(page.getByText('2 rader finns redan.')).toBeVisible();
  await expect(page.getByText('Rätta filen och läs in den igen.')).toBeVisible();
});

test('what cannot be read is refused in words, and the pages serve everyone', async ({
  page,
  signedInAs,
}) => {
  await signedInAs(emil);
  await page.goto(page1);
  await expectAccessible(page);
  const refusals: [Buffer, string][] = [
    [Buffer.from([1, 0, 2]), 'Filen går inte att läsa som CSV eller Excel.'],
    [Buffer.from('Pris\n1'), 'Ingen kolumn heter Namn. Använd mallen.'],
    [Buffer.alloc(2_200_000, 'a'), 'Filen är större än 2 MB.'],
    [Buffer.from(`Namn (svenska)\n${'Lås\n'.repeat(501)}`), 'Filen har fler än 500 visningar.'],
    [Buffer.alloc(4_000_000, 'a'), 'Filen är större än 2 MB.'],
  ];
  for (const [bytes, why] of refusals) {
    await page.getByLabel('Fil').setInputFiles({ ...fileOf(''), buffer: bytes });
    await button(page, 'Läs filen').click();
    await expect(page.locator('.ds-error-summary')).toContainText(why);
  }
  await expectAccessible(page);
  await page.getByLabel('Fil').setInputFiles(fileOf(`Namn (svenska);TRL\nSak ${unique()};x\n`));
  await button(page, 'Läs filen').click();
  await expect(page.getByText('Ingen rad kan sparas.')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.goto(page1);
  await expectNoSidewaysScroll(page);
});

test('the templates have the columns that are read, in the reader’s language', async ({ page }) => {
  await signIn(page, emil);
  for (const [language, name] of [
    ['sv', 'Namn (svenska)'],
    ['nb', 'Navn (norsk)'],
  ]) {
    await page.goto(page1.replace('sv', String(language)));
    for (const ending of ['csv', 'xlsx']) {
      const download = page.waitForEvent('download');
      await page.locator(`a[href$="template.${ending}"]`).click();
      const table = await readTable(await readFile(await (await download).path()));
      expect('rows' in table && table.rows[0]).toContain(name);
    }
  }
});
