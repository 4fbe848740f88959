import { createTransport } from 'nodemailer';
import { dateOf, now } from './clock.ts';
import { settings } from './env.ts';
import { log } from './log.ts';
import { enterSystem } from './scope.ts';

/**
 * Sends one kept letter; for the mail job, which tries again when this throws. Without a mail server
 * (demo mode) the letter stays in the outbox, which has a page of its own.
 */
export async function deliverMail(id: string): Promise<void> {
  const scope = await enterSystem(null, 'deliver mail');
  const letter = await scope.read('system:work', (db) =>
    db.mail.findFirst({ where: { id, sentAt: null } }),
  );
  if (!letter) return;
  try {
    await post(letter);
  } catch (error) {
    await keepTrouble(id, error);
    throw error;
  }
  const posted = settings().smtpUrl !== null;
  const kept = letter.once && posted ? { text: '' } : {};
  await scope.write('system:work', async (db, deed) => {
    const sent = { sentAt: dateOf(now()), error: null, ...kept };
    if (letter.forget && posted) await db.mail.delete({ where: { id } });
    else await db.mail.update({ where: { id }, data: sent });
    deed.record('mailSent', 'mail', id);
  });
}

/** Said and kept without what the server answered, which may name the address. */
async function keepTrouble(id: string, error: unknown): Promise<void> {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
  const trouble = responseCode ? `${code} ${responseCode}` : code;
  log.warn('a letter could not be sent', { mail: id, error: trouble });
  const scope = await enterSystem(null, 'deliver mail');
  await scope.write('system:work', async (db, deed) => {
    await db.mail.update({ where: { id }, data: { error: trouble } });
    deed.record('mailFailed', 'mail', id);
  });
}

type Letter = {
  recipient: string;
  subject: string;
  text: string;
  calendar: string | null;
  unsubscribe: string | null;
};

async function post(letter: Letter): Promise<void> {
  const { smtpUrl, mailFrom } = settings();
  if (smtpUrl === null) return;
  const method = /^METHOD:(\w+)/m.exec(letter.calendar ?? '')?.[1] ?? 'PUBLISH';
  await createTransport(smtpUrl).sendMail({
    from: mailFrom,
    to: letter.recipient,
    subject: letter.subject,
    text: letter.text,
    ...(letter.calendar && { icalEvent: { method, content: letter.calendar } }),
    ...(letter.unsubscribe && {
      list: { unsubscribe: letter.unsubscribe },
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    }),
  });
}

export type OutboxLetter = { id: string; to: string; subject: string; text: string; at: Date };

/** The newest letters: for the outbox page, which exists in demo mode alone. */
export async function listOutbox(): Promise<OutboxLetter[]> {
  const scope = await enterSystem(null, 'outbox page');
  const rows = await scope.read('system:work', (db) =>
    db.mail.findMany({ orderBy: { createdAt: 'desc' }, take: 50 }),
  );
  return rows.map(({ id, recipient, subject, text, createdAt }) => ({
    id,
    to: recipient,
    subject,
    text,
    at: createdAt,
  }));
}
