import type { Addressed, Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import {
  defaultLocale,
  inLocale,
  isLocale,
  type Locale,
  type Text,
} from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { calendarFile } from '#lib/workspace/calendar.ts';
import type { SessionPerson, ToldGroup } from './groups.ts';

type Hub = { name: string; slug: string };
export type GroupLetterKind =
  | 'booked'
  | 'confirmed'
  | 'changed'
  | 'moved'
  | 'cancelled'
  | 'off'
  | 'reminder'
  | 'thanks';
/** `changed`: so many come now. `left`: this group comes no more, the time stands for others. */
export type ShownByKind = 'asked' | 'moved' | 'changed' | 'left' | 'off';
type HouseLetterKind = 'booked' | 'changed' | 'moved' | 'cancelled';

/** Where a group sees to its visit; one from outside asks the house. */
function ownLink(hub: Hub, locale: Locale, { organisation, id }: ToldGroup): string {
  const base = `${settings().url}/${locale}/${hub.slug}`;
  return organisation.slug ? `${base}/${organisation.slug}/guided/${id}` : base;
}

/** To who booked for a group, with a file for the calendar; `off` is the house's doing, with its reason. */
export function groupLetter(
  hub: Hub,
  to: Addressed,
  group: ToldGroup,
  kind: GroupLetterKind,
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const link = ownLink(hub, locale, group);
  const askHouse = translator(locale, 'guided')('letters.askHouse', { hub: hub.name, link });
  const way = group.organisation.slug ? link : askHouse;
  const letter = written(hub, to, locale, group, `group.${kind}`, way);
  return kind === 'reminder' || kind === 'thanks'
    ? letter
    : { ...letter, calendar: guidedCalendar(hub, locale, group) };
}

/** A visit that waits for the company is tentative. */
function statusOf({ state, hostAnswer }: ToldGroup) {
  if (state === 'CANCELLED') return 'CANCELLED' as const;
  return hostAnswer === 'ASKED' ? ('PENDING' as const) : ('CONFIRMED' as const);
}

/** The calendar file of a group in a language: the one that is sent and the one to download. */
export function guidedCalendar(hub: Hub, locale: Locale, group: ToldGroup): string {
  const t = translator(locale, 'guided');
  const link = ownLink(hub, locale, group);
  const { id, revision, startsAt, endsAt, site } = group;
  return calendarFile([
    {
      ...{ id, revision, startsAt, endsAt, zone: site.zone },
      status: statusOf(group),
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
  to: SessionPerson,
  group: ToldGroup,
  kind: ShownByKind,
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const page =
    to.part === 'HOST' ? `${group.owner.slug}/guided` : `house/guided/${group.sessionId}`;
  const link = `${settings().url}/${locale}/${hub.slug}/${page}`;
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

/** To the house's hosts: a company's people have said that they come. */
export function hostAnsweredLetter(
  hub: Hub,
  to: Addressed,
  sessionId: string,
  organisation: string,
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const t = translator(locale, 'guided');
  const link = `${settings().url}/${locale}/${hub.slug}/house/guided/${sessionId}`;
  const footer = translator(locale, 'mail')('footer', { hub: hub.name });
  return {
    to: to.email,
    subject: t('letters.accepted.subject', { organisation }),
    text: `${t('letters.accepted.text', { organisation, link })}\n\n${footer}\n`,
  };
}

type Unanswered = {
  startsAt: Date;
  demo: { title: unknown; owner: { slug: string } };
  place: { site: { zone: string } };
};

/** To a company's host who was asked and has not answered. */
export function unansweredLetter(hub: Hub, to: Addressed, session: Unanswered): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const t = translator(locale, 'guided');
  const { demo, place, startsAt } = session;
  const day = formatter(locale, place.site.zone).dateTime(startsAt, { dateStyle: 'full' });
  const values = { demo: inLocale(demo.title as Text, locale), date: day };
  const link = `${settings().url}/${locale}/${hub.slug}/${demo.owner.slug}/guided`;
  const footer = translator(locale, 'mail')('footer', { hub: hub.name });
  return {
    to: to.email,
    subject: t('letters.unanswered.subject', values),
    text: `${t('letters.unanswered.text', { ...values, link })}\n\n${footer}\n`,
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
  const was = group.was ?? group;
  const values = {
    wasDate: format.dateTime(was.startsAt, { dateStyle: 'full' }),
    wasFrom: format.dateTime(was.startsAt, time),
    wasTo: format.dateTime(was.endsAt, time),
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
  const asked = group.hostAnswer === 'ASKED';
  const more = {
    ask: t(`letters.${asked ? 'answerIt' : 'cannot'}`),
    unconfirmed: asked ? `\n${t('unconfirmed', { owner: group.owner.name })}\n` : '',
    owner: group.owner.name,
  };
  const footer = translator(locale, 'mail')('footer', { hub: hub.name });
  const text = `${t(`letters.${kind}.text`, { ...values, ...more })}\n\n${footer}\n`;
  return {
    to: to.email,
    subject: t(`letters.${kind}.subject`, values),
    text: text.replaceAll(/\n{3,}/g, '\n\n'),
  };
}
