import { z } from 'zod';
import { locales } from '#lib/platform/i18n/locales.ts';
import { tooFaint } from '#lib/platform/theme.ts';
import { barrierKinds, compliances, reservedSlugs } from './rules.ts';

const said = (most: number) => z.string().trim().max(most).default('');
const demanded = (most: number, code: string) =>
  z.string(code).trim().min(1, code).max(most, 'refusals.tooLong');

const slug = z
  .string('house.refusals.slug')
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'house.refusals.slug')
  .max(40, 'house.refusals.slug')
  .refine((value) => !(reservedSlugs as readonly string[]).includes(value), {
    error: 'house.refusals.slugReserved',
  });

const zone = z
  .string('house.refusals.zone')
  .trim()
  .refine(isZone, { error: 'house.refusals.zone' });

const colour = z
  .string('house.refusals.colour')
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'house.refusals.colour');

const languages = z
  .array(z.enum(locales, 'house.refusals.languages'), 'house.refusals.languages')
  .transform((given) => [...new Set(given)])
  .default([]);

// A form has boxes to tick, which have no order: there the hub's own language is asked for by itself.
const own = z.enum(locales).optional();
const ownFirst = <T extends { languages: string[]; own?: string | undefined }>({
  own: first,
  ...form
}: T) => ({
  ...form,
  languages: first ? [first, ...form.languages.filter((each) => each !== first)] : form.languages,
});

const speaks = {
  path: ['languages'],
  error: 'house.refusals.languages',
  // Asked even when another field is wrong, so that everything is said in one go.
  when: () => true,
};
const speaksOne = (form: { languages?: string[]; own?: string | undefined }) =>
  Boolean(form.own) || (form.languages ?? []).length > 0;

const email = z
  .string('house.refusals.email')
  .trim()
  .toLowerCase()
  .max(200, 'house.refusals.email')
  .pipe(z.email('house.refusals.email'));

const digits = (value: string) => value.replaceAll(/[\s-]/g, '');

// Beside other mistakes a colour that is too faint is told here; alone, the write tells it with its figures.
function visible(field: 'accent' | 'support') {
  const clear = ({ accent, support }: { accent: string; support: string }) =>
    !colour.safeParse(accent).success ||
    !colour.safeParse(support).success ||
    tooFaint(accent, support).every((each) => each.colour !== field);
  const told = {
    path: [field],
    error: 'house.refusals.faint',
    when: ({ issues }: { issues: unknown[] }) => issues.length > 0,
  };
  return [clear, told] as const;
}

/**
 * A new hub, from the command line and the operator's page alike. Whose it is: an official body as
 * `SE:23` (region) or `SE:2380` (municipality), or an organisation there already by its number.
 */
export const hubForm = z
  .object({
    slug,
    name: demanded(80, 'house.refusals.name'),
    country: z.enum(['SE', 'NO'], 'house.refusals.country'),
    zone,
    languages,
    own,
    accent: colour,
    support: colour,
    operator: z.union([z.literal(''), z.string().regex(/^(SE|NO):(\d{2}|\d{4})$/)]).default(''),
    operatorNumber: z
      .string()
      .transform(digits)
      .pipe(z.string().regex(/^(\d{9,10})?$/, 'house.refusals.operatorNumber'))
      .default(''),
    adminEmail: email,
    adminName: demanded(120, 'house.refusals.adminName'),
  })
  .refine(speaksOne, speaks)
  .refine(({ operator, operatorNumber }) => !operator !== !operatorNumber, {
    path: ['operator'],
    error: 'house.refusals.operatorOne',
    when: () => true,
  })
  .refine(({ operator, country }) => !operator || operator.startsWith(country), {
    path: ['operator'],
    error: 'house.refusals.operatorCountry',
  })
  .refine(...visible('accent'))
  .refine(...visible('support'))
  .transform(ownFirst);
export type HubInput = z.output<typeof hubForm>;

const perLanguage = <N extends string>(name: N, most: number) => {
  const fields = locales.map((locale) => [`${name}_${locale}`, said(most)] as const);
  return Object.fromEntries(fields) as Record<
    `${N}_${(typeof locales)[number]}`,
    z.ZodDefault<z.ZodString>
  >;
};

/** What a hub says of itself. Everything but the name may be empty while it is not open. */
export const textsForm = z
  .object({
    name: demanded(80, 'house.refusals.name'),
    languages,
    own,
    ...perLanguage('welcome', 600),
    ...perLanguage('mission', 1000),
    ...perLanguage('contactRole', 80),
    contactEmail: z.union([z.literal(''), email], 'house.refusals.email').default(''),
    dataProtectionEmail: z.union([z.literal(''), email], 'house.refusals.email').default(''),
    address: said(200),
    areaM2: z
      .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(1_000_000)], {
        error: 'house.refusals.area',
      })
      .default(null),
  })
  .refine(speaksOne, speaks)
  .transform(ownFirst);
export type TextsInput = z.output<typeof textsForm>;

export const coloursForm = z.object({ accent: colour, support: colour });

const date = z
  .union([z.literal('').transform(() => null), z.iso.date('house.refusals.date')])
  .default(null);

const address = (pattern: RegExp, code: string) =>
  z.string().trim().max(300, code).regex(pattern, code).default('');

/** The fields that Swedish law asks of a statement; a Norwegian hub gives `declaration` alone. */
export const statementForm = z.object({
  actor: said(200),
  service: said(200),
  compliance: z.union([z.literal('').transform(() => null), z.enum(compliances)]).default(null),
  defects: said(8000),
  assessedOn: date,
  updatedOn: date,
  method: said(2000),
  contact: said(1000),
  supervision: address(/^(https:\/\/[^\s"<>]+)?$/, 'house.refusals.webAddress'),
  burden: said(4000),
  outside: said(4000),
  declaration: address(/^(https:\/\/(www\.)?uustatus\.no\/[^\s"<>]+)?$/, 'house.refusals.uustatus'),
});
export type StatementInput = z.output<typeof statementForm>;

/** A barrier met or a copy asked for; a name and an address only from those who want an answer. */
export const barrierForm = z
  .object({
    kind: z.enum(barrierKinds, 'house.refusals.barrierKind'),
    place: said(300),
    text: demanded(4000, 'house.refusals.barrierText'),
    name: said(120),
    email: z.union([z.literal(''), email], 'house.refusals.email').default(''),
  })
  .superRefine(({ kind, email: answerTo }, told) => {
    // A copy must be sent somewhere.
    if (kind !== 'COPY' || answerTo !== '') return;
    told.addIssue({ code: 'custom', path: ['email'], message: 'house.refusals.copyWhere' });
  });
export type BarrierInput = z.output<typeof barrierForm>;

/** A button alone. */
export const buttonForm = z.object({});

const id = z.guid();

/** Whether an address's part can be an id at all. */
export function isId(value: string): boolean {
  return id.safeParse(value).success;
}

function isZone(value: string): boolean {
  if (!/^[A-Z]\w+\/[\w/+-]+$/.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
