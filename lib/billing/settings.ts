import { z } from 'zod';
import { organisationNumber } from '#lib/organisations/numbers.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';

const words = (most: number) => z.string().trim().max(most, 'refusals.tooLong').default('');
const count = (most: number) =>
  z.coerce
    .number('prices.refusals.badNumber')
    .int('prices.refusals.badNumber')
    .min(0, 'prices.refusals.badNumber')
    .max(most, 'prices.refusals.badNumber');

export const settingForm = z.object({
  number: words(20),
  street: words(120),
  postalCode: words(12),
  town: words(60),
  vatNumber: words(20).transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase()),
  account: words(40),
  paymentDays: count(120),
});
export type SettingInput = z.output<typeof settingForm>;
export const usualSetting: SettingInput = {
  ...{ number: '', street: '', postalCode: '', town: '', vatNumber: '', account: '' },
  paymentDays: 30,
};

/** What the hub's invoices say of it. For its administrators. */
export async function findBillingSetting(scope: Scope): Promise<SettingInput> {
  return scope.read('billing:manage', async (db) => {
    const row = await db.billingSetting.findUnique({ where: { hubId: scope.hub.id } });
    const { hubId: _hub, ...setting } = row ?? { hubId: '', ...usualSetting };
    return setting;
  });
}

/** @throws Refusal for a number whose check digit is wrong, or a VAT number that is none of the hub's country */
export async function saveBillingSetting(scope: Scope, input: SettingInput): Promise<void> {
  const { country, id: hubId } = scope.hub;
  const number = input.number && organisationNumber(country, input.number);
  if (number === null) refuse('number', `organisations.refusals.number${country}`);
  if (input.vatNumber && !isVatNumber(country, input.vatNumber)) {
    refuse('vatNumber', 'billing.refusals.badVatNumber');
  }
  const data = { ...input, number };
  await scope.write('billing:manage', async (db, deed) => {
    await db.billingSetting.upsert({ where: { hubId }, create: { ...data, hubId }, update: data });
    deed.record('billingSaved', 'hub', hubId);
  });
}

/** SE and ten digits and 01; NO and nine digits and MVA; the digits an organisation's. */
function isVatNumber(country: 'SE' | 'NO', typed: string): boolean {
  const [, digits = ''] = /^SE(\d{10})01$|^NO(\d{9})MVA$/.exec(typed)?.filter(Boolean) ?? [];
  return typed.startsWith(country) && organisationNumber(country, digits) !== null;
}

export const partyForm = z.object({
  buyerReference: words(60),
  orderReference: words(60),
  costCentre: words(60),
  endpoint: words(60).transform((typed) => typed.replace(/\s/g, '')),
});
export type PartyInput = z.output<typeof partyForm>;

/** What the organisation wants its invoices from the hub to say. */
export async function findReferences(scope: Scope): Promise<PartyInput> {
  return scope.read('cost:read', async (db) => {
    const where = { hubId: scope.hub.id, organisationId: scope.organisation.id };
    const row = await db.billingParty.findUnique({ where: { hubId_organisationId: where } });
    const { buyerReference = '', orderReference = '', costCentre = '', endpoint = '' } = row ?? {};
    return { buyerReference, orderReference, costCentre, endpoint };
  });
}

/** Saved by the organisation's administrators; a locked basis keeps what it has. @throws Refusal */
export async function saveReferences(scope: Scope, input: PartyInput): Promise<void> {
  if (input.endpoint && !isEndpoint(input.endpoint)) {
    refuse('endpoint', 'billing.refusals.badEndpoint');
  }
  await scope.write('cost:refer', async (db, deed) => {
    const where = { hubId: scope.hub.id, organisationId: scope.organisation.id };
    await db.billingParty.upsert({
      where: { hubId_organisationId: where },
      create: { ...where, ...input },
      update: input,
    });
    deed.record('referencesSaved', 'organisation', scope.organisation.id);
  });
}

function isEndpoint(typed: string): boolean {
  const [, scheme, id = ''] = /^(\d{4}):([\w.-]{2,50})$/.exec(typed) ?? [];
  if (scheme === '0007') return organisationNumber('SE', id) === id;
  if (scheme === '0192') return organisationNumber('NO', id) === id;
  if (scheme === '0088') return isGln(id);
  return scheme !== undefined;
}

/** GS1: thirteen digits, weighted three and one from the right. */
function isGln(id: string): boolean {
  if (!/^\d{13}$/.test(id)) return false;
  const sum = [...id].reverse().reduce((all, digit, n) => all + Number(digit) * (n % 2 ? 3 : 1), 0);
  return sum % 10 === 0;
}

export const bookingReferenceForm = z.object({ costCentre: words(60), reference: words(120) });

/**
 * Says which cost centre bears a booking, and how its line is marked. Any member may for their organisation.
 * @throws NotFound for a booking without a price
 * @throws Refusal once it stands on a locked basis
 */
export async function referBooking(
  scope: Scope,
  bookingId: string,
  input: z.output<typeof bookingReferenceForm>,
): Promise<void> {
  await scope.write('booking:change', async (db, deed) => {
    const hubId = scope.hub.id;
    const own = { hubId, id: bookingId, organisationId: scope.organisation.id };
    const price = await db.bookingPrice.findFirst({ where: { hubId, bookingId, booking: own } });
    if (!price) throw new NotFound('price');
    const locked = { sourceId: bookingId, basis: { status: { not: 'DRAFT' as const } } };
    if (await db.invoiceLine.findFirst({ where: { hubId, ...locked } })) {
      throw new Refusal('billing.refusals.bookingBilled');
    }
    await db.bookingPrice.update({
      where: { hubId_bookingId: { hubId, bookingId } },
      data: input,
    });
    deed.record('bookingReferred', 'booking', bookingId);
  });
}

function refuse(field: string, code: string): never {
  throw new Refusal(code, { [field]: code });
}
