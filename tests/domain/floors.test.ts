import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '#lib/floors/draft.ts';
import { discardDraft, saveDraft, startDraft } from '#lib/floors/drafting.ts';
import { fieldsOf } from '#lib/floors/fields.ts';
import { publishDraft } from '#lib/floors/publishing.ts';
import { findFloor, findPlan, listFloors } from '#lib/floors/reads.ts';
import { drawingSchema } from '#lib/floors/schema.ts';
import { stopClock } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { findFreePlaces, findHouse } from '#lib/workspace/reads.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let floor: string;
let cleo: Scope;
let host: Scope;
let admin: Scope;

beforeEach(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  const hubId = world.hub('nord');
  floor = (await world.asSystem((db) => db.floor.findFirstOrThrow({ where: { hubId } }))).id;
  [cleo, host, admin] = await Promise.all([
    world.enter('cleo'),
    world.enter('ivar'),
    world.enter('judit'),
  ]);
  stopClock(mondayMorning);
  return async () => {
    stopClock(null);
    await world.close();
  };
});

const refused = (name: string) => ({ name: 'Refusal', code: `floors.refusals.${name}` });
const notFound = { name: 'NotFound' };
const draftOf = (scope = host) => findPlan(scope, floor, 'draft');

/** Saves the draft with its places where they are told to be. */
async function draw(
  places: Record<string, Partial<Draft['shapes'][number]>>,
  own: { revision?: number; over?: number; scope?: Scope } = {},
): Promise<void> {
  const { revision, draft } = await draftOf();
  const shapes = Object.entries(places).map(([key, at], n) => ({
    ...{ key: house.place(key), x: 1, y: 1, w: 1.5, h: 0.75, rotation: 0 },
    ...{ form: 'RECT' as const, order: n + 1, ...at },
  }));
  const input = { revision: own.revision ?? revision, over: own.over, note: '' };
  await saveDraft(own.scope ?? host, floor, { ...input, draft: { ...draft, shapes } });
}
async function publish(places: Parameters<typeof draw>[0]): Promise<void> {
  await startDraft(host, floor);
  await draw(places);
  await publishDraft(host, floor, (await draftOf()).revision);
}
const shapeOf = async (key: string) =>
  (await findHouse(cleo)).places.find(({ id }) => id === house.place(key))?.shape;

describe('a plan', () => {
  it('is drawn in a draft that nobody else sees, and shown when it is published', async () => {
    await startDraft(host, floor);
    await draw({ 'desk-1': { x: 2, rotation: 90 } });
    expect(await shapeOf('desk-1')).toBe(null);
    expect((await findHouse(cleo)).floors[0]?.plan).toBe(null);
    await publishDraft(admin, floor, (await draftOf()).revision);
    expect(await shapeOf('desk-1')).toMatchObject({ x: 2, rotation: 90, readingOrder: 1 });
    expect((await findHouse(cleo)).floors[0]).toMatchObject({ widthM: 10, heightM: 10 });
    expect(await listFloors(host)).toMatchObject([{ shown: 1, drafting: false }]);
  });

  it('is no business of members, nor of another hub’s staff', async () => {
    await expect(startDraft(cleo, floor)).rejects.toMatchObject(notFound);
    const stranger = await world.enter('lars');
    await expect(findFloor(stranger, floor)).rejects.toMatchObject(notFound);
    await expect(startDraft(stranger, floor)).rejects.toMatchObject(notFound);
    await startDraft(host, floor);
    await expect(publishDraft(stranger, floor, 0)).rejects.toMatchObject(
      refused('changedMeanwhile'),
    );
    expect((await findFloor(host, floor)).plans).toMatchObject([{ state: 'DRAFT' }]);
  });

  it('replaced, or gone back to, leaves every place and booking as it was', async () => {
    await publish({ 'desk-1': {}, 'desk-2': { y: 3 } });
    const { id } = await bookPlace(cleo, wishFor(house.place('desk-1')));
    const everything = () =>
      world.asSystem(async (db) => ({
        places: await db.place.findMany({ orderBy: { id: 'asc' } }),
        bookings: await db.booking.findMany(),
        occupancy: await db.occupancy.findMany(),
      }));
    const before = await everything();
    await publish({ 'desk-2': { y: 5 } });
    expect(await everything()).toEqual(before);
    expect(await shapeOf('desk-1')).toBe(null);
    // Found, booked and kept all the same.
    expect((await findBooking(cleo, id)).status).toBe('CONFIRMED');
    const wish = { date: '2027-03-09', from: '09:00', to: '12:00' };
    const found = (await findFreePlaces(cleo, wish)).places;
    expect(found.find((place) => place.id === house.place('desk-1'))).toMatchObject({
      ...{ state: 'free', shape: null },
    });
    await startDraft(host, floor, 1);
    await publishDraft(host, floor, (await draftOf()).revision);
    expect(await everything()).toEqual(before);
    expect(await shapeOf('desk-1')).toMatchObject({ x: 1, y: 1 });
    const { plans } = await findFloor(host, floor);
    expect(plans.map(({ version, state }) => `${version} ${state}`)).toEqual([
      ...['3 PUBLISHED', '2 SUPERSEDED', '1 SUPERSEDED'],
    ]);
  });

  it('that was published stands, whoever would change it', async () => {
    await publish({ 'desk-1': {} });
    const plan = await findPlan(host, floor, 1);
    const stands = { message: expect.stringContaining('published_plans_stand') };
    const where = { planId: plan.id };
    const tries = [
      () => world.asSystem((db) => db.planShape.deleteMany({ where })),
      () => world.asSystem((db) => db.planShape.updateMany({ where, data: { x: 3 } })),
      () => world.asSystem((db) => db.floorPlan.updateMany({ data: { note: 'annat' } })),
      () => world.asSystem((db) => db.floorPlan.updateMany({ data: { geometry: {} } })),
      () => world.asSystem((db) => db.floorPlan.deleteMany({})),
    ];
    for (const change of tries) await expect(change()).rejects.toMatchObject(stands);
  });

  it('keeps no shape outside itself, and no place of another floor', async () => {
    await startDraft(host, floor);
    const outside = { message: expect.stringContaining('shapes_stand_on_their_plan') };
    await expect(draw({ 'desk-1': { x: 9 } })).rejects.toMatchObject(outside);
    // Turned by a quarter it reaches further down than it would lying.
    await expect(draw({ 'desk-1': { y: 9.1, h: 0.5, rotation: 90 } })).rejects.toMatchObject(
      outside,
    );
    await draw({ 'desk-1': { y: 9.1, h: 0.5 } });
    const { draft } = await draftOf();
    const fields = { ...fieldsOf(draft), revision: '1', 'c2-x': '5', 'c2-y': '5' };
    const { error } = drawingSchema.safeParse(fields);
    expect(error?.issues).toMatchObject([{ message: 'floors.refusals.outside' }]);
  });

  it('has one draft at most, also when two begin at once', async () => {
    const tries = await Promise.allSettled([startDraft(host, floor), startDraft(admin, floor)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(startDraft(host, floor)).rejects.toMatchObject(refused('draftThere'));
    await discardDraft(admin, floor);
    await startDraft(host, floor);
    expect((await findFloor(host, floor)).plans).toHaveLength(1);
  });
});

describe('a draft that a colleague has saved meanwhile', () => {
  it('is not saved over unknowingly; whoever was told may', async () => {
    await startDraft(host, floor);
    await draw({ 'desk-1': { x: 2 } }, { scope: admin });
    const late = draw({ 'desk-1': { x: 5 } }, { revision: 0 });
    await expect(late).rejects.toMatchObject({
      ...refused('newer'),
      detail: { newer: { revision: 1 } },
    });
    expect((await draftOf()).draft.shapes).toMatchObject([{ x: 2 }]);
    await draw({ 'desk-1': { x: 5 } }, { revision: 0, over: 1 });
    expect((await draftOf()).draft.shapes).toMatchObject([{ x: 5 }]);
    // And once more behind one's back, after one was told.
    await draw({ 'desk-1': { x: 3 } }, { scope: admin });
    const again = draw({ 'desk-1': { x: 6 } }, { revision: 0, over: 1 });
    await expect(again).rejects.toMatchObject(refused('newer'));
  });

  it('is not published unseen, and only once', async () => {
    await startDraft(host, floor);
    await draw({ 'desk-1': {} });
    await expect(publishDraft(host, floor, 0)).rejects.toMatchObject(refused('changedMeanwhile'));
    const tries = await Promise.allSettled([
      publishDraft(host, floor, 1),
      publishDraft(admin, floor, 1),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await findFloor(host, floor)).plans).toMatchObject([{ state: 'PUBLISHED' }]);
  });
});
