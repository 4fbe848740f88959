import type { Draft, Point, Shape } from './draft.ts';

/** A centimetre: closer than this is on the line. */
const hair = 0.01;
type Box = Pick<Shape, 'x' | 'y' | 'w' | 'h' | 'rotation'>;
type Edge = readonly [Point, Point];

/** The corners of a shape, turned as it is. */
export function cornersOf({ x, y, w, h, rotation }: Box): Point[] {
  const angle = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [x + w / 2, y + h / 2];
  const halves = [-1, 1, 1, -1].map((side, n) => [(side * w) / 2, ((n < 2 ? -1 : 1) * h) / 2]);
  return halves.map(([dx = 0, dy = 0]) => ({
    x: cx + dx * cos - dy * sin,
    y: cy + dx * sin + dy * cos,
  }));
}

function edgesOf(points: readonly Point[]): Edge[] {
  return points.map((point, n) => [point, points[(n + 1) % points.length] ?? point]);
}

function distance(point: Point, [a, b]: Edge): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/** Whether a point is within an outline or on it. */
export function holdsPoint(outline: readonly Point[], point: Point): boolean {
  const edges = edgesOf(outline);
  if (edges.some((edge) => distance(point, edge) <= hair)) return true;
  const crossed = edges.filter(
    ([a, b]) =>
      a.y > point.y !== b.y > point.y &&
      point.x < a.x + ((point.y - a.y) / (b.y - a.y)) * (b.x - a.x),
  );
  return crossed.length % 2 === 1;
}

function side([a, b]: Edge, p: Point): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const off = ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length;
  return Math.abs(off) <= hair ? 0 : Math.sign(off);
}

/** Whether two edges cross, not merely touch. */
function cross(one: Edge, other: Edge): boolean {
  return (
    side(one, other[0]) * side(one, other[1]) < 0 && side(other, one[0]) * side(other, one[1]) < 0
  );
}

/** Whether a shape stands wholly within an outline; touching it is allowed. */
export function holdsShape(outline: readonly Point[], box: Box): boolean {
  const corners = cornersOf(box);
  if (!corners.every((corner) => holdsPoint(outline, corner))) return false;
  const edges = edgesOf(corners);
  const walls = edgesOf(outline);
  if (edges.some((edge) => walls.some((wall) => cross(edge, wall)))) return false;
  // A notch whose corner lies inside the shape, or whose edge runs along its side.
  const inner = { ...box, x: box.x + hair, y: box.y + hair };
  const smaller = cornersOf({ ...inner, w: box.w - 2 * hair, h: box.h - 2 * hair });
  return !outline.some((corner) => strictly(smaller, corner));
}

function strictly(outline: readonly Point[], point: Point): boolean {
  const edges = edgesOf(outline);
  return edges.every((edge) => distance(point, edge) > hair) && holdsPoint(outline, point);
}

/** Whether two shapes share ground; touching is not sharing. By the axis that would part them. */
export function overlap(one: Box, other: Box): boolean {
  const [a, b] = [cornersOf(one), cornersOf(other)];
  return [...edgesOf(a), ...edgesOf(b)].every(([from, to]) => {
    const axis = { x: to.y - from.y, y: from.x - to.x };
    const length = Math.hypot(axis.x, axis.y) || 1;
    const reach = (points: Point[]) => points.map((p) => (p.x * axis.x + p.y * axis.y) / length);
    const [here, there] = [reach(a), reach(b)];
    return (
      Math.max(...here) > Math.min(...there) + hair && Math.max(...there) > Math.min(...here) + hair
    );
  });
}

/** Whether one shape stands in another: a desk in its room. */
export function standsIn(inner: Box, outer: Box): boolean {
  return inner.w * inner.h < outer.w * outer.h && holdsShape(cornersOf(outer), inner);
}

/** Whether an outline crosses itself, or encloses nothing. */
export function isTangled(outline: readonly Point[]): boolean {
  const edges = edgesOf(outline);
  const area = edges.reduce((sum, [a, b]) => sum + (a.x * b.y - b.x * a.y) / 2, 0);
  if (Math.abs(area) < 1) return true;
  return edges.some((edge, n) => edges.slice(n + 2).some((other) => cross(edge, other)));
}

/** Keys of what stands outside the outline. */
export function outsideOf({ corners, lines, marks, shapes }: Draft): string[] {
  const holds = (x: number, y: number) => holdsPoint(corners, { x, y });
  return [
    ...shapes.filter((shape) => !holdsShape(corners, shape)),
    ...lines.filter(({ x1, y1, x2, y2 }) => !holds(x1, y1) || !holds(x2, y2)),
    ...marks.filter(({ x, y }) => !holds(x, y)),
  ].map(({ key }) => key);
}

/** Pairs of places that stand on one another without one being a room that holds the other. */
export function overlapsOf({ shapes }: Pick<Draft, 'shapes'>): [string, string][] {
  return shapes.flatMap((one, n) =>
    shapes
      .slice(n + 1)
      .filter((other) => overlap(one, other) && !standsIn(one, other) && !standsIn(other, one))
      .map((other): [string, string] => [one.key, other.key]),
  );
}
