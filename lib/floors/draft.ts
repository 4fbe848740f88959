import type {
  lineKinds,
  markKinds,
  Plan,
  PlanShape,
  planForms,
} from '#lib/workspace/plan-schema.ts';

export type LineKind = (typeof lineKinds)[number];
export type MarkKind = (typeof markKinds)[number];
export type Form = (typeof planForms)[number];

export type Point = { x: number; y: number };
/** Everything drawn has a key: what a form calls it, and what one chooses. */
export type Corner = Point & { key: string };
export type Line = { key: string; kind: LineKind; x1: number; y1: number; x2: number; y2: number };
export type Mark = Point & { key: string; kind: MarkKind; sv: string; nb: string; en: string };
/** A place on the plan; its key is the place's id. */
export type Shape = Point & {
  key: string;
  w: number;
  h: number;
  rotation: number;
  form: Form;
  order: number;
};
export type Thing = Corner | Line | Mark | Shape;
/** A drawing at work. */
export type Draft = { corners: Corner[]; lines: Line[]; marks: Mark[]; shapes: Shape[] };

/** Places move and walls run by this, in metres. */
export const snap = 0.25;
/** No house is longer. */
export const farthest = 500;

/** A plan as it is kept, with keys. */
export function draftOf(plan: Plan, shapes: ReadonlyMap<string, PlanShape>): Draft {
  return {
    corners: plan.outline.map(([x, y], n) => ({ key: `c${n}`, x, y })),
    lines: plan.lines.map((line, n) => ({ key: `l${n}`, ...line })),
    marks: plan.marks.map(({ text, ...mark }, n) => ({ key: `m${n}`, ...mark, ...text })),
    shapes: [...shapes].map(([key, { readingOrder, ...shape }]) => ({
      ...{ key, ...shape },
      order: readingOrder,
    })),
  };
}

/** A drawing as it is kept. */
export function planOf({ corners, lines, marks }: Draft): Plan {
  return {
    outline: corners.map(({ x, y }) => [x, y]),
    lines: lines.map(({ key: _key, ...line }) => line),
    marks: marks.map(({ kind, x, y, sv, nb, en }) => {
      const any = sv || nb || en;
      return { kind, x, y, text: { sv: sv || any, nb: nb || any, en: en || any } };
    }),
  };
}

/** How wide and how deep a plan is: as far as its outline goes. */
export function sizeOf({ corners }: Draft): { widthM: number; heightM: number } {
  return {
    widthM: Math.max(0, ...corners.map(({ x }) => x)),
    heightM: Math.max(0, ...corners.map(({ y }) => y)),
  };
}

/** Everything that is drawn, places first and in reading order. */
export function thingsOf({ corners, lines, marks, shapes }: Draft): Thing[] {
  return [...shapes.toSorted((a, b) => a.order - b.order), ...lines, ...marks, ...corners];
}

export function isShape(thing: Thing): thing is Shape {
  return 'order' in thing;
}
export function isLine(thing: Thing): thing is Line {
  return 'x1' in thing;
}
export function isMark(thing: Thing): thing is Mark {
  return 'sv' in thing;
}

/** Without the noise of binary fractions: whole centimetres. */
export function centimetres(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
