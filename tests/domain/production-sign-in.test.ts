import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '#lib/platform/errors.ts';
import { installJobs } from '#lib/platform/jobs.ts';
import { TestBrowser } from '#tests/support/sign-in.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

Object.assign(process.env, {
  NAVET_MODE: 'production',
  NAVET_URL: 'https://navet.example',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'navet@nord.example',
});
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await installJobs(process.env.DATABASE_URL ?? '');
  await world.asSystem((db) =>
    db.person.update({ where: { id: world.person('alva') }, data: { demo: true } }),
  );
});
afterAll(() => world.close());

describe('In production', () => {
  it.each(['alva', 'bror'])('%s cannot come in with one click', async (who) => {
    const browser = new TestBrowser();
    const fields = { email: `${who}@nord.example` };
    await browser.step(['callback', 'demo'], 'POST', { fields });
    expect(await browser.session()).toBe(null);
  });

  it('no link leaves for a person of the demo', async () => {
    const mails = () => world.asSystem((db) => db.mail.count());
    const ask = async (email: string) => {
      const browser = new TestBrowser();
      await browser.step(['signin', 'email'], 'POST', { fields: { email } });
      for (const work of browser.later) await work();
    };
    const before = await mails();
    await ask('alva@nord.example');
    expect(await mails()).toBe(before);
    await ask('bror@nord.example');
    expect(await mails()).toBe(before + 1);
  });

  it('the session’s cookie goes over TLS alone, to no script and with no other site’s post', async () => {
    const browser = new TestBrowser();
    const email = 'cleo@nord.example';
    await browser.step(['signin', 'email'], 'POST', { fields: { email } });
    for (const work of browser.later) await work();
    const where = { recipient: email };
    const letter = await world.asSystem((db) => db.mail.findFirst({ where }));
    expect(letter?.text).toContain('https://navet.example/sv/sign-in/link?');
    const token = /token=(\w+)/.exec(letter?.text ?? '')?.[1] ?? '';
    await browser.step(['callback', 'email'], 'POST', { query: { token, email } });
    expect(await browser.session()).not.toBe(null);
    const cookie = browser.set.find(({ name }) => name === '__Secure-next-auth.session-token');
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
  });

  it('an administrator shows a second factor before touching the hub', async () => {
    const judit = await world.enter('judit');
    await expect(judit.read('hub:edit', async () => 'in')).rejects.toBeInstanceOf(Refusal);
    await expect(judit.read('house:today', async () => 'in')).resolves.toBe('in');
  });
});
