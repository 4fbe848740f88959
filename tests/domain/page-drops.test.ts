import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { database } from '#lib/platform/db.ts';
import { listenForDrops } from '#lib/platform/web/page-drops.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
const heard: (string | null)[] = [];
let stop: () => Promise<void>;

beforeAll(async () => {
  world = await makeWorld();
  stop = listenForDrops(process.env.DATABASE_URL ?? '', (hub) => heard.push(hub));
  await vi.waitUntil(() => heard.length === 1, { timeout: 5000 });
});
afterAll(async () => {
  await stop();
  await world.close();
});

const change = async (fail = false) => {
  const scope = await world.enter('alva');
  await scope.write('proposal:draft', async (_db, deed) => {
    deed.record('tried', 'proposal', crypto.randomUUID());
    deed.pagesChanged();
    if (fail) throw new Error('no');
  });
};

describe('A change that visitors see', () => {
  it('is heard by every process, with the hub it concerns, when it is committed', async () => {
    heard.length = 0;
    await change();
    await expect.poll(() => heard).toEqual(['nord']);
  });

  it('is not heard when it is rolled back', async () => {
    heard.length = 0;
    await expect(change(true)).rejects.toThrow('no');
    await change();
    await expect.poll(() => heard).toEqual(['nord']);
  });

  it('drops everything after a broken connection, since something may have been missed', async () => {
    heard.length = 0;
    await database().$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity
      where query = 'listen navet_pages' and datname = current_database()`;
    await expect.poll(() => heard, { timeout: 5000 }).toEqual([null]);
    await change();
    await expect.poll(() => heard).toEqual([null, 'nord']);
  });
});
