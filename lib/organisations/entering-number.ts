import { tell } from '#lib/notices/writes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { organisationNumber } from './numbers.ts';
import { type Country, numberFits, type OrganisationKind } from './rules.ts';
import { isSlug } from './schema.ts';

/**
 * Enters the number that one's organisation lacks; from then on the hub alone changes it, and its
 * administrators are told. The organisation's administrators may.
 * @throws Refusal for a number that is wrong, another's, or there already
 */
export async function enterOwnNumber(scope: Scope, typed: string): Promise<void> {
  const { hub, organisation } = scope;
  await unlessTaken(() =>
    scope.write('organisation:edit', async (db, deed) => {
      await setNumber(db, deed, organisation.id, typed);
      const admins = await db.hubRole.findMany({ where: { hubId: hub.id, role: 'HUB_ADMIN' } });
      const ids = admins.map(({ personId }) => personId);
      const detail = { title: '', organisation: organisation.name };
      const path = `/${hub.slug}/house/organisations/${organisation.slug}`;
      await tell(scope, db, ids, { kind: 'numberEntered', detail, path });
    }),
  );
}

/**
 * Enters or corrects the number of an organisation at the hub. Hub administrators may.
 * @throws Refusal for a number that is wrong or another's; NotFound
 */
export async function correctNumber(scope: Scope, slug: string, typed: string): Promise<void> {
  await unlessTaken(() =>
    scope.write('organisation:judge', async (db, deed) => {
      const state = { in: ['VERIFIED' as const, 'PENDING' as const] };
      const participations = { some: { hubId: scope.hub.id, state } };
      const found = isSlug(slug)
        ? await db.organisation.findFirst({ where: { slug, participations } })
        : null;
      if (!found) throw new NotFound('organisation');
      await setNumber(db, deed, found.id, typed);
    }),
  );
}

async function setNumber(db: Handle, deed: Deed, id: string, typed: string): Promise<void> {
  const held = await db.organisation.findUnique({
    where: { id },
    select: { kind: true, country: true, organisationNumber: true },
  });
  if (!held) throw new NotFound('organisation');
  const number = demandNumber(held.kind, held.country, typed);
  const { count } = await db.organisation.updateMany({
    where: { id },
    data: { organisationNumber: number },
  });
  if (count === 0) throw new NotFound('organisation');
  const from = held.organisationNumber ?? '';
  deed.record('numberEntered', 'organisation', id, { 'from.number': from, 'to.number': number });
}

function demandNumber(kind: OrganisationKind, country: Country, typed: string): string {
  const number = organisationNumber(country, typed);
  const wrong = { number: `organisations.refusals.number${country}` };
  if (number === null) throw new Refusal('refusals.invalid', wrong);
  if (numberFits(kind, country, number)) return number;
  throw new Refusal('refusals.invalid', { number: 'organisations.refusals.numberOfOthers' });
}

async function unlessTaken(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (refusedBy(error, 'organisation_organisation_number_key')) {
      throw new Refusal('refusals.invalid', { number: 'organisations.refusals.numberInUse' });
    }
    if (refusedBy(error, 'numbers_are_entered_once')) {
      throw new Refusal('refusals.invalid', { number: 'organisations.refusals.numberThere' });
    }
    throw error;
  }
}
