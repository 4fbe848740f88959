import pg from 'pg';
import { databaseAccount } from '#lib/cli/database/account.ts';
import { startEmbedded } from '#lib/cli/database/embedded.ts';
import { say, step } from '#lib/cli/terminal/progress.ts';
import { writeSessionCookie } from '#lib/platform/session/cookie.ts';
import { removeFolder, startPortal, temporaryFolder } from '#tests/support/portal.ts';
import { type Bare, startBare } from './bare.ts';
import { type Figures, load, memoryOf, type Target } from './load.ts';

const secret = 'a secret for the bench and for nothing else';
const levels = [1, 16, 64];
const rows = 20;

/** Prints how quick the portal is beside bare Next.js, from one run; judges nothing. */
export async function bench(): Promise<void> {
  const home = temporaryFolder();
  const server = await step('Starting a database', () =>
    startEmbedded({ home, account: databaseAccount() }),
  );
  try {
    await measure({ DATABASE_URL: server.url('navet'), NAVET_SECRET: secret, NAVET_DATA: home });
  } finally {
    await server.stop();
    removeFolder(home);
  }
}

async function measure(settings: Record<string, string>): Promise<void> {
  const first = await timed('First start (build if needed, migrate, seed)', () =>
    startPortal(settings),
  );
  await first.value.stop();
  const { value: portal, ms } = await timed('Second start', () => startPortal(settings));
  const reader = await someoneWithBookings(settings.DATABASE_URL ?? '');
  const env = {
    DATABASE_URL: settings.DATABASE_URL ?? '',
    BENCH_ORGANISATION: reader.organisationId,
    BENCH_ROWS: String(rows),
  };
  const bareStatic = await step('Building a bare static app', () => startBare('static', env));
  const bareDynamic = await step('Building a bare dynamic app', () => startBare('dynamic', env));
  const web = () => memoryOf(portal.pid, 'lib/cli/web');
  const rest = { portal: web(), static: rss(bareStatic), dynamic: rss(bareDynamic) };
  await compare('Public: showroom list, beside a bare static page (aim 0.9)', [
    { name: 'portal', url: `${portal.url}/sv/ostersund/showroom` },
    { name: 'bare', url: bareStatic.url },
  ]);
  await compare('Signed in: our bookings, beside a bare dynamic page (aim 0.7)', [
    { name: 'portal', url: `${portal.url}${reader.path}`, headers: { cookie: reader.cookie } },
    { name: 'bare', url: bareDynamic.url },
  ]);
  say('\nMemory, MiB (rest → after load)');
  say(`  portal, web process  ${rest.portal} → ${web()}`);
  say(`  bare static          ${rest.static} → ${rss(bareStatic)}`);
  say(`  bare dynamic         ${rest.dynamic} → ${rss(bareDynamic)}`);
  say('\nStart, seconds');
  say(`  portal, first start  ${(first.ms / 1000).toFixed(1)}`);
  say(`  portal, second start ${(ms / 1000).toFixed(1)}`);
  say(`  bare static          ${(bareStatic.started / 1000).toFixed(1)}`);
  await Promise.all([portal.stop(), bareStatic.stop(), bareDynamic.stop()]);
}

const rss = (bare: Bare) => memoryOf(bare.pid, 'next');

async function timed<T>(name: string, work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const begun = performance.now();
  const value = await step(name, work);
  return { value, ms: performance.now() - begun };
}

async function compare(title: string, [portal, bare]: [Target, Target]): Promise<void> {
  say(`\n${title}`);
  say('  at once   portal req/s   bare req/s   ratio    p95 ms portal / bare   failed');
  for (const level of levels) {
    const ours = await load(portal, level);
    const theirs = await load(bare, level);
    say(lineOf(level, ours, theirs));
  }
}

function lineOf(level: number, ours: Figures, theirs: Figures): string {
  const cells = [
    String(level).padStart(7),
    ours.rps.toFixed(0).padStart(14),
    theirs.rps.toFixed(0).padStart(12),
    (ours.rps / theirs.rps).toFixed(2).padStart(7),
    `${ours.p95} / ${theirs.p95}`.padStart(26),
    String(ours.failed + theirs.failed).padStart(8),
  ];
  return `  ${cells.join(' ')}`;
}

/** A session of someone whose company has bookings, as its cookie, and the page that lists them. */
async function someoneWithBookings(url: string) {
  const client = new pg.Client(url);
  await client.connect();
  const found = await client.query(`
    select b.organisation_id as "organisationId", b.booked_by_id as person, h.slug as hub, o.slug
    from booking b join hub h on h.id = b.hub_id join organisation o on o.id = b.organisation_id
    where o.kind = 'COMPANY' and h.slug = 'ostersund'
    group by 1, 2, 3, 4 order by count(*) desc limit 1`);
  const { organisationId, person, hub, slug } = found.rows[0];
  const session = crypto.randomUUID();
  await client.query(
    `insert into session (id, person_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    [session, person],
  );
  await client.end();
  const cookie = `next-auth.session-token=${await writeSessionCookie(session, secret)}`;
  return { organisationId, cookie, path: `/sv/${hub}/${slug}/bookings?show=past` };
}
