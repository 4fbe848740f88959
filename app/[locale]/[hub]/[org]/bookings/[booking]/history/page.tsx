import type { Metadata } from 'next';
import { BookingHistory } from '#components/workspace/booking-history.tsx';
import { findHistory } from '#lib/log/history.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string; booking: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'workspace')('history.title') };
}

/** Who did what with a booking, and when. */
export default async function HistoryPage({ params }: Props) {
  const { locale, hub, org, booking: id } = await params;
  const scope = await enter(locale, hub, org);
  const booking = await orNotFound(() => findBooking(scope, id));
  return (
    <BookingHistory
      reader={{ locale, hub: scope.hub.name, own: true }}
      booking={booking}
      href={`/${locale}/${hub}/${org}/bookings/${id}`}
      entries={await findHistory(scope, 'booking:list', id, locale)}
    />
  );
}
