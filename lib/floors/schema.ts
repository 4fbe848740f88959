import { z } from 'zod';
import { draftIn } from './fields.ts';
import { faultsOf } from './judging.ts';

const count = z.coerce.number().int().min(0);

/** A drawing as its form sends it, and what was seen of it before. */
export const drawingSchema = z
  .looseObject({
    revision: count,
    /** A colleague's revision that one has been told of and saves over. */
    over: z.preprocess((typed) => (typed === '' ? undefined : typed), count.optional()),
    note: z.string().trim().max(200, 'refusals.tooLong').default(''),
  })
  .transform(({ revision, over, note, ...values }, context) => {
    const { draft, faults } = draftIn(values as Record<string, string>);
    const wrong = Object.keys(faults).length > 0 ? faults : faultsOf(draft);
    for (const [field, message] of Object.entries(wrong)) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
    return { revision, over, note, draft };
  });
export type DrawingInput = z.output<typeof drawingSchema>;

export const noFields = z.object({});
/** Which revision of a draft one has looked at. */
export const seenSchema = z.object({ revision: count });
/** An earlier version to begin from; none: the one that is shown. */
export const startSchema = z.object({ from: count.optional() });

/** The version that an address names; 0, which there never is, where it names none. */
export function versionIn(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
