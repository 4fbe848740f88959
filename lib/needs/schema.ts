import { z } from 'zod';
import { locales } from '#lib/platform/i18n/locales.ts';
import { careAreas } from './rules.ts';

/** Most characters of each text; the hints say so. */
export const needLimits = { title: 120, problem: 2000, affected: 400, reason: 400 } as const;

const text = (field: keyof typeof needLimits) =>
  z
    .string()
    .default('')
    .transform((words) => words.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(needLimits[field], `needs.refusals.tooLong.${field}`));

/** Whom a need is shown to once it is open: public and voluntary bodies and the hub, or everyone. */
export const needVisibilities = ['PUBLIC_SIDE', 'OPEN'] as const;

/** A need as it is said: two fields, and what follows from where it is said. */
export const needForm = z.object({
  /** Made with the form, so that the same form sent twice makes one need. */
  id: z.guid(),
  /** The version the form was opened on; 0 before the first saving. */
  revision: z.coerce.number().int().min(0).max(1_000_000),
  title: text('title')
    .transform((line) => line.replace(/\s+/g, ' '))
    .pipe(z.string().min(1, 'needs.refusals.title')),
  problem: text('problem').pipe(z.string().min(1, 'needs.refusals.problem')),
  affected: text('affected'),
  language: z.enum(locales),
  areas: z.array(z.enum(careAreas)).max(careAreas.length).default([]),
  urgency: z.coerce.number().int().min(1).max(4).default(2),
  visibility: z.enum(needVisibilities).default('PUBLIC_SIDE'),
  /** The demo at which it is said. */
  demo: z.union([z.literal(''), z.guid()]).default(''),
  /** That needs alike have been looked at. */
  seen: z.string().default(''),
});
export type NeedInput = z.output<typeof needForm>;

/** Why a need is closed. */
export const closeForm = z.object({ reason: text('reason') });

/** Whether an address's part can be an id at all; PostgreSQL would stumble over anything else. */
export function isId(value: string): boolean {
  return z.guid().safeParse(value).success;
}
