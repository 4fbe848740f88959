import { z } from 'zod';
import { now, today } from '#lib/platform/clock.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { date, isId, type PlaceKind, placeKinds } from './schema.ts';

export const termsLimits = { title: 120, text: 8000 };
const title = z.string().trim().max(termsLimits.title, 'refusals.tooLong').default('');
const text = z.string().trim().max(termsLimits.text, 'refusals.tooLong').default('');

/** The form of a version. `of` is a kind, or `place:` and an id. */
export const termsSchema = z
  .object({
    of: z
      .string()
      .refine(
        (of) =>
          placeKinds.some((kind) => kind === of) ||
          (of.startsWith('place:') && isId(of.slice('place:'.length))),
        'workspace.refusals.badTermsOf',
      ),
    ...{ title_sv: title, title_nb: title, title_en: title },
    ...{ text_sv: text, text_nb: text, text_en: text },
    validFrom: date,
    demanded: z.preprocess((typed) => [typed ?? []].flat().includes('yes'), z.boolean()),
  })
  .superRefine((form, context) => {
    const missing = (['title', 'text'] as const).filter(
      (field) => !(form[`${field}_sv`] || form[`${field}_nb`] || form[`${field}_en`]),
    );
    for (const field of missing) {
      const message = 'workspace.refusals.termsSayNothing';
      context.addIssue({ code: 'custom', path: [`${field}_sv`], message });
    }
  });
export type TermsInput = z.output<typeof termsSchema>;

/**
 * Writes a version: from its day on it is asked for anew before the next booking. What is written stays. For hub admins.
 * @throws Refusal for a day that is over, or when a colleague has just written one
 */
export async function writeTerms(scope: Scope, form: TermsInput): Promise<{ id: string }> {
  if (form.validFrom < today(scope.hub.zone).toString()) {
    const code = 'workspace.refusals.termsInThePast';
    throw new Refusal(code, { validFrom: code });
  }
  const placeId = form.of.startsWith('place:') ? form.of.slice('place:'.length) : null;
  const kind = placeId === null ? (form.of as PlaceKind) : null;
  const hubId = scope.hub.id;
  try {
    return await scope.write('rule:edit', async (db, deed) => {
      if (placeId && (await db.place.count({ where: { hubId, id: placeId } })) === 0) {
        throw new NotFound('place');
      }
      const where = { hubId, kind, placeId };
      const version = (await db.houseTerms.count({ where })) + 1;
      const said = { title: words(form, 'title'), text: words(form, 'text') };
      const { id } = await db.houseTerms.create({
        data: {
          ...{ ...where, ...said, version, demanded: form.demanded, madeById: scope.person.id },
          ...{ validFrom: new Date(form.validFrom), madeAt: new Date(now().epochMilliseconds) },
        },
      });
      deed.record('termsWritten', 'houseTerms', id, { version });
      return { id };
    });
  } catch (error) {
    if (!refusedBy(error, 'house_terms_hub_id_kind_place_id_version_key')) throw error;
    throw new Refusal('workspace.refusals.changedMeanwhile');
  }
}

function words(form: TermsInput, field: 'title' | 'text'): Text {
  return { sv: form[`${field}_sv`], nb: form[`${field}_nb`], en: form[`${field}_en`] };
}
