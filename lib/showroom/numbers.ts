import { z } from 'zod';

/** A number as people type it, with spaces and a comma; empty says nothing. Larger ones are refused in words. */
export const typedNumber = (largest: number, tooLarge = 'adoptions.refusals.range') =>
  z
    .string()
    .default('')
    .transform((text) => text.replaceAll(/\s/g, '').replace(',', '.'))
    .refine((text) => /^(\d+(\.\d+)?)?$/.test(text), 'adoptions.refusals.number')
    .refine((text) => Number(text) <= largest, tooLarge)
    .transform((text) => (text === '' ? null : Number(text)));

export function whole(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

/** What is typed in megabits, in kilobits. */
export function kilobits(mbit: number | null): number | null {
  return mbit === null ? null : Math.round(mbit * 1000);
}
