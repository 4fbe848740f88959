import { z } from 'zod';
import { isId, placeKinds, type Slot } from './schema.ts';
import { actorClasses } from './terms.ts';
import { minutesOf } from './times.ts';

const time = z
  .string()
  .regex(/^$|^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'hours.refusals.time')
  .default('');
const day = z.iso.date('workspace.refusals.badDate');
const message = z.string().trim().max(200, 'refusals.tooLong');

/** The form of a closure. Without times it is from midnight to midnight, the last day with it. */
export const closureSchema = z
  .object({
    site: z.string(),
    /** `site`, a kind, or `place:` and an id. */
    of: z
      .string()
      .refine(
        (of) =>
          of === 'site' ||
          (placeKinds as readonly string[]).includes(of) ||
          (of.startsWith('place:') && isId(of.slice('place:'.length))),
        'refusals.invalid',
      )
      .default('site'),
    fromDay: day,
    fromTime: time,
    toDay: day,
    toTime: time,
    yearly: z.preprocess((typed) => [typed ?? []].flat().includes('yes'), z.boolean()),
    exempt: z.array(z.enum(actorClasses)).default([]),
    sv: message.default(''),
    nb: message.default(''),
    en: message.default(''),
  })
  .superRefine((closure, context) => {
    if (!(closure.sv || closure.nb || closure.en)) {
      context.addIssue({ code: 'custom', path: ['sv'], message: 'hours.refusals.message' });
    }
    const from = closure.fromDay + minutesToday(closure.fromTime, 0).toString().padStart(5, '0');
    const to =
      closure.toDay +
      minutesToday(closure.toTime, 24 * 60)
        .toString()
        .padStart(5, '0');
    if (from < to) return;
    context.addIssue({
      code: 'custom',
      path: ['toDay'],
      message: 'hours.refusals.endsBeforeStart',
    });
  });
export type ClosureInput = z.output<typeof closureSchema>;

/** Minutes after midnight of a time that may be left out. */
export function minutesToday(typed: string, otherwise: number): number {
  return typed === '' ? otherwise : minutesOf(typed);
}

export type NewTime = Slot & { placeId: string };
/** What becomes of each booking that a closure meets; `rest` cancels what was not named. */
export type Decisions = { byBooking: ReadonlyMap<string, 'cancel' | NewTime>; rest: boolean };

/** A choice's value: `cancel`, or where and when to. */
export const choiceOf = ({ placeId, date, from, to }: NewTime) =>
  [placeId, date, from, to].join(' ');

const newTime = /^([0-9a-f-]{36}) (\d{4}-\d\d-\d\d) (\d\d:\d\d) (\d\d:\d\d)$/;

/** The form that publishes: `for-<booking>` each. */
export const publishSchema = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed): Decisions => {
    const byBooking = new Map<string, 'cancel' | NewTime>();
    for (const [name, value] of Object.entries(typed)) {
      const id = name.startsWith('for-') ? name.slice('for-'.length) : '';
      const parts = newTime.exec(String(value));
      if (!isId(id)) continue;
      if (value === 'cancel') byBooking.set(id, 'cancel');
      const [, placeId = '', date = '', from = '', to = ''] = parts ?? [];
      if (parts) byBooking.set(id, { placeId, date, from, to });
    }
    return { byBooking, rest: [typed.rest ?? []].flat().includes('cancel') };
  });
