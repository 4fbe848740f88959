import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, assess, button, unique } from '#tests/support/steps.ts';

const henrik = 'henrik.aslund@ostersunds-kommun.example';
const gunilla = 'gunilla.norrback@region-jamtland-harjedalen.example';
const own = '/sv/ostersund/ostersunds-kommun';
const house = '/sv/ostersund/house';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'default' });

async function propose(page: Page, title: string): Promise<string> {
  await page.goto(`${own}/proposals/new`);
  await page.getByLabel('Rubrik').fill(title);
  await page.getByLabel('Kort beskrivning').fill('Vi delar nycklar med grannkommunen.');
  await page.getByRole('checkbox', { name: /^Nycklar tar tid/ }).check();
  await page.getByRole('checkbox', { name: 'Mobilt arbetssätt' }).check();
  await page.getByLabel('Vad är problemet?').fill('Nycklar tar tid.');
  await page.getByLabel('Vad vill ni göra?').fill('Digitala lås.');
  await page.getByLabel(/Vem får nytta/).fill('Personal och brukare.');
  await page.getByLabel(/första steget/).fill('Studiebesök i Åre.');
  await button(page, 'Skicka in').click();
  await expect(page.getByText('Förslaget är inskickat.')).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Opens what is folded, and says something in it. */
async function say(page: Page, summary: string, label: string, words: string, press: string) {
  await page.locator('summary', { hasText: summary }).click();
  await page.getByLabel(label).fill(words);
  await button(page, press).click();
}

async function decide(page: Page, choice: RegExp, reason: string): Promise<void> {
  await assess(page);
  await page.getByRole('radio', { name: choice }).check();
  await page.getByRole('textbox', { name: 'Skäl' }).fill(reason);
  await button(page, 'Fatta beslutet').click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(180_000);

    test('a proposal is asked about, parked, declined, appealed, accepted, undone and called off', async ({
      page,
      browser,
      baseURL,
    }) => {
      const title = `Nyckelfritt nattlag ${unique()}`;
      const checked = async (which: Page) => {
        if (javaScriptEnabled) await expectAccessible(which);
        await expectNoSidewaysScroll(which);
      };
      await signIn(page, henrik);
      const id = await propose(page, title);
      const mine = `${own}/proposals/${id}`;
      const theirs = `${house}/reviews/${id}`;
      const assessor = await another(browser, { baseURL, javaScriptEnabled }, gunilla);
      await assessor.goto(theirs);
      await button(assessor, 'Börja granska').click();
      await expect(assessor.getByText('Granskningen har börjat. Förslaget')).toBeVisible();

      await assessor.locator('summary', { hasText: 'Fråga organisationen' }).click();
      await button(assessor, 'Skicka frågan').click();
      await expect(assessor.locator('.ds-error-summary')).toContainText('Skriv frågan.');
      await assessor.getByLabel('Fråga till organisationen').fill('Vem betalar driften?');
      await button(assessor, 'Skicka frågan').click();
      await expect(assessor.getByText('Frågan är skickad.')).toBeVisible();
      await checked(assessor);

      await page.goto(own);
      await page
        .getByRole('link', { name: `Hubben har en fråga om förslaget ”${title}”.` })
        .click();
      await expect(
        page.getByRole('heading', { name: 'Fråga från hubbens granskare' }),
      ).toBeVisible();
      await checked(page);
      await page.getByRole('link', { name: 'Ändra texten' }).click();
      await page.getByLabel(/Vem får nytta/).fill('Personal, brukare och driften.');
      await checked(page);
      await button(page, 'Spara ändringen').click();
      await expect(page.getByText('Ändringen är sparad och skickas med svaret.')).toBeVisible();
      await assessor.goto(theirs);
      await expect(assessor.getByText('Personal, brukare och driften.')).toHaveCount(0);
      await page.getByLabel('Ert svar').fill('Kommunen betalar.');
      await button(page, 'Svara på frågan').click();
      await expect(page.getByText('Svaret är skickat.')).toBeVisible();
      await checked(page);

      await assessor.goto(theirs);
      await expect(assessor.getByText('Kommunen betalar.')).toBeVisible();
      await assessor.locator('summary', { hasText: 'Vad som ändrades' }).click();
      await expect(assessor.getByText('Version 1.1')).toBeVisible();
      await checked(assessor);
      await page.goto(mine);
      await expect(page.getByRole('region', { name: 'Hubbens bedömning' })).toHaveCount(0);
      await decide(assessor, /^Låt vila/, 'Budgeten är slut i år.');
      await expect(assessor.locator('.ds-error-summary')).toContainText('Välj en dag som kommer');
      await expect(assessor.getByRole('textbox', { name: 'Skäl' })).toHaveValue(
        'Budgeten är slut i år.',
      );
      await assessor.getByLabel('Dag att ta upp det igen').fill('2099-02-01');
      await button(assessor, 'Fatta beslutet').click();
      await expect(assessor.getByText('Förslaget vilar. Den som')).toBeVisible();
      await checked(assessor);
      await page.goto(mine);
      await expect(page.getByText('1 februari 2099').first()).toBeVisible();
      await checked(page);
      await assessor.goto(`${house}/reviews`);
      await expect(
        assessor.locator('section', { hasText: 'Vilar eller väntar' }).getByText(title),
      ).toBeVisible();
      await checked(assessor);
      await assessor.goto(theirs);
      await button(assessor, 'Granska igen nu').click();
      await expect(assessor.getByText('Granskningen har börjat igen.')).toBeVisible();

      await decide(assessor, /^Anta inte/, 'Dyrt.');
      await expect(assessor.getByText('förslaget antogs inte.')).toBeVisible();
      await page.goto(mine);
      await expect(page.getByRole('region', { name: 'Hubbens bedömning' })).toContainText(
        'Behovet är känt och nyttan tydlig.',
      );
      await say(
        page,
        'Begär en ny prövning',
        'Varför ska hubben pröva det igen?',
        'Halva priset nu.',
        'Begär en ny prövning',
      );
      await expect(page.getByText('Hubbens granskare har fått veta')).toBeVisible();
      await checked(page);
      await assessor.goto(theirs);
      await expect(assessor.getByText('Halva priset nu.')).toBeVisible();
      await button(assessor, 'Pröva igen').click();
      await expect(assessor.getByText('Förslaget prövas igen. Org')).toBeVisible();

      await assess(assessor);
      await assessor.getByRole('textbox', { name: 'Nästa steg' }).fill('Bjud in Åre.');
      await decide(assessor, /^Anta förslaget/, 'Bra pris.');
      await expect(assessor.getByText('förslaget är antaget.')).toBeVisible();
      await say(
        assessor,
        'Ta tillbaka beslutet',
        'Varför tas beslutet tillbaka?',
        'Fel förslag.',
        'Ta tillbaka beslutet',
      );
      await expect(assessor.getByText('Beslutet är taget tillbaka. Gransk')).toBeVisible();
      await checked(assessor);

      await page.goto(mine);
      await say(
        page,
        'Återkalla förslaget',
        'Varför återkallar ni förslaget?',
        'Vi köper klart.',
        'Återkalla förslaget',
      );
      await expect(page.getByText('Förslaget är återkallat.')).toBeVisible();
      for (const words of [
        'Vem betalar driften?',
        'Bra pris.',
        'Fel förslag.',
        'Vi köper klart.',
      ]) {
        await expect(page.getByText(words)).toBeVisible();
      }
      await checked(page);
      await page.goto('/sv/outbox');
      for (const subject of [
        'En fråga om ert förslag',
        'Ert förslag vilar',
        'Ert förslag prövas igen',
      ]) {
        await expect(page.locator('main li', { hasText: `${subject}: ${title}` })).toHaveCount(1);
      }
      await assessor.context().close();
    });
  });
}
