import type { Page } from '@playwright/test';
import { necessaryCookies } from '#lib/rights/cookies.ts';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { type Player, type Stage, setStage } from '#tests/support/players.ts';

let stage: Stage;
test.beforeAll(async () => {
  stage = await setStage('ratt');
});
test.afterAll(() => stage.end());

async function come(page: Page, role: Player['role']): Promise<Player> {
  const player = stage.players.find((each) => each.role === role);
  if (!player) throw new Error(`Nobody plays ${role}.`);
  const [name = '', value = ''] = player.cookie.split('=');
  await page.context().addCookies([{ name, value, url: process.env.NAVET_E2E_URL ?? '' }]);
  return player;
}

test('everything about oneself can be read and taken out', async ({ page }) => {
  const { person } = await come(page, 'publicStaff');
  for (const locale of ['sv', 'nb', 'en']) {
    await page.goto(`/${locale}/account/data`);
    await expectAccessible(page);
  }
  await page.goto('/sv/account/data');
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Hämta som JSON' }).click(),
  ]);
  const text = (await (await json.createReadStream()).toArray()).join('');
  const { held } = JSON.parse(text) as { held: { table: string; rows: { id?: string }[] }[] };
  expect(held.find(({ table }) => table === 'person')?.rows.map(({ id }) => id)).toEqual([person]);
  const csv = await page.request.get('/sv/account/data/export?as=csv');
  expect(csv.headers()['content-type']).toContain('text/csv');
  expect(await csv.text()).toContain(`person,1,id,${person}`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });

  test('one can be erased, after being told what stays', async ({ page }) => {
    const { person, role } = await come(page, 'civicStaff');
    await page.goto('/sv/account/data');
    await page.getByRole('link', { name: 'Radera mig' }).click();
    await expect(
      page.getByRole('heading', { name: 'Det här står kvar, utan ditt namn' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Radera mig nu' }).click();
    await expect(page.getByText('Kryssa i att du förstår.').first()).toBeVisible();
    await page.getByLabel('Jag förstår att det inte går att ångra.').check();
    await page.getByRole('button', { name: 'Radera mig nu' }).click();
    await page.waitForURL((url) => url.pathname === '/sv/privacy/erased');
    await expect(page.getByText('Dina uppgifter är borta och du är utloggad.')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.goto('/sv/account');
    await expect(page).toHaveURL(/sign-in/);
    const [row] = await stage.sql<{ name: string; email: string }>(
      'select name, email from person where id = $1',
      [person],
    );
    expect(row).toEqual({ name: '', email: `${person}@erased.invalid` });
    expect(role).not.toBe(row?.name);
  });
});

test('the register, the cookies and the retention rules are pages anyone can use', async ({
  page,
}) => {
  const places = ['/sv', '/nb', '/en', '/sv/ostersund', '/nb/innlandet'];
  for (const path of [...places.map((place) => `${place}/privacy`), '/sv/privacy/erased']) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await page.goto('/nb/innlandet/privacy');
  await expect(page.getByText('Innlandet fylkeskommune')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Datatilsynet' })).toBeVisible();
  await page.goto('/sv/privacy');
  await expect(page.getByRole('link', { name: /IMY/ }).first()).toBeVisible();
  await come(page, 'hubAdmin');
  await page.goto(`/sv/${stage.hub}/house/retention`);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of [
    '/sv/privacy',
    '/sv/ostersund/privacy',
    '/sv/account/data',
    '/sv/account/data/erase',
  ]) {
    await page.goto(path);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});

test('a visitor gets no cookie and nothing stored; a member only what the list names', async ({
  page,
}) => {
  const stored = () =>
    page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  for (const path of ['/sv', '/sv/ostersund', '/sv/ostersund/showroom?q=larm', '/sv/privacy']) {
    await page.goto(path);
    expect(await page.context().cookies(), path).toEqual([]);
    expect(await stored(), path).toEqual([]);
  }
  await signIn(page, 'maja.lindstrand@ostersunds-kommun.example');
  const known = necessaryCookies.map(({ name }) => name as string);
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(await stored()).toEqual([]);
});
