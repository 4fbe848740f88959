import { dateOf, now, today } from '#lib/platform/clock.ts';
import { disconnect, type Handle } from '#lib/platform/db.ts';
import { settings } from '#lib/platform/env.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { sumUpEverywhere } from '#lib/reports/summing.ts';
import { demoHubs } from '#prisma/seed/hubs.ts';
import { demoOrganisations } from '#prisma/seed/organisations.ts';
import { demoPeople } from '#prisma/seed/people.ts';
import { actAsDemoPeople } from './seed/deeds.ts';
import { loadHouseRules } from './seed/house-rules.ts';
import { loadHouseTerms } from './seed/house-terms.ts';
import { knowId } from './seed/ids.ts';
import { loadInnovation, loadNeedsSaidAtDemos } from './seed/innovation.ts';
import { loadLeases } from './seed/leases.ts';
import { loadPrices } from './seed/money.ts';
import { loadApplications, loadHubs, loadOrganisations, loadPeople } from './seed/organisations.ts';
import { loadReference } from './seed/reference.ts';
import { loadShowroom } from './seed/showroom.ts';
import { loadBookings, loadHouses } from './seed/workspace.ts';

// Brings the official tables up to date in every mode, and in demo mode the demo world; quick when
// both are there. A database that was set up for production never becomes a demo, nor the reverse.
const { mode } = settings();
const scope = await enterSystem(null, 'seed');

async function load(say: string, work: (db: Handle) => Promise<void>): Promise<void> {
  process.stdout.write(`${say}\n`);
  await scope.write('system:work', async (db, deed) => {
    await work(db);
    deed.record('seedLoaded', 'installation', crypto.randomUUID());
  });
}

async function claim(): Promise<boolean> {
  return scope.write('system:work', async (db, deed) => {
    deed.record('modeChecked', 'installation', crypto.randomUUID());
    await db.installation.createMany({ data: [{ id: 1, mode }], skipDuplicates: true });
    const row = await db.installation.findUniqueOrThrow({ where: { id: 1 } });
    if (row.mode !== mode) {
      throw new Error(`This database was set up in ${row.mode} mode; NAVET_MODE says ${mode}.`);
    }
    return row.demoLoadedAt !== null;
  });
}

async function loadDemoWorld(): Promise<void> {
  await load('  hubs, organisations and people', async (db) => {
    await loadOrganisations(db);
    await loadHubs(db);
    await loadPeople(db);
    await loadApplications(db);
  });
  await load('  houses and floor plans', loadHouses);
  await load('  needs, proposals and projects', loadInnovation);
  await load('  showrooms', loadShowroom);
  await load('  needs said at demos', loadNeedsSaidAtDemos);
  await load('  leases', (db) => loadLeases(db, today('Europe/Stockholm')));
  await load('  prices', (db) => loadPrices(db, today('Europe/Stockholm')));
  await load('  terms', (db) => loadHouseTerms(db, today('Europe/Stockholm')));
  await load('  bookings', (db) => loadBookings(db, today('Europe/Stockholm')));
  await load('  hours, closures and rules', (db) => loadHouseRules(db, today('Europe/Stockholm')));
  await load('  done', async (db) => {
    await db.installation.update({ where: { id: 1 }, data: { demoLoadedAt: dateOf(now()) } });
  });
  process.stdout.write('  how the houses were used\n');
  await sumUpEverywhere();
  process.stdout.write('  what the people there did last\n');
  await actAsDemoPeople(scope);
}

/** A demo that has stood for weeks gets bookings around the new day. */
async function freshenBookings(): Promise<void> {
  const ahead = await scope.read('system:work', (db) =>
    db.booking.count({ where: { startsAt: { gt: dateOf(now()) } } }),
  );
  if (ahead > 0) return;
  await load('  bookings around today', async (db) => {
    await learnIds(db);
    const day = today('Europe/Stockholm');
    // What is behind stands as it was.
    await loadBookings(db, day, day.add({ days: 1 }));
  });
}

async function learnIds(db: Handle): Promise<void> {
  const slugs = demoHubs.map((hub) => hub.slug as string);
  const hubs = await db.hub.findMany({ where: { slug: { in: slugs } } });
  for (const hub of hubs) knowId('hub', hub.slug, hub.id);
  const names = demoOrganisations.map((each) => each.slug);
  const organisations = await db.organisation.findMany({ where: { slug: { in: names } } });
  for (const each of organisations) knowId('organisation', each.slug, each.id);
  const people = await db.person.findMany({
    where: { email: { in: demoPeople.map((p) => p.email) } },
  });
  const keys = new Map(demoPeople.map((person) => [person.email, person.key]));
  for (const person of people) knowId('person', keys.get(person.email) ?? '', person.id);
  const places = await db.place.findMany({ select: { id: true, code: true, hubId: true } });
  const hubSlugs = new Map(hubs.map((hub) => [hub.id, hub.slug]));
  for (const place of places)
    knowId('place', `${hubSlugs.get(place.hubId)}/${place.code}`, place.id);
}

try {
  const loaded = await claim();
  await load('  official tables', loadReference);
  if (mode === 'demo' && !loaded) await loadDemoWorld();
  if (mode === 'demo' && loaded) await freshenBookings();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await disconnect();
}
