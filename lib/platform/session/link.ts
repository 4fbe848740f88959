import { createHash } from 'node:crypto';
import { dateOf, now } from '../clock.ts';
import { settings } from '../env.ts';
import { defaultLocale, isLocale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { enterSystem } from '../scope.ts';
import { keyedHash } from './seal.ts';
import { findPersonByEmail } from './store.ts';

export const linkMinutes = 15;
const mostTries = 5;

/** The six digits that the asking browser shows: from the asking alone, so known addresses and others look alike. */
export function codeOf(ask: string): string {
  const number = keyedHash(`code ${ask}`).readUInt32BE() % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Keeps a link's token, for known and unknown addresses alike. */
export async function keepLinkToken(
  identifier: string,
  tokenHash: string,
  expiresAt: Date,
  ask: string,
): Promise<void> {
  const scope = await enterSystem(null, 'sign-in link');
  await scope.write('system:work', async (db, deed) => {
    await db.signInToken.deleteMany({ where: { expiresAt: { lt: dateOf(now()) } } });
    await db.signInToken.create({ data: { identifier, tokenHash, expiresAt, ask } });
    deed.record('linkAsked', 'session', ask);
  });
}

/** Takes a link's token out, so that it works once; null when it is unknown, was used or guessed at. */
export async function takeLinkToken(identifier: string, tokenHash: string) {
  const scope = await enterSystem(null, 'sign-in link');
  return scope.write('system:work', async (db, deed) => {
    const key = { identifier, tokenHash, tries: { lt: mostTries } };
    const kept = await db.signInToken.findFirst({ where: key });
    const taken = await db.signInToken.deleteMany({ where: key });
    deed.record('linkUsed', 'session', kept?.ask ?? crypto.randomUUID());
    if (!kept || taken.count !== 1) return null;
    // Whoever is in needs none of the other links that were asked for.
    await db.signInToken.deleteMany({ where: { identifier } });
    return { identifier, token: tokenHash, expires: kept.expiresAt };
  });
}

type OpenLink = { address: string; ask: string };

/** The link of a token that stands in a mail; null when it is over. Opening it changes nothing. */
export async function findLink(token: string): Promise<OpenLink | null> {
  const scope = await enterSystem(null, 'sign-in link');
  const row = await scope.read('system:work', (db) =>
    db.signInToken.findFirst({ where: alive(token), select: { identifier: true, ask: true } }),
  );
  return row && { address: row.identifier, ask: row.ask };
}

/** Whether this is the code of the link; every wrong one counts, and the fifth ends the link. */
export async function isCodeOf(token: string, code: string): Promise<boolean> {
  const scope = await enterSystem(null, 'sign-in link');
  return scope.write('system:work', async (db, deed) => {
    // Counted before it is compared: however many try at one instant, five are looked at.
    const rows = await db.signInToken.updateManyAndReturn({
      where: alive(token),
      data: { tries: { increment: 1 } },
    });
    const [row] = rows;
    deed.record('codeTried', 'session', row?.ask ?? crypto.randomUUID());
    if (!row || code !== codeOf(row.ask)) return false;
    const key = { identifier: row.identifier, tokenHash: row.tokenHash };
    await db.signInToken.updateMany({ where: key, data: { tries: { decrement: 1 } } });
    return true;
  });
}

/** Mails the link to a known person, in that person's language; does nothing for anyone else. */
export async function sendSignInLink(email: string, token: string, next: string): Promise<void> {
  const person = await findPersonByEmail(email);
  if (!person) return;
  const locale = isLocale(person.locale) ? person.locale : defaultLocale;
  const t = translator(locale, 'mail');
  const product = translator(locale, 'site')('product');
  const given = new URLSearchParams({ token, next });
  const link = `${settings().url}/${locale}/sign-in/link?${given}`;
  const scope = await enterSystem(null, 'sign-in link');
  await scope.write('system:work', async (_db, deed) => {
    deed.record('linkSent', 'person', person.id);
    deed.mail({
      to: person.email,
      subject: t('signIn.subject', { product }),
      text: t('signIn.text', { product, link }),
      once: true,
    });
  });
}

function alive(token: string) {
  // As next-auth keeps it.
  const tokenHash = createHash('sha256').update(`${token}${settings().secret}`).digest('hex');
  return { tokenHash, tries: { lt: mostTries }, expiresAt: { gt: dateOf(now()) } };
}
