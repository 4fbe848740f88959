import { connect as dial } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout, node24 } from '#lib/cli/database/place.ts';
import {
  launch,
  type Portal,
  removeFolder,
  startPortal,
  temporaryFolder,
} from '#tests/support/portal.ts';
import { commanded, until } from '#tests/support/processes.ts';
import { visit, visitors } from '#tests/support/visitors.ts';

const home = temporaryFolder();
let portal: Portal;
const webs = () => commanded(portal.pid, 'lib/cli/web.ts');
const workers = () => commanded(portal.pid, 'lib/cli/worker.ts');
const start = (more = {}) => startPortal({ NAVET_DATA: home, NAVET_WEB_PROCESSES: '2', ...more });
const pages = () => ['/sv', '/sv/ostersund/showroom', '/healthz'].map((path) => portal.url + path);

beforeAll(async () => {
  portal = await start();
  await until('two web processes run', () => webs().length === 2);
});
afterAll(async () => {
  await portal.stop();
  removeFolder(home);
});

describe('the processes behind the port', () => {
  test('lose no connection that was on its way to one that is killed', async () => {
    const [victim = 0, other = 0] = webs();
    await until('both answer', () => portal.said().split('web is up').length > 2);
    // A process that stands still takes nothing that it is given.
    process.kill(victim, 'SIGSTOP');
    const asked = Array.from({ length: 12 }, () => visit(`${portal.url}/healthz`));
    let answered = 0;
    for (const each of asked) each.then(() => (answered += 1)).catch(() => {});
    await until('one waits alone', () => answered === asked.length - 1);
    process.kill(victim, 'SIGKILL');
    expect(await Promise.all(asked)).toEqual(asked.map(() => 200));
    await until('two run again', () => webs().length === 2 && !webs().includes(victim));
    expect(webs()).toContain(other);
  });

  test('are replaced one after the other without a failed request', async () => {
    const before = [...webs(), ...workers()];
    const crowd = visitors(pages());
    await until('visitors are answered', () => crowd.answered() > 50);
    const program = [node24, `${checkout}/lib/cli/boot.mjs`];
    const { PORT, NAVET_DATA } = { PORT: new URL(portal.url).port, NAVET_DATA: home };
    const restart = launch('restart', { PORT, NAVET_DATA }, null, program);
    expect([await restart.ended, restart.complained()]).toEqual([0, '']);
    expect(await crowd.leave()).toEqual([]);
    const after = [...webs(), ...workers()];
    expect(after.length).toBe(3);
    expect(after.filter((pid) => before.includes(pid))).toEqual([]);
  });

  test('are started again when one is killed, and only what it had in hand is lost', async () => {
    const [victim = 0, other] = webs();
    const many = 8;
    const crowd = visitors(pages(), many);
    await until('visitors are answered', () => crowd.answered() > 50);
    process.kill(victim, 'SIGKILL');
    await until('two run again', () => webs().length === 2 && !webs().includes(victim));
    const failed = crowd.failures().length;
    expect(failed).toBeLessThanOrEqual(many);
    const asked = crowd.answered();
    await until('visitors are answered', () => crowd.answered() > asked + 200);
    expect((await crowd.leave()).length).toBe(failed);
    expect(webs()).toContain(other);
  });

  test('answer what they have in hand before they end', async () => {
    const { port } = new URL(portal.url);
    const body = 'email=nobody%40kommun.example';
    const socket = dial(Number(port), 'localhost');
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk;
    });
    const closed = new Promise((done) => socket.on('close', done));
    const head = ['POST /sv/sign-in HTTP/1.1', `Host: localhost:${port}`, 'Accept: text/html'];
    head.push('Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`);
    socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 5)}`);
    await new Promise((done) => setTimeout(done, 500));
    const ended = portal.stop('SIGTERM');
    await until('no new connection is taken', () =>
      fetch(portal.url, { signal: AbortSignal.timeout(1000) }).then(
        () => false,
        () => true,
      ),
    );
    expect(heard.slice(0, 80)).toBe('');
    socket.write(body.slice(5));
    await closed;
    expect(heard).toMatch(/^HTTP\/1\.1 [234]\d\d /);
    expect(await ended).toBe(0);
    portal = await start();
  });

  test('are replaced when they hold too much memory, and nobody notices', async () => {
    await portal.stop();
    portal = await start({ NAVET_MEMORY: '128' });
    await until('two web processes run', () => webs().length === 2);
    const before = webs();
    const crowd = visitors(pages());
    const both = () => webs().every((pid) => !before.includes(pid));
    await until('both are replaced', both, 150_000);
    expect(await crowd.leave()).toEqual([]);
    expect(portal.said()).toMatch(/holds \d+ MiB, more than NAVET_MEMORY/);
  });
});
