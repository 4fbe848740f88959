import { z } from 'zod';
import { tell } from '#lib/notices/writes.ts';
import { now, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import { inLocale, locales, type Text } from '#lib/platform/i18n/locales.ts';
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
    /** The languages that were left as they were still say the same. */
    unchanged: z.preprocess((typed) => [typed ?? []].flat().includes('yes'), z.boolean()),
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
 * Writes a version: from its day on it is asked for anew before the next booking. What is written stays. The
 * administrators of whoever agreed to one before are told. For hub admins.
 * @throws Refusal for a day that is over, for a language that was left as it was without a word, or when a
 *   colleague has just written one
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
      const before = await db.houseTerms.findMany({ where, orderBy: { version: 'desc' } });
      const version = before.length + 1;
      const said = { title: words(form, 'title'), text: words(form, 'text') };
      if (before[0] && !form.unchanged) refuseLeftBehind(before[0], said);
      const { id } = await db.houseTerms.create({
        data: {
          ...{ ...where, ...said, version, demanded: form.demanded, madeById: scope.person.id },
          ...{ validFrom: new Date(form.validFrom), madeAt: new Date(now().epochMilliseconds) },
        },
      });
      deed.record('termsWritten', 'houseTerms', id, { version });
      if (form.demanded) await tellWhoAgreed(scope, db, before, said.title);
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

/** A language whose text stands as before while another's was written anew would say the old. */
function refuseLeftBehind(
  before: { title: unknown; text: unknown },
  said: Record<'title' | 'text', Text>,
) {
  const old = before as Record<'title' | 'text', Text>;
  const written = locales.filter((locale) => said.text[locale] || old.text[locale]);
  const left = written.filter((locale) => said.text[locale] === old.text[locale]);
  if (left.length === 0 || left.length === written.length) return;
  const code = 'workspace.refusals.termsLeftBehind';
  throw new Refusal(code, Object.fromEntries(left.map((locale) => [`text_${locale}`, code])));
}

async function tellWhoAgreed(
  scope: Scope,
  db: Handle,
  before: readonly { id: string }[],
  title: Text,
): Promise<void> {
  const hubId = scope.hub.id;
  const agreed = await db.organisation.findMany({
    where: {
      termsAgreed: { some: { hubId, termsId: { in: before.map(({ id }) => id) } } },
      participations: { some: { hubId, state: 'VERIFIED' } },
    },
    select: {
      slug: true,
      memberships: { where: { role: 'ADMIN' }, select: { personId: true } },
    },
  });
  for (const { slug, memberships } of agreed) {
    await tell(
      scope,
      db,
      memberships.map(({ personId }) => personId),
      {
        kind: 'termsWritten',
        detail: { title: inLocale(title, 'sv'), organisation: scope.hub.name },
        path: `/${scope.hub.slug}/${slug}/terms`,
      },
    );
  }
}
