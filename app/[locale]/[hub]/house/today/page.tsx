import type { Metadata } from 'next';
import { cache } from 'react';
import { Temporal } from 'temporal-polyfill';
import { GuidedToday, Unanswered } from '#components/guided/guided-today.tsx';
import { Waits } from '#components/house/waits.tsx';
import { LeasedToday } from '#components/leases/leased-today.tsx';
import { HousePresence } from '#components/presence/house-presence.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { dayOf } from '#components/workspace/describe.ts';
import { HouseBookings } from '#components/workspace/house-bookings.tsx';
import { listSessionsOn, listUnanswered } from '#lib/guided/house.ts';
import { findHouseWaits } from '#lib/hubs/waiting.ts';
import { listLeasedOn } from '#lib/leases/reads.ts';
import { today } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findHousePresence } from '#lib/presence/reads.ts';
import { listGuestsHere } from '#lib/visits/reads.ts';
import { listHouseToday } from '#lib/workspace/booking-reads.ts';
import { type Query, readDate } from '#lib/workspace/schema.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, asked: string | null) => {
  const scope = await enterHouseOf(locale, hub);
  const day = await orNotFound(() => listHouseToday(scope, asked));
  const waits = await orNotFound(() => findHouseWaits(scope));
  const leased = await orNotFound(() => listLeasedOn(scope, day.date));
  const presence = await orNotFound(() => findHousePresence(scope));
  const guests = await orNotFound(() => listGuestsHere(scope));
  const guided = await orNotFound(() => listSessionsOn(scope, day.date));
  const unanswered = await orNotFound(() => listUnanswered(scope));
  return {
    ...day,
    guests,
    guided,
    unanswered,
    waits,
    leased,
    presence,
    isToday: day.date === today(scope.hub.zone).toString(),
  };
});

async function loadPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const day = await load(locale, hub, readDate((await searchParams).date));
  const t = translator(locale, 'workspace');
  const words = dayOf(locale, day.date);
  const title = day.isToday ? t('today.title') : t('today.titleOther', { date: words });
  return { ...day, t, title, words, locale, hub, base: `/${locale}/${hub}/house/today` };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await loadPage(props)).title };
}

export default async function TodayPage(props: Props) {
  const { bookings, date, isToday, waits, leased, presence, guests, guided, unanswered, ...page } =
    await loadPage(props);
  const { t, title, words, locale, hub, base } = page;
  const day = Temporal.PlainDate.from(date);
  const steps = [
    { key: 'previous', href: `${base}?date=${day.subtract({ days: 1 })}` },
    ...(isToday ? [] : [{ key: 'now', href: base }]),
    { key: 'next', href: `${base}?date=${day.add({ days: 1 })}` },
  ];
  return (
    <>
      <PageHeader title={title} lead={t('today.lead', { count: bookings.length, date: words })}>
        <ButtonLink href={`/${locale}/${hub}/house/bookings/new?date=${date}`}>
          {t('behalf.title')}
        </ButtonLink>
      </PageHeader>
      {isToday && <Waits locale={locale} hub={hub} waits={waits} />}
      <nav className="mb-6 flex flex-wrap gap-3" aria-label={t('today.days')}>
        {steps.map(({ key, href }) => (
          <ButtonLink key={key} href={href} variant="secondary" tone="neutral" size="sm">
            {t(`today.${key}`)}
          </ButtonLink>
        ))}
      </nav>
      {bookings.length > 0 && <HouseBookings locale={locale} hub={hub} bookings={bookings} />}
      {isToday && <Unanswered locale={locale} hub={hub} sessions={unanswered} />}
      <GuidedToday locale={locale} hub={hub} sessions={guided} />
      <LeasedToday locale={locale} hub={hub} leased={leased} />
      {isToday && <HousePresence locale={locale} {...presence} guests={guests} />}
    </>
  );
}
