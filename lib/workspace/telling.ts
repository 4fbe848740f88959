import type { NoticeKind } from '#lib/notices/rules.ts';
import { tell } from '#lib/notices/writes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Kept } from './kept.ts';
import { wantsLetter } from './letter-choices.ts';
import {
  type BookingLetterKind,
  bookingLetter,
  type HouseLetterKind,
  houseLetter,
  type ToldBooking,
} from './letters.ts';
import type { Party } from './parties.ts';

type Told = Omit<ToldBooking, 'organisation'>;
type To = Pick<Party, 'organisation'> & { person: Party['person'] | null };

/** Tells of a new booking: whom it is for, and the house where it is to answer. A hold is told to nobody. */
export async function tellBooked(
  scope: Scope,
  db: Handle,
  deed: Deed,
  told: Told,
  party: To,
): Promise<void> {
  if (told.status === 'PENDING') {
    if (party.person) deed.mail(bookingLetter(scope, party.person, whole(told, party), 'asked'));
    await tellHouse(scope, db, deed, told, party, 'toAnswer');
  } else if (told.status === 'CONFIRMED' && party.person) {
    const own = scope.isSelf(party.person.id);
    const kind = own ? 'booked' : 'bookedForYou';
    deed.mail(bookingLetter(scope, party.person, whole(told, party), kind));
  }
}

/** Tells whom a booking is for what has become of it: by mail, and in the portal unless they did it themselves. */
export async function tellHolder(
  scope: Scope,
  db: Handle,
  deed: Deed,
  booking: Kept,
  kind: BookingLetterKind,
  text = '',
): Promise<void> {
  const { party } = booking;
  if (!party.person) return;
  const told = whole({ ...booking, site: booking.place.site }, party);
  if (await wantsLetter(db, party.person.id, kind)) {
    deed.mail(bookingLetter(scope, party.person, told, kind, text));
  }
  const notice = notices[kind];
  if (!notice || scope.isSelf(party.person.id)) return;
  const path = `/${scope.hub.slug}/${party.organisation.slug}/bookings/${booking.id}`;
  const detail = { title: booking.place.name.sv, organisation: scope.actingName };
  await tell(scope, db, [party.person.id], { kind: notice, detail, path });
}

const notices: Partial<Record<BookingLetterKind, NoticeKind>> = {
  approved: 'bookingApproved',
  declined: 'bookingDeclined',
  question: 'bookingQuestion',
  moved: 'bookingMovedByHouse',
  cancelledByOther: 'bookingCancelledByHouse',
  missed: 'bookingMissed',
  checkInNow: 'checkInNow',
  offered: 'waitingOffered',
  seriesEnds: 'seriesEnds',
};

/** Tells everyone who may answer: by mail and in the portal. */
export async function tellHouse(
  scope: Scope,
  db: Handle,
  deed: Deed,
  told: Told,
  party: To,
  kind: HouseLetterKind,
  text = '',
): Promise<void> {
  const booking = whole(told, party);
  deed.mailStaff(['HOST', 'HUB_ADMIN'], (to) => houseLetter(scope, to, booking, kind, text));
  const staff = await db.hubRole.findMany({
    where: { hubId: scope.hub.id, role: { in: ['HOST', 'HUB_ADMIN'] } },
    select: { personId: true },
  });
  await tell(
    scope,
    db,
    staff.map(({ personId }) => personId),
    {
      kind: kind === 'toAnswer' ? 'bookingAsked' : 'bookingAnswered',
      detail: { title: told.place.name.sv, organisation: party.organisation.name },
      path: `/${scope.hub.slug}/house/bookings/${told.id}`,
    },
  );
}

function whole(told: Told, { organisation }: To): ToldBooking {
  return { ...told, organisation };
}
