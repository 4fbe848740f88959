import type { Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';

export type Addressee = { id: string; email: string; locale: string };
type Decided = { title: string; organisation: string; reason: string; nextStep: string };

/** Tells in the receiver's language what was decided, why, and what comes next. */
export function decisionLetter(
  scope: Scope,
  to: Addressee,
  decision: 'accept' | 'decline',
  { path, ...decided }: Decided & { path: string },
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const t = translator(locale, 'innovation');
  const values = {
    ...decided,
    hub: scope.hub.name,
    link: `${settings().url}/${locale}${path}`,
  };
  const footer = translator(locale, 'mail')('footer', { hub: scope.hub.name });
  return {
    to: to.email,
    subject: t(`letters.${decision}.subject`, values),
    text: `${t(`letters.${decision}.text`, values)}\n\n${footer}\n`,
  };
}
