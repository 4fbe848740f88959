import { beforeEach, describe, expect, it } from 'vitest';
import { attributeSchema } from '#lib/places/attribute-schema.ts';
import { addAttribute, changeAttribute, retireAttribute } from '#lib/places/attribute-writes.ts';
import { findAttribute, listAttributes } from '#lib/places/attributes.ts';
import { findHousePlace } from '#lib/places/reads.ts';
import { type PlaceInput, placeSchema } from '#lib/places/schema.ts';
import { addPlace, changePlace } from '#lib/places/writes.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { databaseFault, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { listAlternatives } from '#lib/workspace/alternatives.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findGrid } from '#lib/workspace/grid.ts';
import { findFreePlaces } from '#lib/workspace/reads.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let admin: Scope;

beforeEach(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  [cleo, admin] = await Promise.all([world.enter('cleo'), world.enter('judit')]);
  stopClock(mondayMorning);
  return async () => {
    stopClock(null);
    await world.close();
  };
});

const wish = { date: '2027-03-09', from: '09:00', to: '12:00' };
const hubId = () => world.hub('nord');
const idOf = async (code: string, hub: 'nord' | 'innland' = 'nord') =>
  (
    await world.asSystem((db) =>
      db.attribute.findUniqueOrThrow({ where: { hubId_code: { hubId: world.hub(hub), code } } }),
    )
  ).id;

type Value = {
  type: 'YES_NO' | 'NUMBER' | 'CHOICE';
  yes?: boolean;
  number?: number;
  choice?: string;
};
const put = async (key: string, code: string, value: Value) => {
  const attributeId = await idOf(code);
  const data = { hubId: hubId(), placeId: house.place(key), attributeId, ...value };
  await world.asSystem((db) => db.placeAttribute.create({ data }));
};
const screens = (key: string, number: number) => put(key, 'screens', { type: 'NUMBER', number });
const quiet = (key: string) => put(key, 'sound', { type: 'CHOICE', choice: 'quiet' });
const adjustable = (key: string) => put(key, 'height-adjustable', { type: 'YES_NO', yes: true });

const inputFor = async (own: Record<string, unknown> = {}): Promise<PlaceInput> => {
  const floor = await world.asSystem((db) =>
    db.floor.findFirstOrThrow({ where: { hubId: hubId() } }),
  );
  return placeSchema.parse({
    ...{ floorId: floor.id, kind: 'HOT_DESK', code: 'ny', nameSv: 'Ny', seats: '1' },
    ...{ x: '1', y: '5', w: '1', h: '1', ...own },
  });
};
const attribute = (own: Record<string, unknown> = {}) =>
  attributeSchema.parse({
    ...{ type: 'YES_NO', nameSv: 'Fönster mot sjön', kinds: ['HOT_DESK'], filter: ['yes'], ...own },
  });
const saidOf = async (id: string) =>
  (await findHousePlace(admin, id)).attributes.map(({ code, value }) => `${code} ${value}`);

describe('a value', () => {
  it.each<[string, Value]>([
    ['a number of a yes or no', { type: 'NUMBER', number: 2 }],
    ['a yes or no without an answer', { type: 'YES_NO' }],
    ['a yes or no with a number beside it', { type: 'YES_NO', yes: true, number: 1 }],
    ['a choice of what has none', { type: 'CHOICE', choice: 'quiet' }],
  ])('of a wrong type is refused by PostgreSQL itself: %s', async (_, value) => {
    const error = await put('desk-1', 'height-adjustable', value).catch((one) => one);
    expect(['23503', '23514']).toContain(databaseFault(error)?.state);
  });

  it('is one of the choices, a number within reason, and of its own hub', async () => {
    const unknown = put('desk-1', 'sound', { type: 'CHOICE', choice: 'loud' });
    await expect(unknown).rejects.toSatisfy((e) => refusedBy(e, 'place_attribute_choice_fkey'));
    const less = screens('desk-1', -1);
    await expect(less).rejects.toSatisfy((e) => refusedBy(e, 'numbers_are_plain'));
    const theirs = await idOf('screens', 'innland');
    const data = { placeId: house.place('desk-1'), attributeId: theirs, number: 1 };
    const across = world.asSystem((db) =>
      db.placeAttribute.create({ data: { hubId: hubId(), type: 'NUMBER', ...data } }),
    );
    await expect(across).rejects.toSatisfy((e) =>
      refusedBy(e, 'place_attribute_attribute_id_fkey'),
    );
  });

  it('keeps the type of its attribute from changing', async () => {
    await screens('desk-1', 2);
    const id = await idOf('screens');
    const change = world.asSystem(
      (db) => db.$executeRaw`update attribute set type = 'YES_NO' where id = ${id}::uuid`,
    );
    await expect(change).rejects.toSatisfy((error) =>
      refusedBy(error, 'place_attribute_attribute_id_fkey'),
    );
  });
});

describe('the place form', () => {
  it('keeps what is told of its kind, and drops what is not', async () => {
    const said = { 'attribute-screens': '2', 'attribute-sound': 'quiet' };
    const { id } = await addPlace(
      admin,
      await inputFor({ ...said, has: ['height-adjustable', 'hearing-loop'] }),
    );
    expect(await saidOf(id)).toEqual([
      ...['step-free false', 'height-adjustable true', 'screens 2', 'sound quiet'],
      'daylight false',
    ]);
    const room = await inputFor({ kind: 'LAB', ...said, 'attribute-screens': '1,5' });
    await changePlace(admin, id, { ...room, has: ['step-free', 'video'] });
    expect((await saidOf(id)).slice(0, 3)).toEqual(['step-free true', 'screens 1.5', 'video true']);
    expect(await saidOf(id)).not.toContain('sound quiet');
  });

  it('says at each field what is not of its type', async () => {
    const wrong = await inputFor({ 'attribute-screens': 'två', 'attribute-sound': 'loud' });
    await expect(addPlace(admin, wrong)).rejects.toMatchObject({
      name: 'Refusal',
      fields: {
        'attribute-screens': 'places.refusals.badValue.NUMBER',
        'attribute-sound': 'places.refusals.badValue.CHOICE',
      },
    });
  });
});

describe('a search by needs', () => {
  const found = async (needs: Record<string, string>, own: object = {}) =>
    findFreePlaces(cleo, { ...wish, kind: 'HOT_DESK', needs, ...own });

  beforeEach(async () => {
    await screens('desk-1', 2);
    await screens('desk-2', 1);
    await quiet('desk-2');
    await adjustable('desk-2');
    await adjustable('desk-1');
  });

  it('gives the places that have it all', async () => {
    const codes = async (needs: Record<string, string>) =>
      (await found(needs)).places.map(({ code }) => code);
    expect(await codes({ screens: '2' })).toEqual(['desk-1']);
    expect(await codes({ screens: '1' })).toEqual(['desk-1', 'desk-2']);
    expect(await codes({ 'height-adjustable': '1', sound: 'quiet' })).toEqual(['desk-2']);
    const { others, nearest } = await found({ screens: '2' });
    expect(others.map(({ code }) => code)).toContain('desk-2');
    expect(nearest).toEqual([]);
  });

  it('names those that lack least, and what, where none has it all', async () => {
    const { places, nearest } = await found({ screens: '2', sound: 'quiet' });
    expect(places).toEqual([]);
    expect(nearest.map(({ code, lacks }) => [code, lacks.map((need) => need.code)])).toEqual([
      ['desk-1', ['sound']],
      ['desk-2', ['screens']],
    ]);
    await bookPlace(cleo, wishFor(house.place('desk-1'), wish));
    const { nearest: left } = await found({ screens: '2' });
    expect(left.map(({ code }) => code)).toEqual(['desk-2', 'desk-3']);
  });

  it('says what it cannot read and asks for nothing that is not offered', async () => {
    const { needErrors } = await found({ screens: 'många', sound: 'loud', nothing: '1' });
    expect(needErrors).toEqual({
      'need-screens': 'workspace.refusals.badNeed.NUMBER',
      'need-sound': 'workspace.refusals.badNeed.CHOICE',
    });
    await retireAttribute(admin, await idOf('screens'), true);
    const { places, attributes } = await found({ screens: '2' });
    expect(places).toHaveLength(3);
    expect(places[0]?.attributes.map(({ code }) => code)).not.toContain('screens');
    expect(attributes.map(({ code }) => code)).not.toContain('screens');
    await retireAttribute(admin, await idOf('screens'), false);
    expect((await found({ screens: '2' })).places).toHaveLength(1);
  });

  it('narrows the grid, and ranks what is free instead', async () => {
    const grid = await findGrid(cleo, { date: wish.date, days: 1, needs: { sound: 'quiet' } });
    expect(grid.rows.map(({ place }) => place.code)).toEqual(['desk-2']);
    await bookPlace(cleo, wishFor(house.place('desk-1'), wish));
    const first = async (needs?: Record<string, string>) =>
      (await listAlternatives(cleo, house.place('desk-1'), wish, needs))[0]?.placeId;
    await world.asSystem((db) =>
      db.place.update({
        where: { hubId_id: { hubId: hubId(), id: house.place('desk-2') } },
        data: { seats: 2 },
      }),
    );
    expect(await first()).toBe(house.place('desk-3'));
    expect(await first({ sound: 'quiet' })).toBe(house.place('desk-2'));
    const taken = await bookPlace(await world.enter('egil'), wishFor(house.place('desk-1'), wish), {
      sound: 'quiet',
    }).catch((error) => error);
    expect(taken.detail.alternatives[0].placeId).toBe(house.place('desk-2'));
  });
});

describe("a hub's attributes", () => {
  it('are its own: another hub neither sees nor changes them', async () => {
    const { id } = await addAttribute(admin, attribute());
    expect((await listAttributes(admin)).at(-1)).toMatchObject({
      ...{ id, code: 'fonster-mot-sjon', type: 'YES_NO', retired: false },
      name: { sv: 'Fönster mot sjön', nb: 'Fönster mot sjön', en: 'Fönster mot sjön' },
    });
    const theirs = { hubId: world.hub('innland'), personId: world.person('lars') };
    await world.asSystem((db) => db.hubRole.create({ data: { ...theirs, role: 'HUB_ADMIN' } }));
    const other = await world.enter('lars');
    expect((await listAttributes(other)).map(({ code }) => code)).not.toContain('fonster-mot-sjon');
    await expect(findAttribute(other, id)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(changeAttribute(other, id, attribute())).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(retireAttribute(other, id, true)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(addAttribute(cleo, attribute())).rejects.toMatchObject({ name: 'NotFound' });
    const kari = await world.enter('kari');
    await makeHouse(world, { hub: 'innland' });
    const { attributes } = await findFreePlaces(kari, wish);
    expect(attributes.map(({ code }) => code)).not.toContain('fonster-mot-sjon');
  });

  it('are changed without a word, unless values would be lost', async () => {
    await screens('desk-1', 2);
    await screens('room', 4);
    const id = await idOf('screens');
    const narrow = { type: 'NUMBER', nameSv: 'Skärmar', kinds: ['HOT_DESK'], unit: 'st' };
    await expect(changeAttribute(admin, id, attribute(narrow))).rejects.toMatchObject({
      ...{ code: 'places.refusals.losesValues', values: { count: 1 } },
      fields: { confirmed: 'places.refusals.losesValues' },
    });
    expect(await saidOf(house.place('room'))).toEqual(['screens 4']);
    await changeAttribute(admin, id, attribute({ ...narrow, confirmed: ['yes'] }));
    expect(await saidOf(house.place('room'))).toEqual([]);
    expect(await saidOf(house.place('desk-1'))).toEqual(['screens 2']);
  });

  it('keep a choice under its code when it is called something else', async () => {
    await quiet('desk-1');
    const id = await idOf('sound');
    const choices = {
      ...{ type: 'CHOICE', nameSv: 'Ljud', kinds: ['HOT_DESK'], 'choice-quiet-sv': 'Tystast' },
      ...{ 'choice-lively-sv': 'Sorl', 'choice-new-1-sv': 'Tystast i huset' },
    };
    await changeAttribute(admin, id, attribute(choices));
    const { choices: kept } = await findAttribute(admin, id);
    expect(kept.map(({ code, name }) => [code, name.sv])).toEqual([
      ['quiet', 'Tystast'],
      ['lively', 'Sorl'],
      ['tystast-i-huset', 'Tystast i huset'],
    ]);
    const { 'choice-quiet-sv': _gone, ...fewer } = choices;
    await expect(changeAttribute(admin, id, attribute(fewer))).rejects.toMatchObject({
      code: 'places.refusals.losesValues',
    });
  });
});
