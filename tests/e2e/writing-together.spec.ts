import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '#tests/support/e2e.ts';
import { another, button } from '#tests/support/steps.ts';

const maja = 'maja.lindstrand@ostersunds-kommun.example';
const henrik = 'henrik.aslund@ostersunds-kommun.example';
const elin = 'elin.bergvik@region-jamtland-harjedalen.example';
const drafts = '/sv/ostersund/ostersunds-kommun/proposals';
const region = '/sv/ostersund/region-jamtland-harjedalen';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'default' });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(120_000);

    test('a person of another organisation is asked, writes, and leaves again', async ({
      page,
      browser,
      baseURL,
    }) => {
      await signIn(page, maja);
      await page.goto(drafts);
      await page.getByRole('link', { name: 'Skriv en gång' }).click();
      await page.getByRole('link', { name: 'Skriv tillsammans' }).click();
      const draft = page.url().replace(/[?#].*/, '');
      // Asked by the demo world already, or by the round before.
      const asked = page.getByRole('listitem').filter({ hasText: elin });
      const waits = asked.filter({ hasText: 'har inte svarat' });
      if ((await waits.count()) > 0) {
        await waits.getByRole('button', { name: /Ta tillbaka inbjudan/ }).click();
        await expect(page.getByText('Inbjudan är tillbakatagen.')).toBeVisible();
      }
      await page.getByLabel('Mejladress').fill('inte en adress');
      await button(page, 'Bjud in').click();
      // Only once it is refused is the next one typed.
      await expect(page.locator('[data-refused]')).toBeVisible();
      await expect(page.getByLabel('Mejladress')).toHaveValue('inte en adress');
      await page.getByLabel('Mejladress').fill(elin);
      await button(page, 'Bjud in').click();
      await expect(page.getByText('Inbjudan är skickad med mejl.')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      const other = await another(browser, { baseURL, javaScriptEnabled, width: 390 }, elin);
      await other.goto('/sv/ostersund/act/coauthor');
      await expect(other.getByText('Du skriver för Region Jämtland Härjedalen')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(other);
      await button(other, 'Ja, jag skriver med').click();
      await expect(other.getByText('Nu skriver du på förslaget')).toBeVisible();
      await expect(button(other, 'Kasta utkastet')).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(other);
      await expectNoSidewaysScroll(other);
      await other.goto(`${region}/proposals/${draft.split('/').at(-1)}/edit`);
      const said = `Skrivet av regionen, ${javaScriptEnabled}.`;
      await other.getByLabel('Vem får nytta av det, och hur?').fill(said);
      await button(other, 'Spara utkast').click();
      await expect(other.getByText('Utkastet är sparat.')).toBeVisible();

      await page.goto(draft);
      await expect(page.getByText(said)).toBeVisible();
      await page.getByText('Vem som har skrivit').click();
      await expect(page.getByText('Elin Bergvik, Region Jämtland Härjedalen').last()).toBeVisible();

      await other.goto(`${region}/proposals/${draft.split('/').at(-1)}`);
      await button(other, 'Sluta skriva på förslaget').click();
      await expect(other.getByText('Du skriver inte längre på förslaget.')).toBeVisible();
      await expect(other.getByRole('link', { name: 'Skriv en gång' })).toHaveCount(0);
      await other.context().close();
    });

    test('other words are proposed, turned down with a reason, and become a draft of one’s own', async ({
      page,
      browser,
      baseURL,
    }) => {
      const mark = `Två dagar, ${javaScriptEnabled}`;
      await signIn(page, henrik);
      await page.goto('/sv/ostersund/ostersunds-kommun/others?show=proposals');
      await page.getByRole('link', { name: 'Röntgen varje tisdag' }).click();
      await page.getByRole('link', { name: 'Föreslå en ändring i texten' }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByLabel('Varför bör texten ändras?').fill('Fler bor längre bort.');
      await button(page, 'Föreslå ändringen').click();
      await expect(page.getByText('Ändra minst en del av texten först.').first()).toBeVisible();
      await expect(page.getByLabel('Varför bör texten ändras?')).toHaveValue(
        'Fler bor längre bort.',
      );
      await page.getByLabel('Kort beskrivning').fill(mark);
      await button(page, 'Föreslå ändringen').click();
      await expect(page.getByText('Ändringen är föreslagen.')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      const author = await another(browser, { baseURL, javaScriptEnabled, width: 390 }, elin);
      await author.goto(`${region}/proposals`);
      await author.getByRole('link', { name: 'Röntgen varje tisdag' }).click();
      const one = author.getByRole('listitem').filter({ hasText: mark });
      await one.getByText('Svara nej').first().click();
      await one.getByLabel('Varför tar ni inte över ändringen?').fill('Vi börjar smått.');
      if (javaScriptEnabled) await expectAccessible(author);
      await expectNoSidewaysScroll(author);
      await one.getByRole('button', { name: 'Svara nej' }).click();
      await expect(author.getByText('Den som föreslog ändringen har fått ert svar.')).toBeVisible();
      await author.context().close();

      await page.goto(page.url().replace(/[?#].*/, ''));
      const mine = page.getByRole('listitem').filter({ hasText: mark });
      await expect(mine.getByText('Svar: Vi börjar smått.')).toBeVisible();
      await mine.getByRole('button', { name: 'Gör ett eget förslag av den' }).click();
      await expect(page.getByText('Här är ett eget utkast med er text.')).toBeVisible();
      await expect(page.getByLabel('Kort beskrivning')).toHaveValue(mark);
    });
  });
}
