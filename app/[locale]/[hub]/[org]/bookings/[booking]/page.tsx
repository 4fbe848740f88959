import type { Metadata } from 'next';
import { cache } from 'react';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { describePlace } from '#components/workspace/describe.ts';
import { FloorPlan } from '#components/workspace/floor-plan.tsx';
import { RemarkThread } from '#components/workspace/remark-thread.tsx';
import { ToldBooking } from '#components/workspace/told-booking.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import type { BookingStatus } from '#lib/workspace/moves.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { InvoiceReference } from './invoice-reference.tsx';
import { NextSteps } from './next-steps.tsx';
import { SeriesSection } from './series-section.tsx';

type Params = { locale: Locale; hub: string; org: string; booking: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, org: string, id: string) => {
  const scope = await enter(locale, hub, org);
  return { scope, booking: await orNotFound(() => findBooking(scope, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, booking: id } = await params;
  const { booking } = await load(locale, hub, org, id);
  const title = translator(locale, 'workspace')('bookings.title');
  return { title: `${inLocale(booking.place.name, locale)} – ${title}` };
}

// What was done, and how the booking stands since: an address kept for later tells no untruth.
const after: Record<string, readonly BookingStatus[]> = {
  booked: ['CONFIRMED'],
  asked: ['PENDING'],
  held: ['HELD'],
  confirmed: ['CONFIRMED', 'PENDING'],
  extended: ['HELD'],
  released: ['CANCELLED'],
  cancelled: ['CANCELLED'],
  cancelledSeries: ['CANCELLED', 'CONFIRMED', 'PENDING', 'CHECKED_IN'],
  restored: ['CONFIRMED', 'PENDING'],
  changed: ['CONFIRMED', 'PENDING'],
  answered: ['PENDING'],
  here: ['CHECKED_IN'],
  left: ['CHECKED_IN'],
};

/** A small number of an address; anything else is none. */
function readNumber(value: string | string[] | undefined): number {
  return /^\d{1,2}$/.test(single(value)) ? Number(single(value)) : 0;
}

function isDone(done: string, status: BookingStatus): boolean {
  return after[done]?.includes(status) ?? false;
}

export default async function BookingPage({ params, searchParams }: Props) {
  const { locale, hub, org, booking: id } = await params;
  const { scope, booking } = await load(locale, hub, org, id);
  const t = translator(locale, 'workspace');
  const base = `/${locale}/${hub}/${org}`;
  const query = await searchParams;
  const done = single(query.done);
  const [count, left] = [readNumber(query.count), readNumber(query.left)];
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/bookings`, label: t('bookings.title') }]}
      />
      <PageHeader title={inLocale(booking.place.name, locale)} />
      {done === 'referred' && <DoneIn locale={locale} part="billing" done="saved" />}
      {isDone(done, booking.status) && (
        <Notice tone="success">
          <p className="m-0 [overflow-wrap:anywhere]">
            {t(`booking.done.${done}`, { email: scope.person.email, count, left })}
          </p>
        </Notice>
      )}
      <ToldBooking locale={locale} booking={booking} />
      <NextSteps where={{ locale, hub, org }} booking={booking} />
      <SeriesSection locale={locale} base={base} booking={booking} />
      <InvoiceReference where={{ locale, hub, org }} booking={booking} />
      <RemarkThread locale={locale} zone={booking.zone} remarks={booking.remarks} />
      <FloorPlan
        plan={booking.floor}
        places={booking.places.map((place) =>
          place.id === booking.place.id ? { ...place, state: 'chosen' as const } : place,
        )}
        locale={locale}
        describe={(place) => describePlace(locale, place)}
      />
    </>
  );
}
