import { z } from 'zod';
import { readableCode, readableSigns } from '#lib/platform/codes.ts';
import { locales } from '#lib/platform/i18n/locales.ts';
import { optional } from '#lib/workspace/schema.ts';

const name = z.string().trim().max(120, 'refusals.tooLong');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'workspace.refusals.badTime');

/** The form that announces a guest. */
export const visitSchema = z
  .object({
    guest: name.min(1, 'visits.refusals.whoComes'),
    company: name.default(''),
    email: z.union([z.literal(''), z.email('visits.refusals.badEmail')]).default(''),
    note: z.string().trim().max(300, 'refusals.tooLong').default(''),
    /** Mailed to the guest. */
    greeting: z.string().trim().max(300, 'refusals.tooLong').default(''),
    /** In which language the guest is written to; empty: the hub's own. */
    locale: z.union([z.literal(''), z.enum(locales)]).default(''),
    /** Somebody meets the guest though the house is closed. */
    outside: z.union([z.literal('yes'), z.literal('')]).default(''),
    date: z.iso.date('workspace.refusals.badDate'),
    from: time,
    to: time,
    /** The booking they come for, where there is one. */
    bookingId: z.union([z.literal(''), z.guid()]).default(''),
    /** Which house they come to, where there are several and no booking says it. */
    siteId: optional(z.guid()),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'visits.refusals.endsFirst' });
export type VisitInput = z.output<typeof visitSchema>;

export const codeLength = 6;

/** What a guest types at the door: case, spaces and dashes do not matter. */
export const codeSchema = z.object({
  /** What the guest answered when asked: on the way in, or out. */
  step: z.enum(['in', 'out']).optional(),
  code: z
    .string()
    .transform((typed) => typed.toUpperCase().replaceAll(/[\s-]/g, ''))
    .pipe(
      z
        .string()
        .regex(new RegExp(`^[${readableSigns}]{${codeLength}}$`), 'visits.refusals.noSuchCode'),
    ),
});

/** A code drawn by lot: whoever guesses has one chance in 900 million, and few tries. */
export function drawCode(): string {
  return readableCode(codeLength);
}
