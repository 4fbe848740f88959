import { z } from 'zod';
import { type HolidayKey, holidayKeys } from './holidays.ts';
import type { Hours } from './hours.ts';
import { placeKinds } from './schema.ts';
import { actorClasses, type Rule, steps } from './terms.ts';
import { minutesOf } from './times.ts';

const whole = (least: number, most: number, message: string) =>
  z.coerce.number(message).int(message).min(least, message).max(most, message);
const length = (least: number, most: number) => whole(least, most, 'refusals.invalid');
const classes = z.array(z.enum(actorClasses)).default([]);
const ticked = z.preprocess((typed) => [typed ?? []].flat().includes('yes'), z.boolean());
const orNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), schema.nullable());
const kind = orNull(z.enum(placeKinds));
const actorClass = orNull(z.enum(actorClasses));
const day = orNull(z.iso.date('workspace.refusals.badDate'));

/** The rules of a kind of place. */
export const ruleSchema = z
  .object({
    step: z.enum(steps),
    minMinutes: length(15, 1440),
    maxMinutes: length(15, 44_640),
    daysAhead: whole(1, 730, 'hours.refusals.days'),
    noticeMinutes: length(0, 525_600),
    changeNoticeMinutes: length(0, 525_600),
    cancelNoticeMinutes: length(0, 525_600),
    lateFeePercent: whole(0, 100, 'hours.refusals.percent'),
    bufferBefore: length(0, 480),
    bufferAfter: length(0, 480),
    approvalFor: classes,
    bookableBy: z
      .array(z.enum(actorClasses), 'hours.refusals.nobody')
      .min(1, 'hours.refusals.nobody'),
    checkIn: ticked,
    checkInBefore: length(0, 240),
    checkInGrace: length(1, 480),
    offerMinutes: length(5, 1440),
  })
  .refine((rule) => rule.minMinutes <= rule.maxMinutes, {
    path: ['maxMinutes'],
    message: 'hours.refusals.minMax',
  }) satisfies z.ZodType<Rule>;

/** What may be chosen as a length, minutes; what is kept beside them may stay. */
export const lengths = {
  minMinutes: [15, 30, 60, 120, 180, 240],
  maxMinutes: [60, 120, 180, 240, 360, 480, 720, 1440],
  noticeMinutes: [0, 15, 60, 120, 240, 720, 1440, 2880, 10_080],
  changeNoticeMinutes: [0, 60, 120, 240, 720, 1440, 2880, 10_080],
  cancelNoticeMinutes: [0, 60, 120, 240, 720, 1440, 2880, 10_080, 20_160],
  bufferBefore: [0, 15, 30, 45, 60, 120],
  bufferAfter: [0, 15, 30, 45, 60, 120],
  checkInBefore: [0, 15, 30, 60, 120],
  checkInGrace: [5, 10, 15, 20, 30, 45, 60, 120],
  offerMinutes: [15, 30, 60, 120, 240, 720, 1440],
} as const satisfies Partial<Record<keyof Rule, readonly number[]>>;

const clock = /^(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/;

/** Opens and closes of one line; null is closed. Adds what is wrong with it. */
function stretch(typed: Typed, line: string, context: z.RefinementCtx) {
  const [opens, closes] = [text(typed[`opens-${line}`]), text(typed[`closes-${line}`])];
  if (opens === '' && closes === '') return null;
  const fits = clock.test(opens) && clock.test(closes) && minutesOf(opens) < minutesOf(closes);
  if (fits) return { opens: minutesOf(opens), closes: minutesOf(closes) };
  const path = [clock.test(opens) ? `closes-${line}` : `opens-${line}`];
  context.addIssue({ code: 'custom', path, message: 'hours.refusals.opens' });
  return null;
}
type Typed = Record<string, unknown>;
const text = (typed: unknown) => (typeof typed === 'string' ? typed.trim() : '');

const scope = z.object({ kind, actorClass, validFrom: day, validTo: day });

/** A week of hours: the usual ones, or what differs from them. */
export const hoursSchema = z.record(z.string(), z.unknown()).transform((typed, context) => {
  const hours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday): Hours[] => {
    const open = stretch(typed, String(weekday), context);
    return open ? [{ weekday, ...open }] : [];
  });
  const of = scope.safeParse(typed);
  if (!of.success) {
    for (const { path, message } of of.error.issues) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
    return z.NEVER;
  }
  if (hours.length === 0) {
    context.addIssue({ code: 'custom', path: ['opens-1'], message: 'hours.refusals.noHours' });
  }
  return { ...of.data, hours };
});
export type HoursInput = z.output<typeof hoursSchema>;

export type HolidayInput = {
  holiday: HolidayKey;
  open: boolean;
  opens: number | null;
  closes: number | null;
};

/** What the house does on each holiday: closed, as usual, or hours of its own. */
export const holidaysSchema = z.record(z.string(), z.unknown()).transform((typed, context) =>
  holidayKeys.flatMap((holiday): HolidayInput[] => {
    const choice = text(typed[`choice-${holiday}`]);
    const hours = choice === 'own' ? stretch(typed, holiday, context) : null;
    if (choice === 'own' && !hours) {
      const path = [`opens-${holiday}`];
      context.addIssue({ code: 'custom', path, message: 'hours.refusals.opens' });
    }
    if (choice !== 'own' && choice !== 'usual') return [];
    return [{ holiday, open: true, opens: hours?.opens ?? null, closes: hours?.closes ?? null }];
  }),
);

export const quotaScopes = ['PERSON', 'ORGANISATION'] as const;
export const quotaMeasures = ['COUNT', 'MINUTES'] as const;
export const quotaPeriods = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'AHEAD'] as const;

/** A limit; what is said in hours is kept in minutes. */
export const quotaSchema = z
  .object({
    ...{ kind, actorClass },
    scope: z.enum(quotaScopes),
    measure: z.enum(quotaMeasures),
    period: z.enum(quotaPeriods),
    most: whole(1, 10_000, 'hours.refusals.most'),
  })
  .transform(({ most, ...quota }) => ({
    ...quota,
    most: quota.measure === 'MINUTES' ? most * 60 : most,
  }));
export type QuotaInput = z.output<typeof quotaSchema>;
