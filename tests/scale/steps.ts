import type { BrowserContext } from '@playwright/test';
import { PgBoss } from 'pg-boss';
import { say } from '#lib/cli/terminal/progress.ts';
import type { Portal } from '#tests/support/portal.ts';
import { commanded } from '#tests/support/processes.ts';
import { ask, type Stage } from './run.ts';
import { startAgain } from './servers.ts';

const changes = 10;
const longest = 1000;

export function refuse(what: string): never {
  throw new Error(`Not as it should be: ${what}`);
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A hub's text is changed at one portal; how long until a reader of the other sees it. */
export async function measurePublishing(
  context: BrowserContext,
  at: Portal,
  read: Portal,
  what: string,
): Promise<void> {
  const page = await context.newPage();
  const times: number[] = [];
  for (let n = 0; n < changes; n += 1) {
    const said = `Ändrat ${crypto.randomUUID()}`;
    await fetch(`${read.url}/sv/ostersund`).then((answer) => answer.text());
    await page.goto(`${at.url}/sv/ostersund/house/settings/texts`);
    await page.locator('textarea').first().fill(said);
    await page.locator('main form button[type=submit]').first().click();
    const saved = performance.now();
    if (!page.url().includes('done=')) refuse(`${what}: not saved`);
    while (!(await (await fetch(`${read.url}/sv/ostersund`)).text()).includes(said)) {
      if (performance.now() - saved > 10_000) refuse(`${what}: not seen within ten seconds`);
      await pause(5);
    }
    times.push(performance.now() - saved);
  }
  await page.close();
  times.sort((a, b) => a - b);
  const worst = times.at(-1) ?? 0;
  say(
    `${what}: ${changes} changes, ${Math.round(times[0] ?? 0)}–${Math.round(worst)} ms after the answer`,
  );
  if (worst > longest) refuse(`${what}: more than a second`);
}

/** Sixty letters asked for at once, two workers: each is posted once. */
export async function onceEach({ primary }: Stage): Promise<void> {
  const ids = Array.from({ length: 60 }, () => crypto.randomUUID());
  const rows = ids.map((id) => `('${id}', 'a@b.example', 's', 't')`).join(',');
  const letters = `set role navet_system; insert into mail (id, recipient, subject, text) values ${rows}`;
  await ask(primary, 'navet', letters);
  const queue = new PgBoss({
    connectionString: primary.url('navet'),
    supervise: false,
    schedule: false,
    migrate: false,
  });
  await queue.start();
  for (const id of ids) await queue.send('mail', { id });
  await queue.stop({ graceful: false });
  const list = ids.map((id) => `'${id}'`).join(',');
  const counted = async () => {
    const sql = `select object_id, count(*)::int as n from audit_event
      where kind = 'mailSent' and object_id in (${list}) group by 1`;
    return (await ask(primary, 'navet', sql)).rows as { n: number }[];
  };
  for (let n = 0; (await counted()).length < ids.length; n += 1) {
    if (n > 300) refuse('letters that were not posted within a minute');
    await pause(200);
  }
  await pause(2000);
  const more = (await counted()).filter(({ n }) => n !== 1);
  if (more.length > 0) refuse(`${more.length} letters posted more than once`);
  say(`Jobs of two workers: ${ids.length} letters, each once`);
}

/** Readers through the balancer while a web process of one portal is killed. */
export async function killUnderLoad({ front, two }: Stage): Promise<void> {
  const readers = 16;
  const seen = { answered: 0, failed: 0 };
  let over = false;
  const read = async () => {
    while (!over) {
      const ok = await fetch(`${front}/sv/ostersund/showroom`)
        .then((answer) => answer.text().then(() => answer.ok))
        .catch(() => false);
      if (ok) seen.answered += 1;
      else seen.failed += 1;
    }
  };
  const all = Promise.all(Array.from({ length: readers }, read));
  await pause(2000);
  for (const pid of commanded(two.pid, 'lib/cli/web')) process.kill(pid, 'SIGKILL');
  await pause(4000);
  over = true;
  await all;
  say(
    `A web process killed among ${readers} readers: ${seen.answered} answered, ${seen.failed} lost`,
  );
  if (seen.failed > readers) refuse('more requests lost than one process can hold in its hands');
}

/** The server is away for a while: kept pages go on, others say so soon, and everything comes back. */
export async function pauseDatabase(context: BrowserContext, stage: Stage): Promise<void> {
  const { primary, one } = stage;
  const page = await context.newPage();
  const own = `${one.url}/sv/ostersund/house/settings`;
  await page.goto(own);
  await (primary as typeof primary & { stop: () => Promise<void> }).stop();
  const kept = await fetch(`${one.url}/sv/ostersund/showroom`);
  const begun = performance.now();
  const answer = await page.goto(own);
  const waited = Math.round(performance.now() - begun);
  const after = answer?.headers()['retry-after'];
  say(
    `Database away: kept page ${kept.status}, signed-in page ${answer?.status()} after ${waited} ms, Retry-After ${after}`,
  );
  if (kept.status !== 200 || answer?.status() !== 503 || !after || waited > 2000)
    refuse('trouble told otherwise');
  startAgain(primary);
  const back = performance.now();
  while ((await page.goto(own))?.status() !== 200) {
    if (performance.now() - back > 30_000) refuse('the portal did not come back by itself');
    await pause(200);
  }
  say(`Database back: everything answers after ${Math.round(performance.now() - back)} ms`);
  await page.close();
}
