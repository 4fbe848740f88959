import { z } from 'zod';
import { minutesOf } from '#lib/workspace/times.ts';

const text = (most: number) => z.string().trim().max(most, 'refusals.tooLong').default('');
const names = { nameSv: text(80), nameNb: text(80), nameEn: text(80) };
const named = ({ nameSv, nameNb, nameEn }: Record<keyof typeof names, string>) =>
  `${nameSv}${nameNb}${nameEn}` !== '';
const wrong = { path: ['nameSv'], message: 'places.refusals.noName' };
const whole = (least: number, most: number) =>
  z.coerce
    .number('places.refusals.badNumber')
    .int('places.refusals.badNumber')
    .min(least, 'places.refusals.badNumber')
    .max(most, 'places.refusals.badNumber');

/** The form of a site: a house with an address. */
export const siteSchema = z
  .object({
    ...names,
    slug: z
      .string()
      .trim()
      .toLowerCase()
      .min(1, 'places.refusals.badCode')
      .max(60, 'refusals.tooLong')
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'places.refusals.badCode'),
    address: z.string().trim().min(1, 'places.refusals.noAddress').max(200, 'refusals.tooLong'),
    areaM2: z.preprocess((typed) => (typed === '' ? undefined : typed), whole(1, 1e6).optional()),
    /** Where the first half day ends: minutes after midnight. */
    halfDayAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, 'workspace.refusals.notOnTheQuarter')
      .transform(minutesOf),
  })
  .refine(named, wrong);
export type SiteInput = z.output<typeof siteSchema>;

/** The form of a floor; level 0 is where one comes in from the street. */
export const floorSchema = z.object({ ...names, level: whole(-20, 200) }).refine(named, wrong);
export type FloorInput = z.output<typeof floorSchema>;
