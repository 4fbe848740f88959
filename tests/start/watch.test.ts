import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#lib/cli/database/connection.ts';
import { type EmbeddedServer, startEmbedded } from '#lib/cli/database/embedded.ts';
import { freePort } from '#lib/cli/database/listening.ts';
import { preparePlace } from '#lib/cli/database/place.ts';
import { writeSessionCookie } from '#lib/platform/session/cookie.ts';
import { type Portal, removeFolder, startPortal, temporaryFolder } from '#tests/support/portal.ts';
import { commanded, until } from '#tests/support/processes.ts';

const secret = 'a secret for tests and for nothing else';
const home = temporaryFolder();
let server: EmbeddedServer;
let portal: Portal;
let metricsPort: number;
const webs = () => commanded(portal.pid, 'lib/cli/web.ts');

beforeAll(async () => {
  server = await startEmbedded(preparePlace(home));
  metricsPort = await freePort();
  portal = await startPortal({
    NAVET_DATA: home,
    NAVET_SECRET: secret,
    NAVET_PROXIES: '1',
    NAVET_WEB_PROCESSES: '2',
    NAVET_METRICS_PORT: String(metricsPort),
    DATABASE_URL: server.url('navet'),
  });
  await until('two web processes answer', () => portal.said().split('web is up').length === 3);
});
afterAll(async () => {
  await portal.stop();
  await server.stop();
  removeFolder(home);
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(portal.url + path, { redirect: 'manual', ...init });

async function sql(text: string, values: unknown[] = []): Promise<void> {
  const client = await connect(server.url('navet'));
  await client.query(text, values);
  await client.end();
}

async function metrics(): Promise<Map<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))] as const),
  );
}

type Line = Record<string, string | number> & { message: string };
const lines = (): Line[] =>
  portal
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

async function whileSessionsAreLocked<T>(work: () => Promise<T>): Promise<T> {
  const client = await connect(server.url('navet'));
  await client.query('begin; lock table session in access exclusive mode');
  try {
    return await work();
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

describe('whether it is ready', () => {
  const readiness = async () => {
    const answer = await ask('/readyz');
    return `${answer.status} ${await answer.text()}`;
  };

  test('is said in one word, and what keeps it from its work', async () => {
    expect(await readiness()).toBe('200 ready');
    expect((await ask('/healthz')).status).toBe(200);
    const last =
      'migration_name = (select migration_name from _prisma_migrations order by 1 limit 1)';
    await sql(`update _prisma_migrations set rolled_back_at = now() where ${last}`);
    await until('migrations are missed', async () => (await readiness()) === '503 migrations');
    expect((await ask('/healthz')).status).toBe(200);
    await sql('update _prisma_migrations set rolled_back_at = null');
    await until('it is ready', async () => (await readiness()) === '200 ready');
    // A queue that nobody works at.
    const boss = new PgBoss({ connectionString: server.url('navet'), supervise: false });
    await boss.start();
    await boss.createQueue('left');
    await boss.send('left', {}, { startAfter: new Date(Date.now() - 600_000) });
    await boss.stop({ graceful: false });
    await until('a job is overdue', async () => (await readiness()) === '503 jobs');
    await sql(`delete from pgboss.job where name = 'left'`);
    await until('it is ready', async () => (await readiness()) === '200 ready');
  });
});

describe('what Prometheus is told', () => {
  test('sums all processes, and sinks not when one is replaced', async () => {
    const own = 'navet_http_requests_total{kind="own",status="2xx"}';
    const before = (await metrics()).get(own) ?? 0;
    const asked = Array.from({ length: 20 }, () =>
      ask('/sv/sign-in', { headers: { connection: 'close' } }),
    );
    expect(new Set((await Promise.all(asked)).map((answer) => answer.status))).toEqual(
      new Set([200]),
    );
    expect((await metrics()).get(own)).toBe(before + 20);
    const [victim = 0] = webs();
    process.kill(victim, 'SIGKILL');
    await until('another is there', () => webs().length === 2 && !webs().includes(victim));
    expect((await metrics()).get(own)).toBe(before + 20);
  });

  test('has times, renders, connections, jobs, refusals, memory and pace', async () => {
    await ask('/sv/ostersund/showroom');
    await ask('/sv/no-such-hub/nowhere/at/all');
    await ask('/favicon.svg');
    await ask('/sv/account', { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
    await sql(
      `insert into pgboss.job (name, data) values ('mail', '{"id": "${crypto.randomUUID()}"}')`,
    );
    await until('the job is done', async () =>
      (await metrics()).has('navet_jobs{queue="mail",state="completed"}'),
    );
    const told = await metrics();
    for (const kind of ['public', 'own', 'static', 'action']) {
      expect(told.get(`navet_http_seconds_count{kind="${kind}"}`), kind).toBeGreaterThan(0);
    }
    expect(told.get('navet_render_seconds_count')).toBeGreaterThan(0);
    expect(told.get('navet_refusals_total{kind="missing"}')).toBeGreaterThan(0);
    expect(told.get('navet_pool_connections{state="idle"}')).toBeGreaterThan(0);
    expect(told.get('navet_pool_connections{state="waiting"}')).toBe(0);
    expect(told.get('process_resident_memory_bytes')).toBeGreaterThan(50 * 2 ** 20);
    expect(told.has('nodejs_eventloop_lag_p99_seconds')).toBe(true);
    const labels = [...told.keys()].join('\n');
    expect(labels).not.toMatch(/ostersund|no-such-hub|\/sv/);
  });

  test('stands on a port of its own alone', async () => {
    expect((await ask('/metrics')).status).not.toBe(200);
    expect((await fetch(`http://127.0.0.1:${metricsPort}/`)).status).toBe(404);
  });
});

describe('the log', () => {
  test('gives every request a name, its own unless a proxy gave a good one', async () => {
    const name = async (given?: string) => {
      const headers = given ? { 'x-request-id': given } : undefined;
      return (await ask('/sv', headers && { headers })).headers.get('x-request-id');
    };
    expect(await name('from-the-proxy-1')).toBe('from-the-proxy-1');
    expect(await name('"><script>')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await name()).not.toBe(await name());
  });

  test('tells of a request that took long or failed by its name and its page, and of no person', async () => {
    const person = 'anna.lind@kommun.example';
    const session = crypto.randomUUID();
    const cookie = `next-auth.session-token=${await writeSessionCookie(session, secret)}`;
    const headers = { cookie, accept: 'text/html', 'x-request-id': 'slow-request-1' };
    const path = `/sv/ostersund/annas-foretag/bookings?person=${person}&token=hemlig-token-1`;
    const from = { 'x-forwarded-for': '192.0.2.77' };
    const answer = await whileSessionsAreLocked(() =>
      ask(path, { headers: { ...headers, ...from } }),
    );
    expect(answer.status).toBe(503);
    const own = () => lines().filter(({ request }) => request === 'slow-request-1');
    await until('it is written down', () => own().length > 0);
    const written = own();
    expect(
      written.map(({ message, method, route, status }) => [message, method, route, status]),
    ).toEqual([['request', 'GET', '/[locale]/[hub]/[org]/bookings', 503]]);
    const link = new URLSearchParams({ email: person, next: '/sv?hemlig-token-1' });
    await ask('/sv/sign-in', { method: 'POST', body: link, headers: from });
    const said = JSON.stringify(lines());
    for (const secretWord of [person, 'annas-foretag', 'hemlig-token-1', session, '192.0.2.77']) {
      expect(said).not.toContain(secretWord);
    }
    expect(said).not.toContain(cookie.slice(30, 70));
  });
});
