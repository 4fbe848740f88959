import type { Addressed, Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import { defaultLocale, inLocale, isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Kept } from './kept.ts';
import { keptDay, lastDayOf } from './rules.ts';

/** What is told of a lease; each has a text under `leases.letters`. */
export type LeaseLetterKind =
  | 'offered'
  | 'withdrawn'
  | 'signed'
  | 'signedToHouse'
  | 'declinedToHouse'
  | 'noticeGiven'
  | 'noticeToHouse'
  | 'lastDayChanged'
  | 'lastDayChangedToHouse'
  | 'changeProposed'
  | 'changeProposedToHouse'
  | 'changeDeclined'
  | 'changeDeclinedToHouse'
  | 'changeTakenBack'
  | 'changeTakenBackToHouse';

/** A letter about a lease in the reader's language; `text` is what was said, where something was. */
export function leaseLetter(
  scope: Scope,
  to: Addressed,
  lease: Kept,
  kind: LeaseLetterKind,
  path: string,
  text: string,
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const t = translator(locale, 'leases');
  const last = lastDayOf(lease.term);
  const from = inWords(locale, lease.term.validFrom);
  const values = {
    number: lease.number,
    places: lease.places.map(({ name }) => inLocale(name, locale)).join(', '),
    organisation: lease.organisation.name,
    period: last
      ? t('fromTo', { from, to: inWords(locale, last) })
      : t('fromUntilNotice', { from }),
    last: last ? inWords(locale, last) : t('untilNotice'),
    person: scope.person.name,
    by: scope.actingName,
    hub: scope.hub.name,
    text,
    link: `${settings().url}/${locale}${path}`,
  };
  const footer = translator(locale, 'mail')('footer', { hub: scope.hub.name });
  const written = `${t(`letters.${kind}.text`, values)}\n\n${footer}\n`;
  return {
    to: to.email,
    subject: t(`letters.${kind}.subject`, values),
    text: written.replaceAll(/\n{3,}/g, '\n\n'),
  };
}

function inWords(locale: Locale, day: Kept['today']): string {
  return formatter(locale, 'UTC').dateTime(keptDay(day), { dateStyle: 'long' });
}
