import { z } from 'zod';

/** With whom somebody shares that they are in the house. */
export const circles = ['NOBODY', 'ORGANISATION', 'PUBLIC', 'EVERYONE'] as const;
export type Circle = (typeof circles)[number];

const circle = z.enum(circles, 'refusals.invalid');
/** The form for today. */
export const todaySchema = z.object({ circle });
/** The form for every day with a booking. */
export const wishSchema = z.object({ wish: circle });
