import { z } from 'zod';

const id = z.guid('refusals.invalid');
const day = z.iso.date('workspace.refusals.badDate');
const empty = (typed: unknown) => (typed === '' ? undefined : typed);
const optionalDay = z.preprocess(empty, day.optional());
const whole = (most: number) =>
  z.coerce
    .number('leases.refusals.badNumber')
    .int('leases.refusals.badNumber')
    .min(0, 'leases.refusals.badNumber')
    .max(most, 'leases.refusals.badNumber');
/** Kronor, with or without öre, as people write them; kept in öre. */
const money = z
  .string()
  .transform((typed) => typed.replaceAll(/\s/g, '').replace(',', '.'))
  .pipe(z.string().regex(/^\d{1,7}(\.\d{1,2})?$/, 'leases.refusals.badMoney'))
  .transform((typed) => Math.round(Number(typed) * 100));
const text = (most: number) => z.string().trim().max(most, 'refusals.tooLong').default('');

/** Everything an offer says. */
export const draftSchema = z
  .object({
    organisationId: id,
    placeIds: z
      .array(id)
      .max(20, 'refusals.tooLong')
      .default([])
      .refine((given) => given.length > 0, 'leases.refusals.noPlace'),
    validFrom: day,
    validTo: optionalDay,
    renewalMonths: whole(120).default(0),
    noticeMonths: whole(36),
    monthly: money,
    deposit: z.preprocess((typed) => (typed === '' ? '0' : typed), money.default(0)),
    vatClass: z.string().regex(/^[A-Z_]{4,20}$/, 'refusals.invalid'),
    vatNote: text(200),
    terms: text(5000),
    document: text(300),
    reclaimDays: whole(30).default(1),
    shown: z.enum(['ORGANISATION', 'HIDDEN']).default('ORGANISATION'),
  })
  .refine(({ validFrom, validTo }) => validTo === undefined || validFrom <= validTo, {
    path: ['validTo'],
    message: 'leases.refusals.endsFirst',
  })
  .refine(({ renewalMonths, validTo }) => renewalMonths === 0 || validTo !== undefined, {
    path: ['validTo'],
    message: 'leases.refusals.renewsWhat',
  });
export type DraftInput = z.output<typeof draftSchema>;

/** The signature is the account's own; it says that one may sign for one's side. */
export const signSchema = z.object({
  authorised: z
    .array(z.literal('yes'))
    .default([])
    .refine((given) => given.length > 0, 'leases.refusals.notAuthorised'),
});
/** Why not, or why it ends; may be left out by whoever answers an offer. */
export const reasonSchema = z.object({ reason: text(1000) });
/** Why a proposal is declined; stands on a page beside a form with a reason of its own. */
export const answerSchema = z.object({ answer: text(1000) });
/** Another last day, empty for none, and why. */
export const proposalSchema = z.object({
  lastDay: optionalDay,
  why: z.string().trim().min(1, 'leases.refusals.sayWhy').max(1000, 'refusals.tooLong'),
});
export type ProposalInput = z.output<typeof proposalSchema>;
/** Who uses what is leased. */
export const usersSchema = z.object({
  people: z.array(id).max(100, 'refusals.tooLong').default([]),
});
/** Days to give back, both included, of one place of the lease. */
export const giveBackSchema = z
  .object({ placeId: id, from: day, to: day })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'workspace.refusals.rangeEndsFirst',
  });
export type GiveBackInput = z.output<typeof giveBackSchema>;
/** Days to take back, each as its place's id and the day with a space between. */
export const reclaimSchema = z.object({
  days: z
    .array(
      z
        .string()
        .transform((typed) => typed.split(' '))
        .pipe(z.tuple([id, day])),
    )
    .max(400, 'refusals.tooLong')
    .default([])
    .refine((given) => given.length > 0, 'leases.refusals.noDay'),
});
export type ReclaimInput = z.output<typeof reclaimSchema>;
export const noFields = z.object({});
