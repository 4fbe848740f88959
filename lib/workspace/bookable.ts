import { type Handle, type Sql, sql } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import { type House, seenBy } from './hours.ts';
import { houseOf, withOpening } from './opening.ts';
import type { Claim, PlaceKind } from './schema.ts';
import type { ActorClass, Rule } from './terms.ts';

/** A place with all that a booking of it must know. */
export type Bookable = {
  id: string;
  code: string;
  kind: PlaceKind;
  name: Text;
  seats: number;
  claim: Claim;
  unitIds: string[];
  outOfService: boolean;
  /** Its own answers where they differ from those of its kind. */
  approval: boolean | null;
  bookableBy: ActorClass[];
  /** Only these organisations may book it; nobody is named where everyone may. */
  holders: string[];
  site: House & { id: string; name: Text; address: string };
};

/** Places by id, in the order asked for. @throws NotFound when one is not there, or hidden and not booked yet */
export async function readBookables(
  db: Handle,
  hubId: string,
  ids: readonly string[],
  alsoHidden = false,
): Promise<Bookable[]> {
  const rows = await db.place.findMany({
    where: { hubId, id: { in: [...ids] }, ...(!alsoHidden && { state: { not: 'HIDDEN' } }) },
    include: { site: { include: withOpening }, units: true, holders: true },
  });
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id);
    if (!row) throw new NotFound('place');
    const { site, units, holders, state, name, ...place } = row;
    return {
      ...place,
      name: name as Text,
      outOfService: state === 'OUT_OF_SERVICE' || units.length === 0,
      unitIds: units.map(({ unitId }) => unitId),
      holders: holders.map(({ organisationId }) => organisationId),
      site: {
        ...{ id: site.id, name: site.name as Text, address: site.address },
        ...seenBy(houseOf(site), { kind: place.kind, placeId: place.id }),
      },
    };
  });
}

type Permitted = Pick<Bookable, 'bookableBy' | 'holders'>;

/** Whether a place is for this organisation: by its own word, or by that of its kind. */
export function isFor(
  place: Permitted,
  rule: Pick<Rule, 'bookableBy'>,
  actor: ActorClass,
  organisationId: string,
): boolean {
  if (place.holders.length > 0) return place.holders.includes(organisationId);
  const classes = place.bookableBy.length > 0 ? place.bookableBy : rule.bookableBy;
  return classes.includes(actor);
}

/** Whether the house answers a booking before it holds. */
export function awaitsAnswer(
  place: Pick<Bookable, 'approval'>,
  rule: Rule,
  actor: ActorClass,
): boolean {
  return place.approval ?? rule.approvalFor.includes(actor);
}

/** @throws Refusal when the place is not to be had for so many, by this organisation, or at all */
export function refuseUnfit(
  place: Bookable,
  rule: Rule,
  actor: ActorClass,
  organisationId: string,
  people: number,
): void {
  if (place.outOfService) throw new Refusal('workspace.refusals.outOfService');
  if (!isFor(place, rule, actor, organisationId)) throw new Refusal('workspace.refusals.notForYou');
  if (people <= place.seats) return;
  const code = 'workspace.refusals.tooManyPeople';
  throw new Refusal(code, { people: code }, null, { most: place.seats });
}

/** Those of a hub's bookings that are within reach of whoever acts: the organisation's, or the house's. */
export function withinReach(scope: {
  hub: { id: string };
  organisation: { id: string };
  may: (permission: 'booking:decide') => boolean;
}): Sql {
  const hub = sql`b.hub_id = ${scope.hub.id}::uuid`;
  if (scope.may('booking:decide')) return hub;
  return sql`${hub} and b.organisation_id = ${scope.organisation.id}::uuid`;
}
