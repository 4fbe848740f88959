import { dateOf, now, today, todayDate } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { concerning, type Party } from './parties.ts';
import { isId, type PlaceKind } from './schema.ts';

/** A version of terms, as it was written. */
export type Terms = { id: string; version: number; title: Text; text: Text };
type Where = { id: string; site: { zone: string } };

/** Terms of a place and its kind that are in force and that an organisation has not agreed to yet. */
export async function termsDue(
  db: Handle,
  hubId: string,
  place: Where,
  organisationId: string,
): Promise<Terms[]> {
  return db.$queryRaw<Terms[]>`
    select t.id, t.version, t.title, t.text
    from terms_of(${hubId}::uuid, ${place.id}::uuid, ${today(place.site.zone).toString()}::date) t
    where not exists (select from terms_acceptance a where a.hub_id = t.hub_id and a.terms_id = t.id
      and a.organisation_id = ${organisationId}::uuid)
    order by t.place_id nulls first, t.id`;
}

/**
 * Part of a booking: what is agreed to with it is kept, and what was not is asked for. The house agrees for nobody.
 * @throws Refusal `termsFirst` when terms are left
 */
export async function meetTerms(
  scope: Scope,
  db: Handle,
  deed: Deed,
  place: Where,
  { organisation, house }: Pick<Party, 'organisation' | 'house'>,
  accepted: readonly string[] = [],
): Promise<void> {
  const due = await termsDue(db, scope.hub.id, place, organisation.id);
  const left = due.filter((terms) => house || !accepted.includes(terms.id));
  if (left.length > 0) {
    const code = house ? 'workspace.refusals.termsFirstByThem' : 'workspace.refusals.termsFirst';
    throw new Refusal(code, { termsAccepted: code });
  }
  for (const terms of due) await keepAcceptance(scope, db, deed, terms);
}

async function keepAcceptance(
  scope: Scope,
  db: Handle,
  deed: Deed,
  terms: Pick<Terms, 'id' | 'version'>,
) {
  const { count } = await db.termsAcceptance.createMany({
    data: [
      {
        ...{ hubId: scope.hub.id, termsId: terms.id, organisationId: scope.organisation.id },
        ...{ personId: scope.person.id, acceptedAt: dateOf(now()) },
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return;
  const about = concerning({ house: false, organisation: scope.organisation });
  deed.record('termsAccepted', 'houseTerms', terms.id, { version: terms.version }, about);
}

export type OwnTerms = Terms & {
  kind: PlaceKind | null;
  place: Text | null;
  validFrom: Date;
  /** When the acting organisation agreed, and who; null before. */
  accepted: { at: Date; by: string } | null;
};

/** Everything that is to be agreed to at the hub today, and what the acting organisation has agreed to. */
export async function listOwnTerms(scope: Scope): Promise<OwnTerms[]> {
  return scope.read('booking:list', async (db) => {
    const rows = await db.houseTerms.findMany({
      where: { hubId: scope.hub.id, validFrom: { lte: todayDate(scope.hub.zone) } },
      include: {
        place: { select: { name: true } },
        acceptances: {
          where: { organisationId: scope.organisation.id },
          include: { person: { select: { name: true } } },
        },
      },
      orderBy: [{ validFrom: 'desc' }, { version: 'desc' }],
      take: 500,
    });
    return inForce(rows).map(
      ({ id, version, kind, title, text, place, validFrom, acceptances }) => ({
        ...{ id, version, kind, validFrom, title: title as Text, text: text as Text },
        place: (place?.name ?? null) as Text | null,
        accepted: acceptances[0]
          ? { at: acceptances[0].acceptedAt, by: acceptances[0].person.name }
          : null,
      }),
    );
  });
}

type Versioned = { kind: PlaceKind | null; placeId: string | null; demanded: boolean };

/** Of rows with the latest first: the latest of each thing, where it still asks for something. */
export function inForce<R extends Versioned>(rows: readonly R[]): R[] {
  const latest = new Map<string, R>();
  for (const row of rows) {
    const of = row.kind ?? row.placeId ?? '';
    if (!latest.has(of)) latest.set(of, row);
  }
  return [...latest.values()].filter(({ demanded }) => demanded);
}

/** Agrees for the acting organisation. Any member may. @throws NotFound for what is not asked for today */
export async function acceptTerms(scope: Scope, termsId: string): Promise<void> {
  if (!isId(termsId)) throw new NotFound('terms');
  const terms = (await listOwnTerms(scope)).find((one) => one.id === termsId);
  if (!terms) throw new NotFound('terms');
  if (terms.accepted) return;
  await scope.write('booking:create', (db, deed) => keepAcceptance(scope, db, deed, terms));
}
