import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#lib/cli/database/connection.ts';
import { type EmbeddedServer, startEmbedded } from '#lib/cli/database/embedded.ts';
import { checkout, node24, preparePlace } from '#lib/cli/database/place.ts';
import { launch, removeFolder, temporaryFolder } from '#tests/support/portal.ts';

let home: string;
let server: EmbeddedServer | null = null;
beforeAll(async () => {
  home = temporaryFolder();
});
afterAll(async () => {
  await server?.stop();
  removeFolder(home);
});

/** Runs `npm run navet -- <words>` on the data in `home`. */
async function navet(...words: string[]) {
  const last = words.at(-1) ?? '';
  const program = [node24, `${checkout}/lib/cli/boot.mjs`, ...words.slice(0, -1)];
  const launched = launch(last, { NAVET_DATA: home }, null, program);
  const code = await launched.ended;
  return { code, said: launched.said(), complained: launched.complained().trimEnd().split('\n') };
}

const hub = [
  ...['hub', 'create', '--slug', 'dalarna', '--name', 'Dalarnas vårdnav', '--country', 'SE'],
  ...['--zone', 'Europe/Stockholm', '--languages', 'sv,en', '--accent', '#7a3b00'],
  ...['--support', '#23527c', '--operator-region', '20', '--admin', 'anna@dalarna.example'],
  ...['--admin-name', 'Anna Ny'],
];

describe('commands', () => {
  test('name everything that is wrong in one go, and touch nothing', async () => {
    const given = ['hub', 'create', '--slug', 'Å', '--country', 'FI', '--accent', '#ffdd00'];
    const { code, complained } = await navet(...given, '--support', '#23527c');
    expect(code).toBe(1);
    const options = complained.slice(0, complained.indexOf('')).map((line) => line.split(':')[0]);
    expect(new Set(options)).toEqual(
      new Set([
        ...['--slug', '--name', '--country', '--zone', '--languages', '--admin', '--admin-name'],
        ...['--operator-region, --operator-municipality or --operator-number', '--accent'],
      ]),
    );
    expect((await navet('hub', 'create', '--colour', 'red')).complained[0]).toContain('--colour');
    expect((await navet('operator', 'add', 'anna')).code).toBe(1);
    expect((await navet('person', 'reset', 'anna')).code).toBe(1);
    expect((await navet('audit', 'look')).code).toBe(1);
  });

  test('start the embedded database when nobody has, and end it again', async () => {
    const added = await navet('operator', 'add', 'Olga@region.example', 'Olga', 'Frid');
    expect(added).toMatchObject({ code: 0 });
    expect(added.said).toContain('olga@region.example may now make hubs');
    server = await startEmbedded(preparePlace(home));
  });

  test('join it when it runs: a hub is made, and the log is whole until it is changed', async () => {
    const client = await connect(server?.url('navet') ?? '');
    await client.query(
      `insert into reference_region (country, code, county_name, region_name) values ('SE', '20', 'Dalarnas län', 'Region Dalarna')`,
    );
    const made = await navet(...hub);
    expect(made).toMatchObject({ code: 0 });
    expect(made.said).toContain('The hub dalarna is there, closed to visitors');
    const again = await navet(...hub);
    expect(again.code).toBe(1);
    expect(again.complained).toEqual(['--slug: The address is taken. Choose another one.']);

    expect((await navet('person', 'reset', 'nobody@region.example')).complained).toEqual([
      'Nobody has the address nobody@region.example.',
    ]);
    const reset = await navet('person', 'reset', 'Olga@region.example');
    expect(reset.said).toContain('olga@region.example is signed out everywhere');

    const whole = await navet('audit', 'verify');
    expect(whole.code).toBe(0);
    expect(whole.said).toMatch(/^the installation: 3 events, whole; head [0-9a-f]{64}$/m);
    expect(whole.said).toMatch(/^dalarna: 1 events, whole; head [0-9a-f]{64}$/m);
    expect((await navet('audit', 'verify', '--hub', 'nowhere')).code).toBe(1);

    await client.query('set session_replication_role = replica');
    await client.query(`update audit_event set kind = 'nothing' where hub_id is null and seq = 1`);
    await client.end();
    const broken = await navet('audit', 'verify');
    expect(broken.code).toBe(1);
    expect(broken.said).toMatch(
      /^the installation: BROKEN after 0 events: event 1 \(.+\) is not what was recorded/m,
    );
    expect((await navet('audit', 'verify', '--hub', 'dalarna')).code).toBe(0);
  });
});
