import { dateOf, now } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { enterSystem } from '../scope.ts';
import { keyedHash } from './seal.ts';

export type Limit = { name: string; most: number; minutes: number };

// A municipality leaves by one address, so a client may be many people.
export const linkPerAddress: Limit = { name: 'link to', most: 5, minutes: 15 };
export const linkPerClient: Limit = { name: 'link from', most: 40, minutes: 15 };
export const confirmPerClient: Limit = { name: 'confirm from', most: 60, minutes: 15 };

/**
 * Counts one try by `who` in one atomic statement, so that the limit holds across processes.
 * @throws Refusal when there were too many; its detail is the whole minutes left to wait
 */
export async function countTry(limit: Limit, who: string): Promise<void> {
  const bucket = keyedHash(`${limit.name} ${who}`).toString('base64url');
  const scope = await enterSystem(null, 'throttle');
  const wait = await scope.write('system:work', async (db, deed) => {
    deed.record('tryCounted', 'session', crypto.randomUUID());
    const rows = await db.$queryRaw<{ hits: number; wait: number }[]>`
      insert into throttle as t (bucket, hits, resets_at)
      values (${bucket}, 1, now() + make_interval(mins => ${limit.minutes}::int))
      on conflict (bucket) do update set
        hits = case when t.resets_at <= now() then 1 else t.hits + 1 end,
        resets_at = case when t.resets_at <= now() then excluded.resets_at else t.resets_at end
      returning hits, ceil(extract(epoch from resets_at - now()) / 60)::int as wait`;
    await db.throttle.deleteMany({ where: { resetsAt: { lt: yesterday() } } });
    const [row] = rows;
    return row && row.hits > limit.most ? row.wait : 0;
  });
  if (wait > 0) throw new Refusal('identity.refusals.tooOften', {}, { minutes: wait });
}

// Old counts are nobody's business.
function yesterday(): Date {
  return dateOf(now().subtract({ hours: 24 }));
}
