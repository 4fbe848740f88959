import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { readSite } from './house.ts';
import { type Addressee, bookedLetter, cancelledLetter } from './letters.ts';
import { listAlternatives } from './reads.ts';
import { refusalToCancel, windowOf } from './rules.ts';
import { type BookingInput, isId } from './schema.ts';

/**
 * Books a place for the acting organisation. Any member may. The same form (request key) sent
 * again gives the booking it made. Mail with a calendar file goes to whoever books.
 * @throws NotFound for a place that is not there, hidden or another hub's
 * @throws Refusal for a time the house does not allow; `taken` carries `{ alternatives }`
 */
export async function bookPlace(scope: Scope, input: BookingInput): Promise<{ id: string }> {
  if (!isId(input.placeId) || !isId(input.requestKey)) throw new NotFound('place');
  const earlier = await findBySameForm(scope, input);
  if (earlier) return earlier;
  try {
    return await scope.write('booking:create', (db, deed) => book(scope, db, deed, input));
  } catch (error) {
    if (refusedBy(error, 'booking_hub_id_booked_by_id_request_key_key')) {
      const twin = await findBySameForm(scope, input);
      if (twin) return twin;
      throw new Refusal('workspace.refusals.formUsed');
    }
    if (!refusedBy(error, 'no_two_in_one_unit')) throw error;
    const { placeId, date, from, to } = input;
    const alternatives = await listAlternatives(scope, placeId, { date, from, to });
    throw new Refusal('workspace.refusals.taken', {}, { alternatives });
  }
}

async function book(scope: Scope, db: Handle, deed: Deed, input: BookingInput) {
  const hubId = scope.hub.id;
  const { site, places } = await readSite(db, hubId, { placeId: input.placeId });
  const place = places.find(({ id }) => id === input.placeId);
  if (!place) throw new NotFound('place');
  if (place.outOfService || place.unitIds.length === 0) {
    throw new Refusal('workspace.refusals.outOfService');
  }
  const window = windowOf(input, site, now());
  const [startsAt, endsAt] = [dateOf(window.startsAt), dateOf(window.endsAt)];
  const booking = await db.booking.create({
    data: {
      hubId,
      placeId: place.id,
      organisationId: scope.organisation.id,
      bookedById: scope.person.id,
      startsAt,
      endsAt,
      purpose: input.purpose,
      requestKey: input.requestKey,
    },
  });
  await waitInLine(db, place.unitIds);
  const unitIds = place.unitIds.toSorted();
  await db.occupancy.createMany({
    data: unitIds.map((unitId) => ({
      hubId,
      unitId,
      startsAt,
      endsAt,
      kind: 'BOOKING' as const,
      bookingId: booking.id,
    })),
  });
  deed.record('bookingMade', 'booking', booking.id, { place: place.id });
  deed.mail(bookedLetter(scope, scope.person, { ...booking, place, site }));
  return { id: booking.id };
}

// The constraint decides, and alone would be enough. But two inserts that wait for each other there
// end in a deadlock, found only after a second; in a line, the second one learns it at once.
async function waitInLine(db: Handle, unitIds: readonly string[]): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(place) is null from (
    select distinct hashtextextended(unit, 0) as place from unnest(${unitIds}::text[]) as unit order by 1
  ) as line`;
}

/** @throws Refusal when the form was used for another booking: going back and changing it */
async function findBySameForm(scope: Scope, input: BookingInput): Promise<{ id: string } | null> {
  return scope.read('booking:create', async (db) => {
    const earlier = await db.booking.findFirst({
      where: {
        hubId: scope.hub.id,
        bookedById: scope.person.id,
        requestKey: input.requestKey,
        organisationId: scope.organisation.id,
      },
      include: { place: { select: { site: { select: { zone: true } } } } },
    });
    if (!earlier) return null;
    const starts = instantOf(earlier.startsAt).toZonedDateTimeISO(earlier.place.site.zone);
    const ends = instantOf(earlier.endsAt).toZonedDateTimeISO(earlier.place.site.zone);
    const same =
      earlier.placeId === input.placeId &&
      starts.toPlainDateTime().equals(`${input.date}T${input.from}`) &&
      ends.toPlainTime().equals(input.to);
    if (!same) throw new Refusal('workspace.refusals.formUsed');
    return { id: earlier.id };
  });
}

/**
 * Cancels one of the acting organisation's bookings before it starts; the place is free at once.
 * Mail that takes it out of the calendar goes to whoever booked.
 * @throws NotFound for anyone else's booking
 * @throws Refusal when it has started or is cancelled already
 */
export async function cancelBooking(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('booking');
  await scope.write('booking:cancel', async (db, deed) => {
    const hubId = scope.hub.id;
    const own = { hubId, id, organisationId: scope.organisation.id };
    const booking = await db.booking.findFirst({ where: own, include: withPlaceAndSite });
    if (!booking) throw new NotFound('booking');
    const at = now();
    const code = refusalToCancel(booking, at);
    if (code) throw new Refusal(code);
    const cancelledAt = dateOf(at);
    const { count } = await db.booking.updateMany({
      where: { ...own, status: 'CONFIRMED' },
      data: { status: 'CANCELLED', cancelledAt, revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('workspace.refusals.alreadyCancelled');
    await db.occupancy.updateMany({
      where: { hubId, bookingId: id, releasedAt: null },
      data: { releasedAt: cancelledAt, releaseReason: 'CANCELLED' },
    });
    deed.record('bookingCancelled', 'booking', id, { place: booking.placeId });
    const booker = await findAddressee(db, booking.bookedById);
    if (!booker) return;
    const { name, site } = booking.place;
    const change = { revision: booking.revision + 1, status: 'CANCELLED' as const };
    const told = {
      ...booking,
      ...change,
      site: { ...site, name: site.name as Text },
      place: { name: name as Text },
    };
    deed.mail(cancelledLetter(scope, booker, told));
  });
}

const withPlaceAndSite = {
  place: {
    select: { name: true, site: { select: { name: true, address: true, zone: true } } },
  },
} as const;

/** Whoever has left cannot be seen, and is not written to. */
async function findAddressee(db: Handle, id: string): Promise<Addressee | null> {
  return db.person.findFirst({ where: { id }, select: { id: true, email: true, locale: true } });
}
