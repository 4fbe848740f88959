import type { Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { MoveName } from './moves.ts';
import type { Given } from './rules.ts';

export type Addressee = { id: string; email: string; locale: string };
/** The hub's moves of which the proposers get a letter. */
export type ToldMove = Exclude<
  MoveName,
  'submit' | 'withdraw' | 'begin' | 'answer' | 'callOff' | 'appeal'
>;
type Told = Given & { title: string; organisation: string; path: string };

/** Tells in the receiver's language what the hub did, why, and what comes next. */
export function toldLetter(
  scope: Scope,
  to: Addressee,
  name: ToldMove,
  { path, reviewOn, ...told }: Told,
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const t = translator(locale, 'innovation');
  const day = new Date(`${reviewOn}T00:00:00Z`);
  const values = {
    ...{ reason: '', nextStep: '', words: '', ...told },
    date: reviewOn ? formatter(locale, 'UTC').dateTime(day, { dateStyle: 'long' }) : '',
    hub: scope.hub.name,
    link: `${settings().url}/${locale}${path}`,
  };
  const footer = translator(locale, 'mail')('footer', { hub: scope.hub.name });
  const letter = name === 'due' ? 'resume' : name;
  return {
    to: to.email,
    subject: t(`letters.${letter}.subject`, values),
    text: `${t(`letters.${letter}.text`, values)}\n\n${footer}\n`,
  };
}
