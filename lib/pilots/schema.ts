import { z } from 'zod';
import { locales } from '#lib/platform/i18n/locales.ts';
import { checks, indicatorKinds } from './moves.ts';

/** Most characters of each text. */
export const pilotLimits = {
  ...{ place: 160, name: 120, unit: 40, measuredBy: 200, words: 1000, note: 300 },
} as const;

const text = (field: keyof typeof pilotLimits) =>
  z
    .string()
    .default('')
    .transform((words) => words.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(pilotLimits[field], 'refusals.tooLong'));
const line = (field: keyof typeof pilotLimits, code: string) =>
  text(field)
    .transform((words) => words.replace(/\s+/g, ' '))
    .pipe(z.string().min(1, code));
const day = z.iso.date('pilots.refusals.day');

/** A number as people type it: "12,5" or "-3". */
export const measure = z
  .string()
  .trim()
  .transform((typed) =>
    typed
      .replace(/[\s\u00a0]/g, '')
      .replace(',', '.')
      .replace('−', '-'),
  )
  .pipe(z.string().regex(/^-?\d{1,11}(\.\d{1,3})?$/, 'pilots.refusals.number'));

/** A pilot as it is planned; revision 0 before the first saving. */
export const pilotForm = z
  .object({
    id: z.guid(),
    revision: z.coerce.number().int().min(0).max(1_000_000),
    site: z.guid('pilots.refusals.site'),
    place: line('place', 'pilots.refusals.place'),
    language: z.enum(locales),
    ...{ startsOn: day, endsOn: day },
    users: z.union([
      z.literal('').transform(() => null),
      z.coerce
        .number('pilots.refusals.users')
        .int('pilots.refusals.users')
        .min(1, 'pilots.refusals.users')
        .max(1_000_000, 'pilots.refusals.users'),
    ]),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'pilots.refusals.endsFirst',
  });
export type PilotInput = z.output<typeof pilotForm>;

export const checksForm = z.object({ done: z.array(z.enum(checks)).default([]) });
export const indicatorForm = z.object({
  id: z.guid(),
  language: z.enum(locales),
  name: line('name', 'pilots.refusals.name'),
  unit: line('unit', 'pilots.refusals.unit'),
  kind: z.enum(indicatorKinds),
  better: z.enum(['more', 'less']),
});
export type IndicatorInput = z.output<typeof indicatorForm>;
export const benefitForm = z.object({
  indicator: z.guid('pilots.refusals.indicator'),
  ...{ baseline: measure, target: measure },
  measuredBy: line('measuredBy', 'pilots.refusals.measuredBy'),
});
export type BenefitInput = z.output<typeof benefitForm>;
export const valueForm = z.object({
  id: z.guid(),
  indicator: z.guid('pilots.refusals.indicator'),
  onDay: day,
  value: measure,
  note: text('note'),
});
export type ValueInput = z.output<typeof valueForm>;
export const pauseForm = z.object({ words: text('words') });
