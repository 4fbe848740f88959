import { z } from 'zod';
import { locales } from '#lib/platform/i18n/locales.ts';

export const phaseLimits = { name: 120, track: 60, deliverables: 2000, reason: 600 } as const;

const line = (most: number, empty: string) =>
  z
    .string()
    .default('')
    .transform((words) => words.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, empty).max(most, 'phases.refusals.tooLong'));
const day = z.iso.date('phases.refusals.day');

/** A phase as it is planned; what it is to bring about is one line each. */
export const phaseForm = z
  .object({
    id: z.guid(),
    revision: z.coerce.number().int().min(0).max(1_000_000),
    language: z.enum(locales),
    name: line(phaseLimits.name, 'phases.refusals.name'),
    track: line(phaseLimits.track, 'phases.refusals.track'),
    startsOn: day,
    endsOn: day,
    deliverables: z
      .string()
      .default('')
      .pipe(z.string().max(phaseLimits.deliverables, 'phases.refusals.tooLong'))
      .transform((words) =>
        words
          .replaceAll('\0', '')
          .split(/\r?\n/)
          .map((one) => one.trim())
          .filter((one) => one !== '')
          .slice(0, 20),
      ),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'phases.refusals.endsFirst',
  });
export type PhaseInput = z.output<typeof phaseForm>;

export const deliveredForm = z.object({ done: z.array(z.coerce.number().int()).default([]) });

/** A milestone, and whose it is. */
export const milestoneForm = z.object({
  id: z.guid(),
  language: z.enum(locales),
  title: line(phaseLimits.name, 'phases.refusals.title'),
  owner: z.guid('phases.refusals.owner'),
  onDay: day,
});
export type MilestoneInput = z.output<typeof milestoneForm>;
/** What becomes of one: there, missed, or moved with a reason. */
export const milestoneMoveForm = z
  .object({
    what: z.enum(['DONE', 'MISSED', 'MOVED'], 'phases.refusals.what'),
    onDay: z.union([z.literal(''), day]).default(''),
    reason: z
      .string()
      .default('')
      .transform((words) => words.replaceAll('\0', '').trim())
      .pipe(z.string().max(phaseLimits.reason, 'phases.refusals.tooLong')),
  })
  .refine(({ what, onDay }) => what !== 'MOVED' || onDay !== '', {
    path: ['onDay'],
    message: 'phases.refusals.day',
  })
  .refine(({ what, reason }) => what !== 'MOVED' || reason !== '', {
    path: ['reason'],
    message: 'phases.refusals.reason',
  });
export type MilestoneMoveInput = z.output<typeof milestoneMoveForm>;
