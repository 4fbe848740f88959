import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barredFolder } from '#lib/cli/database/account.ts';
import { checkout } from '#lib/cli/database/place.ts';
import {
  launch,
  type Portal,
  removeFolder,
  startPortal,
  temporaryFolder,
} from '#tests/support/portal.ts';
import { descendants, stillRunning } from '#tests/support/processes.ts';

const home = temporaryFolder();
const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
let portal: Portal;
let started: number[];

beforeAll(async () => {
  portal = await startPortal({ NAVET_DATA: home });
  started = descendants(portal.pid);
});

afterAll(async () => {
  await portal.stop();
  removeFolder(home);
});

describe('a start', () => {
  test('answers at the address it prints, and names the demo people', async () => {
    expect((await fetch(portal.url)).status).toBe(200);
    expect(portal.said()).toContain(`Navet is running at ${portal.url}`);
    expect(portal.said()).toContain('Who can sign in at ostersund:');
  });

  test('keeps the demo secret to itself', () => {
    expect((statSync(join(home, 'secret')).mode & 0o777).toString(8)).toBe('600');
  });

  test('ends every process it started when asked, and with code 0', async () => {
    // Supervisor, keeper, database with its own processes, web, worker.
    expect(started.length).toBeGreaterThan(5);
    expect(await portal.stop('SIGINT')).toBe(0);
    expect(await stillRunning(started, 0)).toEqual([]);
  });

  test('does nothing twice', async () => {
    portal = await startPortal({ NAVET_DATA: home });
    expect(portal.said()).not.toMatch(/Building|Generating|Applying/);
  });

  test.each([
    ['told to stop', 'SIGTERM'],
    ['interrupted', 'SIGINT'],
    ['killed', 'SIGKILL'],
  ] as const)('ends everything when npm alone is %s', async (_case, signal) => {
    await portal.stop();
    portal = await startPortal({ NAVET_DATA: home }, ['npm']);
    started = descendants(portal.pid);
    await portal.stop(signal);
    expect(await stillRunning(started, 30_000)).toEqual([]);
  });

  test('whose supervisor is killed leaves no process behind', async () => {
    await portal.stop();
    portal = await startPortal({ NAVET_DATA: home });
    started = descendants(portal.pid);
    // The first descendant is the supervisor; a kill gives it no time to end anything.
    process.kill(started[0] ?? 0, 'SIGKILL');
    expect(await stillRunning(started, 30_000)).toEqual([]);
  });
});

describe('an ordinary user', () => {
  // Where only root may enter the checkout, nobody else can start anything in it.
  test.runIf(isRoot && !barredFolder(checkout, nobody))('owns the database it starts', async () => {
    const folder = temporaryFolder(0o777);
    const data = join(folder, 'data');
    const launched = launch('migrate', { NAVET_DATA: data, HOME: folder }, nobody);
    expect([await launched.ended, launched.complained()]).toEqual([0, '']);
    for (const name of ['', 'postgres', 'socket']) {
      const { uid, mode } = statSync(join(data, name));
      expect([name, uid, (mode & 0o777).toString(8)]).toEqual([name, nobody.uid, '700']);
    }
    removeFolder(folder);
  });
});
