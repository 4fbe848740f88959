import type { APIRequestContext, Page } from '@playwright/test';
import { expect, signIn, test } from '#tests/support/e2e.ts';

const henrik = 'henrik.aslund@ostersunds-kommun.example';
const maja = 'maja.lindstrand@ostersunds-kommun.example';
const emil = 'emil.sandgren@lasvarg.example';
const anders = 'anders.sundvall@region-jamtland-harjedalen.example';
const petra = 'petra.myrbacka@bergs-kommun.example';
const ours = '/sv/ostersund/ostersunds-kommun';

type Fields = Record<string, string>;

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

/** What a browser without script would post from the form with this button: its hidden fields. */
async function formOf(request: APIRequestContext, path: string, submit: string): Promise<Fields> {
  const html = await (await request.get(path)).text();
  const form = html.split('<form').find((part) => part.includes(submit)) ?? '';
  const inputs = form.slice(0, form.indexOf('</form>')).matchAll(/<input[^>]*type="hidden"[^>]*>/g);
  const fields: Fields = {};
  for (const [input] of inputs) {
    const name = /name="([^"]*)"/.exec(input)?.[1] ?? '';
    fields[plain(name)] = plain(/value="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  expect(Object.keys(fields).some((name) => name.startsWith('$ACTION'))).toBe(true);
  return fields;
}

async function post(page: Page, path: string, fields: Fields, origin: string | undefined) {
  const headers = { origin: origin ?? '' };
  return page.request.post(path, { multipart: fields, headers, maxRedirects: 0 });
}

async function idOf(page: Page, name: string): Promise<string> {
  await page.goto(`${ours}/people`);
  await page.getByRole('link', { name: `Ändra ${name}` }).click();
  return /people\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

test('a form is good for whoever opened it, for that organisation and that person alone', async ({
  page,
  baseURL,
}) => {
  await signIn(page, henrik);
  const id = await idOf(page, 'Maja');
  const path = `${ours}/people/${id}/remove`;
  const fields = await formOf(page.request, path, 'Ja, ta bort');
  const bound = Object.keys(fields).filter((name) => fields[name]?.includes('ostersunds-kommun'));
  expect(bound.length).toBeGreaterThan(0);
  const stillThere = async () => {
    await signIn(page, henrik);
    await page.goto(`${ours}/people`);
    await expect(page.getByText(maja)).toBeVisible();
  };

  // Replayed by somebody with another organisation, by staff, by the hub's own, by nobody.
  for (const email of [emil, maja, anders, petra]) {
    await signIn(page, email);
    for (const to of [path, '/sv/ostersund/lasvarg/people', '/sv/account']) {
      const answer = await post(page, to, fields, baseURL);
      // A page that has no such form does not know it (409); the rest is not there for them.
      expect([404, 409], `${email} ${to}`).toContain(answer.status());
    }
  }
  await page.context().clearCookies();
  const nobody = await post(page, path, fields, baseURL);
  expect(nobody.headers().location ?? nobody.headers()['x-action-redirect']).toContain('/sign-in');
  await stillThere();

  // From another site, with the right session.
  const crossed = await post(page, path, fields, 'https://elsewhere.example');
  expect(crossed.status()).toBeGreaterThanOrEqual(400);
  await stillThere();

  // The organisation, the hub or the person in the hidden fields changed.
  const changes: [string, string][] = [
    ['ostersunds-kommun', 'are-kommun'],
    ['"ostersund"', '"vasterbotten"'],
    [id, crypto.randomUUID()],
    [id, "' or true --"],
  ];
  for (const [from, to] of changes) {
    const changed = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, value.replaceAll(from, to)]),
    );
    expect(JSON.stringify(changed)).not.toBe(JSON.stringify(fields));
    const answer = await post(page, path, changed, baseURL);
    expect(answer.status(), `${from} → ${to}`).toBe(404);
  }
  await stillThere();
});

test('one person with two organisations: a form writes for the one it was opened for', async ({
  page,
  baseURL,
}) => {
  await signIn(page, petra);
  const berg = '/sv/ostersund/bergs-kommun/people/leave';
  const fields = await formOf(page.request, berg, 'Ja, lämna');
  // Posted under the region's address, it is still Berg that is left, never the region.
  const answer = await post(
    page,
    '/sv/ostersund/region-jamtland-harjedalen/people/leave',
    fields,
    baseURL,
  );
  expect(answer.status()).toBe(303);
  expect((await page.goto('/sv/ostersund/bergs-kommun'))?.status()).toBe(404);
  expect((await page.goto('/sv/ostersund/region-jamtland-harjedalen'))?.status()).toBe(200);
  // Once more: there is nothing left to leave.
  expect((await post(page, berg, fields, baseURL)).status()).toBe(404);
});
