import type { Addressed, Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import { defaultLocale, inLocale, isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { calendarFile } from '#lib/workspace/calendar.ts';
import type { ToldGroup } from './groups.ts';

type Hub = { name: string; slug: string };
export type GroupLetterKind = 'booked' | 'changed' | 'cancelled' | 'off' | 'reminder' | 'thanks';
type HouseLetterKind = 'booked' | 'changed' | 'cancelled';

/** To who booked for a group, with a file for the calendar; `off` is the house's doing, with its reason. */
export function groupLetter(
  hub: Hub,
  to: Addressed,
  group: ToldGroup,
  kind: GroupLetterKind,
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const link = `${settings().url}/${locale}/${hub.slug}/${group.organisation.slug}/guided/${group.id}`;
  const letter = written(hub, to, locale, group, `group.${kind}`, link);
  return kind === 'reminder' || kind === 'thanks'
    ? letter
    : { ...letter, calendar: guidedCalendar(hub, locale, group) };
}

/** The calendar file of a group in a language: the one that is sent and the one to download. */
export function guidedCalendar(hub: Hub, locale: Locale, group: ToldGroup): string {
  const t = translator(locale, 'guided');
  const link = `${settings().url}/${locale}/${hub.slug}/${group.organisation.slug}/guided/${group.id}`;
  const { id, revision, startsAt, endsAt, site } = group;
  return calendarFile([
    {
      ...{ id, revision, startsAt, endsAt, zone: site.zone },
      status: group.state === 'CANCELLED' ? ('CANCELLED' as const) : ('CONFIRMED' as const),
      summary: t('letters.summary', { demo: inLocale(group.demo, locale) }),
      location: [inLocale(group.place, locale), inLocale(site.name, locale), site.address].join(
        ', ',
      ),
      description: hub.name,
      url: link,
    },
  ]);
}

/** To the house's hosts: a group comes, changed, or comes no more. */
export function houseLetter(
  hub: Hub,
  to: Addressed,
  group: ToldGroup,
  kind: HouseLetterKind,
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const link = `${settings().url}/${locale}/${hub.slug}/house/guided/${group.sessionId}`;
  return written(hub, to, locale, group, `house.${kind}`, link);
}

/** To a guide or company host: they show it, or need not after all. */
export function shownByLetter(
  hub: Hub,
  to: Addressed,
  group: ToldGroup,
  kind: 'asked' | 'off',
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const link = `${settings().url}/${locale}/${hub.slug}/showroom`;
  return written(hub, to, locale, group, `shownBy.${kind}`, link);
}

/** To the house's hosts: a session is off, because nobody was left to show it. */
export function calledOffLetter(
  hub: Hub,
  to: Addressed,
  sessionId: string,
  reason: string,
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const t = translator(locale, 'guided');
  const link = `${settings().url}/${locale}/${hub.slug}/house/guided/${sessionId}`;
  const footer = translator(locale, 'mail')('footer', { hub: hub.name });
  return {
    to: to.email,
    subject: t('letters.calledOff.subject'),
    text: `${t('letters.calledOff.text', { reason, link })}\n\n${footer}\n`,
  };
}

function written(
  hub: Hub,
  to: Addressed,
  locale: Locale,
  group: ToldGroup,
  kind: string,
  link: string,
): Letter {
  const t = translator(locale, 'guided');
  const format = formatter(locale, group.site.zone);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const values = {
    demo: inLocale(group.demo, locale),
    place: inLocale(group.place, locale),
    site: inLocale(group.site.name, locale),
    address: group.site.address,
    date: format.dateTime(group.startsAt, { dateStyle: 'full' }),
    from: format.dateTime(group.startsAt, time),
    to: format.dateTime(group.endsAt, time),
    ...{ size: group.size, organisation: group.organisation.name, reason: group.reason },
    ...{ hub: hub.name, link },
    survey: `${settings().url}/${locale}/${hub.slug}/visited/${group.surveyCode}`,
  };
  const footer = translator(locale, 'mail')('footer', { hub: hub.name });
  const text = `${t(`letters.${kind}.text`, values)}\n\n${footer}\n`;
  return {
    to: to.email,
    subject: t(`letters.${kind}.subject`, values),
    text: text.replaceAll(/\n{3,}/g, '\n\n'),
  };
}
