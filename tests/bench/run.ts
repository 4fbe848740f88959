import { databaseAccount } from '#lib/cli/database/account.ts';
import { startEmbedded } from '#lib/cli/database/embedded.ts';
import { say, step } from '#lib/cli/terminal/progress.ts';
import { removeFolder, startPortal, temporaryFolder } from '#tests/support/portal.ts';
import { type Bare, startBare, startPlain } from './bare.ts';
import { alone, compare, only, peers } from './compare.ts';
import { memoryOf } from './load.ts';
import { cookieOf, secret, someoneWithBookings, wordsOfShowroom } from './readers.ts';
import { asPeopleAsk, fresh, usual } from './searches.ts';
import { besideBareSql, besideStaticPage, title as showroomTitle } from './showroom.ts';
import { budgets, weigh } from './weights.ts';
import { besideAnEmptyYear, title } from './years.ts';

const rows = 20;
const rss = (bare: Bare) => memoryOf(bare.pid, 'next');

/** Prints how quick the portal is beside bare Next.js, from one run; judges nothing. */
export async function bench(): Promise<void> {
  const home = temporaryFolder();
  const server = await step('Starting a database', () =>
    startEmbedded({ home, account: databaseAccount() }),
  );
  const settings = { DATABASE_URL: server.url('navet'), NAVET_SECRET: secret, NAVET_DATA: home };
  try {
    if (only === '' || !title.includes(only)) await measure(settings);
    if (title.includes(only)) {
      // The work is done in this process, as a web process would.
      Object.assign(process.env, settings);
      await besideAnEmptyYear(server.url);
    }
    if (showroomTitle.includes(only)) {
      Object.assign(process.env, settings);
      await besideBareSql(server.url);
    }
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
  const words = await wordsOfShowroom(database, 200);
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
  await besideStaticPage(database, portal.url, bareStatic.url);
  const staticMemory = rss(bareStatic);
  await bareStatic.stop();
  await besidePlain('Public list', list);
  await besidePlain('Public detail', `${portal.url}/sv/ostersund/organisations/lasvarg`);
  await compare(
    'Search with facets, a few words, beside a bare Next page with the same SQL (aim 1.0)',
    [
      { name: 'portal', url: list, paths: usual.map((word) => `?q=${word}`) },
      { name: 'bare', url: `${bare.url}search`, paths: usual.map((word) => `?q=${word}`) },
    ],
  );
  await compare('Search with facets, 200 words as often as people ask, beside the same', [
    { name: 'portal', url: list, paths: asPeopleAsk(words) },
    { name: 'bare', url: `${bare.url}search`, paths: asPeopleAsk(words) },
  ]);
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

/** Beside a bare server that gives the same content, and one that gives the same headers with it. */
async function besidePlain(name: string, url: string): Promise<void> {
  for (const [what, headers] of [
    ['bytes (aim 0.9)', 'none'],
    ['bytes and headers', 'all'],
  ] as const) {
    const plain = await startPlain(url, headers);
    await compare(`${name}, beside a bare Node server with the same ${what}`, [
      { name: 'portal', url },
      { name: 'bare', url: plain.url },
    ]);
    await plain.stop();
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
