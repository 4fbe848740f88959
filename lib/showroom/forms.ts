import { z } from 'zod';
import { type Locale, locales } from '#lib/platform/i18n/locales.ts';
import { claimDetails } from './claims.ts';
import { claimShape, demoContent } from './content.ts';
import { linkKinds, mostLinks, numberIn } from './links.ts';
import { kilobits, typedNumber, whole } from './numbers.ts';

const list = (typed: unknown) => [typed ?? []].flat();
/** The revision a form was opened on. */
const revision = z.coerce.number().int().min(1).max(1_000_000);
const content = demoContent.shape;

/** A new demo: a name, in the language one writes. */
export const beginForm = z.object({
  id: z.guid(),
  title: z
    .string()
    .trim()
    .min(1, 'showroom.refusals.noName')
    .max(80, 'showroom.refusals.tooLong.title'),
  summary: z.string().trim().max(300, 'showroom.refusals.tooLong.summary').default(''),
});

const texts = ['title', 'summary', 'body', 'purpose'] as const;
type TextName = (typeof texts)[number];
const field = (name: TextName, locale: Locale) => `${name}_${locale}` as const;

/** The texts in every language, each a field of its own: `title_sv`. */
export const textForm = z
  .object({
    revision,
    ...(Object.fromEntries(
      texts.flatMap((name) =>
        locales.map((locale) => [field(name, locale), content[name].unwrap().shape[locale]]),
      ),
    ) as unknown as Record<`${TextName}_${Locale}`, z.ZodType<string>>),
  })
  .transform(({ revision: opened, ...typed }) => {
    const of = (name: TextName) =>
      Object.fromEntries(
        locales.map((locale) => [locale, typed[field(name, locale)] ?? '']),
      ) as Record<Locale, string>;
    return {
      revision: opened,
      part: {
        title: of('title'),
        summary: of('summary'),
        body: of('body'),
        purpose: of('purpose'),
      },
    };
  });

/** What it is, how far it has come, for whom, and what it needs where it is used. */
export const factsForm = z
  .object({
    revision,
    kind: content.kind,
    stage: content.stage,
    trl: z.preprocess((typed) => (typed ? Number(typed) : null), content.trl),
    iso9999: content.iso9999,
    areas: z.preprocess(list, content.areas),
    settings: z.preprocess(list, content.settings),
    audience: z.preprocess(list, content.audience),
    medical: z.preprocess((typed) => list(typed).includes('yes'), z.boolean()),
    bandwidthKbps: typedNumber(100_000).transform(kilobits),
    offline: z.enum(['', 'FULL', 'PARTLY', 'NONE']).default(''),
    mobileNet: z.enum(['', 'YES', 'NO']).default(''),
    withinKm: typedNumber(2000).transform(whole),
    staffMinutes: typedNumber(100_000).transform(whole),
    trainingHours: typedNumber(10_000).transform(whole),
  })
  .transform(
    ({
      revision: opened,
      bandwidthKbps,
      offline,
      mobileNet,
      withinKm,
      staffMinutes,
      trainingHours,
      ...part
    }) => ({
      revision: opened,
      part: {
        ...part,
        environment: { bandwidthKbps, offline, mobileNet, withinKm, staffMinutes, trainingHours },
      },
    }),
  );

/** The needs of the hub that it answers. */
export const needsForm = z
  .object({ revision, needs: z.preprocess(list, content.needs) })
  .transform(({ revision: opened, ...part }) => ({ revision: opened, part }));

const linkRows = Array.from({ length: mostLinks }, (_, n) => n);
const linkField = (n: number) => `number_${n}`;
const typedLink = z
  .string()
  .max(300, 'refusals.tooLong')
  .default('')
  .transform((typed, context) => {
    const number = typed.trim() === '' ? '' : numberIn(typed);
    if (number === null) {
      context.addIssue({ code: 'custom', message: 'demoLinks.refusals.noNumber' });
    }
    return number ?? '';
  });

/** The demos it stands beside: a row each, emptied to be removed. */
export const linksForm = z
  .object({
    revision,
    ...(Object.fromEntries(
      linkRows.flatMap((n) => [
        [linkField(n), typedLink],
        [`kind_${n}`, z.enum(linkKinds).default('WORKS_WITH')],
      ]),
    ) as Record<string, z.ZodType<string>>),
  })
  .transform(({ revision: opened, ...typed }) => {
    const all = typed as Record<string, string>;
    const rows = linkRows.map((n) => ({
      field: linkField(n),
      number: all[linkField(n)] ?? '',
      kind: all[`kind_${n}`] as (typeof linkKinds)[number],
    }));
    return { revision: opened, links: rows.filter(({ number }) => number !== '') };
  });

/** What takes the place of something that is taken out of the showroom, if anything does. */
export const archiveForm = z.object({ successor: typedLink });

const details = [...new Set(Object.values(claimDetails).flat())];

/** One claim; what its area asks besides comes as fields of their own. */
export const claimForm = z
  .object({
    revision,
    ...claimShape.omit({ detail: true }).shape,
    ...(Object.fromEntries(
      details.map((name) => [
        `detail_${name}`,
        z.string().max(200, 'showroom.refusals.tooLong.claim').default(''),
      ]),
    ) as Record<string, z.ZodType<string>>),
  })
  .transform(({ revision: opened, ...typed }) => {
    const all = typed as Record<string, string>;
    const asked = details.map((name) => [name, (all[`detail_${name}`] ?? '').trim()] as const);
    const { key, value, level, source, sourceUrl, checkedBy, checkedOn, expiresOn } = typed;
    const said = { key, value, level, source, sourceUrl, language: typed.language };
    const claim = { ...said, checkedBy, checkedOn, expiresOn };
    return {
      revision: opened,
      claim: { ...claim, detail: Object.fromEntries(asked.filter(([, text]) => text !== '')) },
    };
  });

/** The reader's decision. */
export const decisionForm = z.object({
  decision: z.enum(['publish', 'return'], 'demoPages.decisionMissing'),
  reason: z.string().trim().max(4000, 'refusals.tooLong').default(''),
  read: z.string().max(30).default(''),
});

/** Why the house takes something out. */
export const downForm = z.object({
  reason: z.string().trim().max(4000, 'refusals.tooLong').default(''),
});
