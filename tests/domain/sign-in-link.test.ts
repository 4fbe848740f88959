import { type ParsedMail, simpleParser } from 'mailparser';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databaseAddress } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import { installJobs } from '#lib/platform/jobs.ts';
import { deliverMail } from '#lib/platform/mail.ts';
import { codeOf, findLink, isCodeOf } from '#lib/platform/session/link.ts';
import { allowGuess, allowTry } from '#lib/platform/session/throttle.ts';
import { TestBrowser } from '#tests/support/sign-in.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let server: SMTPServer;
let received: ParsedMail[] = [];

beforeAll(async () => {
  world = await makeWorld();
  await installJobs(process.env.DATABASE_URL ?? '');
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, _session, done) => {
      received.push(await simpleParser(stream));
      done();
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.server.address();
  process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  process.env.MAIL_FROM = 'Navet <navet@nord.example>';
});
afterAll(async () => {
  await new Promise<void>((closed) => server.close(() => closed()));
  await world.close();
});
beforeEach(() => {
  received = [];
});

/** Asks for a link, and takes the mails that leave for it through the real mail server. */
async function ask(browser: TestBrowser, email: string, next = '/sv/nord/bergs-kommun') {
  const asked = crypto.randomUUID();
  const fields = { email, callbackUrl: next };
  const location = await browser.step(['signin', 'email'], 'POST', {
    fields,
    visit: { ask: asked, next },
  });
  for (const work of browser.later.splice(0)) await work();
  const rows = await world.asSystem((db) => db.mail.findMany({ where: { sentAt: null } }));
  for (const { id } of rows) await deliverMail(id);
  const link = /https?:\S+/.exec(received.at(-1)?.text ?? '')?.[0];
  return { asked, location, link: link ? new URL(link) : null };
}

const use = async (browser: TestBrowser, link: URL | null, address?: string) => {
  const token = link?.searchParams.get('token') ?? '';
  const email = address ?? (await findLink(token))?.address ?? '';
  await browser.step(['callback', 'email'], 'POST', { query: { token, email } });
  return browser.session();
};

describe('A link in a mail', () => {
  it('comes by SMTP in the reader’s language and signs in once', async () => {
    await world.asSystem((db) =>
      db.person.update({ where: { id: world.person('alva') }, data: { locale: 'nb' } }),
    );
    const browser = new TestBrowser();
    const { link } = await ask(browser, 'Alva@Nord.example');
    expect(received).toHaveLength(1);
    expect(received[0]?.subject).toBe('Lenken din til Navet');
    expect(link?.pathname).toBe('/nb/sign-in/link');
    expect(link?.searchParams.get('next')).toBe('/sv/nord/bergs-kommun');
    const session = await use(browser, link);
    const row = await world.asSystem((db) =>
      db.session.findUnique({ where: { id: session ?? '' } }),
    );
    expect(row).toMatchObject({ personId: world.person('alva'), method: 'link', strongAt: null });
    expect(await use(new TestBrowser(), link)).toBe(null);
  });

  it('is not used up by being opened', async () => {
    const browser = new TestBrowser();
    const { link } = await ask(browser, 'bror@nord.example');
    const token = link?.searchParams.get('token') ?? '';
    for (let n = 0; n < 20; n += 1) {
      expect(await findLink(token)).toMatchObject({ address: 'bror@nord.example' });
    }
    expect(await use(browser, link)).not.toBe(null);
  });

  it('is bound to its address', async () => {
    const browser = new TestBrowser();
    const { link } = await ask(browser, 'cleo@nord.example');
    expect(await use(browser, link, 'disa@nord.example')).toBe(null);
    expect(await use(browser, link)).not.toBe(null);
  });

  it('is over after fifteen minutes', async () => {
    const browser = new TestBrowser();
    const { link } = await ask(browser, 'cleo@nord.example');
    const row = await world.asSystem((db) => db.signInToken.findFirst());
    const left = (row?.expiresAt.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(14 * 60_000);
    expect(left).toBeLessThanOrEqual(15 * 60_000);
    await world.asSystem((db) => db.signInToken.updateMany({ data: { expiresAt: new Date() } }));
    expect(await findLink(link?.searchParams.get('token') ?? '')).toBe(null);
    expect(await use(browser, link, 'cleo@nord.example')).toBe(null);
  });

  it('ends the other links to the same address', async () => {
    const browser = new TestBrowser();
    const [first, second] = [
      await ask(browser, 'egil@nord.example'),
      await ask(browser, 'egil@nord.example'),
    ];
    expect(await use(browser, first.link)).not.toBe(null);
    expect(await use(new TestBrowser(), second.link, 'egil@nord.example')).toBe(null);
  });

  it('does not help whoever was withdrawn in between', async () => {
    const browser = new TestBrowser();
    const { link } = await ask(browser, 'greta@nord.example');
    await world.asSystem((db) =>
      db.person.update({ where: { id: world.person('greta') }, data: { withdrawnAt: new Date() } }),
    );
    expect(await use(browser, link)).toBe(null);
  });

  it('is not hinted at: an unknown address gets the same answer, a token, and no mail', async () => {
    const known = await ask(new TestBrowser(), 'frej@nord.example');
    received = [];
    const unknown = await ask(new TestBrowser(), 'nobody@nord.example');
    expect(unknown.location).toBe(known.location);
    expect(received).toEqual([]);
    const kept = await world.asSystem((db) =>
      db.signInToken.findMany({ where: { ask: { in: [known.asked, unknown.asked] } } }),
    );
    expect(kept).toHaveLength(2);
    expect(codeOf(unknown.asked)).toMatch(/^\d{6}$/);
  });
});

describe('The code for another browser', () => {
  it('is right for its own asking alone, and may be tried five times', async () => {
    const { asked, link } = await ask(new TestBrowser(), 'disa@nord.example');
    const token = link?.searchParams.get('token') ?? '';
    const wrong = String((Number(codeOf(asked)) + 1) % 1_000_000).padStart(6, '0');
    for (let n = 0; n < 4; n += 1) expect(await isCodeOf(token, wrong)).toBe(false);
    expect(await isCodeOf(token, codeOf(asked)), 'the fifth try').toBe(true);
    expect(await isCodeOf(token, wrong)).toBe(false);
    expect(await isCodeOf(token, codeOf(asked)), 'after five mistakes').toBe(false);
    expect(await findLink(token)).toBe(null);
    expect(await use(new TestBrowser(), link, 'disa@nord.example')).toBe(null);
  });

  it('cannot be guessed by trying many at one instant', async () => {
    const { asked, link } = await ask(new TestBrowser(), 'disa@nord.example');
    const token = link?.searchParams.get('token') ?? '';
    const guesses = Array.from({ length: 30 }, (_, n) =>
      String((Number(codeOf(asked)) + 1 + n) % 1_000_000).padStart(6, '0'),
    );
    await Promise.all(guesses.map((code) => isCodeOf(token, code)));
    const row = await world.asSystem((db) => db.signInToken.findFirst({ where: { ask: asked } }));
    expect(row?.tries).toBe(5);
    expect(await isCodeOf(token, codeOf(asked))).toBe(false);
  });
});

describe('A limit', () => {
  const limit = { name: 'test', most: 5, minutes: 15 };

  it('counts only what was guessed wrong where many come from one address', async () => {
    const limit = { name: 'guess', most: 3, minutes: 15 };
    const guess = (right: boolean) =>
      allowGuess(limit, 'the reception', async () => {
        if (!right) throw new Refusal('visits.refusals.noSuchCode');
        return 'welcome';
      });
    for (let n = 0; n < 10; n += 1) expect(await guess(true)).toBe('welcome');
    for (let n = 0; n < 3; n += 1) {
      await expect(guess(false)).rejects.toMatchObject({ code: 'visits.refusals.noSuchCode' });
    }
    await expect(guess(true)).rejects.toMatchObject({ code: 'identity.refusals.tooOften' });
  });

  it('holds for one, across whatever tries at one instant, and says when to try again', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => allowTry(limit, 'alva@nord.example')),
    );
    const refused = tries.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(15);
    for (const { reason } of refused) {
      expect(reason).toBeInstanceOf(Refusal);
      expect(reason).toMatchObject({ code: 'identity.refusals.tooOften', values: { minutes: 15 } });
    }
    await allowTry(limit, 'bror@nord.example');
  });

  it('is over when its time is', async () => {
    await asOwner('update navet_limits.client set expire = 0');
    await allowTry(limit, 'alva@nord.example');
  });

  it('keeps no address', async () => {
    const rows = await asOwner('select * from navet_limits.client');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/alva|bror|nord/);
  });
});

// The counts stand outside the wall, in a schema that only the owner reaches.
async function asOwner(statement: string): Promise<unknown[]> {
  const client = new pg.Client(databaseAddress());
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}
