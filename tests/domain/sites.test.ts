import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteSchema } from '#lib/places/site-schema.ts';
import {
  addSite,
  changeSite,
  listHouseSites,
  removeFloor,
  removeSite,
  saveFloor,
} from '#lib/places/sites.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { findVisit } from '#lib/visits/reads.ts';
import { visitSchema } from '#lib/visits/schema.ts';
import { registerVisit } from '#lib/visits/writes.ts';
import { findGrid } from '#lib/workspace/grid.ts';
import { findFreePlaces, findHouse, findSites } from '#lib/workspace/reads.ts';
import { listSiteHours } from '#lib/workspace/rule-reads.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse } from './workspace-house.ts';

let world: World;
let judit: Scope;
beforeAll(async () => {
  world = await makeWorld();
  judit = await world.enter('judit');
});
afterAll(() => world.close());

const input = (own: object = {}) =>
  siteSchema.parse({
    ...{ nameSv: 'Kvarnen', nameNb: '', nameEn: 'The mill', slug: 'kvarnen' },
    ...{ address: 'Kvarngatan 2', areaM2: '', halfDayAt: '12:30' },
    ...own,
  });
const floor = (level: number) => ({ nameSv: `Plan ${level}`, nameNb: '', nameEn: '', level });
const refused = (code: string) => ({ name: 'Refusal', code: `places.refusals.${code}` });

describe('A hub that begins with nothing', () => {
  it('gets a site, open on weekdays in the hub’s zone, and its floors from below', async () => {
    expect(await listHouseSites(judit)).toEqual([]);
    const { id } = await addSite(judit, input());
    await saveFloor(judit, id, null, floor(1));
    await saveFloor(judit, id, null, floor(-1));
    const [site] = await listHouseSites(judit);
    expect(site).toMatchObject({ halfDayAt: 750, areaM2: null, name: { nb: 'Kvarnen' } });
    expect(site?.floors.map(({ level }) => level)).toEqual([-1, 1]);
    const [hours] = await listSiteHours(judit);
    expect(hours?.usual).toHaveLength(5);
    await saveFloor(judit, id, site?.floors[0]?.id ?? '', floor(0));
    await changeSite(judit, id, input({ areaM2: '828' }));
    expect((await listHouseSites(judit))[0]).toMatchObject({ areaM2: 828 });
  });

  it('has no two sites of one short name, and no two floors on one level', async () => {
    const [site] = await listHouseSites(judit);
    await expect(addSite(judit, input())).rejects.toMatchObject(refused('codeUsed'));
    const again = saveFloor(judit, site?.id ?? '', null, floor(1));
    await expect(again).rejects.toMatchObject(refused('levelUsed'));
    expect(siteSchema.safeParse({ ...input(), nameSv: '', nameEn: '' }).success).toBe(false);
  });

  it('is set up by its administrators alone, and another hub’s sites are not there', async () => {
    for (const who of ['ivar', 'cleo', 'hedda'] as const) {
      await expect(addSite(await world.enter(who), input())).rejects.toBeInstanceOf(NotFound);
    }
    const [site] = await listHouseSites(judit);
    const other = await world.enter('kari');
    await expect(changeSite(other, site?.id ?? '', input())).rejects.toBeInstanceOf(NotFound);
    const host = await world.enter('ivar');
    const forged = host.write('place:block', async (db, deed) => {
      await db.site.create({
        data: { hubId: world.hub('nord'), slug: 'smyg', name: {}, zone: 'UTC', address: 'x' },
      });
      deed.record('siteAdded', 'site', crypto.randomUUID());
    });
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe('A second house', () => {
  let cleo: Scope;
  let house: House;
  let annex: string;
  const day = Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 7 }).toString();
  const guest = (own: object = {}) =>
    visitSchema.parse({ guest: 'Ylva Gäst', date: day, from: '10:00', to: '11:00', ...own });
  const siteOfVisit = async (own: object = {}) => {
    const { id } = await registerVisit(cleo, guest(own));
    return (await findVisit(cleo, id)).site.sv;
  };
  const offered = async () => (await findSites(cleo)).map(({ slug }) => slug);
  const siteId = async (slug: string) =>
    (await listHouseSites(judit)).find((site) => site.slug === slug)?.id ?? '';

  beforeAll(async () => {
    cleo = await world.enter('cleo');
    annex = (await addSite(judit, input({ slug: 'annexet', nameSv: 'Annexet' }))).id;
  });

  it('is none as long as no site has a place', async () => {
    expect(await offered()).toEqual([]);
    await expect(findHouse(await enterPublic('nord'))).rejects.toBeInstanceOf(NotFound);
    await expect(findFreePlaces(cleo, {})).rejects.toBeInstanceOf(NotFound);
    await expect(findGrid(cleo, { date: day, days: 1 })).rejects.toBeInstanceOf(NotFound);
    await expect(registerVisit(cleo, guest())).rejects.toBeInstanceOf(NotFound);
  });

  it('without places changes nothing for who looks for one', async () => {
    house = await makeHouse(world);
    await saveFloor(judit, annex, null, floor(0));
    const seen = await findHouse(await enterPublic('nord'));
    expect(seen.site.slug).toBe('huset');
    expect(seen.places).toHaveLength(8);
    const found = await findFreePlaces(cleo, {});
    expect(found.site.slug).toBe('huset');
    expect(found.sites.map(({ slug }) => slug)).toEqual(['huset']);
    expect((await findGrid(cleo, { date: day, days: 1 })).site.slug).toBe('huset');
    expect(await siteOfVisit()).toBe('Huset');
    await expect(siteOfVisit({ siteId: annex })).rejects.toBeInstanceOf(NotFound);
  });

  it('with places is a choice, after the one with more of them in use', async () => {
    const [hall] = (await listHouseSites(judit)).find(({ id }) => id === annex)?.floors ?? [];
    const place = { hubId: world.hub('nord'), siteId: annex, floorId: hall?.id ?? '' };
    const name = { sv: 'Soffan', nb: 'Sofaen', en: 'The sofa' };
    const rest = { kind: 'HOT_DESK' as const, code: 'soffan', name, seats: 1, readingOrder: 1 };
    const { id } = await world.asSystem((db) =>
      db.place.create({ data: { ...place, ...rest, state: 'HIDDEN' } }),
    );
    const where = { hubId: place.hubId };
    expect(await offered()).toEqual(['huset']);
    await world.asSystem((db) =>
      db.place.updateMany({ where: { ...where, id }, data: { state: 'ACTIVE' } }),
    );
    expect(await offered()).toEqual(['huset', 'annexet']);
    expect((await findHouse(cleo)).site.slug).toBe('huset');
    expect((await findHouse(cleo, 'annexet')).places.map(({ code }) => code)).toEqual(['soffan']);
    expect((await findHouse(cleo, 'nowhere')).site.slug).toBe('huset');
    const grid = await findGrid(cleo, { date: day, days: 1, site: 'annexet' });
    expect(grid.rows.map((row) => row.place.code)).toEqual(['soffan']);
    expect(await siteOfVisit()).toBe('Huset');
    expect(await siteOfVisit({ siteId: annex })).toBe('Annexet');
    const others = { ...where, siteId: await siteId('huset') };
    await world.asSystem((db) =>
      db.place.updateMany({ where: others, data: { state: 'OUT_OF_SERVICE' } }),
    );
    expect(await offered()).toEqual(['annexet', 'huset']);
    await world.asSystem((db) => db.place.updateMany({ where: others, data: { state: 'ACTIVE' } }));
  });

  it('is not removed while it has places, nor the floor they are on', async () => {
    const there = (await listHouseSites(judit)).find(({ id }) => id === annex);
    const hall = there?.floors[0]?.id ?? '';
    await expect(removeFloor(judit, annex, hall)).rejects.toMatchObject(refused('floorInUse'));
    await expect(removeSite(judit, annex)).rejects.toMatchObject(refused('siteInUse'));
    // A visit keeps the site also when its place is elsewhere.
    const where = { id: { not: house.place('desk-1') }, siteId: annex };
    const huset = await siteId('huset');
    const [first] = (await listHouseSites(judit)).find(({ id }) => id === huset)?.floors ?? [];
    const data = { siteId: huset, floorId: first?.id ?? '' };
    await world.asSystem((db) => db.place.updateMany({ where, data }));
    await expect(removeSite(judit, annex)).rejects.toMatchObject(refused('siteInUse'));
    await removeFloor(judit, annex, hall);
    expect((await listHouseSites(judit)).find(({ id }) => id === annex)?.floors).toEqual([]);
  });

  it('that is empty goes with its floors, plans and hours, and the log knows its name', async () => {
    const mill = await siteId('kvarnen');
    const [attic] = (await listHouseSites(judit)).find(({ id }) => id === mill)?.floors ?? [];
    const hubId = world.hub('nord');
    const geometry = { outline: [], lines: [], marks: [] };
    const floorId = attic?.id ?? '';
    const published = { version: 1, state: 'PUBLISHED' as const, publishedAt: new Date() };
    const plan = { hubId, floorId, widthM: 10, heightM: 10, geometry, ...published };
    const { id: planId } = await world.asSystem((db) => db.floorPlan.create({ data: plan }));
    // By itself a published plan stays.
    const dropped = world.asSystem((db) =>
      db.floorPlan.deleteMany({ where: { hubId, id: planId } }),
    );
    await expect(dropped).rejects.toThrow(/published_plans_stand/);
    for (const who of ['ivar', 'cleo', 'kari'] as const) {
      await expect(removeSite(await world.enter(who), mill)).rejects.toBeInstanceOf(NotFound);
    }
    await removeSite(judit, mill);
    expect(await siteId('kvarnen')).toBe('');
    const left = await world.asSystem(async (db) => [
      await db.floorPlan.count({ where: { hubId, id: planId } }),
      await db.floor.count({ where: { hubId, siteId: mill } }),
      await db.openingHours.count({ where: { hubId, siteId: mill } }),
    ]);
    expect(left).toEqual([0, 0, 0]);
    const event = await world.asSystem((db) =>
      db.auditEvent.findFirst({ where: { kind: 'siteRemoved' }, select: { detail: true } }),
    );
    expect(event?.detail).toEqual({ name: 'Kvarnen' });
    await expect(removeSite(judit, mill)).rejects.toBeInstanceOf(NotFound);
  });
});
