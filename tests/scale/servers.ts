import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseAccount } from '#lib/cli/database/account.ts';
import { freePort } from '#lib/cli/database/listening.ts';

/** A PostgreSQL server of this run's own, from the machine's packages. */
export type Server = { port: number; url: (database: string) => string; data: string };
type Ended = { stop: () => Promise<void> };

/** Where Debian keeps the newest PostgreSQL's programs. @throws when there is none */
export function programs(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .sort((a, b) => b - a)
    : [];
  const found = versions
    .map((version) => `${root}/${version}/bin`)
    .find((bin) => existsSync(`${bin}/postgres`));
  if (!found)
    throw new Error('No PostgreSQL under /usr/lib/postgresql: apt-get install postgresql');
  return found;
}

/** A folder that the database's account may write in. */
export function ownFolder(): string {
  const folder = mkdtempSync('/tmp/navet-scale-');
  const account = databaseAccount();
  if (account) execFileSync('chown', [`${account.uid}:${account.gid}`, folder]);
  return folder;
}

const run = (program: string, args: string[]) =>
  execFileSync(join(programs(), program), args, {
    stdio: 'pipe',
    cwd: '/',
    ...databaseAccount(),
  }).toString();

/** A server that a replica can follow. */
export async function startPrimary(folder: string): Promise<Server & Ended> {
  const data = join(folder, 'primary');
  run('initdb', ['-D', data, '-U', 'navet', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  return startServer(data, ['wal_level=replica', 'max_wal_senders=4', 'max_connections=200']);
}

/** A streaming replica of it. */
export async function startReplica(folder: string, primary: Server): Promise<Server & Ended> {
  const data = join(folder, 'replica');
  const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'navet'];
  run('pg_basebackup', ['-D', data, ...from, '-R', '-X', 'stream', '-c', 'fast']);
  return startServer(data, ['max_connections=200']);
}

async function startServer(data: string, given: string[]): Promise<Server & Ended> {
  const port = await freePort();
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${data}`,
    ...given,
  ];
  const options = all.map((each) => `-c ${each}`).join(' ');
  run('pg_ctl', ['-D', data, '-l', `${data}.log`, '-w', '-o', options, 'start']);
  const url = (database: string) => `postgres://navet@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
  };
  return { port, url, data, stop };
}

/** Starts again what was stopped, on the same port. */
export function startAgain({ data, port }: Server): void {
  const options = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${data} -c max_connections=200`;
  run('pg_ctl', ['-D', data, '-l', `${data}.log`, '-w', '-o', options, 'start']);
}

/** PgBouncer in transaction mode in front of it; null where the machine has none. */
export async function startPooler(
  folder: string,
  primary: Server,
): Promise<(Ended & { url: string }) | null> {
  const program = '/usr/sbin/pgbouncer';
  if (!existsSync(program)) return null;
  const port = await freePort();
  const users = join(folder, 'users.txt');
  const config = join(folder, 'pgbouncer.ini');
  writeFileSync(users, '"navet" ""\n', { mode: 0o644 });
  writeFileSync(
    config,
    `[databases]
navet = host=127.0.0.1 port=${primary.port} user=navet
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = transaction
default_pool_size = 20
max_client_conn = 500
`,
    { mode: 0o644 },
  );
  const stop = background(program, ['-q', config]);
  return { url: `postgres://navet@127.0.0.1:${port}/navet?pgbouncer=true`, stop };
}

/** HAProxy in front of the portals, asking each whether it is ready. @throws when the machine has none */
export async function startBalancer(
  folder: string,
  port: number,
  portals: string[],
): Promise<Ended> {
  const program = '/usr/sbin/haproxy';
  if (!existsSync(program)) throw new Error('No HAProxy: apt-get install haproxy');
  const config = join(folder, 'haproxy.cfg');
  const servers = portals.map(
    (url, n) =>
      `  server portal${n} ${url.replace('http://localhost', '127.0.0.1')} check inter 500 rise 1 fall 2`,
  );
  writeFileSync(
    config,
    `defaults
  mode http
  timeout connect 1s
  timeout client 30s
  timeout server 30s
  retries 2
  option redispatch
frontend web
  bind 127.0.0.1:${port}
  default_backend portals
backend portals
  balance roundrobin
  option httpchk GET /readyz
  option forwardfor
${servers.join('\n')}
`,
  );
  return { stop: background(program, ['-f', config, '-db']) };
}

function background(program: string, args: string[]): () => Promise<void> {
  const child = spawn(program, args, { stdio: 'ignore', ...databaseAccount() });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  return async () => {
    child.kill('SIGTERM');
    await gone;
  };
}
