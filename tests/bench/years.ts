import { Temporal } from 'temporal-polyfill';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { upgrade } from '#lib/cli/database/upgrade.ts';
import { say, step } from '#lib/cli/terminal/progress.ts';
import { connect, disconnect } from '#lib/platform/db.ts';
import { enterOrganisation, type Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { listBookings } from '#lib/workspace/booking-reads.ts';
import { findGrid } from '#lib/workspace/grid.ts';
import { findFreePlaces } from '#lib/workspace/reads.ts';
import {
  fillPage,
  fillYears,
  type Size,
  sizeAsked,
  wholeSize,
  type Years,
} from '#tests/support/years.ts';
import { bareInserts } from './inserts.ts';
import { rate, type Times, timesOf } from './times.ts';

type World = { url: string; years: Years };
type Deed = (scope: Scope, years: Years & { url: string }, n: number) => Promise<unknown>;

const today = Temporal.Now.plainDateISO('Europe/Stockholm');
const inDays = (days: number) => today.add({ days }).toString();
const noon = { from: '09:00', to: '12:00' };

const reads: Record<string, Deed> = {
  'a search for a free place': (scope, { site }, n) =>
    findFreePlaces(scope, { date: inDays(1 + (n % 50)), ...noon, site }),
  'the day grid': (scope, { site }, n) =>
    findGrid(scope, { date: inDays(1 + (n % 50)), days: 1, site }),
  'our bookings': (scope) => listBookings(scope),
  'our bookings, past': (scope) => listBookings(scope, { past: true }),
};

/**
 * Prints what a search, the grid, one's bookings and booking cost beside the same in an empty year, in which
 * there is nothing but a page of one's own bookings, to come and past.
 */
export async function besideAnEmptyYear(address: (database: string) => string): Promise<void> {
  const size = sizeAsked(wholeSize);
  const empty = await made(address, 'navet_empty_year', { ...size, rows: 0 });
  const full = await made(address, 'navet_years', size);
  say(`\n${title}`);
  say(
    `  ${size.hubs} hubs, ${size.sites} sites, ${size.places} places, ${size.rows} rows of occupancy`,
  );
  say('                                 years, ms (p95)   empty, ms (p95)   ratio');
  const [inEmpty, inFull] = [await timesIn(empty), await timesIn(full)];
  for (const [name, ours] of Object.entries(inFull)) say(lineOf(name, ours, inEmpty[name]));
  await listRates(empty, full);
}

/** What `only=` is held against. */
export const title = 'Years of bookings, beside an empty year (aim 1.0)';

async function made(
  address: (database: string) => string,
  name: string,
  size: Size,
): Promise<World> {
  const url = address(name);
  return step(`Filling ${name} with ${size.rows} rows`, async () => {
    const server = await connectOne(address('postgres'));
    await server.query(`create database ${name}`);
    await server.end();
    await upgrade(url);
    const client = await connectOne(url);
    const years = await fillYears(client, size);
    if (size.rows === 0) await fillPage(client);
    await client.query('vacuum');
    await client.end();
    return { url, years };
  });
}

async function timesIn(world: World): Promise<Record<string, Times>> {
  return within(world, 1, async (scope) => {
    const times: Record<string, Times> = {};
    const deeds: Record<string, Deed> = { ...reads, 'a booking': book };
    for (const [name, deed] of Object.entries(deeds)) {
      times[name] = await timesOf((n) => deed(scope, { ...world.years, url: world.url }, n));
    }
    return times;
  });
}

/** How many have been booked in each world. */
const booked = new Map<string, number>();

/** Half an hour before anyone else comes, each time another. */
function book(scope: Scope, { rooms, url }: Years & { url: string }): Promise<unknown> {
  const n = booked.get(url) ?? 0;
  booked.set(url, n + 1);
  const half = Math.floor(n / rooms.length) % 6;
  const from = Temporal.PlainTime.from('06:00').add({ minutes: 30 * half });
  const day = 1 + Math.floor(n / rooms.length / 6);
  const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' });
  return bookPlace(scope, {
    ...{ placeId: String(rooms[n % rooms.length]), date: inDays(day) },
    ...{ from: clock(from), to: clock(from.add({ minutes: 30 })) },
    ...{ purpose: '', requestKey: crypto.randomUUID() },
  });
}

function lineOf(name: string, ours: Times, theirs: Times | undefined): string {
  const cell = ({ median, p95 }: Times) => `${median.toFixed(1)} (${p95.toFixed(1)})`.padStart(17);
  const ratio = theirs ? (ours.median / theirs.median).toFixed(2) : '';
  return `  ${name.padEnd(29)} ${cell(ours)} ${theirs ? cell(theirs) : ''} ${ratio.padStart(7)}`;
}

/** Bookings a second, whole, beside nothing but the row under the constraint. */
async function listRates(empty: World, full: World): Promise<void> {
  say(
    '\n  at once   bookings/s, years   bookings/s, empty year   bare inserts/s, years   share of bare',
  );
  for (const level of [1, 16]) {
    const inEmpty = await ratesIn(empty, level);
    const inFull = await ratesIn(full, level);
    const bare = await bareInserts(full.url, level);
    const cells = [
      String(level).padStart(7),
      inFull.toFixed(0).padStart(19),
      inEmpty.toFixed(0).padStart(24),
      bare.toFixed(0).padStart(23),
      (inFull / bare).toFixed(3).padStart(15),
    ];
    say(`  ${cells.join(' ')}`);
  }
}

async function ratesIn(world: World, level: number): Promise<number> {
  return within(world, level, (scope) =>
    rate(level, () => book(scope, { ...world.years, url: world.url })),
  );
}

async function within<T>(
  { url, years }: World,
  pool: number,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  process.env.DATABASE_URL = url;
  await connect(url, pool);
  const scope = await enterOrganisation(years.session, years.hub, years.organisation);
  try {
    return await work(scope);
  } finally {
    await disconnect();
  }
}
