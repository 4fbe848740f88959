import { publicRoutes } from '#lib/platform/web/public-routes.ts';
import { expect, signIn, test } from '#tests/support/e2e.ts';

const person = 'anders.sundvall@region-jamtland-harjedalen.example';
const things: Record<string, string> = {
  locale: 'sv',
  hub: 'ostersund',
  kind: 'gone',
  organisation: 'lasvarg',
};

// Another process has rendered the same in another order, and each rendering of Next's names itself.
const contentOf = (text: string) =>
  text
    .replace(/"[\w-]{21}[a-z]"/g, '"id"')
    .split(/\n|\\n/)
    .map((line) => line.replace(/^[0-9a-f]+:|\$L?[0-9a-f]+/g, ''))
    .sort();

test('every public page is the same for someone who is signed in, and names nobody', async ({
  page,
  playwright,
  baseURL,
}) => {
  await page.goto('/sv/ostersund/showroom');
  things.demo =
    (await page.locator('a[href*="/showroom/"]').first().getAttribute('href'))?.split('/').at(-1) ??
    '';
  await page.goto('/sv/ostersund/projects');
  things.project =
    (await page.locator('a[href*="/projects/"]').first().getAttribute('href'))?.split('/').at(-1) ??
    '';
  await signIn(page, person);
  const stranger = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  for (const route of Object.keys(publicRoutes)) {
    const path = route.replace(/:(\w+)/g, (_, name) => things[name] ?? '');
    const ways: Record<string, string>[] = [{ accept: 'text/html' }, { accept: '*/*', rsc: '1' }];
    for (const headers of ways) {
      const ask = async () => ({
        mine: await page.request.get(path, { headers }),
        theirs: await stranger.get(path, { headers }),
      });
      let { mine, theirs } = await ask();
      let text = await mine.text();
      // Other tests open and close hubs meanwhile: then both are asked once more.
      await expect(async () => {
        ({ mine, theirs } = await ask());
        text = await mine.text();
        expect(contentOf(text), path).toEqual(contentOf(await theirs.text()));
      }).toPass({ timeout: 10_000 });
      expect(mine.status(), path).toBe(200);
      expect(text, path).not.toContain('Anders Sundvall');
      expect(mine.headers()['content-type']).toContain('rsc' in headers ? 'x-component' : 'html');
      expect(theirs.headers()['set-cookie'], path).toBeUndefined();
      const etag = theirs.headers().etag ?? '';
      await expect(async () => {
        const again = await stranger.get(path, { headers: { ...headers, 'if-none-match': etag } });
        expect([again.status(), (await again.body()).length], path).toEqual([304, 0]);
      }).toPass({ timeout: 10_000 });
    }
  }
  await stranger.dispose();
});
