import { z } from 'zod';

/** What can be booked, in the order in which it is offered. */
export const placeKinds = [
  'HOT_DESK',
  'FIXED_DESK',
  'MEETING_ROOM',
  'OFFICE',
  'LAB',
  'SHOWROOM',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** How a place stands at the wished time. Who has taken it is never part of it. */
export type PlaceState = 'free' | 'taken' | 'closed';

/** A stretch of one day in local time of the site: YYYY-MM-DD and HH:MM on the quarter hour. */
export type Slot = { date: string; from: string; to: string };

/** What someone looks for. What is left out is filled in with the next half day of the house. */
export type Wish = Partial<Slot> & { seats?: number; kind?: PlaceKind; site?: string };

export const purposeLimit = 200;
const mostSeats = 500;

const date = z.iso.date('workspace.refusals.badDate');
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'workspace.refusals.badTime')
  .regex(/:(00|15|30|45)$/, 'workspace.refusals.notOnTheQuarter');
const id = z.guid();

/** The form that books. The request key is new for each form shown, so that it books once. */
export const bookingSchema = z.object({
  placeId: id,
  date,
  from: time,
  to: time,
  purpose: z.string().trim().max(purposeLimit, 'refusals.tooLong').default(''),
  requestKey: id,
});
export type BookingInput = z.output<typeof bookingSchema>;

/** The form that cancels has nothing to fill in. */
export const cancellationSchema = z.object({});

const wishFields = {
  date,
  from: time,
  to: time,
  seats: z.coerce
    .number('workspace.refusals.badSeats')
    .int('workspace.refusals.badSeats')
    .min(1, 'workspace.refusals.badSeats')
    .max(mostSeats, 'workspace.refusals.badSeats'),
  kind: z.enum(placeKinds, 'workspace.refusals.badKind'),
  site: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'refusals.invalid'),
};

/** An address's query as Next hands it over. */
export type Query = Record<string, string | string[] | undefined>;

/** A query's wish: the fields that hold, and for each of the others the code of what is wrong. */
export function readWish(query: Query): { wish: Wish; errors: Record<string, string> } {
  const wish: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, field] of Object.entries(wishFields)) {
    const typed = single(query[name]).trim();
    if (typed === '') continue;
    const parsed = field.safeParse(typed);
    if (parsed.success) wish[name] = parsed.data;
    else errors[name] = parsed.error.issues[0]?.message ?? 'refusals.invalid';
  }
  return { wish, errors };
}

/** One value of a query; of several the last, as a form would send it. */
export function single(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value.at(-1) : value) ?? '';
}

/** Whether an address's part can be an id at all; PostgreSQL would stumble over anything else. */
export function isId(value: string): boolean {
  return id.safeParse(value).success;
}

/** A page number from a query; anything else is the first page. */
export function readPage(value: string | string[] | undefined): number {
  const page = z.coerce.number().int().min(1).max(10_000).safeParse(single(value));
  return page.success ? page.data : 1;
}

/** A day of this century from a query, or null. */
export function readDate(value: string | string[] | undefined): string | null {
  const parsed = date.safeParse(single(value));
  return parsed.success && parsed.data.startsWith('20') ? parsed.data : null;
}

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
