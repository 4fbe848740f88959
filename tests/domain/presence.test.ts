import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '#lib/platform/scope.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { followBookings } from '#lib/presence/following.ts';
import { findHousePresence, findPresence } from '#lib/presence/reads.ts';
import { type Circle, circles } from '#lib/presence/schema.ts';
import { shareToday, shareWhenBooked } from '#lib/presence/writes.ts';
import { runRetention } from '#lib/rights/retention.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse } from './workspace-house.ts';

let world: World;
let house: House;
const scopes = {} as Record<CastName, Scope>;
const players = ['alva', 'bror', 'cleo', 'disa', 'egil', 'frej', 'greta', 'ivar', 'judit'] as const;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  for (const who of [...players, 'kari', 'lars', 'maja'] as const) {
    scopes[who] = await world.enter(who);
  }
});
afterEach(() =>
  world.asSystem(async (db) => {
    await db.presence.deleteMany();
    await db.presenceWish.deleteMany();
    await db.occupancy.deleteMany();
    await db.booking.deleteMany();
  }),
);
afterAll(() => world.close());

/** Whom each of the cast sees; of the house's staff that is what its page shows. */
async function seenBy(who: CastName): Promise<string[]> {
  const scope = scopes[who];
  const seen = scope.may('presence:share')
    ? (await findPresence(scope)).others
    : (await findHousePresence(scope)).shared;
  return seen.map(({ person }) => person);
}
const whoSees = async (name: string) => {
  const seers: string[] = [];
  for (const who of [...players, 'kari', 'lars'] as const) {
    if ((await seenBy(who)).includes(name)) seers.push(who);
  }
  return seers;
};

/** Past the functions, with what the role may read. */
const peek = (who: CastName) => scopes[who].read('notice:read', (db) => db.presence.findMany());

describe('Who is in today', () => {
  it('is known to the chosen circle and to nobody else', async () => {
    const expected: Record<Circle, string[]> = {
      NOBODY: [],
      ORGANISATION: ['bror'],
      PUBLIC: ['bror', 'greta'],
      EVERYONE: ['bror', 'cleo', 'disa', 'egil', 'frej', 'greta', 'ivar', 'judit'],
    };
    expect(await whoSees('Alva Lind')).toEqual([]);
    for (const circle of circles) {
      await shareToday(scopes.alva, circle);
      expect(await whoSees('Alva Lind'), circle).toEqual(expected[circle]);
      expect((await findPresence(scopes.alva)).today).toEqual({ circle, derived: false });
      for (const who of players.filter((one) => one !== 'alva')) {
        expect((await peek(who)).length, `${circle} ${who}`).toBe(
          expected[circle].includes(who) ? 1 : 0,
        );
      }
    }
  });

  it('of a company is shared with public bodies only when it says so', async () => {
    await shareToday(scopes.cleo, 'PUBLIC');
    expect(await whoSees('Cleo Ask')).toEqual(['alva', 'bror', 'disa', 'greta']);
    await shareToday(scopes.cleo, 'ORGANISATION');
    expect(await whoSees('Cleo Ask')).toEqual(['disa']);
  });

  it('cannot be said or wished for anyone else, read of yesterday, or asked for by who waits', async () => {
    const { hubId, day } = await rowOf('alva');
    const forged = (own: object) =>
      scopes.egil.read('notice:read', (db) =>
        db.presence.create({
          data: {
            ...{ hubId, day, circle: 'EVERYONE', derived: false },
            personId: world.person('egil'),
            organisationId: world.organisation('rivalen'),
            ...own,
          },
        }),
      );
    const refused = /row-level security/;
    await expect(forged({ personId: world.person('bror') })).rejects.toThrow(refused);
    await expect(forged({ organisationId: world.organisation('bergs-kommun') })).rejects.toThrow(
      refused,
    );
    await expect(forged({ day: new Date('2026-01-01') })).rejects.toThrow(refused);
    const widened = await scopes.egil.read('notice:read', (db) =>
      db.presence.updateMany({ data: { circle: 'EVERYONE' } }),
    );
    expect(widened.count).toBe(0);
    await world.asSystem((db) =>
      db.presence.updateMany({ data: { circle: 'EVERYONE', day: new Date('2026-01-01') } }),
    );
    expect(await whoSees('Alva Lind')).toEqual([]);
    expect(await peek('bror')).toEqual([]);
    await expect(findPresence(scopes.maja)).rejects.toThrow('presence:share');
    await shareToday(scopes.alva, 'EVERYONE');
    expect(await peek('maja')).toEqual([]);
  });

  it('is gone after the day, and the log does not tell what was chosen', async () => {
    await rowOf('alva');
    await runRetention(await enterSystem(null, 'test'));
    expect(await world.asSystem((db) => db.presence.count())).toBe(1);
    await world.asSystem((db) =>
      db.presence.updateMany({ data: { day: new Date(Date.now() - 3 * 86_400_000) } }),
    );
    await runRetention(await enterSystem(null, 'test'));
    expect(await world.asSystem((db) => db.presence.count())).toBe(0);
    const events = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { kind: 'presenceChosen' }, select: { detail: true } }),
    );
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ detail }) => JSON.stringify(detail) === '{}')).toBe(true);
  });

  async function rowOf(who: CastName) {
    await shareToday(scopes[who], 'ORGANISATION');
    return world.asSystem((db) =>
      db.presence.findFirstOrThrow({ where: { personId: world.person(who) } }),
    );
  }
});

describe('On days with a booking', () => {
  const booked = async (status: 'CONFIRMED' | 'CHECKED_IN' = 'CONFIRMED') => {
    const now = Date.now();
    const startsAt = new Date(now - 60_000);
    return world.asSystem((db) =>
      db.booking.create({
        data: {
          ...{ hubId: world.hub('nord'), placeId: house.place('desk-1'), status },
          ...{ bookedById: world.person('alva'), bookedForId: world.person('alva') },
          organisationId: world.organisation('bergs-kommun'),
          ...{ startsAt, endsAt: new Date(now + 600_000), actorClass: 'PUBLIC' },
          ...{
            requestKey: crypto.randomUUID(),
            ...(status === 'CHECKED_IN' && { checkedInAt: startsAt }),
          },
        },
      }),
    );
  };

  it('it shows by itself for who wished it, goes with the booking, and today’s own word stands', async () => {
    const { id } = await booked();
    await followBookings();
    expect(await whoSees('Alva Lind')).toEqual([]);
    await shareWhenBooked(scopes.alva, 'PUBLIC');
    await followBookings();
    expect(await whoSees('Alva Lind')).toEqual(['bror', 'greta']);
    expect((await findPresence(scopes.alva)).today).toEqual({ circle: 'PUBLIC', derived: true });
    await shareWhenBooked(scopes.alva, 'ORGANISATION');
    expect(await whoSees('Alva Lind')).toEqual(['bror']);
    await world.asSystem((db) =>
      db.booking.updateMany({ where: { id }, data: { status: 'CANCELLED' } }),
    );
    await followBookings();
    expect(await whoSees('Alva Lind')).toEqual([]);
    await booked();
    await shareToday(scopes.alva, 'NOBODY');
    await followBookings();
    expect(await whoSees('Alva Lind')).toEqual([]);
  });

  it('writes nothing in a minute in which nothing changes', async () => {
    await booked();
    await shareWhenBooked(scopes.alva, 'EVERYONE');
    const events = () =>
      world.asSystem((db) => db.auditEvent.count({ where: { kind: 'presenceFollowed' } }));
    const before = await events();
    await followBookings();
    await followBookings();
    expect(await events()).toBe(before + 1);
  });

  it('the house knows how many are checked in, and not who', async () => {
    await booked('CHECKED_IN');
    expect(await findHousePresence(scopes.ivar)).toEqual({ here: 1, shared: [] });
    const count = (who: CastName) =>
      scopes[who].read('notice:read', (db) => db.$queryRaw`select count_here() as here`);
    expect(await count('egil')).toEqual([{ here: null }]);
    expect((await findHousePresence(scopes.lars)).here).toBe(0);
    await expect(findHousePresence(scopes.egil)).rejects.toThrow('house:today');
  });
});
