import type { Letter } from '#lib/platform/deed.ts';
import { readSettings } from '#lib/platform/env.ts';
import { defaultLocale, isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { BarrierInput } from './schema.ts';

/** A command has no port and no secret of its own, so the settings are read as they are given. */
const portal = () => readSettings().url;

/** Tells the first administrator of a new hub where it is and how to sign in. */
export function firstAdminLetter(
  hub: { slug: string; name: string },
  admin: { email: string; name: string; locale: string },
): Letter {
  const locale = isLocale(admin.locale) ? admin.locale : defaultLocale;
  const t = translator(locale, 'mail');
  const home = `/${locale}/${hub.slug}/house/settings`;
  const link = `${portal()}/${locale}/sign-in?next=${encodeURIComponent(home)}`;
  const values = { hub: hub.name, name: admin.name, email: admin.email, link };
  return {
    to: admin.email,
    subject: t('firstAdmin.subject', values),
    text: t('firstAdmin.text', values),
  };
}

/** Tells the hub that someone met a barrier; what they wrote is read in the portal. */
export function barrierLetter(
  hub: { slug: string; name: string; contactEmail: string; languages: string[] },
  number: string,
  kind: BarrierInput['kind'],
): Letter {
  const own = hub.languages[0] ?? defaultLocale;
  const locale = isLocale(own) ? own : defaultLocale;
  const t = translator(locale, 'mail');
  const link = `${portal()}/${locale}/${hub.slug}/house/settings/barriers`;
  return {
    to: hub.contactEmail,
    subject: t(`barrier.subject.${kind}`, { number }),
    text: t('barrier.text', { number, link, hub: hub.name }),
  };
}

/** To whoever reported and left an address: the number of the case, and nothing of what was written. */
export function receiptLetter(
  hub: { slug: string; name: string },
  number: string,
  email: string,
  locale: Locale,
): Letter {
  const t = translator(locale, 'mail');
  const link = `${portal()}/${locale}/${hub.slug}/accessibility`;
  const values = { number, link, hub: hub.name };
  return {
    to: email,
    subject: t('barrierReceipt.subject', values),
    text: t('barrierReceipt.text', values),
  };
}
