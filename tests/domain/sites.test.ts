import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteSchema } from '#lib/places/site-schema.ts';
import { addSite, changeSite, listHouseSites, saveFloor } from '#lib/places/sites.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { listSiteHours } from '#lib/workspace/rule-reads.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

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
