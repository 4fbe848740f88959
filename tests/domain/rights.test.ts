import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableName } from '#components/rights/table-name.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { locales } from '#lib/platform/i18n/locales.ts';
import { enterPerson, enterPublic, enterSystem, findSessionPerson } from '#lib/platform/scope.ts';
import { eraseMyself, lastAdministratorOf } from '#lib/rights/erasure.ts';
import { asCsv, collectMine, personal } from '#lib/rights/holdings.ts';
import { register } from '#lib/rights/register.ts';
import { listRetentionRuns, runRetention } from '#lib/rights/retention.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse } from './workspace-house.ts';

let world: World;
let house: House;
beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
});
afterAll(() => world.close());

const catalogue = <T>(sql: string) => world.asSystem((db) => db.$queryRawUnsafe<T[]>(sql));
const noticeFor = (who: 'alva' | 'bror', days = 0) =>
  world.asSystem((db) =>
    db.notice.create({
      data: {
        hubId: world.hub('nord'),
        personId: world.person(who),
        kind: 'proposalAccepted',
        detail: { title: `Till ${who}` },
        path: '/x',
        createdAt: new Date(Date.now() - days * 86_400_000),
      },
    }),
  );

describe('The register of what is kept', () => {
  it('has every table, and no other', async () => {
    const tables = await catalogue<{ name: string }>(`select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'`);
    expect(Object.keys(register).sort()).toEqual(tables.map(({ name }) => name).sort());
  });

  it('knows every column that names a person', async () => {
    const columns = await catalogue<{ table: string; column: string }>(`
      select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.contype = 'f' and c.confrelid = 'person'::regclass and a.attname <> 'hub_id'`);
    const unknown = columns.filter(({ table, column }) => !register[table]?.people?.[column]);
    expect(unknown).toEqual([]);
  });

  it('has words for every table with something personal, in every language', () => {
    for (const locale of locales) {
      const words = personal.map(([table]) => tableName(locale, table));
      expect(words.filter((word) => /_/.test(word))).toEqual([]);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('says what becomes of everything personal', () => {
    expect(personal.filter(([, { onErasure }]) => !onErasure)).toEqual([]);
  });
});

describe('One’s own data', () => {
  it('holds everything about oneself, nothing about others, and no secret', async () => {
    await noticeFor('alva');
    await noticeFor('bror');
    const email = 'alva@nord.example';
    await world.asSystem((db) =>
      db.signInToken.create({
        data: {
          identifier: email,
          tokenHash: 'hemlig',
          ask: crypto.randomUUID(),
          expiresAt: new Date(),
        },
      }),
    );
    const held = await collectMine(await own('alva'));
    const text = JSON.stringify(held);
    expect(held.map(({ table }) => table)).toEqual(personal.map(([table]) => table));
    expect(text).toContain('Till alva');
    expect(text).toContain('Alva Lind');
    expect(text).toContain(email);
    expect(text).not.toMatch(/Bror|Till bror|hemlig/);
    // Ids of hubs and organisations have their names beside them.
    const memberships = held.find(({ table }) => table === 'membership')?.rows;
    expect(memberships).toMatchObject([{ organisation_name: 'Bergs kommun' }]);
    const notices = held.find(({ table }) => table === 'notice')?.rows;
    expect(notices).toMatchObject([{ hub_name: 'Navet Nord' }]);
  });

  it('comes as CSV in which no formula runs', () => {
    const rows = [{ name: '=HYPERLINK("x")', note: 'a;"b"\nc', empty: null }];
    const csv = asCsv([{ table: 'person', purpose: 'account', rows }]);
    expect(csv).toContain(`person,1,name,"'=HYPERLINK(""x"")"`);
    expect(csv).toContain('"a;""b""\nc"');
  });

  it('is not for visitors', async () => {
    await expect(collectMine(await enterPublic('nord'))).rejects.toBeInstanceOf(NotFound);
    await expect(eraseMyself(await enterPublic('nord'))).rejects.toBeInstanceOf(NotFound);
  });
});

describe('Erasure', () => {
  it('leaves counts and records, and the person nowhere', async () => {
    const booked = await bookingBy('alva');
    await eraseMyself(await own('alva'));
    // A last letter goes to the address; the portal forgets it when it has left.
    const letters = await world.asSystem((db) =>
      db.mail.findMany({ where: { recipient: 'alva@nord.example' } }),
    );
    expect(letters).toMatchObject([
      { forget: true, sentAt: null, subject: 'Dina uppgifter i Navet är raderade' },
    ]);
    await world.asSystem((db) => db.mail.deleteMany({ where: { forget: true } }));
    const everything = await allText();
    expect(everything).not.toContain('Alva Lind');
    expect(everything).not.toContain('alva@nord.example');
    const kept = await world.asSystem((db) => db.booking.findFirst({ where: { id: booked } }));
    expect(kept?.bookedById).toBe(world.person('alva'));
    expect(await findSessionPerson(world.session('alva'))).toBeNull();
    await expect(world.enter('alva')).rejects.toBeInstanceOf(NotFound);
  });

  it('waits for another administrator, and says for whom', async () => {
    const disa = await enterPerson(world.session('disa'));
    expect(await lastAdministratorOf(disa)).toEqual([
      { name: 'Fjällvård AB', waiting: false, people: '/nord/fjallvard/people' },
    ]);
    await expect(eraseMyself(disa)).rejects.toMatchObject({ code: 'rights.refusals.lastAdmin' });
    expect(await allText()).toContain('disa@nord.example');
    const judit = await enterPerson(world.session('judit'));
    expect(await lastAdministratorOf(judit)).toEqual([
      { name: 'Navet Nord', waiting: false, people: '/nord/house/people' },
    ]);
  });

  it('touches nobody else', async () => {
    expect(await allText()).toContain('bror@nord.example');
    await expect(world.enter('bror')).resolves.toBeDefined();
  });
});

describe('Retention', () => {
  it('removes what is due and nothing younger, and writes down how much', async () => {
    await noticeFor('bror', 366);
    await noticeFor('bror', 400);
    await noticeFor('bror', 364);
    const system = await enterSystem(null, 'test');
    expect(await runRetention(system)).toEqual([{ class: 'notices', rows: 2 }]);
    expect(await runRetention(system)).toEqual([]);
    const [run, ...others] = await listRetentionRuns(await world.enter('judit'));
    expect([run?.class, run?.rows, others]).toEqual(['notices', 2, []]);
    const left = await world.asSystem((db) =>
      db.notice.count({ where: { personId: world.person('bror') } }),
    );
    expect(left).toBe(2);
  });

  it('empties the purpose of an old booking and keeps the booking', async () => {
    const id = await bookingBy('bror', 731);
    await runRetention(await enterSystem(null, 'test'));
    const kept = await world.asSystem((db) => db.booking.findFirst({ where: { id } }));
    expect(kept).toMatchObject({ purpose: '', bookedById: world.person('bror') });
  });

  it('keeps its protocol from everyone but hub administrators, unchangeable', async () => {
    await expect(listRetentionRuns(await world.enter('bror'))).rejects.toBeInstanceOf(NotFound);
    const change = world.asSystem((db) => db.retentionRun.updateMany({ data: { rows: 0 } }));
    await expect(change).rejects.toThrow(/permission denied/);
  });
});

const own = (who: 'alva') => enterPerson(world.session(who));

/** Every row of every table, as text. */
async function allText(): Promise<string> {
  const rows = await Promise.all(
    Object.keys(register).map((table) =>
      catalogue<{ text: string }>(`select to_jsonb(t)::text as text from ${table} t`),
    ),
  );
  return rows
    .flat()
    .map(({ text }) => text)
    .join('\n');
}

async function bookingBy(who: 'alva' | 'bror', daysAgo = 0): Promise<string> {
  return world.asSystem(async (db) => {
    const hubId = world.hub('nord');
    const id = crypto.randomUUID();
    const startsAt = new Date(Date.now() - daysAgo * 86_400_000 - 7_200_000);
    const endsAt = new Date(startsAt.getTime() + 3_600_000);
    await db.booking.create({
      data: {
        hubId,
        id,
        placeId: house.place('desk-1'),
        organisationId: world.organisation('bergs-kommun'),
        bookedById: world.person(who),
        bookedForId: world.person(who),
        actorClass: 'PUBLIC',
        startsAt,
        endsAt,
        purpose: 'Samtal',
        requestKey: crypto.randomUUID(),
      },
    });
    return id;
  });
}
