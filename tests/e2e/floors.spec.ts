import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button } from '#tests/support/steps.ts';

const vera = 'vera.kajstrom@vastra-gotalandsregionen.example';
const solveig = 'solveig.lavestad@innlandet-fylkeskommune.example';
const done = (page: Page) => page.locator('main [role=status]').first();
const summary = (page: Page) => page.locator('main [role=alert]');
const thing = (page: Page, name: RegExp) => page.locator('svg').getByRole('button', { name });

async function openDraft(page: Page, hub: string) {
  await page.goto(`/sv/${hub}/house/floors`);
  await page.locator('main ul a').first().click();
  await button(page, 'Börja på en ny version').click();
  await expect(done(page)).toContainText('Utkastet finns');
}

test('a plan is drawn by pointer and by keys, taken back, published, and seen by who books', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await signIn(page, vera);
  await openDraft(page, 'vastra-gotaland');
  await expectAccessible(page);

  // A wall by the pointer, one step back, and once more.
  await button(page, 'Vägg').click();
  const walls = thing(page, /^Vägg/);
  const before = await walls.count();
  const canvas = page.getByRole('application');
  await canvas.evaluate((svg) => svg.scrollIntoView({ block: 'center' }));
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no drawing');
  const at = (x: number, y: number): [number, number] => [
    box.x + box.width * x,
    box.y + box.height * y,
  ];
  await page.mouse.move(...at(0.4, 0.45));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.55), { steps: 4 });
  await page.mouse.up();
  await expect(walls).toHaveCount(before + 1);
  await button(page, 'Ångra').click();
  await expect(walls).toHaveCount(before);
  await button(page, 'Gör om').click();
  await expect(walls).toHaveCount(before + 1);
  await button(page, 'Välj').click();

  // A place by keys: on by a quarter of a metre, turned, and never out of the house.
  const chosen = page.getByRole('region', { name: 'Valt' });
  await chosen.getByRole('combobox', { name: 'Valt' }).selectOption('Plats 1');
  const from = chosen.getByLabel('Från vänster');
  const start = Number((await from.inputValue()).replace(',', '.'));
  const desk = thing(page, /^Plats 1,/);
  await desk.focus();
  await desk.press('ArrowRight');
  await desk.press('ArrowRight');
  await desk.press('r');
  const moved = Number((await from.inputValue()).replace(',', '.'));
  expect(moved).toBeGreaterThan(start);
  expect(moved % 0.25).toBe(0);
  await expect(chosen.getByLabel('Vridning')).toHaveValue('15');
  for (let n = 0; n < 60; n++) await desk.press('Shift+ArrowLeft');
  await expect(page.getByText('det skulle hamna utanför ytterväggen')).toBeVisible();
  for (let n = 0; n < 60; n++) await desk.press('Control+z');
  await expect(from).toHaveValue(String(start).replace('.', ','));
  await desk.press('ArrowRight');

  // One place off the plan, by the key that never takes the place itself.
  await thing(page, /^Plats 2,/).focus();
  await page.keyboard.press('Delete');
  await expect(button(page, 'Placera Plats 2')).toBeVisible();
  await page.getByLabel('Vad är nytt?').fill('Ny vägg');
  await button(page, 'Spara utkastet').click();
  await expect(page.getByText('Utkastet är sparat.')).toBeVisible();

  await page.getByRole('link', { name: 'Förhandsgranska' }).click();
  await expect(page.getByText('Plats 2 står inte längre på planen')).toBeVisible();
  await expect(page.getByText('Plats 1 har flyttats')).toBeVisible();
  await expectAccessible(page);
  const visitor = await another(browser, { baseURL });
  await visitor.goto('/sv/vastra-gotaland/workspace');
  await expect(visitor.getByText('Står inte på planen än')).toHaveCount(0);
  await button(page, 'Publicera').click();
  await expect(done(page)).toContainText('Planen är publicerad');
  await expect(async () => {
    await visitor.goto('/sv/vastra-gotaland/workspace');
    await expect(visitor.getByText('Står inte på planen än: Plats 2')).toBeVisible({
      timeout: 500,
    });
  }).toPass();

  // And back to how it was.
  await page.getByRole('link', { name: 'Version 1', exact: true }).click();
  await button(page, 'Gå tillbaka till den här versionen').click();
  await expect(done(page)).toContainText('Utkastet finns');
  await expect(button(page, 'Placera Plats 2')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a plan is drawn in numbers; what is wrong is said and stays, and a colleague is not overrun', async ({
    page,
    browser,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    await signIn(page, solveig);
    await openDraft(page, 'innlandet');
    const colleague = await another(browser, { baseURL, javaScriptEnabled: false }, solveig);
    await colleague.goto(page.url());

    await page.locator('summary', { hasText: 'Allt i siffror' }).click();
    const cell = (name: string) => page.getByRole('textbox', { name, exact: true });
    await cell('Plats 1: Från vänster').fill('400');
    await cell('Plats 1: Uppifrån').fill('2,75 m');
    await button(page, 'Spara utkastet').click();
    await expect(summary(page)).toContainText('Skriv ett tal inom rimliga gränser');
    await expect(cell('Plats 1: Uppifrån')).toHaveValue('2,75 m');
    await cell('Plats 1: Uppifrån').fill('2,75');
    await button(page, 'Spara utkastet').click();
    await expect(summary(page)).toContainText('utanför ytterväggen');
    await expect(cell('Plats 1: Från vänster')).toHaveValue('400');
    await cell('Plats 1: Från vänster').fill('1');
    await cell('Plats 1: Uppifrån').fill('1');
    await page.getByLabel('Plats 2: Form', { exact: true }).selectOption('Inte på planen');
    await page.getByLabel('Ny rad: Slag').first().selectOption('Utgång');
    for (const [name, value] of [
      ['Från vänster, början', '1'],
      ['Uppifrån, början', '0'],
      ['Från vänster, slut', '2'],
      ['Uppifrån, slut', '0'],
    ] as const) {
      await cell(`Ny rad: ${name}`).first().fill(value);
    }
    await button(page, 'Spara utkastet').click();
    await expect(done(page)).toContainText('Utkastet är sparat');

    await colleague.getByLabel('Vad är nytt?').fill('Mina tankar');
    await button(colleague, 'Spara utkastet').click();
    await expect(summary(colleague)).toContainText('har sparat utkastet sedan du öppnade det');
    await expect(colleague.getByLabel('Vad är nytt?')).toHaveValue('Mina tankar');

    await page.getByRole('link', { name: 'Förhandsgranska' }).click();
    await expect(page.getByText('Plats 2 står inte längre på planen')).toBeVisible();
    await button(page, 'Publicera').click();
    await expect(done(page)).toContainText('Planen är publicerad');
  });
});

test('the plan is one stop for the keyboard, and arrows go from place to place', async ({
  page,
}) => {
  await signIn(page, 'maja.lindstrand@ostersunds-kommun.example');
  await page.goto('/sv/ostersund/ostersunds-kommun/book?view=plan');
  const links = page.locator('figure svg a[href]');
  await expect(page.locator('figure svg a[tabindex="0"]')).toHaveCount(1);
  await links.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(links.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('figure svg a:focus')).toHaveCount(0);
  const name = await links.first().getAttribute('aria-label');
  expect(name).toMatch(/ledig/);
  await expectAccessible(page);
});

test('a phone sees the editor without scrolling sideways', async ({ page }) => {
  await signIn(page, 'goran.storberg@region-vasterbotten.example');
  await page.setViewportSize({ width: 320, height: 700 });
  await openDraft(page, 'vasterbotten');
  await expectNoSidewaysScroll(page);
  await page.getByText('Allt i siffror').click();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
