import { type BrowserContext, chromium } from '@playwright/test';
import pg from 'pg';
import { freePort } from '#lib/cli/database/listening.ts';
import { say, step } from '#lib/cli/terminal/progress.ts';
import { browserFlags, findBrowser } from '#tests/support/browser.ts';
import { type Portal, removeFolder, startPortal } from '#tests/support/portal.ts';
import {
  ownFolder,
  type Server,
  startBalancer,
  startPooler,
  startPrimary,
  startReplica,
} from './servers.ts';
import { killUnderLoad, measurePublishing, onceEach, pauseDatabase, refuse } from './steps.ts';

const secret = 'a secret for this run and for nothing else';
export const admin = 'anders.sundvall@region-jamtland-harjedalen.example';

/**
 * Two portals on one PostgreSQL server, the first reading public pages from a replica, the second behind
 * PgBouncer, HAProxy in front of both: prints what a reader meets while one publishes, dies, lags or is
 * away. Needs Debian's postgresql, haproxy and (for the pooler) pgbouncer.
 */
export async function scale(): Promise<void> {
  const folder = ownFolder();
  const ends: (() => Promise<unknown>)[] = [];
  const kept = <T extends { stop: () => Promise<unknown> }>(started: T): T => {
    ends.unshift(() => started.stop());
    return started;
  };
  try {
    const primary = kept(await step('Starting a server', () => startPrimary(folder)));
    await ask(primary, 'postgres', 'create database navet');
    const first = await step('Starting a portal', () =>
      startPortal(settingsOf(primary, folder, 'first')),
    );
    await first.stop();
    const replica = kept(await step('Starting a replica', () => startReplica(folder, primary)));
    const pooler = await startPooler(folder, primary);
    if (pooler) kept(pooler);
    const one = kept(
      await step('A portal that reads from the replica', () =>
        startPortal({
          ...settingsOf(primary, folder, 'one'),
          DATABASE_READ_URL: replica.url('navet'),
        }),
      ),
    );
    const behind = pooler && {
      DATABASE_URL: pooler.url,
      DATABASE_DIRECT_URL: primary.url('navet'),
    };
    const two = kept(
      await step(pooler ? 'A portal behind PgBouncer' : 'A second portal (no PgBouncer here)', () =>
        startPortal({ ...settingsOf(primary, folder, 'two'), ...behind }),
      ),
    );
    const front = await freePort();
    kept(await startBalancer(folder, front, [one.url, two.url]));
    await show({ primary, replica, one, two, front: `http://localhost:${front}` });
  } finally {
    for (const end of ends) await end().catch(() => {});
    removeFolder(folder);
  }
}

export type Stage = { primary: Server; replica: Server; one: Portal; two: Portal; front: string };

async function show(stage: Stage): Promise<void> {
  const { one, two, front } = stage;
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await goOnElsewhere(context, one.url, two.url);
    await measurePublishing(context, one, two, 'published at the first, read at the second');
    await measurePublishing(context, two, one, 'published at the second, read at the first');
    await lagging(context, stage);
    await onceEach(stage);
    await killUnderLoad(stage);
    await pauseDatabase(context, stage);
    say(`All through ${front.replace(/\d+$/, '…')}: shown.`);
  } finally {
    await browser.close();
  }
}

/** A session is known at every portal, wherever it was begun. */
async function goOnElsewhere(context: BrowserContext, from: string, to: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${from}/sv/sign-in?next=/sv/account`);
  await page.locator(`form:has(input[value="${admin}"]) button`).click();
  const answer = await page.goto(`${to}/sv/ostersund/house/settings`);
  if (answer?.status() !== 200) refuse(`signed in at one, ${answer?.status()} at the other`);
  say('Signed in at the first, went on at the second: 200');
  await page.close();
}

/** A replica that stands still, and one that is gone, change nothing for whoever reads. */
async function lagging(context: BrowserContext, stage: Stage): Promise<void> {
  const { one, two, replica } = stage;
  await ask(replica, 'navet', 'select pg_wal_replay_pause()');
  await measurePublishing(context, two, one, 'while the replica stands still');
  await ask(replica, 'navet', 'select pg_wal_replay_resume()');
  await (replica as Server & { stop: () => Promise<void> }).stop();
  await measurePublishing(context, two, one, 'while the replica is gone');
}

function settingsOf(primary: Server, folder: string, name: string) {
  return {
    DATABASE_URL: primary.url('navet'),
    NAVET_SECRET: secret,
    NAVET_DATA: `${folder}-${name}`,
    NAVET_WEB_PROCESSES: '1',
  };
}

export async function ask(server: Server, database: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(server.url(database));
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
