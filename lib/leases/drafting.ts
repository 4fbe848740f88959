import { dateOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Bookable, readBookables } from '#lib/workspace/bookable.ts';
import { lineUp } from '#lib/workspace/occupying.ts';
import { keptLease } from './kept.ts';
import { isDropIn } from './rules.ts';
import type { DraftInput } from './schema.ts';

/**
 * Writes a lease that nobody but the house sees yet, with the hub's next number. Takes nothing.
 * @throws Refusal for an organisation that does not take part, or places that cannot be let together
 */
export async function draftLease(scope: Scope, input: DraftInput): Promise<{ id: string }> {
  return scope.write('lease:manage', async (db, deed) => {
    const hubId = scope.hub.id;
    const places = await placesToLet(db, hubId, input.placeIds);
    await refuseStranger(db, hubId, input.organisationId);
    const number = await nextNumber(db, hubId);
    await refuseVat(db, scope, input.vatClass);
    const facts = factsOf(input, places);
    const made = { madeById: scope.person.id, madeAt: dateOf(now()) };
    const { id } = await db.lease.create({
      data: { hubId, number, ...facts, ...made },
      select: { id: true },
    });
    await writePlaces(db, hubId, id, places);
    deed.record('leaseDrafted', 'lease', id);
    return { id };
  });
}

/** Says something else in a draft. @throws Refusal once it is offered */
export async function changeDraft(scope: Scope, id: string, input: DraftInput): Promise<void> {
  await scope.write('lease:manage', async (db, deed) => {
    const hubId = scope.hub.id;
    const lease = await keptLease(scope, db, id);
    if (lease.status !== 'DRAFT') throw new Refusal('leases.refusals.isOffered');
    const places = await placesToLet(db, hubId, input.placeIds);
    await refuseStranger(db, hubId, input.organisationId);
    await refuseVat(db, scope, input.vatClass);
    await db.lease.update({ where: { hubId_id: { hubId, id } }, data: factsOf(input, places) });
    await db.leasePlace.deleteMany({ where: { hubId, leaseId: id } });
    await writePlaces(db, hubId, id, places);
    deed.record('leaseChanged', 'lease', id);
  });
}

function factsOf(input: DraftInput, [first]: readonly Bookable[]) {
  const { placeIds: _places, validFrom, validTo, monthly, deposit, ...rest } = input;
  return {
    ...rest,
    siteId: (first as Bookable).site.id,
    validFrom: new Date(validFrom),
    validTo: validTo === undefined ? null : new Date(validTo),
    monthlyOre: monthly,
    depositOre: deposit,
  };
}

async function placesToLet(db: Handle, hubId: string, ids: string[]): Promise<Bookable[]> {
  const places = await readBookables(db, hubId, [...new Set(ids)]).catch((error) => {
    if (error instanceof NotFound) return refuse('placeIds', 'noPlace');
    throw error;
  });
  if (places.some(isDropIn)) return refuse('placeIds', 'noDropIn');
  if (new Set(places.map(({ site }) => site.id)).size > 1) return refuse('placeIds', 'oneSite');
  const units = places.flatMap(({ unitIds }) => unitIds);
  if (new Set(units).size < units.length) return refuse('placeIds', 'withinAnother');
  return places;
}

async function refuseStranger(db: Handle, hubId: string, organisationId: string): Promise<void> {
  const where = { hubId, organisationId, state: 'VERIFIED' as const };
  if ((await db.participation.count({ where })) === 0) {
    refuse('organisationId', 'noSuchOrganisation');
  }
}

async function refuseVat(db: Handle, scope: Scope, code: string): Promise<void> {
  const vat = await db.vatClass.findUnique({ where: { code } });
  if (vat?.country !== scope.hub.country) refuse('vatClass', 'noSuchVat');
}

async function writePlaces(db: Handle, hubId: string, leaseId: string, places: Bookable[]) {
  try {
    const data = places.map(({ id: placeId }) => ({ hubId, leaseId, placeId }));
    await db.leasePlace.createMany({ data });
  } catch (error) {
    if (refusedBy(error, 'hidden_places_take_nothing')) refuse('placeIds', 'noPlace');
    throw error;
  }
}

async function nextNumber(db: Handle, hubId: string): Promise<number> {
  await lineUp(db, [`lease numbers of ${hubId}`]);
  const [row] = await db.$queryRaw<{ next: number }[]>(
    sql`select coalesce(max(number), 0) + 1 as next from lease where hub_id = ${hubId}::uuid`,
  );
  return row?.next ?? 1;
}

function refuse(field: string, name: string): never {
  const code = `leases.refusals.${name}`;
  throw new Refusal(code, { [field]: code });
}
