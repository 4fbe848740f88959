import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbedded } from '#lib/cli/database/embedded.ts';
import { freePort } from '#lib/cli/database/listening.ts';
import { preparePlace } from '#lib/cli/database/place.ts';
import { launch, removeFolder, temporaryFolder } from '#tests/support/portal.ts';

let home: string;

beforeEach(() => {
  home = temporaryFolder();
});

afterEach(() => removeFolder(home));

/** Starts what cannot start, and gives the sentences it ended with. */
async function refusal(settings: Record<string, string>, command = 'start'): Promise<string[]> {
  const free = String(await freePort());
  const launched = launch(command, { PORT: free, NAVET_DATA: home, ...settings });
  expect(await launched.ended).toBe(1);
  return launched.complained().trimEnd().split('\n');
}

function occupy(): Promise<[Server, number]> {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done([server, typeof address === 'object' && address ? address.port : 0]);
    });
  });
}

describe('a start that cannot go on says why in one sentence and leaves nothing', () => {
  test('a wrong setting', async () => {
    expect(await refusal({ NAVET_MODE: 'prod' })).toEqual([
      'NAVET_MODE must be either demo or production.',
    ]);
    expect(readdirSync(home)).toEqual([]);
  });

  test('production without its secrets', async () => {
    const said = await refusal({ NAVET_MODE: 'production' });
    expect(said.map((line) => line.split(' ')[0])).toEqual([
      ...['NAVET_URL', 'NAVET_SECRET', 'SMTP_URL', 'MAIL_FROM'],
    ]);
    expect(readdirSync(home)).toEqual([]);
  });

  test('a taken port', async () => {
    const [server, port] = await occupy();
    const said = await refusal({ PORT: String(port) });
    server.close();
    expect(said).toEqual([
      expect.stringMatching(`^Port ${port} is taken by another program.*\\.$`),
    ]);
  });

  test('a data directory in use', async () => {
    const running = await startEmbedded(preparePlace(home));
    const said = await refusal({});
    await running.stop();
    expect(said).toEqual([expect.stringMatching(/^The data directory .* is in use by another/)]);
  });

  test('a data directory that is a file', async () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    const said = await refusal({ NAVET_DATA: file });
    expect(said).toEqual([expect.stringMatching(/^The folder .* cannot be used \(ENOTDIR\)/)]);
  });

  test.runIf(process.platform === 'linux')('a data directory that cannot be made', async () => {
    const said = await refusal({ NAVET_DATA: '/proc/navet' });
    expect(said).toEqual([expect.stringMatching(/^The folder .* cannot be used \(E[A-Z]+\)/)]);
  });

  test('an unreachable database, without its password', async () => {
    const port = await freePort();
    const said = await refusal({ DATABASE_URL: `postgres://navet:geheim@127.0.0.1:${port}/navet` });
    expect(said).toEqual([`No database server answers at 127.0.0.1:${port}; check DATABASE_URL.`]);
  });

  test('a database that does not exist', async () => {
    const running = await startEmbedded(preparePlace(home));
    const said = await refusal({ DATABASE_URL: running.url('absent') });
    await running.stop();
    expect(said).toEqual([expect.stringMatching(/has no database absent; create it or check/)]);
  });

  test('an address that cannot be read', async () => {
    const said = await refusal({ DATABASE_URL: 'postgres://navet:geheim@host:port/navet' });
    expect(said).toEqual(['DATABASE_URL cannot be read as the address of a PostgreSQL server.']);
  });

  test('data made by another PostgreSQL', async () => {
    mkdirSync(join(home, 'postgres'));
    writeFileSync(join(home, 'postgres/PG_VERSION'), '13\n');
    const said = await refusal({}, 'migrate');
    expect(said).toEqual([expect.stringMatching(/was made by PostgreSQL 13, and this version/)]);
  });

  test('an unknown command lists the known ones', async () => {
    const launched = launch('strat', {});
    expect(await launched.ended).toBe(2);
    expect(launched.complained()).toMatch(/^There is no command "strat". Commands: .*start.*\n$/);
    expect(existsSync(join(home, 'postgres'))).toBe(false);
  });
});
