import type { Addressed, Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import { defaultLocale, inLocale, isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { calendarFile } from '#lib/workspace/calendar.ts';
import type { VisitRow } from './reads.ts';

type Hub = { name: string; slug: string };
type Told = Omit<VisitRow, 'arrivedAt' | 'leftAt'>;

/**
 * Tells a guest when, where, whom and the code; or that the visit is off, in the guest's language. What is noted for the house
 * stays in the house.
 */
export function guestLetter(
  hub: Hub,
  locale: Locale,
  visit: Told,
  kind: 'invited' | 'cancelled',
): Letter {
  const values = valuesOf(hub, locale, visit);
  const entry = {
    ...{ id: visit.id, startsAt: visit.startsAt, endsAt: visit.endsAt, zone: visit.zone },
    ...{ revision: kind === 'cancelled' ? 1 : 0 },
    status: kind === 'cancelled' ? ('CANCELLED' as const) : ('CONFIRMED' as const),
    summary: translator(locale, 'visits')('letters.summary', values),
    location: `${inLocale(visit.site, locale)}, ${visit.address}`,
    description: '',
    url: values.link,
  };
  return { ...written(visit.email, locale, kind, values), calendar: calendarFile([entry]) };
}

/** Tells whoever is visited that the guest stands at the door. */
export function hereLetter(hub: Hub, to: Addressed, visit: Told): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  return written(to.email, locale, 'here', valuesOf(hub, locale, visit));
}

function valuesOf(hub: Hub, locale: Locale, visit: Told) {
  const format = formatter(locale, visit.zone);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return {
    guest: visit.guest,
    company: visit.company,
    host: visit.host ?? '',
    organisation: visit.organisation ?? '',
    hub: hub.name,
    site: inLocale(visit.site, locale),
    address: visit.address,
    date: format.dateTime(visit.startsAt, { dateStyle: 'full' }),
    from: format.dateTime(visit.startsAt, time),
    to: format.dateTime(visit.endsAt, time),
    code: `${visit.code.slice(0, 3)} ${visit.code.slice(3)}`,
    greeting: visit.greeting,
    link: `${settings().url}/${locale}/${hub.slug}/workspace/arrive`,
  };
}

function written(
  to: string,
  locale: Locale,
  kind: 'invited' | 'cancelled' | 'here',
  values: ReturnType<typeof valuesOf>,
): Letter {
  const t = translator(locale, 'visits');
  const footer = translator(locale, 'mail')('footer', { hub: values.hub });
  const text = `${t(`letters.${kind}.text`, values)}\n\n${footer}\n`;
  return {
    to,
    subject: t(`letters.${kind}.subject`, values),
    text: text.replaceAll(/\n{3,}/g, '\n\n'),
  };
}
