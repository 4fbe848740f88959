import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '#prisma/seed/people.ts';
import { type Portal, removeFolder, startPortal, temporaryFolder } from '#tests/support/portal.ts';

const settings = {
  NAVET_MODE: 'production',
  NAVET_URL: 'https://navet.example',
  NAVET_PROXIES: '1',
  NAVET_HOST: '127.0.0.1',
  NAVET_SECRET: 'a secret for tests and for nothing else',
  SMTP_URL: 'smtp://navet:geheim@127.0.0.1:9',
  MAIL_FROM: 'navet@region.example',
};
const home = temporaryFolder();
let portal: Portal;

/** As the reverse proxy in front would ask, for the name people typed. */
const ask = (path: string, init: RequestInit = {}, host = 'navet.example') =>
  fetch(`${portal.url}${path}`, {
    ...init,
    headers: { ...init.headers, 'x-forwarded-host': host, 'x-forwarded-for': '192.0.2.7' },
  });

beforeAll(async () => {
  portal = await startPortal({ ...settings, NAVET_DATA: home });
}, 180_000);
afterAll(async () => {
  await portal.stop();
  removeFolder(home);
});

describe('In production', () => {
  it('nobody of the demo is there, nor a way to become one', async () => {
    const page = await (await ask('/sv/sign-in')).text();
    for (const { name, email } of demoPeople) {
      expect(page).not.toContain(name);
      expect(page).not.toContain(email);
    }
    for (const step of ['csrf', 'callback/demo', 'callback/email', 'signin/email']) {
      const body = new URLSearchParams({ email: demoPeople[0]?.email ?? '' });
      const answer = await ask(`/api/auth/${step}`, { method: 'POST', body });
      expect(answer.status, step).toBeGreaterThanOrEqual(404);
      expect(answer.headers.getSetCookie().join()).not.toContain('session-token');
    }
    expect(portal.said()).not.toContain(demoPeople[0]?.name);
  });

  it('there is no outbox page and no demo hub', async () => {
    expect((await ask('/sv/outbox')).status).toBe(404);
    expect((await ask('/sv/ostersund')).status).toBe(404);
    expect((await ask('/sv')).status).toBe(200);
  });

  it('answers to its own name alone, over TLS, and lets only its own scripts run', async () => {
    const page = await ask('/sv');
    expect(page.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'sha256-/);
    expect(policy).not.toMatch(/script-src [^;]*unsafe/);
    expect((await ask('/sv', {}, 'evil.example')).status).toBe(421);
    expect((await fetch(`${portal.url}/sv`)).status).toBe(421);
    expect((await fetch(`${portal.url}/healthz`)).status).toBe(200);
  });

  it('tells where weaknesses are reported', async () => {
    const text = await (await ask('/.well-known/security.txt')).text();
    expect(text).toMatch(/^Contact: mailto:navet@region\.example$/m);
    const expires = new Date(/^Expires: (.+)$/m.exec(text)?.[1] ?? '').getTime();
    expect(expires).toBeGreaterThan(Date.now());
    expect(expires).toBeLessThan(Date.now() + 366 * 86_400_000);
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

  it('tells no secret, on no page and in no log', async () => {
    const form = new URLSearchParams({ email: 'okand@kommun.example' });
    const page = await (await ask('/sv/sign-in', { method: 'POST', body: form })).text();
    const fault = await (await ask('/sv/sign-in', { method: 'POST', body: '{' })).text();
    for (const secret of [settings.NAVET_SECRET, 'geheim']) {
      expect(page + fault).not.toContain(secret);
      expect(portal.said()).not.toContain(secret);
    }
  });

  it('takes no form whose size it cannot know, and none too large', async () => {
    const stream = new Blob(['a=b']).stream();
    const unmeasured = await ask('/sv/sign-in', {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(unmeasured.status).toBe(411);
    const large = new URLSearchParams({ email: 'x'.repeat(300_000) });
    expect((await ask('/sv/sign-in', { method: 'POST', body: large })).status).toBe(413);
  });
});
