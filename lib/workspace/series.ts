import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { quoteSeveral, type SumQuote } from '#lib/prices/quotes.ts';
import { type Bookable, readBookables } from './bookable.ts';
import { accountOf, makeBooking } from './booking.ts';
import { lineUp, shareSites } from './occupying.ts';
import { type Party, partyOf } from './parties.ts';
import { lineUpAccounts } from './quotas.ts';
import { datesOf, ruleOf } from './recurrence.ts';
import { isId } from './schema.ts';
import { type DayVerdict, verdictsOn } from './series-days.ts';
import type { SeriesInput } from './series-schema.ts';
import { tellSeries } from './telling-series.ts';
import { actorClassOf, type Rules, readRules } from './terms.ts';
import { minutesOf } from './times.ts';

export type SeriesPreview = {
  days: DayVerdict[];
  free: number;
  /** What the free days cost together at most; null where they are included. */
  price: SumQuote | null;
};
export type SeriesWish = Pick<SeriesInput, 'placeId' | 'from' | 'to' | 'recurrence'>;

/** Every day of a series, with what stands in its way. Reads only: the booking itself decides. */
export async function previewSeries(scope: Scope, wish: SeriesWish): Promise<SeriesPreview> {
  if (!isId(wish.placeId)) throw new NotFound('place');
  const dates = datesOf(wish.recurrence);
  return scope.read('place:find', async (db) => {
    const [place] = (await readBookables(db, scope.hub.id, [wish.placeId])) as [Bookable];
    const rules = await readRules(db, scope.hub.id);
    const days = await verdictsOn(db, scope, place, rules, dates, wish);
    const free = days.filter(({ refusal }) => refusal === null);
    return { days, free: free.length, price: await priceOf(db, scope, place, free) };
  });
}

async function priceOf(db: Handle, scope: Scope, place: Bookable, days: readonly DayVerdict[]) {
  const actor = await actorClassOf(db, scope.hub.id, scope.organisation.id);
  const { halfDayAt } = place.site;
  const times = days.map(({ slot: { date, from, to } }) => ({
    ...{ date, from: minutesOf(from), to: minutesOf(to), halfDayAt },
  }));
  return quoteSeveral(db, scope.hub.id, scope.organisation.id, actor, place, times);
}

/**
 * Books a place on every day of a series: all of them or none, or those that are free. One letter tells
 * of them all. The same form sent again gives the series it made.
 * @throws Refusal `seriesClash` with `{ days }`, or `seriesNothingFree`
 */
export async function bookSeries(scope: Scope, input: SeriesInput): Promise<{ id: string }> {
  if (!isId(input.placeId)) throw new NotFound('place');
  const dates = datesOf(input.recurrence);
  const known = await findBySeriesForm(scope, input.requestKey);
  if (known) return known;
  try {
    return await scope.write('booking:create', (db, deed) => book(scope, db, deed, input, dates));
  } catch (error) {
    // The form's own twin may have taken the days while this one stood in line.
    const twin = await findBySeriesForm(scope, input.requestKey);
    if (twin) return twin;
    if (refusedBy(error, 'no_two_in_one_unit')) throw new Refusal('workspace.refusals.seriesClash');
    throw error;
  }
}

async function book(scope: Scope, db: Handle, deed: Deed, input: SeriesInput, dates: string[]) {
  const hubId = scope.hub.id;
  await shareSites(db, hubId, [input.placeId]);
  const [place] = (await readBookables(db, hubId, [input.placeId])) as [Bookable];
  const rules = await readRules(db, hubId);
  const party = await partyOf(db, scope, input);
  await lineUpAccounts(db, hubId, accountOf(party));
  // Nobody takes or lets go of these units until this is done, so what is seen as free is free.
  await lineUp(db, place.unitIds);
  const days = await verdictsOn(db, scope, place, rules, dates, input);
  const chosen = chosenDays(days, input.policy);
  const { id } = await db.bookingSeries.create({
    data: {
      hubId,
      organisationId: party.organisation.id,
      madeById: scope.person.id,
      rule: ruleOf(input.recurrence),
    },
  });
  const ids = await makeAll(
    scope,
    db,
    deed,
    { ...input, seriesId: id },
    chosen,
    place,
    rules,
    party,
  );
  await tellSeries(scope, db, deed, ids, party, 'seriesBooked');
  return { id };
}

function chosenDays(days: readonly DayVerdict[], policy: SeriesInput['policy']): DayVerdict[] {
  const free = days.filter(({ refusal }) => refusal === null);
  if (policy === 'ALL' && free.length < days.length) {
    throw new Refusal('workspace.refusals.seriesClash', {}, { days });
  }
  if (free.length === 0) throw new Refusal('workspace.refusals.seriesNothingFree', {}, { days });
  return free;
}

async function makeAll(
  scope: Scope,
  db: Handle,
  deed: Deed,
  input: SeriesInput & { seriesId: string },
  days: readonly DayVerdict[],
  place: Bookable,
  rules: Rules,
  party: Party,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [n, { date, slot }] of days.entries()) {
    const wanted = {
      ...{ ...slot, purpose: input.purpose, people: input.people, way: 'book' as const },
      ...{ requestKey: n === 0 ? input.requestKey : crypto.randomUUID(), togetherId: null },
      ...{ series: { id: input.seriesId, date }, termsAccepted: input.termsAccepted ?? [] },
    };
    ids.push(await makeBooking(scope, db, deed, wanted, place, rules, party));
  }
  return ids;
}

async function findBySeriesForm(scope: Scope, requestKey: string): Promise<{ id: string } | null> {
  return scope.read('booking:create', async (db) => {
    const where = { hubId: scope.hub.id, bookedById: scope.person.id, requestKey };
    const earlier = await db.booking.findFirst({ where, select: { seriesId: true } });
    if (earlier && !earlier.seriesId) throw new Refusal('workspace.refusals.formUsed');
    return earlier?.seriesId ? { id: earlier.seriesId } : null;
  });
}
