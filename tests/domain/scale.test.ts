import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { connect, disconnect } from '#lib/platform/db.ts';
import { enterOrganisation, type Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { listBookings } from '#lib/workspace/booking-reads.ts';
import { findGrid } from '#lib/workspace/grid.ts';
import { findFreePlaces } from '#lib/workspace/reads.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { hearPlans, type Look, telling } from '#tests/support/plans.ts';
import { fillYears, sizeAsked, smallSize, type Years, youngSize } from '#tests/support/years.ts';

// All two million with NAVET_SCALE=whole; else a tenth, which a planner that may would read whole, too.
const size = sizeAsked(smallSize);
const grows = ['occupancy', 'booking'];
const date = Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 7 }).toString();

type Deed = (scope: Scope, years: Years, n: number) => Promise<unknown>;
const deeds: Record<string, Deed> = {
  'a search for a free place': (scope, { site }) =>
    findFreePlaces(scope, { date, from: '09:00', to: '12:00', site }),
  'the day grid': (scope, { site }) => findGrid(scope, { date, days: 1, site }),
  'our bookings': (scope) => listBookings(scope),
  'our bookings of the past': (scope) => listBookings(scope, { past: true }),
  'a booking': (scope, { rooms }, n) =>
    bookPlace(scope, {
      ...{ placeId: String(rooms[n % rooms.length]), date, from: '06:00', to: '07:00' },
      ...{ purpose: '', requestKey: crypto.randomUUID() },
    }),
};
const worlds: Record<'young' | 'old', { fresh: FreshDatabase; years: Years }> = {} as never;

beforeAll(async () => {
  for (const [name, of] of [
    ['young', youngSize],
    ['old', size],
  ] as const) {
    const fresh = await freshDatabase();
    const client = await connectOne(fresh.url);
    worlds[name] = { fresh, years: await fillYears(client, of) };
    await client.end();
  }
}, 600_000);
afterAll(async () => {
  await disconnect();
  for (const { fresh } of Object.values(worlds)) await fresh.close();
});

let n = 0;

/** How each statement of a deed looked into what grows, under the wall's role. */
async function looksOf(name: string, world: 'young' | 'old', plans: 'generic' | 'custom') {
  const { fresh, years } = worlds[world];
  await connect(telling(fresh.url, `force_${plans}_plan`), 2);
  const scope = await enterOrganisation(years.session, years.hub, years.organisation);
  const heard = hearPlans();
  try {
    n += 1;
    await deeds[name]?.(scope, years, n);
    expect(heard.looks.length, 'plans were heard').toBeGreaterThan(3);
    return heard.looks.filter(({ table }) => grows.includes(table));
  } finally {
    heard.stop();
    await disconnect();
  }
}

const rowsOf = (looks: Look[]) => looks.reduce((sum, { rows }) => sum + rows, 0);

describe.each(['generic', 'custom'] as const)('With years behind it, by a %s plan', (plans) => {
  it.each(Object.keys(deeds))(
    '%s reads what it needs by index, and no more than in a young house',
    async (name) => {
      const old = await looksOf(name, 'old', plans);
      expect(old.filter(({ how }) => how === 'Seq Scan')).toEqual([]);
      const young = await looksOf(name, 'young', plans);
      const most = Math.max(...old.map(({ rows }) => rows), 0);
      const worst = old.find(({ rows }) => rows === most);
      expect(rowsOf(old), JSON.stringify(worst)).toBeLessThanOrEqual(rowsOf(young) * 2 + 50);
    },
  );
});
