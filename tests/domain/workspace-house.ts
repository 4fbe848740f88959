import { Temporal } from 'temporal-polyfill';
import type { Handle } from '#lib/platform/db.ts';
import { holidayKeys } from '#lib/workspace/holidays.ts';
import type { BookingInput, PlaceKind } from '#lib/workspace/schema.ts';
import { usualRules } from '#lib/workspace/terms.ts';
import type { World } from '#tests/support/world.ts';

/** A Monday morning from which the clock change of 28 March 2027 can be booked. */
export const mondayMorning = Temporal.Instant.from('2027-03-01T08:05:00Z');

type Kept = { key: string; kind: PlaceKind; seats?: number; units?: readonly string[] };

const places: readonly Kept[] = [
  { key: 'desk-1', kind: 'HOT_DESK' },
  { key: 'desk-2', kind: 'HOT_DESK' },
  { key: 'desk-3', kind: 'HOT_DESK' },
  { key: 'fixed-1', kind: 'FIXED_DESK' },
  { key: 'office', kind: 'OFFICE', seats: 2, units: ['in-1', 'in-2'] },
  { key: 'in-1', kind: 'FIXED_DESK' },
  { key: 'in-2', kind: 'FIXED_DESK' },
  { key: 'room', kind: 'MEETING_ROOM', seats: 8 },
];

export type House = { place: (key: string) => string; unit: (key: string) => string };

const text = (word: string) => ({ sv: word, nb: word, en: word });

/** A house with desks, an office of two desks and a room; open on weekdays 07–19 unless said. */
export async function makeHouse(
  world: World,
  {
    hub = 'nord' as 'nord' | 'innland',
    slug = 'huset',
    day = [7 * 60, 19 * 60],
    days = 5,
    /** Closed on public holidays; one of the tests' days is Easter Sunday. */
    holidays = false,
    /** Every kind by the quarter; otherwise as the product's own rules say. */
    byTheQuarter = true,
  } = {},
): Promise<House> {
  const ids = new Map<string, string>();
  const id = (name: string) => {
    const known = ids.get(name) ?? crypto.randomUUID();
    ids.set(name, known);
    return known;
  };
  const hubId = world.hub(hub);
  await world.asSystem(async (db) => {
    const siteId = id('site');
    const zone = hub === 'nord' ? 'Europe/Stockholm' : 'Europe/Oslo';
    const site = { hubId, id: siteId, slug, name: text('Huset'), zone, address: 'Gatan 1' };
    await db.site.create({ data: site });
    const floor = { hubId, id: id('floor'), siteId, level: 0, name: text('Våning 1') };
    await db.floor.create({ data: floor });
    const [opens = 0, closes = 0] = day;
    const weekdays = Array.from({ length: days }, (_, n) => n + 1);
    await db.openingHours.createMany({
      data: weekdays.map((weekday) => ({ hubId, siteId, weekday, opens, closes })),
    });
    if (!holidays) {
      await db.holidayChoice.createMany({
        data: holidayKeys.map((holiday) => ({ hubId, siteId, holiday, open: true })),
      });
    }
    await makePlaces(db, hubId, id);
    if (byTheQuarter) await allByTheQuarter(db, hubId);
  });
  return { place: (key) => id(`place ${key}`), unit: (key) => id(`unit ${key}`) };
}

async function allByTheQuarter(db: Handle, hubId: string) {
  const rule = { ...usualRules.MEETING_ROOM, maxMinutes: 24 * 60 };
  const data = { ...rule, approvalFor: [...rule.approvalFor], bookableBy: [...rule.bookableBy] };
  const kinds = Object.keys(usualRules) as PlaceKind[];
  await db.bookingRule.createMany({
    data: kinds.map((kind) => ({ ...data, hubId, kind })),
    skipDuplicates: true,
  });
}

async function makePlaces(db: Handle, hubId: string, id: (name: string) => string) {
  const [siteId, floorId] = [id('site'), id('floor')];
  await db.place.createMany({
    data: places.map(({ key, kind, seats = 1 }, n) => ({
      ...{
        hubId,
        siteId,
        floorId,
        id: id(`place ${key}`),
        kind,
        code: key,
        name: text(key),
        seats,
      },
      readingOrder: n,
    })),
  });
  const single = places.filter(({ units }) => units === undefined);
  await db.unit.createMany({
    data: single.map(({ key }) => ({ hubId, siteId, id: id(`unit ${key}`), code: key })),
  });
  await db.placeUnit.createMany({
    data: places.flatMap(({ key, units = [key] }) =>
      units.map((unit) => ({ hubId, placeId: id(`place ${key}`), unitId: id(`unit ${unit}`) })),
    ),
  });
}

/** What the form sends, on the Tuesday after `mondayMorning` unless said otherwise. */
export function wishFor(placeId: string, own: Partial<BookingInput> = {}): BookingInput {
  return {
    placeId,
    date: '2027-03-02',
    from: '09:00',
    to: '12:00',
    purpose: '',
    requestKey: crypto.randomUUID(),
    ...own,
  };
}

/** Live rows of one unit that overlap each other: there must never be any. */
export async function overlappingPairs(world: World): Promise<number> {
  const rows = await world.asSystem(
    (db) => db.$queryRaw<{ pairs: bigint }[]>`
      select count(*) as pairs from occupancy a join occupancy b
        on a.hub_id = b.hub_id and a.unit_id = b.unit_id and a.id < b.id
        and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
      where a.released_at is null and b.released_at is null`,
  );
  return Number(rows[0]?.pairs);
}
