import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button } from '#tests/support/steps.ts';

const henrik = 'henrik.aslund@ostersunds-kommun.example';
const maja = 'maja.lindstrand@ostersunds-kommun.example';
const emil = 'emil.sandgren@lasvarg.example';
const elin = 'elin.bergvik@region-jamtland-harjedalen.example';
const others = '/sv/ostersund/ostersunds-kommun/others?show=proposals';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'default' });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(120_000);

    test('an administrator puts the organisation behind a proposal and takes it back', async ({
      page,
      browser,
      baseURL,
    }) => {
      const checked = async () => {
        if (javaScriptEnabled) await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      };
      await signIn(page, henrik);
      await page.goto(others);
      await page.getByRole('link', { name: 'Röntgen varje tisdag' }).click();
      await expect(page.getByText('Ingen organisation står bakom förslaget än')).toBeVisible();
      await button(page, 'Vi står bakom förslaget').click();
      await expect(page.getByText('Er organisation står nu bakom förslaget.')).toBeVisible();
      await expect(page.getByText(/undertecknat av Henrik Åslund/)).toBeVisible();
      await checked();
      await page.goto(others);
      const card = page.getByRole('listitem').filter({ hasText: 'Röntgen varje tisdag' });
      await expect(card).toContainText('1 organisation står bakom');

      const author = await another(browser, { baseURL, javaScriptEnabled }, elin);
      await author.goto('/sv/ostersund/region-jamtland-harjedalen/proposals');
      await author.getByRole('link', { name: 'Röntgen varje tisdag' }).click();
      await expect(author.getByText('1 organisation står bakom förslaget')).toBeVisible();
      await expect(author.getByRole('button', { name: 'Ta tillbaka till utkast' })).toHaveCount(0);
      await author.context().close();

      await card.getByRole('link', { name: 'Röntgen varje tisdag' }).click();
      await button(page, 'Ta tillbaka vårt stöd').click();
      await expect(page.getByText('Er organisation står inte längre bakom')).toBeVisible();
      await expect(page.getByText('Ingen organisation står bakom förslaget än')).toBeVisible();
      await checked();
    });

    test('a colleague hears who can, a company since when and not by whom', async ({
      page,
      browser,
      baseURL,
    }) => {
      await signIn(page, maja);
      await page.goto(others);
      await page.getByRole('link', { name: 'Röntgen varje tisdag' }).click();
      await expect(page.getByText('En administratör hos er kan ställa er')).toBeVisible();
      const company = await another(browser, { baseURL, javaScriptEnabled }, emil);
      await company.goto('/sv/ostersund/lasvarg/others?show=proposals');
      await company.getByRole('link', { name: 'En nyckel mindre' }).click();
      await expect(company.getByText('2 organisationer står bakom förslaget')).toBeVisible();
      await expect(company.getByText('undertecknat av')).toHaveCount(0);
      await expect(company.getByRole('button', { name: 'Vi står bakom' })).toHaveCount(0);
      await company.context().close();
    });
  });
}
