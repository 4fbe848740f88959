import { dateOf, now } from '../clock.ts';
import { settings } from '../env.ts';
import { defaultLocale, isLocale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { enterSystem } from '../scope.ts';

type Known = { id: string; email: string; locale: string; demo: boolean };

/** The person with this address, unless withdrawn. In production demo people do not exist. */
export async function findPersonByEmail(email: string): Promise<Known | null> {
  const scope = await enterSystem(null, 'sign-in');
  const demo = settings().mode === 'demo' ? {} : { demo: false };
  return scope.read('system:work', (db) =>
    db.person.findFirst({
      where: { email: email.toLowerCase(), withdrawnAt: null, ...demo },
      select: { id: true, email: true, locale: true, demo: true },
    }),
  );
}

/** Begins a session and returns its id, which the cookie carries encrypted. */
export async function startSession(person: string, device: string, hours: number): Promise<string> {
  const scope = await enterSystem(null, 'sign-in');
  return scope.write('system:work', async (db, deed) => {
    const expiresAt = dateOf(now().add({ hours }));
    const row = await db.session.create({ data: { personId: person, device, expiresAt } });
    deed.record('sessionStarted', 'session', row.id);
    return row.id;
  });
}

export async function endSession(session: string): Promise<void> {
  const scope = await enterSystem(null, 'sign-out');
  await scope.write('system:work', async (db, deed) => {
    await db.session.updateMany({
      where: { id: session, endedAt: null },
      data: { endedAt: dateOf(now()) },
    });
    deed.record('sessionEnded', 'session', session);
  });
}

export async function keepLinkToken(identifier: string, tokenHash: string, expiresAt: Date) {
  const scope = await enterSystem(null, 'sign-in link');
  await scope.write('system:work', async (db, deed) => {
    await db.signInToken.create({ data: { identifier, tokenHash, expiresAt } });
    deed.record('linkAsked', 'session', crypto.randomUUID());
  });
}

/** Takes a link's token out, so that it works once; null when it is unknown or was used. */
export async function takeLinkToken(identifier: string, tokenHash: string) {
  const scope = await enterSystem(null, 'sign-in link');
  return scope.write('system:work', async (db, deed) => {
    deed.record('linkUsed', 'session', crypto.randomUUID());
    const key = { identifier, tokenHash };
    const kept = await db.signInToken.findUnique({ where: { identifier_tokenHash: key } });
    const taken = await db.signInToken.deleteMany({ where: key });
    return kept && taken.count === 1
      ? { identifier, token: tokenHash, expires: kept.expiresAt }
      : null;
  });
}

/** Mails the link to a known person, in that person's language; does nothing for anyone else. */
export async function sendSignInLink(email: string, link: string): Promise<void> {
  const person = await findPersonByEmail(email);
  if (!person) return;
  const locale = isLocale(person.locale) ? person.locale : defaultLocale;
  const t = translator(locale, 'mail');
  const product = translator(locale, 'site')('product');
  const scope = await enterSystem(null, 'sign-in link');
  await scope.write('system:work', async (_db, deed) => {
    deed.record('linkSent', 'person', person.id);
    deed.mail({
      to: person.email,
      subject: t('signIn.subject', { product }),
      text: t('signIn.text', { product, link }),
    });
  });
}
