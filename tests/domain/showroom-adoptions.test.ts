import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadReference } from '#lib/cli/seed/reference.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import {
  type AdoptionInput,
  adoptionForm,
  findOwnAdoption,
  listOwnAdoptions,
  stateAdoption,
  withdrawAdoption,
} from '#lib/showroom/adoptions.ts';
import { decideDemo, sendDemo } from '#lib/showroom/deciding.ts';
import { findDemo } from '#lib/showroom/detail.ts';
import { profileForm } from '#lib/showroom/environment.ts';
import { findNeighbours, listTowns } from '#lib/showroom/neighbours.ts';
import { findOwnProfile, saveProfile } from '#lib/showroom/profiles.ts';
import { beginDemo } from '#lib/showroom/versions.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let bror: Scope;
let cleo: Scope;
let disa: Scope;
let visitor: Scope;
let demoId: string;

beforeAll(async () => {
  world = await makeWorld(60);
  await world.asSystem((db) => loadReference(db));
  [bror, cleo, disa, visitor] = await Promise.all([
    world.enter('bror'),
    world.enter('cleo'),
    world.enter('disa'),
    enterPublic('nord'),
  ]);
  demoId = (
    await beginDemo(cleo, crypto.randomUUID(), {
      ...{ title: { sv: 'Lås' }, summary: { sv: 'Kort' }, body: { sv: 'Lång' } },
      ...{ areas: ['SAFETY_AT_HOME'], settings: ['HOME_CARE'], audience: ['STAFF'] },
      picture: { src: '/demos/las.svg', alt: { sv: 'Ett lås' } },
    })
  ).id;
  await sendDemo(cleo, demoId);
  await decideDemo(await world.enter('ivar'), demoId, { decision: 'publish', reason: '' });
});
beforeEach(() => stopClock(Temporal.Instant.from('2026-11-16T08:00:00Z')));
afterEach(async () => {
  stopClock(null);
  await world.asSystem((db) => db.demoAdoption.deleteMany());
});
afterAll(() => world.close());

const said = (own: Partial<AdoptionInput> = {}): AdoptionInput =>
  adoptionForm.parse({ status: 'USING', since: '2025-03-01', language: 'sv', ...own });
const refused = (field: string, code: string) => ({
  fields: { [field]: `adoptions.refusals.${code}` },
});
const shown = async () => (await findDemo(visitor, 'las')).adoptions;

describe('What an organisation says that it uses', () => {
  it('is said once by its administrators, changed as often as it changes, and seen by everyone', async () => {
    await stateAdoption(bror, demoId, said({ result: 'Färre resor', contact: 'Hemtjänsten' }));
    await stateAdoption(bror, demoId, said({ status: 'STOPPED', stoppedOn: '2026-02-01' }));
    expect(await shown()).toMatchObject([
      { status: 'STOPPED', organisation: { slug: 'bergs-kommun' }, result: {}, contact: '' },
    ]);
    expect(await listOwnAdoptions(await world.enter('alva'))).toHaveLength(1);
    expect(await listOwnAdoptions(disa)).toEqual([]);
  });

  it('is one row, however many press at once', async () => {
    const tries = Array.from({ length: 50 }, () => stateAdoption(bror, demoId, said()));
    const done = await Promise.allSettled(tries);
    expect(done.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await world.asSystem((db) => db.demoAdoption.count())).toBe(1);
  });

  it('is nobody else’s to say, change or take back', async () => {
    await stateAdoption(bror, demoId, said());
    await expect(stateAdoption(await world.enter('alva'), demoId, said())).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(withdrawAdoption(disa, demoId)).rejects.toBeInstanceOf(NotFound);
    const forced = disa.write('adoption:state', async (db, deed) => {
      const { count } = await db.demoAdoption.deleteMany({ where: { demoId } });
      const changed = await db.demoAdoption.updateMany({
        where: { demoId },
        data: { contact: 'x' },
      });
      deed.record('adoptionWithdrawn', 'demo', demoId);
      return [count, changed.count];
    });
    expect(await forced).toEqual([0, 0]);
    const host = await world.enter('judit');
    await expect(stateAdoption(host, demoId, said())).rejects.toBeInstanceOf(NotFound);
    await expect(stateAdoption(await world.enter('kari'), demoId, said())).rejects.toBeInstanceOf(
      NotFound,
    );
    await withdrawAdoption(bror, demoId);
    expect(await shown()).toEqual([]);
  });

  it('has days that can be: not ahead, and stopped after it began', async () => {
    const say = (own: Partial<AdoptionInput>) => stateAdoption(bror, demoId, said(own));
    await expect(say({ since: '2026-11-17' })).rejects.toMatchObject(
      refused('since', 'sinceAhead'),
    );
    await expect(say({ status: 'STOPPED' })).rejects.toMatchObject(
      refused('stoppedOn', 'stoppedOn'),
    );
    const before = say({ status: 'STOPPED', stoppedOn: '2025-02-01' });
    await expect(before).rejects.toMatchObject(refused('stoppedOn', 'stoppedBefore'));
    await say({ stoppedOn: '2025-02-01' });
    expect((await findOwnAdoption(bror, demoId)).said?.stoppedOn).toBeNull();
  });

  it('does not turn into another language because somebody reads it in one', async () => {
    await stateAdoption(bror, demoId, said({ lesson: 'Börja smått' }));
    await stateAdoption(bror, demoId, said({ lesson: 'Börja smått', language: 'en' }));
    expect((await shown())[0]?.lesson).toEqual({ sv: 'Börja smått' });
    await stateAdoption(bror, demoId, said({ lesson: 'Start small', language: 'en' }));
    expect((await shown())[0]?.lesson).toEqual({ en: 'Start small' });
  });
});

describe('Seen from a municipality', () => {
  const berg = { country: 'SE' as const, code: '2326' };

  it('the nearest and most alike come first, and others that are no municipality last', async () => {
    const organisations = { 'bergs-kommun': '2326', rivalen: '2380', anhoriga: '0180' };
    await world.asSystem(async (db) => {
      for (const [slug, code] of Object.entries(organisations)) {
        const organisationId = world.organisation(slug);
        await db.municipality.create({ data: { organisationId, country: 'SE', code } });
        await db.demoAdoption.create({
          data: {
            hubId: world.hub('nord'),
            demoId,
            organisationId,
            status: 'USING',
            since: new Date('2025-01-01'),
          },
        });
      }
      await db.demoAdoption.create({
        data: {
          ...{
            hubId: world.hub('nord'),
            demoId,
            organisationId: world.organisation('region-norr'),
          },
          ...{ status: 'TESTING', since: new Date('2025-01-01') },
        },
      });
    });
    // Härjedalen: Berg is next to it and as rural; Östersund a city; Stockholm far away and far larger.
    const { town, neighbours } = await findNeighbours(visitor, demoId, 'SE-2361');
    expect(town.name).toBe('Härjedalen');
    expect(neighbours.map(({ organisationId }) => organisationId)).toEqual(
      ['bergs-kommun', 'rivalen', 'anhoriga', 'region-norr'].map(world.organisation),
    );
    const [near, city] = neighbours;
    // Sveg and Svenstavik lie some 80 km apart as the crow flies, Sveg and Östersund some 130.
    expect(near?.km).toBeGreaterThan(60);
    expect(near?.km).toBeLessThan(100);
    expect(city?.km).toBeGreaterThan(115);
    expect(city?.km).toBeLessThan(145);
    expect(neighbours.at(-1)?.km).toBeNull();
    await expect(findNeighbours(visitor, demoId, 'SE-9999')).rejects.toBeInstanceOf(NotFound);
    await expect(findNeighbours(visitor, demoId, "x' or 1")).rejects.toBeInstanceOf(NotFound);
  });

  it('every municipality in force of the country can be looked from', async () => {
    expect(await listTowns(visitor)).toHaveLength(290);
    expect(await listTowns(await enterPublic('innland'))).toHaveLength(357);
  });

  it('what it has said of itself is there for everyone, and only its own to say', async () => {
    const typed = profileForm.parse({
      bandwidthKbps: '2,5',
      coveragePercent: '81',
      staffMinutes: '',
    });
    await saveProfile(bror, typed);
    expect(await findOwnProfile(await world.enter('alva'))).toMatchObject({ bandwidthKbps: 2500 });
    const { profile } = await findNeighbours(visitor, demoId, `${berg.country}-${berg.code}`);
    expect(profile).toMatchObject({ bandwidthKbps: 2500, coveragePercent: 81, staffMinutes: null });
    await expect(saveProfile(await world.enter('alva'), typed)).rejects.toBeInstanceOf(NotFound);
    expect(profileForm.safeParse({ coveragePercent: '101' }).success).toBe(false);
    expect(profileForm.safeParse({ farthestKm: 'långt' }).success).toBe(false);
  });
});
