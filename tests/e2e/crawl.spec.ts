import { demoOperators, demoPeople } from '#prisma/seed/people.ts';
import { expect, signIn, test } from '#tests/support/e2e.ts';

const holds = (role: string) =>
  demoPeople.find((each) => each.hubRoles.some((row) => row.role === role))?.email ?? '';
const works = (organisation: string) =>
  demoPeople.find((each) => each.memberships.some((row) => row.org === organisation))?.email ?? '';
const runs = demoPeople.find(({ key }) => demoOperators.includes(key))?.email ?? '';
const readers = [
  { who: 'a visitor', email: null, start: ['/sv', '/en/innlandet'] },
  { who: 'municipal staff', email: works('ostersunds-kommun'), start: ['/sv/account?enter=1'] },
  { who: 'a company', email: works('lasvarg'), start: ['/en/account?enter=1'] },
  { who: 'an assessor', email: holds('ASSESSOR'), start: ['/sv/ostersund/house'] },
  { who: 'a host', email: holds('HOST'), start: ['/sv/ostersund/house'] },
  { who: 'a hub administrator', email: holds('HUB_ADMIN'), start: ['/nb/ostersund/house'] },
  { who: 'an operator', email: runs, start: ['/sv/operator'] },
  {
    who: 'an organisation that waits',
    email: works('lasvarg-teknik'),
    start: ['/sv/account?enter=1'],
  },
];

for (const { who, email, start } of readers) {
  test(`every link ${who} meets leads somewhere`, async ({ page, baseURL }) => {
    test.setTimeout(180_000);
    if (email) await signIn(page, email);
    const seen = new Set(start);
    const queue = start.map((path) => ({ path, from: 'the start' }));
    for (let step = queue.shift(); step && seen.size < 700; step = queue.shift()) {
      const answer = await page.request.get(step.path);
      expect(answer.status(), `${step.path}, linked from ${step.from}`).toBe(200);
      // Away, at a provider one signs in with.
      if (new URL(answer.url()).origin !== new URL(baseURL ?? '').origin) continue;
      if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
      const text = await answer.text();
      for (const [, href = ''] of text.matchAll(/<a [^>]*?href="([^"#]+)/g)) {
        const url = new URL(href.replaceAll('&amp;', '&'), new URL(step.path, baseURL));
        const path = url.pathname + url.search;
        const elsewhere = url.origin !== new URL(baseURL ?? '').origin;
        // Days lie behind one another without end; two turns of the page are enough.
        const turned = (path.match(/20\d\d-\d\d-\d\d/) ?? []).length > 0 && /date=/.test(step.path);
        if (elsewhere || turned || seen.has(path) || /[?&](area|state|q)=/.test(step.path))
          continue;
        seen.add(path);
        queue.push({ path, from: step.path });
      }
    }
    expect(seen.size).toBeGreaterThan(10);
  });
}
