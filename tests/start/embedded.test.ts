import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseAccount } from '#lib/cli/database/account.ts';
import { connect } from '#lib/cli/database/connection.ts';
import { type EmbeddedServer, startEmbedded } from '#lib/cli/database/embedded.ts';
import { preparePlace } from '#lib/cli/database/place.ts';
import { removeFolder, temporaryFolder } from '#tests/support/portal.ts';

let home: string;
let servers: EmbeddedServer[];

beforeEach(() => {
  home = temporaryFolder();
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  removeFolder(home);
});

async function open(folder = home): Promise<EmbeddedServer> {
  const server = await startEmbedded(preparePlace(folder));
  servers.push(server);
  return server;
}

async function ask(server: EmbeddedServer, sql: string): Promise<unknown> {
  const client = await connect(server.url('navet'));
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  await client.end();
  return rows[0];
}

const serverPid = () =>
  Number.parseInt(readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8'), 10);
const keeperPid = () => Number(readFileSync(join(home, 'keeper.pid'), 'utf8'));

describe('the embedded database', () => {
  test('listens on a private socket and on nothing else', async () => {
    const server = await open();
    expect(await ask(server, 'show listen_addresses')).toEqual(['']);
    const owner = databaseAccount()?.uid ?? process.getuid?.();
    for (const folder of ['postgres', 'socket']) {
      const { mode, uid } = statSync(join(home, folder));
      expect([folder, (mode & 0o777).toString(8), uid]).toEqual([folder, '700', owner]);
    }
  });

  test('keeps UTC, writes to the disk and knows letters beyond English', async () => {
    const server = await open();
    // reset_val: what the server gives a session that asks for nothing.
    const sql = `select reset_val, current_setting('fsync'), lower('ÅÄÖØ'),
                        current_setting('server_encoding')
                   from pg_settings where name = 'TimeZone'`;
    expect(await ask(server, sql)).toEqual(['UTC', 'on', 'åäöø', 'UTF8']);
  });

  test('still has everything after a stop', async () => {
    const first = await open();
    await ask(first, "create table kept as select 'here' as word");
    await first.stop();
    expect(await ask(await open(), 'select word from kept')).toEqual(['here']);
  });

  test('refuses a data directory in use in one sentence', async () => {
    await open();
    await expect(open()).rejects.toThrow(
      /^The data directory .* is in use by another running Navet/,
    );
  });

  test('a stale note of a process that is no database is no hindrance', async () => {
    await (await open()).stop();
    writeFileSync(join(home, 'postgres/postmaster.pid'), `${process.pid}\n`);
    expect(await ask(await open(), 'select 1')).toEqual([1]);
  });

  test('a server whose keeper was killed is taken over', async () => {
    await open();
    const orphan = serverPid();
    process.kill(keeperPid(), 'SIGKILL');
    await servers.pop()?.ended;
    expect(await ask(await open(), 'select 1')).toEqual([1]);
    expect(serverPid()).not.toBe(orphan);
  });

  test('ends with its keeper asked from outside, and tidies up', async () => {
    const server = await open();
    process.kill(keeperPid(), 'SIGTERM');
    await server.ended;
    expect(existsSync(join(home, 'postgres/postmaster.pid'))).toBe(false);
    expect(existsSync(join(home, 'keeper.pid'))).toBe(false);
  });

  test('a path too long for a socket gets one elsewhere, removed at the end', async () => {
    const server = await open(join(home, 'a'.repeat(90)));
    const folder = new URL(server.url('navet')).searchParams.get('host') ?? '';
    expect(folder).not.toContain('aaaa');
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
    await server.stop();
    expect(existsSync(folder)).toBe(false);
  });

  test.runIf(databaseAccount())(
    'root is told when the database cannot enter a folder',
    async () => {
      const barred = temporaryFolder(0o700);
      await expect(open(join(barred, 'data'))).rejects.toThrow(`may not enter ${barred}`);
      removeFolder(barred);
    },
  );
});
