import type { Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';

type Addressee = { email: string; locale: string };
type Told = { title: string; organisation: string; path: string };

/** Asks somebody at the hub to read what an owner has sent. */
export function demoSentLetter(scope: Scope, to: Addressee, told: Told): Letter {
  return letter(scope, to, 'sent', told);
}

/** Tells the owner in the receiver's language that it is shown now, or why it came back. */
export function demoAnsweredLetter(
  scope: Scope,
  to: Addressee,
  { decision, ...told }: Told & { decision: 'publish' | 'return'; reason: string },
): Letter {
  return letter(scope, to, decision === 'publish' ? 'published' : 'returned', told);
}

/** Tells the owner which checks have run out. */
export function checksEndedLetter(
  scope: Scope,
  to: Addressee,
  told: Told & { claims: string },
): Letter {
  return letter(scope, to, 'runOut', told);
}

/** Reminds the owner that it is to be looked over, a month before and on the day. `day` in the receiver's words. */
export function reviewLetter(
  scope: Scope,
  to: Addressee,
  { ahead, ...told }: Told & { ahead: boolean; day: string },
): Letter {
  return letter(scope, to, ahead ? 'reviewAhead' : 'reviewDue', told);
}

/** Tells the owner that the house has taken it out, and why. */
export function takenDownLetter(
  scope: Scope,
  to: Addressee,
  told: Told & { reason: string },
): Letter {
  return letter(scope, to, 'takenDown', told);
}

type Values = Told & { reason?: string; claims?: string; day?: string };

function letter(scope: Scope, to: Addressee, name: string, { path, ...values }: Values): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const t = translator(locale, 'showroom');
  const link = `${settings().url}/${locale}${path}`;
  const said = { reason: '', claims: '', day: '', ...values, hub: scope.hub.name, link };
  const footer = translator(locale, 'mail')('footer', { hub: scope.hub.name });
  return {
    to: to.email,
    subject: t(`letters.${name}.subject`, said),
    text: `${t(`letters.${name}.text`, said)}\n\n${footer}\n`,
  };
}
