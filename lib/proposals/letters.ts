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

/** Asks an address to write a proposal with an organisation, and says how to come in. */
export function coauthorLetter(
  scope: Scope,
  email: string,
  { path, ...asked }: { title: string; organisation: string; path: string },
): Letter {
  // Of who has the address nothing is known, not even the language: it is the one of whoever asks.
  const locale = isLocale(scope.person.locale) ? scope.person.locale : defaultLocale;
  const t = translator(locale, 'innovation');
  const { url } = settings();
  const values = {
    ...{ ...asked, person: scope.person.name, hub: scope.hub.name },
    title: asked.title || t('untitled'),
    link: `${url}/${locale}${path}`,
    apply: `${url}/${locale}/${scope.hub.slug}/apply`,
  };
  const footer = translator(locale, 'mail')('footer', { hub: scope.hub.name });
  return {
    to: email,
    subject: t('letters.coauthor.subject', values),
    text: `${t('letters.coauthor.text', values)}\n\n${footer}\n`,
  };
}
