import { tell } from '#lib/notices/writes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Bookable, isFor, readBookables, refuseUnfit } from './bookable.ts';
import { asItStands } from './facts.ts';
import { seenBy } from './hours.ts';
import { keptBooking } from './kept.ts';
import { removedLetter } from './letters.ts';
import { clockWords } from './minding-words.ts';
import { NoLongerDue } from './once.ts';
import { concerning, findPerson, type Party, partyOf } from './parties.ts';
import { claimed, type Window, windowOf } from './rules.ts';
import { isId, type WaitInput } from './schema.ts';
import { takenWithin } from './taken.ts';
import { tellHolder } from './telling.ts';
import { type Rule, readRules } from './terms.ts';

const mostWaits = 10;

/**
 * Asks to be told when a place, or any of its kind that would do, becomes free at a time. When it does, the
 * first in line gets it as a hold for a while, then the next.
 * @throws Refusal for what could not be booked in any case, for what is free, and for waiting twice
 */
export async function joinWaiting(scope: Scope, input: WaitInput): Promise<{ id: string }> {
  if (!isId(input.placeId)) throw new NotFound('place');
  try {
    return await scope.write('booking:create', async (db, deed) => {
      const { row, place } = await rowFor(scope, db, input);
      const made = await db.waiting.create({ data: row, select: { id: true } });
      deed.record('waitingJoined', 'waiting', made.id, { place: place.id });
      return made;
    });
  } catch (error) {
    if (!refusedBy(error, 'waiting_once_idx')) throw error;
    throw new Refusal('hours.refusals.waitsAlready');
  }
}

async function rowFor(scope: Scope, db: Handle, input: WaitInput) {
  const hubId = scope.hub.id;
  const party = await partyOf(db, scope, {});
  const [place] = (await readBookables(db, hubId, [input.placeId])) as [Bookable];
  const rule = (await readRules(db, hubId))[place.kind];
  refuseUnfit(place, rule, party.actorClass, party.organisation.id, input.people);
  const window = windowOf(input, seenBy(place.site, { actor: party.actorClass }), rule, now());
  const claims = claimed(window, rule);
  const places = input.any ? await alike(db, hubId, place, rule, party, input.people) : [place];
  if (await anyFree(db, hubId, places, claims)) throw new Refusal('hours.refusals.isFree');
  await refuseTooMany(scope, db);
  return {
    place,
    row: {
      ...{ hubId, siteId: place.site.id, placeIds: places.map(({ id }) => id).sort() },
      ...{ organisationId: party.organisation.id, personId: scope.person.id, shown: party.shown },
      ...{ startsAt: dateOf(window.startsAt), endsAt: dateOf(window.endsAt) },
      ...{ claimsFrom: dateOf(claims.startsAt), claimsTo: dateOf(claims.endsAt) },
      ...{ people: input.people, purpose: input.purpose, createdAt: dateOf(now()) },
    },
  };
}

/** Those of the kind at the site that the organisation may book for so many. */
async function alike(
  db: Handle,
  hubId: string,
  { kind, site }: Bookable,
  rule: Rule,
  { actorClass, organisation }: Party,
  people: number,
): Promise<Bookable[]> {
  const rows = await db.place.findMany({
    where: { hubId, kind, siteId: site.id, state: 'ACTIVE', seats: { gte: people } },
    select: { id: true },
    orderBy: { readingOrder: 'asc' },
    take: 200,
  });
  const places = await readBookables(
    db,
    hubId,
    rows.map(({ id }) => id),
  );
  return places.filter((place) => isFor(place, rule, actorClass, organisation.id));
}

async function anyFree(db: Handle, hubId: string, places: Bookable[], window: Window) {
  const units = places.flatMap(({ unitIds }) => unitIds);
  const rows = await db.$queryRaw<{ unitId: string }[]>(sql`
    select distinct c.unit_id as "unitId" from ${takenWithin(hubId, units, window)} c
    where c.held_until is null or c.held_until > ${dateOf(now())}`);
  const taken = new Set(rows.map(({ unitId }) => unitId));
  return places.some(({ claim, unitIds }) =>
    claim === 'ALL' ? !unitIds.some((id) => taken.has(id)) : !unitIds.every((id) => taken.has(id)),
  );
}

async function refuseTooMany(scope: Scope, db: Handle) {
  const waits = await db.waiting.count({
    where: {
      ...{ hubId: scope.hub.id, personId: scope.person.id, state: 'WAITING' },
      startsAt: { gt: dateOf(now()) },
    },
  });
  if (waits < mostWaits) return;
  throw new Refusal('hours.refusals.tooManyWaits', {}, null, { most: mostWaits });
}

/**
 * Leaves the line, or takes a colleague out of it, who is told. Whether it was one's own place.
 * @throws NotFound for another organisation's, or one that is over
 */
export async function leaveWaiting(scope: Scope, id: string): Promise<{ own: boolean }> {
  if (!isId(id)) throw new NotFound('waiting');
  return scope.write('booking:create', async (db, deed) => {
    const where = { hubId: scope.hub.id, organisationId: scope.organisation.id, id };
    const waiting = await db.waiting.findFirst({ where: { ...where, state: 'WAITING' } });
    const { count } = await db.waiting.updateMany({
      where: { ...where, state: 'WAITING' },
      data: { state: 'WITHDRAWN' },
    });
    if (!waiting || count === 0) throw new NotFound('waiting');
    deed.record('waitingLeft', 'waiting', id);
    const own = scope.isSelf(waiting.personId);
    if (!own) await tellRemoved(scope, db, deed, waiting);
    return { own };
  });
}

/** Stands in line again where one stood. @throws NotFound for anyone else's; Refusal when its time has come */
export async function rejoinWaiting(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('waiting');
  const work = scope.write('booking:create', async (db, deed) => {
    const mine = { hubId: scope.hub.id, organisationId: scope.organisation.id, id };
    const where = { ...mine, personId: scope.person.id, state: 'WITHDRAWN' as const };
    const waiting = await db.waiting.findFirst({ where });
    if (!waiting) throw new NotFound('waiting');
    if (waiting.startsAt <= dateOf(now())) throw new Refusal('workspace.refusals.past');
    await refuseTooMany(scope, db);
    await db.waiting.updateMany({ where, data: { state: 'WAITING' } });
    deed.record('waitingJoined', 'waiting', id);
  });
  await work.catch((error) => {
    throw refusedBy(error, 'waiting_once_idx') ? new Refusal('hours.refusals.waitsAlready') : error;
  });
}

type Removed = { personId: string; placeIds: string[]; startsAt: Date; endsAt: Date };

/** Tells a colleague, by mail and in the portal, that they no longer stand in line. */
async function tellRemoved(scope: Scope, db: Handle, deed: Deed, waiting: Removed) {
  const person = await findPerson(db, waiting.personId);
  const place = await db.place.findFirst({
    where: { hubId: scope.hub.id, id: { in: waiting.placeIds } },
    select: { name: true, site: { select: { zone: true } } },
  });
  if (!person || !place) return;
  const { name, site } = place;
  const path = `/${scope.hub.slug}/${scope.organisation.slug}/bookings`;
  deed.mail(
    removedLetter(scope, person, {
      ...{ place: name as Text, zone: site.zone, path },
      ...{ startsAt: waiting.startsAt, endsAt: waiting.endsAt },
    }),
  );
  const detail = { title: (name as Text).sv, organisation: scope.personName };
  await tell(scope, db, [person.id], { kind: 'waitingRemoved', detail, path });
}

export type Wait = {
  id: string;
  /** One of the places that would do, and how many others would. */
  place: Text;
  others: number;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  /** How many are before in the line. */
  before: number;
  person: string | null;
  /** Whether it is the reader's own place in the line. */
  own: boolean;
};

/** What the organisation waits for, the next first. */
export async function listWaiting(scope: Scope): Promise<Wait[]> {
  return scope.read('booking:list', (db) =>
    db.$queryRaw<Wait[]>(sql`
      select w.id, p.name as place, cardinality(w.place_ids) - 1 as others, s.zone, w.starts_at as "startsAt",
        w.ends_at as "endsAt", before_in_line(w.id) as before, who.name as person,
        w.person_id = ${scope.person.id}::uuid as own
      from waiting w
        join place p on p.hub_id = w.hub_id and p.id = w.place_ids[1]
        join site s on s.hub_id = w.hub_id and s.id = w.site_id
        left join person who on who.id = w.person_id
      where w.hub_id = ${scope.hub.id}::uuid and w.organisation_id = ${scope.organisation.id}::uuid
        and w.state = 'WAITING' and w.starts_at > ${dateOf(now())} order by w.starts_at, w.id limit 100`),
  );
}

/** Whether a hold was offered to who waited: it lasts as long as its kind says, and no longer. */
export async function isOffered(db: Handle, hubId: string, bookingId: string): Promise<boolean> {
  return (await db.waiting.count({ where: { hubId, bookingId } })) > 0;
}

/**
 * Offers whatever is free to who waits for it, and tells whoever has been offered something, at a release or
 * now: by mail and in the portal, once. For the job.
 */
export async function offerFree(scope: Scope): Promise<void> {
  await scope.write('system:work', async (db, deed) => {
    const hubId = scope.hub.id;
    await db.$queryRaw`select offer_to_waiting(${hubId}::uuid, null, ${dateOf(now())})`;
    const untold = await db.$queryRaw<{ id: string; bookingId: string }[]>`
      select id, booking_id as "bookingId" from waiting
      where hub_id = ${hubId}::uuid and state = 'OFFERED' and told_at is null
      order by created_at, id limit 100 for update skip locked`;
    if (untold.length === 0) throw new NoLongerDue();
    for (const { id, bookingId } of untold) {
      const toldAt = dateOf(now());
      await db.waiting.update({ where: { hubId_id: { hubId, id } }, data: { toldAt } });
      const booking = await keptBooking(scope, db, bookingId);
      const detail = asItStands(booking, booking.place);
      deed.record('waitingOffered', 'booking', bookingId, detail, concerning(booking.party));
      // Whoever found it by themselves has answered already.
      if (booking.status !== 'HELD' || !booking.heldUntil) continue;
      await tellHolder(scope, db, deed, booking, 'offered', clockWords(booking, booking.heldUntil));
    }
  });
}
