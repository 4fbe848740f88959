import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Shape } from '#lib/floors/draft.ts';
import { type Edit, type Editing, edited, startEditing } from '#lib/floors/editing.ts';
import { draftIn, fieldsOf } from '#lib/floors/fields.ts';
import { holdsShape, isTangled, outsideOf, overlapsOf } from '#lib/floors/geometry.ts';
import { faultsOf } from '#lib/floors/judging.ts';

const ids = Array.from({ length: 6 }, (_, n) => `0000000${n}-0000-4000-8000-000000000000`);
const [first = '', second = '', third = ''] = ids;
const shape = (key: string, own: Partial<Shape> = {}): Shape => ({
  ...{ key, x: 1, y: 1, w: 2, h: 1, rotation: 0, form: 'RECT' as const, order: 1 },
  ...own,
});
/** A house of ten by eight with a corner cut out at the bottom right. */
const house: Draft = {
  corners: [
    [0, 0],
    [10, 0],
    [10, 4],
    [6, 4],
    [6, 8],
    [0, 8],
  ].map(([x = 0, y = 0], n) => ({ key: `c${n}`, x, y })),
  lines: [{ key: 'l0', kind: 'wall', x1: 4, y1: 0, x2: 4, y2: 3 }],
  marks: [{ key: 'm0', kind: 'label', x: 2, y: 2, sv: 'Kök', nb: '', en: '' }],
  shapes: [shape(first), shape(second, { x: 4.5, order: 2 })],
};
const editedBy = (...edits: Edit[]): Editing => edits.reduce(edited, startEditing(house));
const find = (state: Editing, key: string) => state.now.shapes.find((one) => one.key === key);

describe('a place on a plan', () => {
  it('stands within the outline, also where that has a notch, and may touch it', () => {
    const stands = (own: Partial<Shape>) => holdsShape(house.corners, shape(first, own));
    expect(stands({ x: 0, y: 0 })).toBe(true);
    expect(stands({ x: 8, y: 3 })).toBe(true);
    expect(stands({ x: 8, y: 3.5 })).toBe(false);
    expect(stands({ x: 5, y: 3, w: 3, h: 3 })).toBe(false);
    expect(stands({ x: -0.5 })).toBe(false);
    // The notch's corner lies inside it, though all its own corners are indoors.
    expect(stands({ x: 4, y: 2, w: 4, h: 4, rotation: 45 })).toBe(false);
  });

  it('is judged as it is turned', () => {
    const stands = (rotation: number) =>
      holdsShape(house.corners, shape(first, { x: 0, y: 0, w: 4, h: 1, rotation }));
    expect(stands(0)).toBe(true);
    expect(stands(90)).toBe(false);
  });

  it('stands on another only when one is a room that holds the other', () => {
    const pairs = (...shapes: Shape[]) => overlapsOf({ shapes });
    expect(pairs(shape(first), shape(second, { x: 2 }))).toEqual([[first, second]]);
    expect(pairs(shape(first), shape(second, { x: 3 }))).toEqual([]);
    expect(pairs(shape(first), shape(second, { x: 0, y: 0, w: 5, h: 5 }))).toEqual([]);
    // Turned by 45 degrees it goes past what its box would meet.
    const slanted = shape(second, { x: 2.2, y: 1.9, w: 2, h: 0.2, rotation: 135 });
    expect(pairs(shape(first, { w: 1.6, h: 1 }), slanted)).toEqual([]);
  });
});

describe('an outline', () => {
  it('may not cross itself or shrink to a line', () => {
    const outline = (...points: [number, number][]) => points.map(([x, y]) => ({ x, y }));
    expect(isTangled(outline([0, 0], [4, 4], [4, 0], [0, 4]))).toBe(true);
    expect(isTangled(outline([0, 0], [4, 0], [8, 0]))).toBe(true);
    expect(isTangled(house.corners)).toBe(false);
  });

  it('is not pulled away from what stands in it', () => {
    const state = editedBy({ do: 'drag', key: 'c0', x: 3, y: 3, stroke: 1 });
    expect(state.said).toBe('outside');
    expect(state.now).toEqual(house);
  });
});

describe('the editor', () => {
  it('moves by a quarter of a metre, first onto the grid', () => {
    const state = editedBy(
      { do: 'set', key: first, changes: { x: 1.1 } },
      { do: 'nudge', key: first, right: 1, down: 0 },
      { do: 'nudge', key: first, right: 1, down: -1 },
    );
    expect(find(state, first)).toMatchObject({ x: 1.5, y: 0.75 });
  });

  it('refuses to move anything out, and says so', () => {
    const state = editedBy({ do: 'nudge', key: first, right: -8, down: 0 });
    expect(state.said).toBe('outside');
    expect(state.now).toEqual(house);
    expect(state.past).toEqual([]);
  });

  it('takes a whole drag back in one step', () => {
    const move = (x: number, stroke: number): Edit => ({ do: 'drag', key: first, x, y: 2, stroke });
    const state = editedBy(move(1.5, 1), move(2, 1), move(1.75, 2));
    expect(state.past).toHaveLength(2);
    expect(find(edited(state, { do: 'undo' }), first)).toMatchObject({ x: 2, y: 2 });
  });

  it('takes a place off the plan and sets it there again, last in the order', () => {
    const away = editedBy({ do: 'remove', key: first });
    expect(away.now.shapes.map(({ key }) => key)).toEqual([second]);
    const again = edited(away, { do: 'place', id: first, size: { w: 2, h: 1 } });
    expect(find(again, first)).toMatchObject({ order: 3 });
    expect(overlapsOf(again.now)).toEqual([]);
  });

  it('gives a likeness to a place that is not on the plan yet, or says that there is none', () => {
    const state = editedBy({ do: 'duplicate', key: second, spare: third });
    expect(find(state, third)).toMatchObject({ w: 2, h: 1, order: 3 });
    expect(editedBy({ do: 'duplicate', key: second, spare: null }).said).toBe('noSpare');
  });

  it('sets a new corner in the middle of a wall and keeps three at least', () => {
    const state = editedBy({ do: 'corner', after: 'c0' });
    expect(state.now.corners[1]).toMatchObject({ x: 5, y: 0 });
    const triangle = { ...house, corners: house.corners.slice(0, 3) };
    expect(edited(startEditing(triangle), { do: 'remove', key: 'c0' }).now.corners).toHaveLength(3);
  });
});

const key = fc.constantFrom(first, second, third, 'l0', 'l1', 'm0', 'c0', 'c3');
const number = fc.integer({ min: -40, max: 40 }).map((n) => n / 4);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant('nudge' as const), key, right: fc.nat(9), down: fc.nat(9) }),
  fc.record({
    ...{ do: fc.constant('drag' as const), key, x: number, y: number, stroke: fc.nat(2) },
  }),
  fc.record({ do: fc.constant('turn' as const), key, by: fc.constantFrom(15, -15, 90) }),
  fc.record({ do: fc.constant('remove' as const), key }),
  fc.record({ do: fc.constant('duplicate' as const), key, spare: fc.constantFrom(third, null) }),
  fc.record({ do: fc.constant('corner' as const), after: key }),
  fc.record({
    ...{ do: fc.constant('line' as const), kind: fc.constant('wall' as const) },
    ...{ x1: number, y1: number, x2: number, y2: number },
  }),
  fc.record({
    ...{ do: fc.constant('place' as const), id: fc.constant(third) },
    size: fc.constant({ w: 1.6, h: 0.8 }),
  }),
);

describe('whatever is drawn', () => {
  it('stays inside, and the outline whole', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const { now } = edits.reduce(edited, startEditing(house));
        expect(outsideOf(now)).toEqual([]);
        expect(isTangled(now.corners)).toBe(false);
        expect(new Set(now.shapes.map((one) => one.key)).size).toBe(now.shapes.length);
      }),
    );
  });

  it('is taken back to the beginning and done again to the end', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        const end = edits.reduce(edited, startEditing(house));
        const steps = end.past.length;
        const times = (n: number, one: Edit, from: Editing) =>
          Array.from({ length: n }, () => one).reduce(edited, from);
        const start = times(steps, { do: 'undo' }, end);
        expect(start.now).toEqual(house);
        expect(times(steps, { do: 'redo' }, start).now).toEqual(end.now);
      }),
    );
  });

  it('is the same after a form has carried it', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 15 }), (edits) => {
        const { now } = edits.reduce(edited, startEditing(house));
        expect(draftIn(fieldsOf(now))).toEqual({ draft: now, faults: {} });
      }),
    );
  });
});

describe('a form', () => {
  it('says which number is none, and which place stands outside', () => {
    const fields = fieldsOf(house);
    const { faults } = draftIn({ ...fields, [`s-${first}-w`]: 'bred', 'l0-x1': '' });
    expect(Object.keys(faults).sort()).toEqual(['l0-x1', `s-${first}-w`]);
    const { draft } = draftIn({ ...fields, [`s-${first}-x`]: '9,5' });
    expect(faultsOf(draft)).toEqual({ [`s-${first}-x`]: 'floors.refusals.outside' });
  });

  it('leaves out a row without a kind: a place that is off the plan, a wall that is gone', () => {
    const { draft } = draftIn({ ...fieldsOf(house), [`s-${first}-form`]: '', 'l0-kind': '' });
    expect(draft.shapes.map((one) => one.key)).toEqual([second]);
    expect(draft.lines).toEqual([]);
  });

  it('wants words on a label and three corners', () => {
    const bare = { ...house, marks: house.marks.map((mark) => ({ ...mark, sv: '' })) };
    expect(faultsOf(bare)).toEqual({ 'm0-sv': 'floors.refusals.noWords' });
    const line = { ...house, corners: house.corners.slice(0, 2) };
    expect(faultsOf(line)).toEqual({ 'c0-x': 'floors.refusals.threeCorners' });
  });
});
