import pg from 'pg';
import { databaseAccount } from '#lib/cli/database/account.ts';
import { startEmbedded } from '#lib/cli/database/embedded.ts';
import { say, step } from '#lib/cli/terminal/progress.ts';
import { writeSessionCookie } from '#lib/platform/session/cookie.ts';
import { removeFolder, startPortal, temporaryFolder } from '#tests/support/portal.ts';
import { type Bare, startBare, startPlain } from './bare.ts';
import { type Figures, load, memoryOf, type Target } from './load.ts';
import { budgets, weigh } from './weights.ts';

const secret = 'a secret for the bench and for nothing else';
const levels = [1, 16, 64];
const rows = 20;
const words = ['trygg', 'natt', 'medicin', 'larm', 'hemma', 'distans', 'video', 'sensor'];
let asked = 0;
/** Something nobody has asked before. */
const fresh = () => {
  asked += 1;
  return `?q=${words[asked % words.length]}+${asked}`;
};
const rss = (bare: Bare) => memoryOf(bare.pid, 'next');

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
  const { url: database = '' } = { url: settings.DATABASE_URL };
  const reader = await someoneWithBookings(database);
  const env = {
    DATABASE_URL: database,
    BENCH_ORGANISATION: reader.organisationId,
    BENCH_ROWS: String(rows),
  };
  const bare = await step('Building a bare Next app', () => startBare('dynamic', env));
  const web = () => memoryOf(portal.pid, 'lib/cli/web');
  const rest = { portal: web(), bare: rss(bare) };
  const list = `${portal.url}/sv/ostersund/showroom`;
  const bareStatic = await step('Building a bare static Next app', () => startBare('static', env));
  await compare('Public list, beside a bare static Next page (aim 0.9)', [
    { name: 'portal', url: list },
    { name: 'bare', url: bareStatic.url },
  ]);
  const staticMemory = rss(bareStatic);
  await bareStatic.stop();
  await besidePlain('Public list', list);
  await besidePlain('Public detail', `${portal.url}/sv/ostersund/organisations/lasvarg`);
  await compare(
    'Search with facets, a few words, beside a bare Next page with the same SQL (aim 1.0)',
    [
      { name: 'portal', url: list, paths: words.map((word) => `?q=${word}`) },
      { name: 'bare', url: `${bare.url}search`, paths: words.map((word) => `?q=${word}`) },
    ],
  );
  await compare('Search with facets, every word once, beside the same', [
    { name: 'portal', url: list, paths: fresh },
    { name: 'bare', url: `${bare.url}search`, paths: fresh },
  ]);
  await compare('Signed in: our bookings, beside a bare Next page in one process (aim 1.0)', [
    { name: 'portal', url: `${portal.url}${reader.path}`, headers: { cookie: reader.cookie } },
    { name: 'bare', url: bare.url },
  ]);
  await compare('Signed in: the same, every look the first', [
    {
      name: 'portal',
      url: `${portal.url}${reader.path}`,
      headers: { cookie: reader.cookie },
      paths: () => `${fresh()}&show=past`,
    },
    { name: 'bare', url: bare.url },
  ]);
  for (const peer of peers()) await alone(peer);
  await listWeights(portal.url, database);
  say('\nMemory, MiB (rest → after load)');
  say(`  portal, web process  ${rest.portal} → ${web()}`);
  say(`  bare Next            ${rest.bare} → ${rss(bare)}`);
  say(`  bare static Next     → ${staticMemory}`);
  say('\nStart, seconds');
  say(`  portal, first start  ${(first.ms / 1000).toFixed(1)}`);
  say(`  portal, second start ${(ms / 1000).toFixed(1)}`);
  say(`  bare Next            ${(bare.started / 1000).toFixed(1)}`);
  await Promise.all([portal.stop(), bare.stop()]);
}

async function besidePlain(name: string, url: string): Promise<void> {
  const plain = await startPlain(url);
  await compare(`${name}, beside a bare Node server with the same bytes (aim 0.9)`, [
    { name: 'portal', url },
    { name: 'bare', url: plain.url },
  ]);
  await plain.stop();
}

/** Other products' pages, given as `npm run bench -- name=address`. */
function peers(): Target[] {
  return process.argv.slice(2).flatMap((given) => {
    const [name = '', ...address] = given.split('=');
    return address.length > 0 && name !== 'only' ? [{ name, url: address.join('=') }] : [];
  });
}

async function alone(target: Target): Promise<void> {
  say(`\n${target.name}, ${target.url}`);
  for (const level of levels) {
    const { rps, p95, p99, failed } = await load(target, level);
    say(
      `  ${level} at once: ${rps.toFixed(0)} req/s, p95 ${p95} ms, p99 ${p99} ms, ${failed} failed`,
    );
  }
}

/** Bytes on the way to a reader, beside the budget of the page's kind. */
async function listWeights(url: string, database: string): Promise<void> {
  say('\nWeight, kB (budget)          document      data in it       script');
  for (const [kind, { path, ...budget }] of Object.entries(budgets)) {
    const cookie = await cookieOf(database, kind);
    const weight = await weigh(`${url}${path}`, cookie);
    const cell = (what: keyof typeof weight) =>
      `${weight[what]} (${budget[what]})${weight[what] > budget[what] ? ' !' : ''}`.padStart(15);
    say(`  ${kind.padEnd(20)} ${cell('page')} ${cell('data')} ${cell('script')}`);
  }
}

async function timed<T>(name: string, work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const begun = performance.now();
  const value = await step(name, work);
  return { value, ms: performance.now() - begun };
}

/** `npm run bench -- only=Signed` measures what is titled so. */
const only = process.argv.find((given) => given.startsWith('only='))?.slice(5) ?? '';

async function compare(title: string, [portal, bare]: [Target, Target]): Promise<void> {
  if (!title.includes(only)) return;
  say(`\n${title}`);
  say(
    '  at once   portal req/s   bare req/s   ratio    p95 ms portal / bare   p99 ms portal / bare   failed',
  );
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
    `${ours.p99} / ${theirs.p99}`.padStart(22),
    String(ours.failed + theirs.failed).padStart(8),
  ];
  return `  ${cells.join(' ')}`;
}

/** A session of someone whose company has bookings, as its cookie, and the page that lists them. */
async function someoneWithBookings(url: string) {
  const found = await oneRow(
    url,
    `
    select b.organisation_id as "organisationId", b.booked_by_id as person, h.slug as hub, o.slug
    from booking b join hub h on h.id = b.hub_id join organisation o on o.id = b.organisation_id
    where o.kind = 'COMPANY' and h.slug = 'ostersund'
    group by 1, 2, 3, 4 order by count(*) desc limit 1`,
  );
  const { organisationId = '', person = '', hub, slug } = found;
  const cookie = await sessionOf(url, person);
  return { organisationId, cookie, path: `/sv/${hub}/${slug}/bookings?show=past` };
}

const readers: Record<string, string> = {
  'signed-in list': 'emil.%',
  form: 'maja.lindstrand@%',
  'house list': 'anders.sundvall@%',
};

/** A session of whoever may read this kind of page; none for a visitor's. */
async function cookieOf(url: string, kind: string): Promise<string> {
  const email = readers[kind];
  if (!email) return '';
  const found = await oneRow(
    url,
    `select id as person from person where email like '${email}' limit 1`,
  );
  return sessionOf(url, found.person ?? '');
}

async function sessionOf(url: string, person: string): Promise<string> {
  const session = crypto.randomUUID();
  await oneRow(
    url,
    `insert into session (id, person_id, expires_at) values ('${session}', '${person}', now() + interval '1 hour')`,
  );
  return `next-auth.session-token=${await writeSessionCookie(session, secret)}`;
}

async function oneRow(url: string, sql: string): Promise<Record<string, string>> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows[0] ?? {};
}
