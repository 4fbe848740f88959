import {
  centimetres,
  type Draft,
  isLine,
  isShape,
  type Line,
  type Shape,
  snap,
  type Thing,
} from './draft.ts';
import { type cornersOf, holdsShape, overlap } from './geometry.ts';

/** Something drawn, elsewhere. */
export function shifted<T extends Thing>(thing: T, dx: number, dy: number): T {
  const by = (value: number, off: number) => centimetres(value + off);
  if (isLine(thing)) {
    const { x1, y1, x2, y2 } = thing;
    return { ...thing, x1: by(x1, dx), y1: by(y1, dy), x2: by(x2, dx), y2: by(y2, dy) };
  }
  const point = thing as Exclude<Thing, Line>;
  return { ...thing, x: by(point.x, dx), y: by(point.y, dy) };
}

/** Where a thing is said to be: its top left, or where it begins. */
export function placeOf(thing: Thing): { x: number; y: number } {
  return isLine(thing) ? { x: thing.x1, y: thing.y1 } : { x: thing.x, y: thing.y };
}

/** So many steps of the grid on; the first one goes onto it. */
export function stepped(value: number, steps: number): number {
  if (steps === 0) return value;
  const on = value / snap;
  const near = steps > 0 ? Math.floor(on + 1e-6) : Math.ceil(on - 1e-6);
  return centimetres((near + steps) * snap);
}

/** The nearest on the grid. */
export function snapped(value: number): number {
  return centimetres(Math.round(value / snap) * snap);
}

/** A drawing in which one thing is another. */
export function replaced(draft: Draft, key: string, by: (thing: Thing) => Thing): Draft {
  const swap = <T extends Thing>(things: T[]) =>
    things.map((thing) => (thing.key === key ? (by(thing) as T) : thing));
  return {
    corners: swap(draft.corners),
    lines: swap(draft.lines),
    marks: swap(draft.marks),
    shapes: swap(draft.shapes),
  };
}

/** A drawing without a thing; the last three corners stay. */
export function without(draft: Draft, key: string): Draft {
  const rest = <T extends Thing>(things: T[]) => things.filter((thing) => thing.key !== key);
  return {
    corners: draft.corners.length > 3 ? rest(draft.corners) : draft.corners,
    lines: rest(draft.lines),
    marks: rest(draft.marks),
    shapes: rest(draft.shapes),
  };
}

/** A turned shape; whole degrees, 0 to 359. */
export function turned(thing: Thing, by: number): Thing {
  return isShape(thing) ? { ...thing, rotation: (thing.rotation + by + 360) % 360 } : thing;
}

/** A new place stands where there is room, from the top left on; null where there is none. */
export function roomFor(
  draft: Draft,
  { w, h, rotation = 0 }: Pick<Shape, 'w' | 'h'> & { rotation?: number },
): { x: number; y: number } | null {
  const outline = draft.corners;
  const far = {
    x: Math.max(...outline.map(({ x }) => x)),
    y: Math.max(...outline.map(({ y }) => y)),
  };
  let second: { x: number; y: number } | null = null;
  for (let y = snap; y + h <= far.y; y += 2 * snap) {
    for (let x = snap; x + w <= far.x; x += 2 * snap) {
      const box = { x, y, w, h, rotation };
      if (!holdsShape(outline, box)) continue;
      if (!draft.shapes.some((other) => overlap(box, other)) && !inAWall(draft, box))
        return { x, y };
      second ??= { x, y };
    }
  }
  return second;
}

function inAWall({ lines }: Draft, box: Parameters<typeof cornersOf>[0]): boolean {
  return lines.some(({ kind, x1, y1, x2, y2 }) => {
    if (kind !== 'wall') return false;
    const [x, y] = [Math.min(x1, x2), Math.min(y1, y2)];
    const size = { w: Math.max(0.1, Math.abs(x2 - x1)), h: Math.max(0.1, Math.abs(y2 - y1)) };
    return overlap(box, { x, y, ...size, rotation: 0 });
  });
}
