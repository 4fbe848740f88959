import { z } from 'zod';
import { mostDates, patterns, type Recurrence } from './recurrence.ts';
import {
  agreedOre,
  date,
  id,
  optional,
  people,
  purposeLimit,
  type Query,
  shownChoices,
  single,
  slotFields,
  termsAccepted,
} from './schema.ts';

const days = z
  .string()
  .default('')
  .transform((typed) => typed.split(/[\s,;]+/).filter(Boolean))
  .pipe(z.array(date).max(100, 'refusals.tooLong'));
const oneWeekday = z.coerce.number().int().min(1).max(7);

/** How a series comes again, as its form says it. */
export const recurrenceFields = {
  pattern: z.enum(patterns, 'workspace.refusals.badPattern').default('WEEK'),
  interval: z.coerce
    .number('workspace.refusals.badInterval')
    .int('workspace.refusals.badInterval')
    .min(1, 'workspace.refusals.badInterval')
    .max(12, 'workspace.refusals.badInterval')
    .default(1),
  weekdays: z.array(oneWeekday).max(7).default([]),
  until: optional(date),
  count: optional(
    z.coerce
      .number('workspace.refusals.badCount')
      .int('workspace.refusals.badCount')
      .min(1, 'workspace.refusals.badCount')
      .max(mostDates, 'workspace.refusals.badCount'),
  ),
  dates: days,
};

/** A place at the same time again and again, as the preview asks for it. */
export const seriesWishSchema = z
  .object({ placeId: id, ...slotFields, ...recurrenceFields })
  .transform(withRecurrence);
/** The form that books it. */
export const seriesSchema = z
  .object({
    placeId: id,
    ...slotFields,
    ...recurrenceFields,
    purpose: z.string().trim().max(purposeLimit, 'refusals.tooLong').default(''),
    people: optional(people),
    forId: optional(id),
    shown: optional(z.enum(shownChoices)),
    policy: z.enum(['ALL', 'SKIP'], 'refusals.invalid').default('ALL'),
    requestKey: id,
    termsAccepted,
  })
  .transform(withRecurrence);
type Series = z.output<typeof seriesSchema>;
export type SeriesInput = Omit<Series, 'termsAccepted'> & Partial<Pick<Series, 'termsAccepted'>>;

type Typed = { date: string } & Omit<Recurrence, 'starts'>;

function withRecurrence<T extends Typed>({
  pattern,
  interval,
  weekdays,
  until,
  count,
  dates,
  ...rest
}: T) {
  const recurrence: Recurrence = {
    pattern,
    interval,
    weekdays,
    until,
    count,
    dates,
    starts: rest.date,
  };
  return { ...rest, recurrence };
}
/** A range of days to be away, both included. */
export const absenceSchema = z
  .object({ from: date, to: date, agreedOre })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'workspace.refusals.rangeEndsFirst',
  });
export type AbsenceInput = z.output<typeof absenceSchema>;

/** What a query asks of a series: the wish, or for each field that does not hold the code of what is wrong. */
export function readSeriesWish(placeId: string, query: Query) {
  const names = ['date', 'from', 'to', 'pattern', 'interval', 'until', 'count', 'dates'];
  const typed = Object.fromEntries(names.map((name) => [name, single(query[name])]));
  const weekdays = [query['weekdays[]'] ?? []].flat();
  const parsed = seriesWishSchema.safeParse({ ...typed, placeId, weekdays });
  if (parsed.success) return { wish: parsed.data, errors: {} };
  const errors = parsed.error.issues.map(
    (issue) =>
      [
        String(issue.path[0]),
        /^\w+\./.test(issue.message) ? issue.message : 'refusals.invalid',
      ] as const,
  );
  return { wish: null, errors: Object.fromEntries(errors) };
}
