import type { Temporal } from 'temporal-polyfill';
import { today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Bookable, readBookables } from '#lib/workspace/bookable.ts';
import { lineUp } from '#lib/workspace/occupying.ts';
import { isId } from '#lib/workspace/schema.ts';
import { dayOf, type LeaseStanding, type LeaseStatus, standingOn, type Term } from './rules.ts';

/** A lease with what a change of it must know. */
export type Kept = {
  id: string;
  number: number;
  status: LeaseStatus;
  standing: LeaseStanding;
  term: Term;
  noticeMonths: number;
  reclaimDays: number;
  noticeAt: Date | null;
  shown: 'ORGANISATION' | 'HIDDEN';
  organisation: { id: string; name: string; slug: string };
  /** IANA zone of its site, and today there. */
  zone: string;
  today: Temporal.PlainDate;
  places: Bookable[];
  givenBack: { placeId: string; day: Temporal.PlainDate }[];
  userIds: string[];
};

/** A lease for a change of it: whoever changes the same one waits for the end of the transaction. */
export async function keptLease(scope: Scope, db: Handle, id: string): Promise<Kept> {
  if (!isId(id)) throw new NotFound('lease');
  await lineUp(db, [id]);
  return readLease(scope, db, id);
}

/**
 * A lease within reach of whoever acts: their organisation's, or any at the hub for the house.
 * @throws NotFound for anyone else's
 */
export async function readLease(scope: Scope, db: Handle, id: string): Promise<Kept> {
  if (!isId(id)) throw new NotFound('lease');
  const hubId = scope.hub.id;
  const house = scope.may('lease:manage');
  const row = await db.lease.findFirst({
    where: { hubId, id, ...(!house && { organisationId: scope.organisation.id }) },
    include: {
      organisation: { select: { id: true, name: true, slug: true } },
      site: { select: { zone: true } },
      places: { include: { givenBack: true } },
      users: true,
    },
  });
  if (!row) throw new NotFound('lease');
  const { validFrom, validTo, endsOn, renewalMonths, site, places, users, ...rest } = row;
  const term = {
    validFrom: dayOf(validFrom),
    validTo: validTo && dayOf(validTo),
    endsOn: endsOn && dayOf(endsOn),
    renewalMonths,
  };
  const day = today(site.zone);
  const placeIds = places.map(({ placeId }) => placeId);
  const givenBack = places.flatMap((place) => place.givenBack);
  return {
    ...rest,
    ...{ term, zone: site.zone, today: day },
    standing: standingOn(row.status, term, day),
    places: await readBookables(db, hubId, placeIds, true),
    givenBack: givenBack.map(({ placeId, day: given }) => ({ placeId, day: dayOf(given) })),
    userIds: users.map(({ personId }) => personId),
  };
}
