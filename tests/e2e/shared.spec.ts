import { publicRoutes } from '#lib/platform/web/public-routes.ts';
import { expect, signIn, test } from '#tests/support/e2e.ts';

const person = 'anders.sundvall@region-jamtland-harjedalen.example';
const things: Record<string, string> = {
  locale: 'sv',
  hub: 'ostersund',
  kind: 'gone',
  organisation: 'lasvarg',
};

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
      const [mine, theirs] = [
        await page.request.get(path, { headers }),
        await stranger.get(path, { headers }),
      ];
      const text = await mine.text();
      expect(mine.status(), path).toBe(200);
      expect(text, path).toBe(await theirs.text());
      expect(text, path).not.toContain('Anders Sundvall');
      expect(mine.headers()['content-type']).toContain('rsc' in headers ? 'x-component' : 'html');
      expect(theirs.headers()['set-cookie'], path).toBeUndefined();
      const etag = mine.headers().etag ?? '';
      const again = await stranger.get(path, { headers: { ...headers, 'if-none-match': etag } });
      expect([again.status(), (await again.body()).length], path).toEqual([304, 0]);
    }
  }
  await stranger.dispose();
});
