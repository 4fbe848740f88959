import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { enqueue, installJobs, type Jobs, work } from '#lib/platform/jobs.ts';
import { deliverMail } from '#lib/platform/mail.ts';
import { keepLinkToken, sendSignInLink, takeLinkToken } from '#lib/platform/session/link.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let server: SMTPServer;
let refusals = 0;
const received: ParsedMail[] = [];

beforeAll(async () => {
  world = await makeWorld();
  await installJobs(process.env.DATABASE_URL ?? '');
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, _session, done) => {
      const mail = await simpleParser(stream);
      if (refusals > 0) {
        refusals -= 1;
        return done(new Error('450 try again later'));
      }
      received.push(mail);
      done();
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_FROM = 'Navet <navet@nord.example>';
});
afterAll(async () => {
  await new Promise<void>((closed) => server.close(() => closed()));
  await world.close();
});

const addressOf = (field: AddressObject | AddressObject[] | undefined) =>
  [field].flat()[0]?.value[0]?.address;

describe('Mail', () => {
  it('leaves after the commit, over SMTP, with its calendar, once', async () => {
    const alva = await world.enter('alva');
    const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
    await alva.write('proposal:draft', async (_db, deed) => {
      deed.record('tried', 'proposal', crypto.randomUUID());
      deed.mail({ to: 'a@b.example', subject: 'Åäö', text: 'Hej på dig', calendar });
    });
    const rows = await world.asSystem((db) => db.mail.findMany({ where: { subject: 'Åäö' } }));
    expect(rows).toHaveLength(1);
    await deliverMail(rows[0]?.id ?? '');
    await deliverMail(rows[0]?.id ?? '');
    const mails = received.filter((mail) => mail.subject === 'Åäö');
    expect(mails).toHaveLength(1);
    expect(addressOf(mails[0]?.to)).toBe('a@b.example');
    expect(mails[0]?.text).toContain('Hej på dig');
    expect(JSON.stringify(mails[0]?.attachments.map((each) => each.contentType))).toMatch(
      /calendar/,
    );
  });

  it('that may be ended says where one click does it (RFC 8058)', async () => {
    const alva = await world.enter('alva');
    const unsubscribe = 'https://portal.example/api/letters/x';
    await alva.write('proposal:draft', async (_db, deed) => {
      deed.record('tried', 'proposal', crypto.randomUUID());
      deed.mail({ to: 'a@b.example', subject: 'nyheter', text: 'Nytt', unsubscribe });
    });
    const row = await world.asSystem((db) => db.mail.findFirst({ where: { subject: 'nyheter' } }));
    await deliverMail(row?.id ?? '');
    const mail = received.find(({ subject }) => subject === 'nyheter');
    expect(mail?.headers.get('list')).toMatchObject({ unsubscribe: { url: unsubscribe } });
    const post = mail?.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line;
    expect(post).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('that holds a key is not kept once it has left', async () => {
    const alva = await world.enter('alva');
    await alva.write('proposal:draft', async (_db, deed) => {
      deed.record('tried', 'proposal', crypto.randomUUID());
      deed.mail({ to: 'a@b.example', subject: 'nyckel', text: 'en nyckel', once: true });
    });
    const find = () => world.asSystem((db) => db.mail.findFirst({ where: { subject: 'nyckel' } }));
    const row = await find();
    expect(row?.text).toBe('en nyckel');
    await deliverMail(row?.id ?? '');
    expect(received.find((mail) => mail.subject === 'nyckel')?.text).toContain('en nyckel');
    expect(await find()).toMatchObject({ text: '', error: null });
  });

  it('to somebody who is erased is not kept at all once it has left', async () => {
    const alva = await world.enter('alva');
    await alva.write('proposal:draft', async (_db, deed) => {
      deed.record('tried', 'proposal', crypto.randomUUID());
      deed.mail({ to: 'bort@b.example', subject: 'avsked', text: 'hej då', forget: true });
    });
    const find = () => world.asSystem((db) => db.mail.findFirst({ where: { subject: 'avsked' } }));
    await deliverMail((await find())?.id ?? '');
    expect(received.find((mail) => mail.subject === 'avsked')?.text).toContain('hej då');
    expect(await find()).toBeNull();
  });

  it('that the server refuses says so in the log and at the letter, without the address', async () => {
    const alva = await world.enter('alva');
    await alva.write('proposal:draft', async (_db, deed) => {
      deed.record('tried', 'proposal', crypto.randomUUID());
      deed.mail({ to: 'hemlig@b.example', subject: 'vägrad', text: '' });
    });
    const find = () => world.asSystem((db) => db.mail.findFirst({ where: { subject: 'vägrad' } }));
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    refusals = 1;
    await expect(deliverMail((await find())?.id ?? '')).rejects.toThrow();
    const lines = said.mock.calls.map(([line]) => String(line)).join('');
    said.mockRestore();
    expect(lines).toContain('a letter could not be sent');
    expect(lines).not.toContain('hemlig');
    expect(await find()).toMatchObject({ sentAt: null, error: 'EMESSAGE 450' });
  });

  it('does not leave when the change is rolled back', async () => {
    const alva = await world.enter('alva');
    const failing = alva.write('proposal:draft', async (_db, deed) => {
      deed.record('tried', 'proposal', crypto.randomUUID());
      deed.mail({ to: 'a@b.example', subject: 'aldrig', text: '' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await world.asSystem((db) => db.mail.count({ where: { subject: 'aldrig' } }))).toBe(0);
  });

  it('is sent by the worker’s job from the same transaction', async () => {
    const stop = await work(process.env.DATABASE_URL ?? '', {
      retention: async () => {},
      billing: async () => {},
      house: async () => {},
      following: async () => {},
      use: async () => {},
      media: async () => {},
      showroom: async () => {},
      proposals: async () => {},
      projects: async () => {},
      mail: ({ id }) => deliverMail(id),
    });
    const alva = await world.enter('alva');
    await alva.write('proposal:draft', async (_db, deed) => {
      deed.record('tried', 'proposal', crypto.randomUUID());
      deed.mail({ to: 'a@b.example', subject: 'av jobbet', text: 'x' });
    });
    await expect
      .poll(() => received.filter((mail) => mail.subject === 'av jobbet').length, { timeout: 8000 })
      .toBe(1);
    await stop();
  });

  it('is not the only queue that is worked off: every one is', async () => {
    const names = [
      'retention',
      'billing',
      'house',
      'following',
      'use',
      'media',
      'showroom',
      'proposals',
      'projects',
    ] as const;
    for (const name of names) await world.asSystem((db) => enqueue(db, name, [{}]));
    const worked = new Set<keyof Jobs>();
    const noted = names.map((name) => [name, async () => void worked.add(name)]);
    const handlers = { ...Object.fromEntries(noted), mail: async () => {} };
    const stop = await work(process.env.DATABASE_URL ?? '', handlers);
    await expect.poll(() => worked.size, { timeout: 15_000 }).toBe(names.length);
    await stop();
  });

  it('stays unsent when the server refuses, so that the job tries again', async () => {
    const alva = await world.enter('alva');
    await alva.write('proposal:draft', async (_db, deed) => {
      deed.record('tried', 'proposal', crypto.randomUUID());
      deed.mail({ to: 'a@b.example', subject: 'andra gången', text: 'x' });
    });
    const row = await world.asSystem((db) =>
      db.mail.findFirst({ where: { subject: 'andra gången' } }),
    );
    refusals = 1;
    await expect(deliverMail(row?.id ?? '')).rejects.toThrow();
    await deliverMail(row?.id ?? '');
    expect(received.filter((mail) => mail.subject === 'andra gången')).toHaveLength(1);
  });
});

describe('A sign-in link', () => {
  it('goes to known people alone', async () => {
    await sendSignInLink('alva@nord.example', 'atoken', '/sv');
    await sendSignInLink('nobody@nord.example', 'atoken', '/sv');
    const rows = await world.asSystem((db) =>
      db.mail.findMany({ where: { text: { contains: '/sv/sign-in/link?token=atoken' } } }),
    );
    expect(rows.map((row) => row.recipient)).toEqual(['alva@nord.example']);
  });

  it('works once, however many use it at one instant', async () => {
    await keepLinkToken('alva@nord.example', 'hash', new Date('2100-01-01'), crypto.randomUUID());
    const uses = await Promise.all(
      Array.from({ length: 10 }, () => takeLinkToken('alva@nord.example', 'hash')),
    );
    expect(uses.filter((use) => use !== null)).toHaveLength(1);
  });
});
