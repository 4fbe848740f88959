import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, assess, button, unique } from '#tests/support/steps.ts';

const maja = 'maja.lindstrand@ostersunds-kommun.example';
const henrik = 'henrik.aslund@ostersunds-kommun.example';
const gunilla = 'gunilla.norrback@region-jamtland-harjedalen.example';
const own = '/sv/ostersund/ostersunds-kommun';
const house = '/sv/ostersund/house';

// Two people at once: the browser drops the transition of whichever page is not in front, and says so
// as if it were a fault.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function fillIn(page: Page, title: string): Promise<void> {
  await page.getByLabel('Rubrik').fill(title);
  await page.getByLabel('Kort beskrivning').fill('Vi delar nycklar med grannkommunen.');
  await page.getByRole('checkbox', { name: /^Nycklar tar tid/ }).check();
  await page.getByRole('checkbox', { name: 'Mobilt arbetssätt' }).check();
  await page.getByLabel('Vad är problemet?').fill('Nycklar tar tid.');
  await page.getByLabel('Vad vill ni göra?').fill('Digitala lås.');
  await page.getByLabel(/Vem får nytta/).fill('Personal och brukare.');
  await page.getByLabel(/första steget/).fill('Studiebesök i Åre.');
}

const refusal = (page: Page) => page.locator('.ds-error-summary');

/** A proposal that has been sent, ready for review; the page shows it. */
async function propose(page: Page, title: string): Promise<void> {
  await page.goto(`${own}/proposals/new`);
  await fillIn(page, title);
  await button(page, 'Skicka in').click();
  await expect(page.getByText('Förslaget är inskickat.')).toBeVisible();
}

/** Opens a proposal in the assessor's queue and begins the review. */
async function beginReview(page: Page, title: string): Promise<void> {
  await page.goto(`${house}/reviews`);
  await page.getByRole('link', { name: title }).click();
  await button(page, 'Börja granska').click();
  await expect(page.getByText('Granskningen har börjat. Förslaget')).toBeVisible();
  await assess(page);
}

// The same people act in several of these, so one after the other.
test.describe.configure({ mode: 'default' });

test.describe('Someone at a municipality', () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled });
      test.setTimeout(120_000);
      const checked = async (page: Page) => {
        if (!javaScriptEnabled) return;
        // Where the page is changed in place, its title comes a moment after its heading.
        const heading = (await page.locator('h1').textContent()) ?? '';
        await expect.poll(() => page.title()).toContain(heading.trim());
        await expectAccessible(page);
      };

      test('sees what others do, proposes, and is told the decision', async ({
        page,
        browser,
        baseURL,
      }) => {
        const title = `Nycklar över kommungränsen ${unique()}`;
        await signIn(page, maja);
        await page.goto(own);
        await checked(page);
        await page.getByRole('link', { name: 'Se vad andra gör' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vad andra gör');
        await checked(page);
        await page.getByRole('link', { name: /^Förslag \(\d+\)$/ }).click();
        await page.getByRole('link', { name: 'En nyckel mindre' }).click();
        await expect(page.getByText(/Förslag från Åre kommun/)).toBeVisible();
        await checked(page);
        await page.getByRole('link', { name: 'Föreslå projekt' }).click();
        await checked(page);

        await page.getByLabel('Rubrik').fill(title);
        await page.getByLabel('Vad är problemet?').fill('Första raden.\nAndra raden.');
        await button(page, 'Spara utkast').click();
        await expect(page.getByText('Utkastet är sparat.')).toBeVisible();
        await expect(page).toHaveURL(/\/edit\?done=saved/);
        await checked(page);

        await page.getByLabel('Vad vill ni göra?').fill('Prova tillsammans.');
        await button(page, 'Skicka in').click();
        await expect(refusal(page)).toContainText('Förslaget är inte inskickat än');
        await expect(refusal(page).getByRole('listitem')).toHaveCount(5);
        if (javaScriptEnabled) await expect(refusal(page)).toBeFocused();
        await expect(page.getByLabel('Rubrik')).toHaveValue(title);
        await expect(page.getByLabel('Vad vill ni göra?')).toHaveValue('Prova tillsammans.');
        await checked(page);
        await refusal(page).getByRole('link', { name: 'Beskriv det första steget.' }).click();
        await expect(page).toHaveURL(/#firstStep$/);

        await fillIn(page, title);
        await button(page, 'Skicka in').click();
        await expect(page.getByText('Förslaget är inskickat.')).toBeVisible();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        await expect(button(page, 'Ta tillbaka till utkast')).toBeVisible();
        await checked(page);

        const assessor = await another(browser, { baseURL, javaScriptEnabled }, gunilla);
        await assessor.goto(`${house}/notices`);
        await checked(assessor);
        await assessor.getByRole('link', { name: new RegExp(title) }).click();
        await checked(assessor);
        await button(assessor, 'Börja granska').click();
        await expect(assessor.getByText('Granskningen har börjat. Förslaget')).toBeVisible();
        await checked(assessor);
        await assess(assessor);
        await assessor.getByRole('radio', { name: /^Anta förslaget/ }).check();
        await assessor.getByRole('textbox', { name: 'Skäl' }).fill('Tre kommuner har samma behov.');
        await button(assessor, 'Fatta beslutet').click();
        await expect(refusal(assessor)).toContainText('Skriv vad nästa steg är.');
        await expect(assessor.getByRole('textbox', { name: 'Skäl' })).toHaveValue(
          'Tre kommuner har samma behov.',
        );
        await expect(assessor.getByRole('radio', { name: /^Anta förslaget/ })).toBeChecked();
        await checked(assessor);
        await assessor.getByRole('textbox', { name: 'Nästa steg' }).fill('Bjud in Åre och Krokom.');
        await button(assessor, 'Fatta beslutet').click();
        await expect(assessor.getByText('Beslutet är fattat: förslaget är antaget.')).toBeVisible();
        await expect(button(assessor, 'Fatta beslutet')).toHaveCount(0);
        await checked(assessor);

        await page.goto(`${own}/notices`);
        await checked(page);
        const notice = page.locator('main li', { hasText: `”${title}” är antaget` });
        await expect(notice).toHaveCount(1);
        await expect(notice.getByText('Oläst')).toBeVisible();
        await notice.getByRole('link').click();
        await expect(page.getByText('Tre kommuner har samma behov.')).toBeVisible();
        await expect(page.getByText('Bjud in Åre och Krokom.')).toBeVisible();
        await expect(page.getByText('Granskningen började')).toBeVisible();
        await checked(page);
        await page.goto('/sv/outbox');
        const letters = page.locator('main li', { hasText: `Ert förslag är antaget: ${title}` });
        await expect(letters).toHaveCount(2);
        await expect(letters.filter({ hasText: maja })).toContainText('Bjud in Åre och Krokom.');
        await expect(letters.filter({ hasText: henrik })).toHaveCount(1);
        await page.goto(`${own}/notices`);
        await button(page, 'Markera alla som lästa').click();
        await expect(page.getByText('Alla meddelanden är markerade som lästa.')).toBeVisible();
        await expect(notice.getByText('Oläst')).toHaveCount(0);
        await assessor.context().close();
      });

      test('takes a proposal back, and is told a decline with its reason', async ({
        page,
        browser,
        baseURL,
      }) => {
        const title = `Nattbuss till provtagning ${unique()}`;
        await signIn(page, maja);
        await propose(page, title);
        await button(page, 'Ta tillbaka till utkast').click();
        await expect(page.getByText('Förslaget är tillbaka som utkast.')).toBeVisible();
        await button(page, 'Skicka in').click();
        await expect(page.getByText('Förslaget är inskickat.')).toBeVisible();
        const assessor = await another(browser, { baseURL, javaScriptEnabled }, gunilla);
        await beginReview(assessor, title);
        await button(page, 'Ta tillbaka till utkast').click();
        await expect(refusal(page)).toContainText('Granskningen har börjat');
        await button(assessor, 'Fatta beslutet').click();
        await expect(refusal(assessor)).toContainText('Välj om förslaget antas eller inte.');
        await assessor.getByRole('radio', { name: /^Anta inte/ }).check();
        await assessor.getByRole('textbox', { name: 'Skäl' }).fill('Bussen går redan.');
        await button(assessor, 'Fatta beslutet').click();
        await expect(
          assessor.getByText('Beslutet är fattat: förslaget antogs inte.'),
        ).toBeVisible();
        await page.goto(`${own}/notices`);
        await page.getByRole('link', { name: new RegExp(`”${title}” antogs inte`) }).click();
        await expect(page.getByText('Bussen går redan.')).toBeVisible();
        await page.goto('/sv/outbox');
        const letters = page.locator('main li', { hasText: `Besked om ert förslag: ${title}` });
        await expect(letters).toHaveCount(2);
        await assessor.context().close();
      });

      test('of two colleagues on one draft the later one loses nothing', async ({
        page,
        browser,
        baseURL,
      }) => {
        const title = `Gemensam nattgrupp ${unique()}`;
        await signIn(page, maja);
        await page.goto(`${own}/proposals/new`);
        await page.getByLabel('Rubrik').fill(title);
        await button(page, 'Spara utkast').click();
        await expect(page.getByText('Utkastet är sparat.')).toBeVisible();
        const colleague = await another(browser, { baseURL, javaScriptEnabled }, henrik);
        await colleague.goto(page.url());
        await colleague.getByLabel('Kort beskrivning').fill('Henriks mening.');
        await button(colleague, 'Spara utkast').click();
        await expect(colleague.getByText('Utkastet är sparat.')).toBeVisible();
        await page.getByLabel('Kort beskrivning').fill('Majas mening.');
        await button(page, 'Spara utkast').click();
        await expect(refusal(page)).toContainText('En kollega har sparat en nyare version');
        await expect(page.getByRole('region', { name: 'Den nyare versionen' })).toContainText(
          'Henriks mening.',
        );
        await expect(page.getByLabel('Kort beskrivning')).toHaveValue('Majas mening.');
        await checked(page);
        await button(page, 'Spara utkast').click();
        await expect(page.getByText('Utkastet är sparat.')).toBeVisible();
        await colleague.reload();
        await expect(colleague.getByLabel('Kort beskrivning')).toHaveValue('Majas mening.');
        await colleague.context().close();
      });
    });
  }

  test('writes, sends and reads by keyboard alone', async ({ page }) => {
    test.setTimeout(90_000);
    const title = `Med tangentbord ${unique()}`;
    await signIn(page, maja);
    await page.goto(`${own}/others`);
    const reach = async (name: string, role: 'link' | 'button' = 'link') => {
      const target = page.getByRole(role, { name, exact: true }).first();
      for (let n = 0; n < 120; n += 1) {
        await page.keyboard.press('Tab');
        if (await target.evaluate((element) => element === document.activeElement)) return;
      }
      throw new Error(`${name} cannot be reached`);
    };
    const next = async (text: string) => {
      await page.keyboard.press('Tab');
      if (text) await page.keyboard.type(text);
    };
    await reach('Föreslå projekt');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Föreslå projekt');
    const field = page.getByLabel('Rubrik');
    for (let n = 0; n < 40; n += 1) {
      await page.keyboard.press('Tab');
      if (await field.evaluate((element) => element === document.activeElement)) break;
    }
    await page.keyboard.type(title);
    await next('Kort.');
    await next('');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const problem = page.getByLabel('Vad är problemet?');
    const area = page.getByRole('checkbox', { name: 'Trygghet hemma' });
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press('Tab');
      if (await area.evaluate((element) => element === document.activeElement)) {
        await page.keyboard.press('Space');
      }
      if (await problem.evaluate((element) => element === document.activeElement)) break;
    }
    await page.keyboard.type('Problem.');
    await next('Lösning.');
    await next('Nytta.');
    await reach('Skicka in', 'button');
    await page.keyboard.press('Enter');
    await expect(refusal(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(/första steget/)).toBeFocused();
    await page.keyboard.type('Steg.');
    await reach('Skicka in', 'button');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Förslaget är inskickat.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });

  test('does it at 320 px, and nothing sticks out', async ({ page, browser, baseURL }) => {
    test.setTimeout(90_000);
    const title = `Förvaltningsövergripande läkemedelsgenomgångar ${unique()}`;
    await page.setViewportSize({ width: 320, height: 700 });
    await signIn(page, maja);
    for (const path of ['', '/others', '/others?show=proposals', '/others?show=needs']) {
      await page.goto(`${own}${path}`);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    await page.goto(`${own}/proposals/new`);
    await expectNoSidewaysScroll(page);
    await button(page, 'Skicka in').click();
    await expect(refusal(page)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await fillIn(page, title);
    await button(page, 'Skicka in').click();
    await expect(page.getByText('Förslaget är inskickat.')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.goto(`${own}/proposals`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    const assessor = await another(browser, { baseURL, width: 320 }, gunilla);
    await assessor.goto(`${house}/reviews`);
    await expectNoSidewaysScroll(assessor);
    await expectAccessible(assessor);
    await beginReview(assessor, title);
    await expectNoSidewaysScroll(assessor);
    await assessor.getByRole('radio', { name: /^Anta inte/ }).check();
    await assessor.getByRole('textbox', { name: 'Skäl' }).fill('Prövat på en liten skärm.');
    await button(assessor, 'Fatta beslutet').click();
    await expect(assessor.getByText('antogs inte. Den som föreslog')).toBeVisible();
    await assessor.context().close();
  });
});

test.describe('Pages for members and staff', () => {
  const people = {
    'nb ingvild': 'ingvild.fjellstuen@folldal-kommune.example',
    'en maja': maja,
  };
  const places = {
    'nb ingvild': '/nb/innlandet/folldal-kommune',
    'en maja': '/en/ostersund/ostersunds-kommun',
  };
  for (const who of ['nb ingvild', 'en maja'] as const) {
    test(`are complete and accessible, ${who}`, async ({ page }) => {
      test.setTimeout(90_000);
      await signIn(page, people[who]);
      const paths = ['', '/others', '/others?show=proposals', '/others?show=needs&q=finnsinte'];
      for (const path of [...paths, '/proposals', '/proposals/new', '/notices']) {
        await page.goto(`${places[who]}${path}`);
        await expectAccessible(page);
      }
    });
  }

  test('answer what is not there, or not theirs, with the same 404', async ({ page }) => {
    await signIn(page, 'emil.sandgren@lasvarg.example');
    const company = '/sv/ostersund/lasvarg';
    await page.goto(`${company}/others?show=proposals`);
    await expect(page.getByRole('link', { name: 'Ultraljud i väskan' })).toHaveCount(0);
    const nobody = '0193a1c2-0000-7000-8000-000000000001';
    const wrong = [
      `${company}/others/${nobody}`,
      `${company}/others/not-an-id`,
      `${company}/others/projects/nyckelfritt-lan-finns-inte`,
      `${company}/proposals/${nobody}`,
      `${company}/proposals/${nobody}/edit`,
      `${company}/proposals/not-an-id`,
      `${own}/proposals`,
      `${house}/reviews`,
      `${house}/reviews/${nobody}`,
      '/sv/innlandet/lasvarg/others',
    ];
    for (const path of wrong) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sidan finns inte');
    }
  });

  test('send whoever is signed out to sign in, and back again', async ({ page }) => {
    await page.goto(`${own}/proposals/new`);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await page.locator(`form:has(input[value="${maja}"]) button`).click();
    await expect(page).toHaveURL(new RegExp(`${own}/proposals/new$`));
  });

  test('show the assessor one’s own body’s proposals, without the buttons', async ({ page }) => {
    await signIn(page, gunilla);
    await page.goto(`${house}/reviews`);
    const row = page.locator('main li', { hasText: 'Röntgen varje tisdag' });
    await expect(row).toContainText('Din egen organisation');
    await row.getByRole('link').click();
    await expect(page.getByText('Din egen organisation')).toBeVisible();
    await expect(button(page, 'Börja granska')).toHaveCount(0);
    await expectAccessible(page);
  });
});

test('A form keeps what was typed when no answer comes', async ({ page }) => {
  await signIn(page, maja);
  await page.goto(`${own}/proposals/new`);
  await page.getByLabel('Rubrik').fill('Skrivet på tåget');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Spara utkast' }).click();
  await expect(page.locator('.ds-error-summary')).toContainText('Det kom inget svar');
  await expect(page.getByLabel('Rubrik')).toHaveValue('Skrivet på tåget');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Spara utkast' }).click();
  await expect(page.getByText('Utkastet är sparat')).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(
    javaScriptEnabled ? 'A session that ends' : 'A session that ends, without JavaScript',
    () => {
      test.use({ javaScriptEnabled });

      test('while one writes is told; what was typed stays where a browser can keep it', async ({
        page,
      }) => {
        await signIn(page, maja);
        await page.goto(`${own}/proposals/new`);
        const title = `Mitt i en mening ${crypto.randomUUID().slice(0, 8)}`;
        await page.getByLabel('Rubrik').fill(title);
        const kept = await page.context().cookies();
        if (javaScriptEnabled) await page.context().clearCookies();
        else await signOutElsewhere(page);
        await page.getByRole('button', { name: 'Spara utkast' }).click();
        if (!javaScriptEnabled) {
          await expect(page).toHaveURL(/\/sv\/sign-in\?/);
          await expect(page.getByText('Du är inte längre inloggad')).toBeVisible();
          return;
        }
        await expect(page.locator('.ds-error-summary')).toContainText('Du är inte längre inloggad');
        await expect(page.getByLabel('Rubrik')).toHaveValue(title);
        await page.context().addCookies(kept);
        await page.getByRole('button', { name: 'Spara utkast' }).click();
        await expect(page).toHaveURL(/\/proposals\/[0-9a-f-]{36}/);
        await expect(page.getByLabel('Rubrik')).toHaveValue(title);
      });
    },
  );
}

/** The same session in another window ends there. */
async function signOutElsewhere(page: Page): Promise<void> {
  const storageState = await page.context().storageState();
  const other = await page.context().browser()?.newContext({ storageState });
  const window = await other?.newPage();
  await window?.goto(new URL('/sv/account', page.url()).href);
  await window?.getByRole('button', { name: 'Logga ut' }).click();
  await expect(window ?? page).toHaveURL(/\/sv$/);
  await other?.close();
}
