import { z } from 'zod';

export const lineKinds = ['wall', 'door', 'exit', 'route'] as const;
export const markKinds = ['label', 'toilet'] as const;
export const planForms = ['RECT', 'ROUND'] as const;

const text = z.object({ sv: z.string(), nb: z.string(), en: z.string() });
const metres = z.number().min(0).max(500);

/** How a floor is drawn, as it is kept: metres from the top left. */
export const planSchema = z.object({
  outline: z.array(z.tuple([metres, metres])).min(3),
  lines: z.array(
    z.object({ kind: z.enum(lineKinds), x1: metres, y1: metres, x2: metres, y2: metres }),
  ),
  marks: z.array(z.object({ kind: z.enum(markKinds), x: metres, y: metres, text })),
});
export type Plan = z.output<typeof planSchema>;
export type PlanLine = Plan['lines'][number];
export type PlanMark = Plan['marks'][number];

/** Where a place stands: metres from the top left; degrees clockwise around the middle. */
export type PlanShape = {
  x: number;
  y: number;
  w: number;
  h: number;
  rotation: number;
  form: (typeof planForms)[number];
  readingOrder: number;
};
