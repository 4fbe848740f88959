import { slotOf } from './rules.ts';

type Seen = { startsAt: Date; endsAt: Date };

/** Where and when a booking is as it stands, as its events tell it: local days and clock times. */
export function asItStands(
  booking: Seen,
  place: { id: string; site: { zone: string } },
): { place: string; time: string } {
  const { date, from, to } = slotOf(booking, place.site.zone);
  return { place: place.id, time: `${date} ${from}–${to}` };
}
