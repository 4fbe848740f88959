import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { netOreOf, refuseUnagreed } from '#lib/prices/freezing.ts';
import { type Bookable, readBookables } from './bookable.ts';
import { cancel, lateFeesOf } from './cancelling.ts';
import { accountOfKept, move, refuseToChange } from './changing.ts';
import { type Kept, keptBooking } from './kept.ts';
import { lineUp, shareSites, vacate } from './occupying.ts';
import { lineUpAccounts } from './quotas.ts';
import type { ChangeInput, Reach, Slot } from './schema.ts';
import { verdictsOn } from './series-days.ts';
import { tellSeries } from './telling-series.ts';
import { readRules } from './terms.ts';

type Several = Exclude<Reach, 'ONE'>;

/**
 * Moves this day of a series and those after it, or all that are to come: each by as many days as this one,
 * to the same time of day and place. All or nothing. Those after become a series of their own; what is past
 * stays as it was.
 * @throws Refusal `seriesClash` with `{ days }`
 */
export async function changeSeries(
  scope: Scope,
  id: string,
  input: ChangeInput,
  reach: Several,
): Promise<void> {
  const work = scope.write('booking:change', async (db, deed) => {
    await shareSites(db, scope.hub.id, [input.placeId]);
    const first = await keptBooking(scope, db, id);
    refuseToChange(first, input.revision);
    const all = await daysToCome(scope, db, first, reach);
    const [place] = (await readBookables(db, scope.hub.id, [input.placeId])) as [Bookable];
    await lineUpAccounts(db, scope.hub.id, accountOfKept(first));
    await lineUp(
      db,
      [place, ...all.map((booking) => booking.place)].flatMap(({ unitIds }) => unitIds),
    );
    if (reach === 'FOLLOWING') await splitOff(scope, db, first, all);
    const ids = all.map((booking) => booking.id);
    const before = await netOreOf(db, scope.hub.id, ids);
    await moveAll(scope, db, deed, all, place, input, localDay(first));
    const more = (await netOreOf(db, scope.hub.id, ids)) - before;
    refuseUnagreed('change', more, input.agreedOre);
    await tellSeries(scope, db, deed, ids, first.party, 'seriesMoved');
  });
  await work.catch((error) => {
    throw refusedBy(error, 'no_two_in_one_unit')
      ? new Refusal('workspace.refusals.seriesClash')
      : error;
  });
}

async function moveAll(
  scope: Scope,
  db: Handle,
  deed: Deed,
  all: readonly Kept[],
  place: Bookable,
  input: ChangeInput,
  from: Temporal.PlainDate,
) {
  const rules = await readRules(db, scope.hub.id);
  const by = from.until(Temporal.PlainDate.from(input.date));
  const each = all.map((booking) => {
    const to = { ...input, date: localDay(booking).add(by).toString() };
    return { booking, to, stays: standsAt(booking, place, to) };
  });
  const moving = each.filter(({ stays }) => !stays);
  // Their own old places are no obstacle to where they go.
  for (const { booking } of moving) await vacate(db, scope.hub.id, booking.id, 'MOVED');
  const dates = moving.map(({ to }) => to.date);
  const days = dates.length > 0 ? await verdictsOn(db, scope, place, rules, dates, input) : [];
  if (days.some(({ refusal }) => refusal)) {
    throw new Refusal('workspace.refusals.seriesClash', {}, { days });
  }
  for (const { booking, to } of each) {
    await move(scope, db, deed, booking, place, rules[place.kind], to);
  }
}

function standsAt({ startsAt, endsAt, placeId }: Kept, place: Bookable, to: Slot): boolean {
  const at = (date: Date) => instantOf(date).toZonedDateTimeISO(place.site.zone).toPlainDateTime();
  const sameTime =
    at(startsAt).equals(`${to.date}T${to.from}`) && at(endsAt).equals(`${to.date}T${to.to}`);
  return placeId === place.id && sameTime;
}

/**
 * Cancels this day of a series and those after it, or all that are to come. One letter tells of them. How many
 * were cancelled, and how many of those that were meant had begun and stand.
 * @throws Refusal for the house without a reason
 */
export async function cancelSeries(
  scope: Scope,
  id: string,
  reach: Several,
  reason: string,
  agreedOre?: number,
): Promise<{ cancelled: number; left: number }> {
  return scope.write('booking:cancel', async (db, deed) => {
    const first = await keptBooking(scope, db, id);
    if (first.party.house && reason === '') {
      const code = 'workspace.refusals.sayWhy';
      throw new Refusal(code, { reason: code });
    }
    const all = await daysToCome(scope, db, first, reach);
    refuseUnagreed('fee', await lateFeesOf(db, scope.hub.id, all), agreedOre);
    for (const booking of all) await cancel(scope, db, deed, booking, reason, true);
    const ids = all.map((booking) => booking.id);
    await tellSeries(scope, db, deed, ids, first.party, 'manyCancelled');
    return { cancelled: all.length, left: await begunOf(scope, db, first, reach) };
  });
}

/** How many days within reach had begun already: they stay as they were. */
async function begunOf(scope: Scope, db: Handle, first: Kept, reach: Several): Promise<number> {
  return db.booking.count({
    where: {
      ...{ hubId: scope.hub.id, seriesId: first.seriesId, startsAt: { lte: dateOf(now()) } },
      status: { in: ['PENDING', 'CONFIRMED', 'CHECKED_IN'] },
      ...(reach === 'FOLLOWING' && { originalDate: { gte: first.originalDate as Date } }),
    },
  });
}

async function daysToCome(scope: Scope, db: Handle, first: Kept, reach: Several): Promise<Kept[]> {
  const { seriesId, originalDate } = first;
  if (!seriesId || !originalDate) throw new NotFound('series');
  const rows = await db.booking.findMany({
    where: {
      ...{ hubId: scope.hub.id, seriesId, status: { in: ['PENDING', 'CONFIRMED'] } },
      startsAt: { gt: dateOf(now()) },
      ...(reach === 'FOLLOWING' && { originalDate: { gte: originalDate } }),
    },
    orderBy: { startsAt: 'asc' },
    select: { id: true },
  });
  const all: Kept[] = [];
  for (const { id } of rows) all.push(await keptBooking(scope, db, id));
  if (all.length === 0) throw new Refusal('workspace.refusals.hasStarted');
  return all;
}

async function splitOff(scope: Scope, db: Handle, first: Kept, all: readonly Kept[]) {
  const hubId = scope.hub.id;
  const old = await db.bookingSeries.findFirstOrThrow({
    where: { hubId, id: first.seriesId as string },
  });
  const { id: seriesId } = await db.bookingSeries.create({
    data: { hubId, organisationId: old.organisationId, madeById: scope.person.id, rule: old.rule },
  });
  const where = { hubId, id: { in: all.map(({ id }) => id) } };
  await db.booking.updateMany({ where, data: { seriesId } });
}

function localDay({ startsAt, place }: Kept): Temporal.PlainDate {
  return instantOf(startsAt).toZonedDateTimeISO(place.site.zone).toPlainDate();
}
