import type { Metadata } from 'next';
import { BookingHistory } from '#components/workspace/booking-history.tsx';
import { findHistory } from '#lib/log/history.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; booking: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'workspace')('history.title') };
}

/** Who did what with a booking, and when, for the house. */
export default async function HouseHistoryPage({ params }: Props) {
  const { locale, hub, booking: id } = await params;
  const scope = await enterHouseOf(locale, hub);
  const booking = await orNotFound(() => findBooking(scope, id));
  return (
    <BookingHistory
      reader={{ locale, hub: scope.hub.name, own: false }}
      booking={booking}
      href={`/${locale}/${hub}/house/bookings/${id}`}
      entries={await findHistory(scope, 'booking:decide', id, locale)}
    />
  );
}
