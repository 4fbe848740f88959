import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Bookable, readBookables } from './bookable.ts';
import type { BookingStatus } from './moves.ts';
import { findPerson, type Party } from './parties.ts';
import { isId } from './schema.ts';
import { type ActorClass, type Rule, readRules } from './terms.ts';

/** A booking with what a change of it must know. */
export type Kept = {
  id: string;
  placeId: string;
  organisationId: string;
  bookedById: string;
  bookedForId: string;
  startsAt: Date;
  endsAt: Date;
  status: BookingStatus;
  purpose: string;
  people: number;
  shown: 'ORGANISATION' | 'HIDDEN';
  actorClass: ActorClass;
  togetherId: string | null;
  heldUntil: Date | null;
  checkedInAt: Date | null;
  leftAt: Date | null;
  revision: number;
  seriesId: string | null;
  originalDate: Date | null;
  createdAt: Date;
  place: Bookable;
  rule: Rule;
  /** Whom it is for; whoever has left the organisation is nobody to write to. */
  party: Omit<Party, 'person'> & { person: Party['person'] | null };
};

/**
 * A booking within reach of whoever acts: their organisation's, or any at the hub for the house. The row
 * stays locked to the end of the transaction.
 * @throws NotFound for anyone else's
 */
export async function keptBooking(scope: Scope, db: Handle, id: string): Promise<Kept> {
  if (!isId(id)) throw new NotFound('booking');
  const hubId = scope.hub.id;
  const house = scope.may('booking:decide');
  const where = { hubId, id, ...(!house && { organisationId: scope.organisation.id }) };
  await db.$queryRaw`select id from booking where hub_id = ${hubId}::uuid and id = ${id}::uuid for update`;
  const row = await db.booking.findFirst({
    where,
    include: { organisation: { select: { id: true, name: true, slug: true } } },
  });
  if (!row) throw new NotFound('booking');
  const { organisation, ...booking } = row;
  const [place] = await readBookables(db, hubId, [row.placeId], true);
  const rules = await readRules(db, hubId);
  const person = await findPerson(db, row.bookedForId);
  const { actorClass, shown } = row;
  return {
    ...booking,
    place: place as Bookable,
    rule: rules[(place as Bookable).kind],
    party: { organisation, person, actorClass, shown, house },
  };
}
