import { z } from 'zod';
import { organisationNumber } from './numbers.ts';
import { countries, isFreeMail, isOfficial, needsNumber, organisationKinds } from './rules.ts';

export const limits = {
  name: 120,
  shortName: 40,
  town: 60,
  about: 600,
  role: 80,
  why: 1500,
} as const;

/** One line: what is typed twice or around is taken out. */
export const line = (most: number) =>
  z
    .string()
    .max(most * 4, 'refusals.tooLong')
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most, 'refusals.tooLong'));

export const paragraphs = (most: number) =>
  z
    .string()
    .max(most * 4, 'refusals.tooLong')
    .transform((text) => text.trim())
    .pipe(z.string().max(most, 'refusals.tooLong'));

const filled = (field: z.ZodType<string, string>, sentence: string) =>
  field.pipe(z.string().min(1, sentence));

/** An address as it is kept: in lower case. */
export const address = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email('people.signIn.badEmail').max(254, 'people.signIn.badEmail'));

const shape = z.object({
  kind: z.enum(organisationKinds),
  country: z.enum(countries),
  code: z.string().max(4).default(''),
  name: line(limits.name).default(''),
  number: z.string().max(40, 'organisations.refusals.number').default(''),
  town: line(limits.town).default(''),
});

type Shape = z.output<typeof shape>;
/** A body as it is known: from the official table by its code, or by name and number. */
export type Body = Omit<Shape, 'number'> & { number: string | null };

const bodyFields = ['code', 'name', 'town', 'number'] as const;
type BodyField = (typeof bodyFields)[number];

// Either the code of the official table, or a name and a number whose check digit is right.
function bodyIssues(given: Partial<Shape>): Partial<Record<BodyField, string>> {
  const { kind, country, code = '', name = '', town = '', number = '' } = given;
  if (!kind || !country) return {};
  if (isOfficial(kind)) {
    return /^(\d{2}|\d{4})$/.test(code) ? {} : { code: 'organisations.refusals.choose' };
  }
  const typed = number.trim() !== '' || needsNumber(kind);
  return {
    ...((name.length < 2 || leadsAway(name)) && { name: 'organisations.refusals.name' }),
    ...(town === '' && { town: 'organisations.refusals.town' }),
    ...(typed &&
      organisationNumber(country, number) === null && {
        number: `organisations.refusals.number${country}`,
      }),
  };
}

// Asked even when another field is wrong, so that everything is said in one go.
function judged<T extends z.ZodType<Shape>>(form: T): T {
  return bodyFields.reduce(
    (before, field) =>
      before.refine((given) => !bodyIssues(given)[field], {
        path: [field],
        when: () => true,
        error: ({ input }) => bodyIssues(input as Partial<Shape>)[field],
      }),
    form,
  );
}

function bodyOf({ number: typed, ...rest }: Shape): Body {
  if (isOfficial(rest.kind)) return { ...rest, name: '', town: '', number: null };
  return { ...rest, code: '', number: organisationNumber(rest.country, typed) };
}

// What is typed here stands in a mail to an address nobody has proved: it must not carry a link there.
// A mail program makes a link of `site.example/page`, too.
const leadsAway = (text: string) => /:\/\/|www\.|\w\.[a-z]{2,}\//i.test(text);

const applicant = z.object({
  person: filled(line(limits.name), 'organisations.refusals.person').refine(
    (name) => !leadsAway(name),
    'organisations.refusals.person',
  ),
  email: address,
  role: filled(line(limits.role), 'organisations.refusals.role'),
  why: filled(paragraphs(limits.why), 'organisations.refusals.why'),
});

/** The form of someone who wants an organisation to take part. */
export const applicationForm = judged(z.object({ ...shape.shape, ...applicant.shape })).transform(
  (given) => ({ ...given, ...bodyOf(given) }),
);
export type ApplicationInput = z.output<typeof applicationForm>;

/**
 * Asking again for a body that is known: what kind it is stays, and of a `fixed` one name and number, too.
 */
export function againForm(known: Pick<Body, 'kind' | 'country' | 'code'>, fixed: boolean) {
  const { role, why } = applicant.shape;
  if (fixed) return z.object({ role, why }).transform((said) => ({ ...said, body: null }));
  const all = judged(z.object({ ...shape.shape, role, why }));
  return z
    .preprocess((given) => ({ ...(given as object), ...known }), all)
    .transform(({ role, why, ...given }) => ({ role, why, body: bodyOf(given) }));
}
export type AgainInput = { role: string; why: string; body: Body | null };

/** The hub invites a body: which, and the address of its first administrator. */
export const bodyInvitationForm = judged(z.object({ ...shape.shape, email: address })).transform(
  (given) => ({ ...given, ...bodyOf(given) }),
);
export type BodyInvitationInput = z.output<typeof bodyInvitationForm>;

/** An organisation number by itself; whether it is right depends on the organisation. */
export const numberForm = z.object({
  number: filled(line(40), 'organisations.refusals.numberMissing'),
});

/** The address of somebody who is to be administrator. */
export const administratorForm = z.object({ email: address });

/** A button alone. */
export const buttonForm = z.object({});

/** Why an organisation is not let in; it is told so. */
export const rejectionForm = z.object({
  reason: filled(paragraphs(limits.why), 'organisations.refusals.reason'),
});

/** What an organisation says of itself. */
export const settingsForm = z.object({
  name: filled(line(limits.name), 'organisations.refusals.name').optional(),
  shortName: filled(line(limits.shortName), 'organisations.refusals.shortName'),
  town: filled(line(limits.town), 'organisations.refusals.town'),
  aboutSv: paragraphs(limits.about),
  aboutNb: paragraphs(limits.about),
  aboutEn: paragraphs(limits.about),
});
export type SettingsInput = z.output<typeof settingsForm>;

/** A mail domain; whoever types a whole address means what follows the @. */
export const domainForm = z.object({
  domain: z
    .string()
    .max(255, 'organisations.refusals.domain')
    .transform((text) => text.trim().toLowerCase().replace(/^.*@/, ''))
    .pipe(
      z
        .string()
        .regex(/^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/, 'organisations.refusals.domain')
        .refine((domain) => !isFreeMail(domain), 'organisations.refusals.freeMail'),
    ),
});

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether an address's part can be an organisation at all. */
export function isSlug(value: string): boolean {
  return value.length <= 80 && slug.test(value);
}

/** Whether an address's part can be a token of a mailed link. */
export function isToken(value: string): boolean {
  return /^[\w-]{43}$/.test(value);
}
