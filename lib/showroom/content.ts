import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { careAreas } from '#lib/needs/rules.ts';
import { type Locale, locales, type Text } from '#lib/platform/i18n/locales.ts';
import {
  allClaimKeys,
  areaOf,
  asksClass,
  claimDetails,
  claimLevels,
  claimValues,
  evidenceTiers,
  hasRunOut,
  medicalClasses,
  soundsMedical,
} from './claims.ts';
import { environmentShape } from './environment.ts';
import { folded } from './folding.ts';
import { linkKinds, mostLinks, publicIdForm } from './links.ts';
import { lacksInMedia, mediaUse, mostMedia } from './media.ts';
import { facetValues } from './rules.ts';

/** Most characters of each text. */
export const contentLimits = {
  title: 80,
  summary: 300,
  body: 6000,
  purpose: 600,
  claim: 200,
} as const;
const audiences = ['PATIENT', 'RELATIVE', 'STAFF', 'MANAGER'] as const;
export const demoAudiences: readonly string[] = audiences;

// Browsers send line breaks as two characters, and PostgreSQL takes no null character at all.
const written = (most: number, name: string) =>
  z
    .string()
    .max(most * 4, `showroom.refusals.tooLong.${name}`)
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
        .trim(),
    )
    .pipe(z.string().max(most, `showroom.refusals.tooLong.${name}`))
    .default('');
const inLanguages = (most: number, name: string) =>
  z.object(
    Object.fromEntries(locales.map((locale) => [locale, written(most, name)])) as Record<
      Locale,
      ReturnType<typeof written>
    >,
  );
const some = <V extends string>(values: readonly [V, ...V[]]) =>
  z.array(z.enum(values)).max(values.length).default([]);
const list = (values: readonly string[]) => some(values as [string, ...string[]]);
/** No check holds longer than a certificate does (ISO/IEC 17021-1: three years; a notified body's: five). */
export const longestCheckYears = 5;
const day = z.union([z.literal(''), z.iso.date('showroom.refusals.noSuchDay')]).default('');
const webAddress = z
  .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'showroom.refusals.noAddress' })])
  .default('');

export const claimShape = z.object({
  key: z.enum(allClaimKeys as [(typeof allClaimKeys)[number], ...(typeof allClaimKeys)[number][]]),
  value: written(contentLimits.claim, 'claim'),
  level: z.enum(claimLevels).default('DECLARED'),
  source: written(contentLimits.claim, 'claim'),
  sourceUrl: webAddress,
  checkedBy: written(contentLimits.claim, 'claim'),
  checkedOn: day,
  expiresOn: day,
  detail: z.record(z.string(), written(contentLimits.claim, 'claim')).default({}),
  /** The language of its own words; empty where it was never said. */
  language: z.union([z.literal(''), z.enum(locales)]).default(''),
});
/** What is only declared names nobody who checked it: nowhere is it said that they did. */
const unlessDeclared = (claim: z.output<typeof claimShape>) =>
  claim.level === 'DECLARED' ? { ...claim, checkedBy: '', checkedOn: '', expiresOn: '' } : claim;
export type WrittenClaim = z.output<typeof claimShape>;

/** All that an owner writes of a demo. Everything may be empty until it is sent. */
export const demoContent = z.object({
  title: inLanguages(contentLimits.title, 'title').prefault({}),
  summary: inLanguages(contentLimits.summary, 'summary').prefault({}),
  body: inLanguages(contentLimits.body, 'body').prefault({}),
  kind: z.enum(facetValues.kind).default('PRODUCT'),
  stage: z.enum(facetValues.stage).default('IDEA'),
  /** Technology readiness level, 1 to 9 (Horizon Europe). */
  trl: z.number().int().min(1).max(9).nullable().default(null),
  /** Class of ISO 9999, such as "22 27 18". */
  iso9999: z
    .string()
    .regex(/^(\d{2}( \d{2}){0,2})?$/, 'showroom.refusals.isoForm')
    .default(''),
  areas: list(careAreas),
  settings: list(facetValues.setting),
  audience: list(audiences),
  medical: z.boolean().default(false),
  purpose: inLanguages(contentLimits.purpose, 'purpose').prefault({}),
  claims: z
    .array(claimShape.transform(unlessDeclared))
    .max(60, 'showroom.refusals.tooManyClaims')
    .default([]),
  picture: z
    .object({
      src: z.string().max(300).default(''),
      alt: inLanguages(contentLimits.summary, 'alt').prefault({}),
    })
    .prefault({}),
  /** Its pictures and films, in their order; the first picture stands for it in lists. */
  media: z.array(mediaUse).max(mostMedia).default([]),
  /** What it needs where it is used. */
  environment: environmentShape.prefault({}),
  /** Needs of the hub that it answers, by their ids. */
  needs: z.array(z.guid()).max(50).default([]),
  /** Other demos of the hub, by their public numbers. */
  links: z
    .array(z.object({ number: z.string().regex(publicIdForm), kind: z.enum(linkKinds) }))
    .max(mostLinks)
    .default([]),
});
export type DemoContent = z.output<typeof demoContent>;
export type ContentInput = z.input<typeof demoContent>;

/** A version's content as it was kept, with what later versions of the product ask besides left empty. */
export function contentOf(kept: unknown): DemoContent {
  return demoContent.parse(kept);
}

/** The languages in which the whole of it is written. */
export function languagesOf({ title, summary, body }: DemoContent): Locale[] {
  return writtenLanguages({ title, summary, body });
}

/** The same of a demo as it is kept. */
export function writtenLanguages(demo: Record<'title' | 'summary' | 'body', unknown>): Locale[] {
  const said = (text: unknown, locale: Locale) => Boolean((text as Partial<Text>)?.[locale]);
  return locales.filter((locale) =>
    [demo.title, demo.summary, demo.body].every((text) => said(text, locale)),
  );
}

/**
 * What is wrong or missing before somebody else may read it, by part and field; empty when it can be
 * sent. `today` is the hub's day, `owner` whose demo it is. Sources: R30 (medical claims), S18 (a check says all of itself).
 */
export function missing(
  content: DemoContent,
  today: string,
  owner: string,
): Record<string, string> {
  const refused: Record<string, string> = {};
  const say = (field: string, code: string) => {
    refused[field] ??= `showroom.refusals.${code}`;
  };
  if (languagesOf(content).length === 0) say('title', 'noLanguage');
  for (const locale of locales) {
    const { title, summary, body } = content;
    const parts = [title[locale], summary[locale], body[locale]];
    if (parts.some(Boolean) && !parts.every(Boolean)) say(`title.${locale}`, 'halfALanguage');
  }
  if (content.areas.length === 0) say('areas', 'noArea');
  if (content.settings.length === 0) say('settings', 'noSetting');
  if (content.audience.length === 0) say('audience', 'noAudience');
  for (const [n, use] of content.media.entries()) {
    const lacks = lacksInMedia(use, languagesOf(content));
    if (lacks) refused[`media.${n}`] = `media.refusals.${lacks}`;
  }
  if (!content.picture.src) say('picture', 'noPicture');
  if (
    content.media.length === 0 &&
    content.picture.src &&
    !Object.values(content.picture.alt).some(Boolean)
  )
    say('picture', 'noAlt');
  for (const [n, claim] of content.claims.entries()) {
    const wrong = isOwnCheck(claim, owner) ? 'claimOwnCheck' : wrongWith(claim, today);
    if (wrong) say(`claims.${n}`, wrong);
    else if (asksClass.includes(claim.key) && !content.claims.some(({ key }) => key === 'CLASS'))
      say(`claims.${n}`, 'claimNeedsClass');
  }
  const { title, summary, body } = content;
  const texts = [title, summary, body].flatMap((text) => Object.values(text));
  if (!content.medical && soundsMedical(texts)) say('medical', 'soundsMedical');
  if (content.medical && !content.claims.some(namesClass)) say('medical', 'noClass');
  if (content.medical && !Object.values(content.purpose).some(Boolean)) say('purpose', 'noPurpose');
  return refused;
}

function namesClass({ key, value }: WrittenClaim): boolean {
  return key === 'CLASS' && medicalClasses.includes(value);
}

/** Why a claim cannot be shown as it is; null when it can. */
export function wrongWith(claim: WrittenClaim, today: string): string | null {
  const values = claimValues[claim.key];
  if (values && !values.includes(claim.value)) return 'claimValue';
  if (claim.key === 'KLASSA' && !/^[0-4]{3}$/.test(claim.value)) return 'claimKlassa';
  const { tier } = claim.detail;
  if (tier && !(evidenceTiers as readonly string[]).includes(tier)) return 'claimTier';
  const asked: readonly string[] = claimDetails[areaOf(claim.key)];
  if (Object.keys(claim.detail).some((name) => !asked.includes(name))) return 'claimValue';
  if (claim.level === 'DECLARED') return null;
  const { source, checkedBy, checkedOn, expiresOn } = claim;
  if (!source || !checkedBy || !checkedOn || !expiresOn) return 'claimCheck';
  if (checkedOn > today) return 'claimCheckAhead';
  if (expiresOn <= checkedOn) return 'claimExpiry';
  const longest = Temporal.PlainDate.from(checkedOn).add({ years: longestCheckYears });
  if (Temporal.PlainDate.compare(expiresOn, longest) > 0) return 'claimTooLong';
  return hasRunOut(claim, today) ? 'claimRunOut' : null;
}

/** Whether a claim names its own owner as the one who checked it, however the name is written. */
export function isOwnCheck({ checkedBy }: WrittenClaim, owner: string): boolean {
  return bareName(checkedBy) !== '' && bareName(checkedBy) === bareName(owner);
}

// Forms of companies in the Nordic countries and near them: with or without, it is the same one.
const companyForms = new Set([
  'ab',
  'as',
  'asa',
  'publ',
  'aktiebolag',
  'aksjeselskap',
  'oy',
  'oyj',
  'aps',
  'hb',
  'kb',
  'ltd',
  'gmbh',
]);

function bareName(name: string): string {
  const words = folded(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.filter((word) => !companyForms.has(word)).join(' ');
}

/**
 * The claims with one in the place of what it was, wherever that stands now; last where it is new, or where a
 * colleague has changed or removed it meanwhile, so that nobody's claim is written over.
 */
export function withClaim(
  claims: readonly WrittenClaim[],
  was: WrittenClaim | null,
  claim: WrittenClaim,
): WrittenClaim[] {
  const same = JSON.stringify(was);
  const at = was ? claims.findIndex((one) => JSON.stringify(one) === same) : -1;
  return at < 0 ? [...claims, claim] : claims.with(at, claim);
}
