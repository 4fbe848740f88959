import { z } from 'zod';

const text = z.object({ sv: z.string(), nb: z.string(), en: z.string() });
const line = z.object({ x1: z.number(), y1: z.number(), x2: z.number(), y2: z.number() });

/** A floor as it is kept: corners, walls and doors in metres from the top left. */
export const planSchema = z.object({
  outline: z.array(z.tuple([z.number(), z.number()])),
  walls: z.array(line),
  doors: z.array(line),
  labels: z.array(z.object({ x: z.number(), y: z.number(), text })),
});
export type Plan = z.output<typeof planSchema>;
