import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { saveSettings } from '#lib/organisations/settings.ts';
import { database } from '#lib/platform/db.ts';
import type { Change } from '#lib/platform/web/page-cache.ts';
import { type Drops, listenForDrops } from '#lib/platform/web/page-drops.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
const heard: Change[] = [];
let drops: Drops;

beforeAll(async () => {
  world = await makeWorld();
  await change();
  drops = listenForDrops(process.env.DATABASE_URL ?? '', (told) => heard.push(told));
  await vi.waitUntil(() => drops.versions.size > 0, { timeout: 5000 });
});
afterAll(async () => {
  await drops.stop();
  await world.close();
});

const change = async (...parts: ('showroom:read' | 'project:read')[]) => {
  const scope = await world.enter('alva');
  await scope.write('proposal:draft', async (_db, deed) => {
    deed.record('tried', 'proposal', crypto.randomUUID());
    deed.pagesChanged(...parts);
  });
};
const failedChange = async () => {
  const scope = await world.enter('alva');
  await scope.write('proposal:draft', async (_db, deed) => {
    deed.record('tried', 'proposal', crypto.randomUUID());
    deed.pagesChanged();
    throw new Error('no');
  });
};
const nord = (...parts: string[]) => ({ hub: 'nord', parts });

describe('A change that visitors see', () => {
  it('is heard by every process, with the hub it concerns, when it is committed', async () => {
    heard.length = 0;
    const before = drops.versions.get('nord') ?? 0n;
    await change();
    await expect.poll(() => heard).toEqual([nord()]);
    expect(drops.versions.get('nord')).toBe(before + 1n);
  });

  it('of an organisation’s own words is heard at every hub where it takes part', async () => {
    await world.asSystem((db) =>
      db.participation.create({
        data: {
          hubId: world.hub('innland'),
          organisationId: world.organisation('fjallvard'),
          state: 'VERIFIED',
        },
      }),
    );
    heard.length = 0;
    const words = { aboutSv: 'Nytt', aboutNb: '', aboutEn: '' };
    await saveSettings(await world.enter('disa'), { shortName: 'F', town: 'Åre', ...words });
    const hubs = () => heard.map(({ hub }) => hub).sort();
    await expect.poll(hubs).toEqual(['innland', 'nord']);
  });

  it('may name what has changed', async () => {
    heard.length = 0;
    await change('showroom:read', 'project:read');
    await expect.poll(() => heard).toEqual([nord('showroom:read', 'project:read')]);
  });

  it('is not heard when it is rolled back', async () => {
    heard.length = 0;
    await expect(failedChange()).rejects.toThrow('no');
    await change();
    await expect.poll(() => heard).toEqual([nord()]);
  });

  it('that was missed is found when the connection is back; what did not change stays', async () => {
    heard.length = 0;
    const cut = () => database().$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'navet pages' and datname = current_database()`;
    const kept = setInterval(cut, 20);
    await cut();
    await change('showroom:read');
    clearInterval(kept);
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual([nord()]);
    heard.length = 0;
    await vi.waitUntil(() => listening(), { timeout: 5000 });
    const gone = await listening();
    await cut();
    // What was cut stands in the list for a while still.
    const again = async () => ![0, gone].includes(await listening());
    await vi.waitUntil(again, { timeout: 5000 });
    await change('showroom:read');
    await expect.poll(() => heard).toEqual([nord('showroom:read')]);
  });

  it('is found behind a pooler, too, where nobody can listen', async () => {
    const found: Change[] = [];
    const url = new URL(process.env.DATABASE_URL ?? '');
    url.searchParams.set('pgbouncer', 'true');
    const behind = listenForDrops(url.href, (told) => found.push(told));
    try {
      await vi.waitUntil(() => behind.versions.size > 0, { timeout: 5000 });
      await change('showroom:read');
      await expect.poll(() => found, { timeout: 5000 }).toEqual([nord()]);
    } finally {
      await behind.stop();
    }
  });
});

/** The process of the one connection that listens; 0 while there is none, or two. */
const listening = async () => {
  const rows = await database().$queryRaw<{ pid: number }[]>`select pid
    from pg_stat_activity where application_name = 'navet pages' and datname = current_database()
      -- It has asked what it missed: from now on it is told.
      and state = 'idle' and query like '%page_version%'`;
  return rows.length === 1 ? (rows[0]?.pid ?? 0) : 0;
};
