import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '#prisma/seed/people.ts';
import { type Portal, removeFolder, startPortal, temporaryFolder } from '#tests/support/portal.ts';

const settings = {
  NAVET_MODE: 'production',
  NAVET_URL: 'http://localhost:3000',
  NAVET_HOST: '127.0.0.1',
  NAVET_SECRET: 'a secret for tests and for nothing else',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'navet@region.example',
};
const home = temporaryFolder();
let portal: Portal;

beforeAll(async () => {
  portal = await startPortal({ ...settings, NAVET_DATA: home });
}, 180_000);
afterAll(async () => {
  await portal.stop();
  removeFolder(home);
});

describe('In production', () => {
  it('nobody of the demo is there, nor a way to become one', async () => {
    const page = await (await fetch(`${portal.url}/sv/sign-in`)).text();
    for (const { name, email } of demoPeople) {
      expect(page).not.toContain(name);
      expect(page).not.toContain(email);
    }
    const csrf = await fetch(`${portal.url}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const answer = await fetch(`${portal.url}/api/auth/callback/demo`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: csrf.headers
          .getSetCookie()
          .map((each) => each.split(';')[0])
          .join('; '),
      },
      body: new URLSearchParams({ csrfToken, email: demoPeople[0]?.email ?? '' }),
    });
    expect(answer.headers.getSetCookie().join()).not.toContain('session-token');
    expect(portal.said()).not.toContain(demoPeople[0]?.name);
  });

  it('there is no outbox page and no demo hub', async () => {
    expect((await fetch(`${portal.url}/sv/outbox`)).status).toBe(404);
    expect((await fetch(`${portal.url}/sv/ostersund`)).status).toBe(404);
    expect((await fetch(`${portal.url}/sv`)).status).toBe(200);
  });

  it('loads the official tables, and the same data does not become a demo', async () => {
    expect(portal.said()).toMatch(/official tables/);
    expect(portal.said()).not.toMatch(/demo/i);
    await portal.stop();
    await expect(startPortal({ NAVET_MODE: 'demo', NAVET_DATA: home })).rejects.toThrow(
      /set up in production mode/,
    );
    portal = await startPortal({ ...settings, NAVET_DATA: home });
  }, 180_000);
});
