import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#lib/cli/database/connection.ts';
import { type EmbeddedServer, startEmbedded } from '#lib/cli/database/embedded.ts';
import { preparePlace } from '#lib/cli/database/place.ts';
import { writeSessionCookie } from '#lib/platform/session/cookie.ts';
import { type Portal, removeFolder, startPortal, temporaryFolder } from '#tests/support/portal.ts';
import { commanded, descendants, until } from '#tests/support/processes.ts';

const secret = 'a secret for tests and for nothing else';
const home = temporaryFolder();
let server: EmbeddedServer;
let portal: Portal;
let cookie: string;
let started: number[];
const kept = '/sv/ostersund/showroom';
const own = '/nb/account';
/** What its reader has had before, and is given again while the database says that it is still true. */
let list = '';

beforeAll(async () => {
  server = await startEmbedded(preparePlace(home));
  portal = await startPortal({
    NAVET_DATA: home,
    NAVET_SECRET: secret,
    NAVET_WEB_PROCESSES: '1',
    DATABASE_URL: server.url('navet'),
  });
  cookie = await someoneSignedIn();
  started = processes();
  // Nobody has asked for them: a process makes what many need ready by itself.
  await until('the first pages are ready', () => portal.said().includes('first pages are ready'));
  for (const page of [own, list, list]) expect((await ask(page)).status, page).toBe(200);
});
afterAll(async () => {
  await portal.stop();
  await server.stop();
  removeFolder(home);
});

const processes = () => [
  ...commanded(portal.pid, 'lib/cli/web.ts'),
  ...commanded(portal.pid, 'lib/cli/worker.ts'),
];

function ask(path: string, init: RequestInit = {}) {
  const headers = { cookie, accept: 'text/html', ...init.headers };
  return fetch(portal.url + path, { ...init, headers, redirect: 'manual' });
}

async function onDatabase(sql: string, values: unknown[] = []): Promise<Record<string, string>[]> {
  const client = await connect(server.url('navet'));
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function someoneSignedIn(): Promise<string> {
  const [person] = await onDatabase(`select p.id, h.slug as hub, o.slug from person p
    join membership m on m.person_id = p.id join organisation o on o.id = m.organisation_id
    join participation t on t.organisation_id = o.id and t.state = 'VERIFIED' join hub h on h.id = t.hub_id
    order by p.email limit 1`);
  list = `/nb/${person?.hub}/${person?.slug}/bookings`;
  const session = crypto.randomUUID();
  const life = "now() + interval '1 hour'";
  await onDatabase(`insert into session (id, person_id, expires_at) values ($1, $2, ${life})`, [
    session,
    person?.id,
  ]);
  return `next-auth.session-token=${await writeSessionCookie(session, secret)}`;
}

/** Postgres as a whole: the postmaster and every process it started. */
function postgres(): number[] {
  const file = join(home, 'postgres/postmaster.pid');
  const postmaster = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return [postmaster, ...descendants(postmaster)];
}

async function expectWordsAboutIt(first: string) {
  // Asked as the very first after it went, when nobody can know yet.
  const answer = await ask(first);
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  const words = await answer.text();
  expect(words).toContain('lang="nb"');
  expect(words).toContain('Portalen svarer ikke akkurat nå');
  for (const page of [kept, '/nb/innlandet/privacy', '/en']) {
    const shown = await ask(page);
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('<h1')]);
  }
  const sent = await ask('/sv/sign-in', { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
  expect(sent.status).toBe(503);
  const neverKept = await ask(`/en/ostersund/showroom?q=${Math.random().toString(36).slice(2)}`);
  expect([neverKept.status, neverKept.headers.has('retry-after')]).toEqual([503, true]);
}

async function expectAllIsBack() {
  await until('the signed-in page is back', async () => (await ask(own)).status === 200);
  await until('a new search is answered', async () => {
    const words = Math.random().toString(36).slice(2);
    return (await ask(`/sv/ostersund/showroom?q=${words}`)).status === 200;
  });
  const id = crypto.randomUUID();
  await onDatabase(
    `insert into pgboss.job (id, name, data) select $1, 'mail', jsonb_build_object('id', $2::text)`,
    [id, id],
  );
  await until('the worker has done a job', async () => {
    const [job] = await onDatabase('select state from pgboss.job where id = $1', [id]);
    return job?.state === 'completed';
  });
  expect(processes()).toEqual(started);
}

describe('a database that is away', () => {
  test('because it stopped answering: told at once, and all comes back by itself', async () => {
    const asleep = postgres();
    for (const pid of asleep) process.kill(pid, 'SIGSTOP');
    try {
      await expectWordsAboutIt(list);
    } finally {
      for (const pid of asleep) process.kill(pid, 'SIGCONT');
    }
    await expectAllIsBack();
  });

  test('because it was shut down: told at once, and all comes back by itself', async () => {
    await server.stop();
    try {
      await expectWordsAboutIt(own);
      expect((await ask(list)).status).toBe(503);
    } finally {
      server = await startEmbedded(preparePlace(home));
    }
    await expectAllIsBack();
  });

  test('because everything in it takes too long: told, though it still answers', async () => {
    const client = await connect(server.url('navet'));
    await client.query('begin; lock table session in access exclusive mode');
    try {
      for (const page of [list, own]) {
        const answer = await ask(page);
        expect([answer.status, answer.headers.has('retry-after')], page).toEqual([503, true]);
      }
    } finally {
      await client.query('rollback');
      await client.end();
    }
    await expectAllIsBack();
  });
});
