import { z } from 'zod';
import { type ActorClass, type PlaceKind, priceUnits } from './rules.ts';

/** Kronor as people type them, as öre: "1 250,50". */
export const kronor = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/[\s\u00a0]/g, '').replace(',', '.'))
  .pipe(z.string().regex(/^\d{1,6}(\.\d{1,2})?$/, 'prices.refusals.badAmount'))
  .transform((typed) => Math.round(Number(typed) * 100));

export const day = z.iso.date('prices.refusals.badDate');
export const wholeNumber = (most: number) =>
  z.coerce
    .number('prices.refusals.badNumber')
    .int('prices.refusals.badNumber')
    .min(0, 'prices.refusals.badNumber')
    .max(most, 'prices.refusals.badNumber');

/** A new price. The kinds and classes there are belong to the house, which names them. */
export function priceForm(kinds: readonly PlaceKind[], classes: readonly ActorClass[]) {
  return z.object({
    kind: z.enum(kinds, 'refusals.invalid'),
    actorClass: z.enum(classes, 'refusals.invalid'),
    unit: z.enum(priceUnits, 'refusals.invalid'),
    ore: kronor,
    vatClass: z.string().regex(/^[A-Z_]{4,20}$/, 'refusals.invalid'),
    from: day,
    passHours: z.preprocess((typed) => typed || 0, wholeNumber(10_000)).default(0),
    passMonths: z.preprocess((typed) => typed || 0, wholeNumber(60)).default(0),
  });
}
export type PriceInput = z.output<ReturnType<typeof priceForm>>;
