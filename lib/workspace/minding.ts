import { dateOf, now } from '#lib/platform/clock.ts';
import { type Handle, type Sql, sql } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { logFault } from '#lib/platform/log.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { asItStands } from './facts.ts';
import { type Kept, keptBooking } from './kept.ts';
import { clockWords } from './minding-words.ts';
import { lineUp, vacate } from './occupying.ts';
import { NoLongerDue, unlessDone } from './once.ts';
import { concerning } from './parties.ts';
import { tellHolder } from './telling.ts';
import { offerFree } from './waiting.ts';

/** What falls due without anyone's doing. Each is one booking's, in a transaction of its own. */
type Chore = {
  /** Over b (booking), p (place), s (site), r (the kind's rule, or nothing). */
  due: (at: Date) => Sql;
  do: (scope: Scope, db: Handle, deed: Deed, booking: Kept) => Promise<void>;
};

// The day before at nine, as the clock of the house then shows; not of what was booked after that.
const remindAt = sql`(date_trunc('day', b.starts_at at time zone s.zone) - interval '15 hours') at time zone s.zone`;
// Whoever booked a time that had begun already gets as long to come.
const closes = sql`greatest(b.starts_at, b.created_at) + make_interval(mins => r.check_in_grace)`;

/** Longer than any booking; what a stop of days has left undone is done, and years are not read. */
const lately = (at: Date) => sql`b.starts_at > ${at}::timestamptz - interval '40 days'`;

const chores: readonly Chore[] = [
  {
    due: (at) => sql`b.status = 'HELD' and b.held_until <= ${at}`,
    do: letGoHold,
  },
  {
    due: (at) => sql`b.status = 'CONFIRMED' and b.reminded_at is null and b.starts_at > ${at}
      and b.starts_at < ${at}::timestamptz + interval '50 hours' and ${remindAt} <= ${at} and b.created_at < ${remindAt}`,
    do: remind,
  },
  {
    due: (
      at,
    ) => sql`b.status = 'CONFIRMED' and b.warned_at is null and r.check_in and b.starts_at <= ${at}
      and ${lately(at)} and ${closes} > ${at} and b.ends_at > ${at}`,
    do: warn,
  },
  {
    due: (at) =>
      sql`b.status = 'CONFIRMED' and r.check_in and ${closes} <= ${at} and ${lately(at)}`,
    do: letGoMissed,
  },
  {
    // Its last day comes within two weeks, and there was a day before that one.
    due: (at) => sql`b.series_id is not null and b.status = 'CONFIRMED' and b.starts_at > ${at}
      and b.starts_at < ${at}::timestamptz + interval '14 days'
      and exists (select from booking_series e where e.hub_id = b.hub_id and e.id = b.series_id and e.end_told_at is null)
      and exists (select from booking d where d.hub_id = b.hub_id and d.series_id = b.series_id and d.starts_at < ${at})
      and not exists (select from booking d where d.hub_id = b.hub_id and d.series_id = b.series_id
        and d.status in ('PENDING', 'CONFIRMED') and d.starts_at > b.starts_at)`,
    do: tellSeriesEnds,
  },
];

/**
 * Looks after every hub's house: lets go holds that have run out, reminds, lets go what nobody came to, and
 * offers what is free to who waits. Run every minute; running twice, or after a stop, does each thing once.
 */
export async function mindHouses(): Promise<void> {
  const system = await enterSystem(null, 'house');
  const hubs = await system.read('system:work', (db) =>
    db.hub.findMany({ select: { slug: true } }),
  );
  for (const { slug } of hubs) {
    try {
      await mindHouse(await enterSystem(slug, 'house'));
    } catch (error) {
      // One hub's trouble is not the others'.
      logFault(error, 'house');
    }
  }
}

async function mindHouse(scope: Scope): Promise<void> {
  for (const chore of chores) {
    for (const id of await dueNow(scope, chore)) await unlessDone(doOnce(scope, chore, id));
  }
  await unlessDone(offerFree(scope));
}

async function dueNow(scope: Scope, { due }: Chore): Promise<string[]> {
  return scope.read('system:work', (db) => findDue(db, scope.hub.id, due(dateOf(now()))));
}

async function findDue(db: Handle, hubId: string, which: Sql): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(sql`
    select b.id from booking b
      join place p on p.hub_id = b.hub_id and p.id = b.place_id
      join site s on s.hub_id = p.hub_id and s.id = p.site_id
      left join booking_rule r on r.hub_id = p.hub_id and r.kind = p.kind
    where b.hub_id = ${hubId}::uuid and ${which} order by b.starts_at, b.id limit 500`);
  return rows.map(({ id }) => id);
}

async function doOnce(scope: Scope, chore: Chore, id: string): Promise<void> {
  await scope.write('system:work', async (db, deed) => {
    const units = await db.occupancy.findMany({
      where: { hubId: scope.hub.id, bookingId: id, releasedAt: null },
      select: { unitId: true },
    });
    await lineUp(
      db,
      units.map(({ unitId }) => unitId),
    );
    const booking = await keptBooking(scope, db, id);
    const still = sql`b.id = ${id}::uuid and ${chore.due(dateOf(now()))}`;
    if ((await findDue(db, scope.hub.id, still)).length === 0) throw new NoLongerDue();
    await chore.do(scope, db, deed, booking);
  });
}

async function letGoHold(scope: Scope, db: Handle, deed: Deed, booking: Kept) {
  const { id, party } = booking;
  await db.booking.update({ where: key(scope, id), data: { status: 'EXPIRED' } });
  await vacate(db, scope.hub.id, id, 'EXPIRED');
  deed.record('holdExpired', 'booking', id, asItStands(booking, booking.place), concerning(party));
}

async function remind(scope: Scope, db: Handle, deed: Deed, booking: Kept) {
  const data = { remindedAt: dateOf(now()) };
  await db.booking.update({ where: key(scope, booking.id), data });
  deed.record(
    'bookingReminded',
    'booking',
    booking.id,
    asItStands(booking, booking.place),
    concerning(booking.party),
  );
  await tellHolder(scope, db, deed, booking, 'reminder');
}

async function tellSeriesEnds(scope: Scope, db: Handle, deed: Deed, booking: Kept) {
  const id = booking.seriesId as string;
  const where = { hubId_id: { hubId: scope.hub.id, id } };
  await db.bookingSeries.update({ where, data: { endToldAt: dateOf(now()) } });
  deed.record(
    'seriesEndTold',
    'booking',
    booking.id,
    asItStands(booking, booking.place),
    concerning(booking.party),
  );
  await tellHolder(scope, db, deed, booking, 'seriesEnds');
}

async function warn(scope: Scope, db: Handle, deed: Deed, booking: Kept) {
  const data = { warnedAt: dateOf(now()) };
  await db.booking.update({ where: key(scope, booking.id), data });
  deed.record(
    'bookingWarned',
    'booking',
    booking.id,
    asItStands(booking, booking.place),
    concerning(booking.party),
  );
  const from = Math.max(booking.startsAt.getTime(), booking.createdAt.getTime());
  const until = new Date(from + booking.rule.checkInGrace * 60_000);
  await tellHolder(scope, db, deed, booking, 'checkInNow', clockWords(booking, until));
}

async function letGoMissed(scope: Scope, db: Handle, deed: Deed, booking: Kept) {
  const { id } = booking;
  const hubId = scope.hub.id;
  const { revision } = await db.booking.update({
    where: key(scope, id),
    data: { status: 'NO_SHOW', revision: { increment: 1 } },
    select: { revision: true },
  });
  await vacate(db, hubId, id, 'NO_SHOW');
  await db.bookingRemark.create({
    data: { hubId, bookingId: id, kind: 'NO_SHOW', text: '', at: dateOf(now()) },
  });
  deed.record(
    'bookingMissed',
    'booking',
    id,
    asItStands(booking, booking.place),
    concerning(booking.party),
  );
  await tellHolder(scope, db, deed, { ...booking, revision, status: 'NO_SHOW' }, 'missed');
}

const key = (scope: Scope, id: string) => ({ hubId_id: { hubId: scope.hub.id, id } });
