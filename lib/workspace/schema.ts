import { z } from 'zod';
import type { TypedNeeds } from './attributes.ts';

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

/** All its units together (an office and its desks), or any one of them (a pool). */
export type Claim = 'ALL' | 'ANY';

/**
 * How a place stands at the wished time: free all through, for a part of it, taken by one's own
 * organisation or by another, not to be had by anyone, or not by this organisation.
 */
export const placeStates = [
  'free',
  'partly',
  'mine',
  'offered',
  'taken',
  'closed',
  'notForYou',
] as const;
export type PlaceState = (typeof placeStates)[number];

/** A stretch of one day in local time of the site: YYYY-MM-DD and HH:MM on the quarter hour. */
export type Slot = { date: string; from: string; to: string };

/** What someone looks for. What is left out is filled in with the next half day of the house. */
export type Wish = Partial<Slot> & {
  seats?: number;
  kind?: PlaceKind;
  site?: string;
  needs?: TypedNeeds;
};

export const purposeLimit = 200;
export const remarkLimit = 1000;
const mostSeats = 500;

export const date = z.iso.date('workspace.refusals.badDate');
export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'workspace.refusals.badTime')
  .regex(/:(00|15|30|45)$/, 'workspace.refusals.notOnTheQuarter');
export const id = z.guid();

/** Versions of terms that are agreed to with a booking. */
export const termsAccepted = z.array(id).max(10, 'refusals.tooLong').default([]);

export const shownChoices = ['ORGANISATION', 'HIDDEN'] as const;
const remark = z.string().trim().max(remarkLimit, 'refusals.tooLong');
export const people = z.coerce
  .number('workspace.refusals.badSeats')
  .int('workspace.refusals.badSeats')
  .min(1, 'workspace.refusals.badSeats')
  .max(mostSeats, 'workspace.refusals.badSeats');
export const slotFields = { date, from: time, to: time };
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional());

/** What the page said it costs, öre without VAT: more than that is told before it is agreed. */
export const agreedOre = optional(z.coerce.number().int().min(0));

/** The form that books. The request key is new for each form shown, so that it books once. */
export const bookingSchema = z.object({
  placeId: id,
  /** More places, in the same breath: all of them or none. */
  also: z.array(id).max(20, 'refusals.tooLong').default([]),
  ...slotFields,
  purpose: z.string().trim().max(purposeLimit, 'refusals.tooLong').default(''),
  people: optional(people),
  /** A colleague whom it is for; oneself when left out. */
  forId: optional(id),
  /** For the house alone: the organisation it books for. */
  organisationId: optional(id),
  /** What others see; the organisation's own choice when left out. */
  shown: optional(z.enum(shownChoices)),
  requestKey: id,
  agreedOre,
  /** `hold` keeps the place for a while instead of booking it. */
  way: z.enum(['book', 'hold']).default('book'),
  termsAccepted,
});
export type BookingRequest = z.output<typeof bookingSchema>;
/** What may be left out of it. */
export type BookingInput = Omit<BookingRequest, 'also' | 'way' | 'termsAccepted'> &
  Partial<Pick<BookingRequest, 'also' | 'way' | 'termsAccepted'>>;

/** The same, filled in by the house for somebody of an organisation: both must be said. */
export const behalfSchema = bookingSchema.extend({ organisationId: id, forId: id });

/** How far a change or a cancellation of one day of a series reaches. */
export const reaches = ['ONE', 'FOLLOWING', 'ALL'] as const;
export type Reach = (typeof reaches)[number];

/** The form that asks to be told when a place becomes free; `any` of its kind would do. */
export const waitSchema = z.object({
  placeId: id,
  ...slotFields,
  people: z.preprocess((typed) => typed || 1, people),
  purpose: z.string().trim().max(purposeLimit, 'refusals.tooLong').default(''),
  any: z.preprocess((typed) => typed === 'any', z.boolean()),
});
export type WaitInput = z.output<typeof waitSchema>;

/** The form that moves a booking. The revision is the one that was shown. */
export const changeSchema = z.object({
  placeId: id,
  ...slotFields,
  purpose: z.string().trim().max(purposeLimit, 'refusals.tooLong').default(''),
  people: optional(people),
  revision: z.coerce.number().int().min(0),
  /** Of a series: this day alone, this and those after, or all that are to come. */
  reach: z.enum(reaches).default('ONE'),
  agreedOre,
});
export type ChangeInput = Omit<z.output<typeof changeSchema>, 'reach'>;

/** The form that cancels: why is said by the house, and by others if they like. */
export const cancellationSchema = z.object({
  reason: remark.default(''),
  reach: z.enum(reaches).default('ONE'),
  agreedOre,
});
/** The house's answer. */
export const decisionSchema = z.object({
  answer: z.enum(['approve', 'decline', 'ask'], 'refusals.invalid'),
  text: remark.default(''),
});
export type Decision = z.output<typeof decisionSchema>;
/** What someone answers whom the house has asked. */
export const remarkSchema = z.object({
  text: remark.min(1, 'workspace.refusals.sayIt'),
});
export const noFields = z.object({});

const wishFields = {
  ...slotFields,
  seats: people,
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
  const needs = readNeeds(query);
  if (Object.keys(needs).length > 0) wish.needs = needs;
  return { wish, errors };
}

/** What is wrong with a wish that ends before it begins; the grids of a day and a week have no use for it. */
export function reversedIn({ from, to }: Wish): Record<string, string> {
  return from && to && from >= to ? { to: 'workspace.refusals.endsBeforeStart' } : {};
}

const needName = /^need-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** What a query needs of a place; what it means only the hub's attributes can say. */
export function readNeeds(query: Query): TypedNeeds {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const code = needName.exec(name)?.[1];
      const typed = single(value).trim().slice(0, 60);
      return code === undefined || typed === '' ? [] : [[code, typed]];
    }),
  );
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
