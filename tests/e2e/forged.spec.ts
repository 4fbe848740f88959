import type { Page } from '@playwright/test';
import { reach } from '#lib/platform/policy.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { type Form, formsIn, send } from '#tests/support/forms.ts';
import { type Player, type Stage, setStage } from '#tests/support/players.ts';
import { routes } from '#tests/support/routes.ts';

let stage: Stage;
test.beforeAll(async () => {
  stage = await setStage('falsk');
});
test.afterAll(() => stage.end());

const origin = () => process.env.NAVET_E2E_URL ?? '';
const played = (role: Player['role']) => {
  const player = stage.players.find((each) => each.role === role);
  if (!player) throw new Error(`Nobody plays ${role}.`);
  return player;
};

/** What must not move when a forged form comes in: this stage's rows, and every event it left. */
async function state(): Promise<string> {
  const people = stage.players.map(({ person }) => person);
  const own = `(select id from organisation where slug like '%' || $2)`;
  const sums: string[] = [];
  for (const [table, condition] of [
    ['audit_event', `person_id = any ($1) or organisation_id in ${own}`],
    ['booking', `organisation_id in ${own} or booked_by_id = any ($1)`],
    ['proposal', `organisation_id in ${own} or author_id = any ($1) or assessor_id = any ($1)`],
    ['membership', `organisation_id in ${own} or person_id = any ($1)`],
    ['hub_role', `person_id = any ($1) or $2 = ''`],
    ['organisation', `slug like '%' || $2 or id = any ($1)`],
    ['participation', `organisation_id in ${own} or organisation_id = any ($1)`],
    ['notice', `person_id = any ($1) or $2 = ''`],
    ['person', `id = any ($1) or $2 = ''`],
  ]) {
    const [row] = await stage.sql<{ sum: string }>(
      `select count(*) || ':' || coalesce(sum(hashtext(t::text)), 0) as sum from ${table} t where ${condition}`,
      [people, stage.mark],
    );
    sums.push(`${table} ${row?.sum}`);
  }
  const events = await stage.sql<{ kind: string }>(
    `select kind from audit_event where person_id = any ($1) or organisation_id in
       (select id from organisation where slug like '%' || $2) order by at`,
    [people, stage.mark],
  );
  return [...sums, ...events.map(({ kind }) => kind)].join('\n');
}

type Found = {
  path: string;
  form: Form;
  needs: keyof typeof import('#lib/platform/policy.ts').policy;
};

/** Every form a player meets on the pages that are the player's own. */
async function formsOf(page: Page, player: Player): Promise<Found[]> {
  const found: Found[] = [];
  const own = player.organisation ?? '';
  const things = stage.things(own);
  for (const [route, { door, needs, of }] of Object.entries(routes)) {
    // Taking out a log is itself an event.
    if (route.endsWith('.csv')) continue;
    if (!needs || door === 'open' || reach([player.role], needs) === null) continue;
    if ((door === 'organisation') !== (own !== '') && door !== 'own') continue;
    const thing = Object.keys(of ?? {})[0] as keyof typeof things | undefined;
    const path = route
      .replace(':locale', 'sv')
      .replace(':hub', stage.hub)
      .replace(':org', own)
      .replace(':which', 'staff')
      .replace(/:\w+/g, () => (thing ? (things[thing] ?? 'x') : 'x'));
    // What leads elsewhere has no forms of its own.
    const headers = { cookie: player.cookie };
    const answer = await page.request.get(path, { headers, maxRedirects: 0 });
    if (answer.status() !== 200 || !answer.headers()['content-type']?.includes('html')) continue;
    const forms = await formsIn(page, await answer.text());
    found.push(...forms.map((form) => ({ path, form, needs })));
  }
  return found;
}

test('a form sent again in another’s name changes nothing and says nothing', async ({ page }) => {
  test.setTimeout(480_000);
  await page.goto('/sv');
  const owners = [
    'companyAdmin',
    'publicStaff',
    'civicAdmin',
    'hubAdmin',
    'assessor',
    'host',
  ] as const;
  const before = await state();
  const let_in: string[] = [];
  let tried = 0;
  for (const role of owners) {
    const owner = played(role);
    for (const { path, form } of await formsOf(page, owner)) {
      if (path.includes('/account')) continue;
      const others = stage.players.filter(
        (other) => other.organisation !== owner.organisation || other.role === 'unverified',
      );
      const strangers = owner.organisation
        ? others
        : others.filter(({ role: held }) => !['host', 'assessor', 'hubAdmin'].includes(held));
      const visitor = { cookie: '', client: '10.9.9.9', role: 'visitor' };
      const attempt = async (other: typeof visitor) => {
        tried += 1;
        const said = await send(new URL(path, origin()), form.fields, other);
        const away = said.status === 404 || /\/sign-in/.test(said.location);
        if (away) return;
        let_in.push(
          `${other.role} with ${role}'s form at ${path}: ${said.status} ${said.location}`,
        );
      };
      // All at once: there are many forms, and each is tried by everyone.
      await Promise.all([...strangers, visitor].map(attempt));
    }
  }
  expect(let_in).toEqual([]);
  expect(tried).toBeGreaterThan(50);
  expect(await state()).toBe(before);
});

test('a form opened for one organisation writes for no other', async ({ page }) => {
  await page.goto('/sv');
  const company = played('companyStaff');
  const path = `/sv/${stage.hub}/${company.organisation}/proposals/new`;
  const html = await (await page.request.get(path, { headers: { cookie: company.cookie } })).text();
  const form = (await formsIn(page, html)).find(({ texts }) => texts.includes('title'));
  if (!form) throw new Error('No form to write a proposal.');
  const before = await state();
  const elsewhere = form.fields.map(([name, value]): [string, string] => [
    name,
    value.replaceAll(company.organisation ?? '', stage.neighbour),
  ]);
  expect((await send(new URL(path, origin()), elsewhere, company)).status).toBe(404);
  const otherHub = form.fields.map(([name, value]): [string, string] => [
    name,
    value.replaceAll(stage.hub, stage.otherHub),
  ]);
  expect((await send(new URL(path, origin()), otherHub, company)).status).toBe(404);
  expect(await state()).toBe(before);
});

test('fields nobody asked for are not heard', async ({ page }) => {
  await page.goto('/sv');
  const company = played('companyAdmin');
  const path = `/sv/${stage.hub}/${company.organisation}/proposals/new`;
  const html = await (await page.request.get(path, { headers: { cookie: company.cookie } })).text();
  const form = (await formsIn(page, html)).find(({ texts }) => texts.includes('title'));
  if (!form) throw new Error('No form to write a proposal.');
  const title = `Extra ${crypto.randomUUID()}`;
  const fields = form.fields
    .filter(([name]) => name !== 'title')
    .concat([
      ['title', title],
      ['intent', 'save'],
      ['state', 'ACCEPTED'],
      ['organisationId', crypto.randomUUID()],
      ['organisation_id', crypto.randomUUID()],
      ['authorId', played('hubAdmin').person],
      ['hubId', crypto.randomUUID()],
      ['decidedAt', '2026-01-01T00:00:00Z'],
      ['__proto__', 'x'],
      ['constructor', 'x'],
    ]);
  await send(new URL(path, origin()), fields, company);
  const rows = await stage.sql<{ state: string; author: string; slug: string }>(
    `select p.state, p.author_id as author, o.slug from proposal p
     join organisation o on o.id = p.organisation_id where p.title = $1`,
    [title],
  );
  expect(rows).toEqual([{ state: 'DRAFT', author: company.person, slug: company.organisation }]);
});

test('a role taken away while the form is open ends what the form may do', async ({ page }) => {
  await page.goto('/sv');
  const staff = played('publicStaff');
  const path = `/sv/${stage.hub}/${staff.organisation}/proposals/new`;
  const html = await (await page.request.get(path, { headers: { cookie: staff.cookie } })).text();
  const form = (await formsIn(page, html)).find(({ texts }) => texts.includes('title'));
  await stage.sql('delete from membership where person_id = $1', [staff.person]);
  const before = await state();
  const said = await send(new URL(path, origin()), form?.fields ?? [], staff);
  // The last membership took the session along, so that the answer is to sign in.
  expect(said.location).toContain('/sign-in');
  expect(await state()).toBe(before);
});

test('script in what is typed, or in the address, is text and nothing else', async ({ page }) => {
  test.setTimeout(120_000);
  const company = played('companyAdmin');
  const evil = `"'><img src=x onerror="document.title='ran'"><script>document.title='ran'</script>`;
  await page
    .context()
    .addCookies([
      { name: 'next-auth.session-token', value: company.cookie.split('=')[1] ?? '', url: origin() },
    ]);
  const path = `/sv/${stage.hub}/${company.organisation}/proposals/new`;
  await page.goto(path);
  const form = (await formsIn(page, await page.content())).find(({ texts }) =>
    texts.includes('title'),
  );
  const typed = new Set(form?.texts);
  const fields = (form?.fields ?? [])
    .filter(([name]) => !typed.has(name))
    .concat([...typed].map((name): [string, string] => [name, `${name} ${evil}`]))
    .concat([['intent', 'save']]);
  const saved = await send(new URL(path, origin()), fields, company);
  expect(saved.status).toBeLessThan(400);
  const shown = [
    `/sv/${stage.hub}/${company.organisation}/proposals`,
    `/sv/${stage.hub}/${company.organisation}`,
    saved.location || path,
    `/sv/${stage.hub}/showroom?q=${encodeURIComponent(evil)}&area=${encodeURIComponent(evil)}`,
    `/sv/${stage.hub}/projects?state=${encodeURIComponent(evil)}`,
    `/sv/sign-in?next=${encodeURIComponent(evil)}`,
    `/sv/${encodeURIComponent(evil)}`,
  ];
  for (const address of shown) {
    await page.goto(address);
    expect(await page.title(), address).not.toBe('ran');
    expect(await page.locator('img[src="x"]').count(), address).toBe(0);
  }
  await page.goto(shown[0] ?? '');
  await expect(page.getByText('title "\'><img', { exact: false }).first()).toBeVisible();
});

test('what a client says about itself opens nothing', async () => {
  const house = new URL(`/sv/${stage.hub}/house/today`, origin());
  const lies: Record<string, string>[] = [
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { 'x-middleware-subrequest': 'src/middleware' },
    { 'x-invoke-path': '/sv/sign-in', 'x-matched-path': '/sv' },
    { 'x-navet-path': '/sv', 'x-navet-client': '1.1.1.1' },
    { 'x-original-url': '/sv', 'x-rewrite-url': '/sv' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { 'x-http-method-override': 'POST' },
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { accept: 'application/json' },
  ];
  for (const headers of lies) {
    const answer = await fetch(house, { headers });
    const text = await answer.text();
    // A prefetch gets the names of the address's parts, which it knew, and no page.
    const said = 'next-router-prefetch' in headers ? /^(?!.*<h1|.*"h1")/s : /\/sign-in/;
    expect(answer.url + text, JSON.stringify(headers)).toMatch(said);
    expect(answer.url, JSON.stringify(headers)).not.toContain('evil.example');
    expect(text, JSON.stringify(headers)).not.toMatch(/I dag i huset/);
  }
});

test('a post from another site is refused, whatever cookie comes with it', async () => {
  const company = played('companyAdmin');
  const url = new URL(`/sv/${stage.hub}/${company.organisation}/notices`, origin());
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of foreign) {
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
      headers: { cookie: company.cookie, ...headers },
    });
    expect(answer.status, JSON.stringify(headers)).toBe(403);
  }
});
