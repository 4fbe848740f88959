import { type PlainObstacle, plain } from '#lib/leases/taking.ts';
import { now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { databaseFault, NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import { inAll } from '#lib/platform/i18n/texts.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { obstaclesOn } from '#lib/workspace/obstacles.ts';
import { lineUp } from '#lib/workspace/occupying.ts';
import { isId } from '#lib/workspace/schema.ts';
import type { PlaceInput } from './schema.ts';
import { fitUnits } from './units.ts';
import { writeAttributes } from './values.ts';

/** Adds a place with its units. For the hub's administrators. @throws Refusal for a code that is used */
export async function addPlace(scope: Scope, input: PlaceInput): Promise<{ id: string }> {
  return codeNamed(() =>
    scope.write('place:manage', async (db, deed) => {
      const hubId = scope.hub.id;
      const floor = await floorOf(db, hubId, input);
      const last = await db.place.aggregate({
        where: { hubId, siteId: floor.siteId },
        _max: { readingOrder: true },
      });
      const readingOrder = (last._max.readingOrder ?? 0) + 1;
      const claim = input.units > 1 ? ('ANY' as const) : ('ALL' as const);
      const { id } = await db.place.create({
        data: { hubId, siteId: floor.siteId, readingOrder, claim, ...factsOf(input) },
        select: { id: true },
      });
      await fitUnits(db, hubId, { id, siteId: floor.siteId, code: input.code }, input.units);
      await writeDetails(db, hubId, id, input);
      deed.record('placeAdded', 'place', id);
      deed.pagesChanged('workspace:read');
      return { id };
    }),
  );
}

/**
 * Changes a place. One that somebody has ahead of them is neither hidden nor taken out of service: the
 * refusal names what stands there in `{ obstacles }`.
 * @throws NotFound for another hub's place
 */
export async function changePlace(scope: Scope, id: string, input: PlaceInput): Promise<void> {
  if (!isId(id)) throw new NotFound('place');
  await codeNamed(() =>
    scope.write('place:manage', async (db, deed) => {
      const hubId = scope.hub.id;
      const place = await db.place.findFirst({ where: { hubId, id }, include: { units: true } });
      if (!place) throw new NotFound('place');
      const floor = await floorOf(db, hubId, input);
      if (floor.siteId !== place.siteId) throw new NotFound('floor');
      const unitIds = place.units.map(({ unitId }) => unitId);
      await lineUp(db, unitIds);
      const leaves = input.state !== 'ACTIVE' && input.state !== place.state;
      if (leaves) await refuseWhileBooked(db, hubId, unitIds);
      // An office is all of its desks; only a place of its own becomes a pool.
      const office = place.claim === 'ALL' && unitIds.length > 1;
      const units = office ? unitIds.length : input.units;
      const claim = units > 1 && !office ? ('ANY' as const) : ('ALL' as const);
      if (claim === 'ANY' && place.claim === 'ALL') await refuseWhileLeased(db, hubId, id);
      if (!office) await fitUnits(db, hubId, place, units);
      const data = { ...factsOf(input), claim };
      await db.place.update({ where: { hubId_id: { hubId, id } }, data });
      await writeDetails(db, hubId, id, input);
      deed.record('placeChanged', 'place', id);
      deed.pagesChanged('workspace:read');
    }),
  );
}

function factsOf(input: PlaceInput) {
  const { floorId, kind, code, seats, bookableBy, state } = input;
  const name = inAll(input.nameSv, input.nameNb, input.nameEn);
  const said = input.noteSv + input.noteNb + input.noteEn;
  const approval = input.approval === undefined ? null : input.approval === 'yes';
  return {
    ...{ floorId, kind, code, name, seats, bookableBy, state, approval },
    ...(said !== '' && { note: inAll(input.noteSv, input.noteNb, input.noteEn) }),
  };
}

async function writeDetails(db: Handle, hubId: string, placeId: string, input: PlaceInput) {
  if (!(input.noteSv + input.noteNb + input.noteEn)) {
    await db.$executeRaw`update place set note = null where hub_id = ${hubId}::uuid and id = ${placeId}::uuid`;
  }
  await writeAttributes(db, hubId, placeId, input);
  await keepFor(db, hubId, placeId, [...new Set(input.holders)]);
}

/** Keeps a place for some bodies alone. @throws Refusal for one that does not take part here */
async function keepFor(db: Handle, hubId: string, placeId: string, holders: string[]) {
  const here = { hubId, organisationId: { in: holders }, state: 'VERIFIED' as const };
  if ((await db.participation.count({ where: here })) < holders.length) {
    const code = 'places.refusals.noSuchHolder';
    throw new Refusal(code, { holders: code });
  }
  await db.placeHolder.deleteMany({ where: { hubId, placeId } });
  const data = holders.map((organisationId) => ({ hubId, placeId, organisationId }));
  await db.placeHolder.createMany({ data });
}

async function floorOf(db: Handle, hubId: string, { floorId }: PlaceInput) {
  const floor = await db.floor.findFirst({ where: { hubId, id: floorId } });
  if (!floor) throw new NotFound('floor');
  return floor;
}

async function refuseWhileBooked(db: Handle, hubId: string, unitIds: string[]): Promise<void> {
  const obstacles = await obstaclesOn(db, hubId, unitIds, { startsAt: now(), endsAt: null });
  const theirs = obstacles.filter(({ kind }) => kind !== 'BLOCK').map(plain);
  if (theirs.length > 0) refuseFor(theirs);
}

function refuseFor(obstacles: PlainObstacle[]): never {
  const code = 'places.refusals.somebodyHasIt';
  throw new Refusal(code, { state: code }, { obstacles });
}

async function refuseWhileLeased(db: Handle, hubId: string, placeId: string): Promise<void> {
  const code = 'places.refusals.leased';
  const leased = await db.leasePlace.count({
    where: { hubId, placeId, lease: { status: { in: ['OFFERED', 'SIGNED', 'NOTICE'] } } },
  });
  if (leased > 0) throw new Refusal(code, { units: code });
}

/** A code that is used already, and a booking that came in between, as refusals. */
async function codeNamed<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = 'places.refusals.codeUsed';
    if (databaseFault(error)?.state === '23505') throw new Refusal(code, { code });
    if (refusedBy(error, 'booked_places_are_not_hidden')) refuseFor([]);
    throw error;
  }
}
