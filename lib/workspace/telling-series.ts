import { type Handle, sql } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { findBookings } from './bookings.ts';
import { type ManyLetterKind, manyLetter, type ToldBooking } from './letters.ts';
import type { Party } from './parties.ts';
import { tellHouse } from './telling.ts';

type To = Pick<Party, 'organisation'> & { person: Party['person'] | null };

/** Tells whom several bookings are for of all of them in one letter, and the house of those to answer. */
export async function tellSeries(
  scope: Scope,
  db: Handle,
  deed: Deed,
  ids: readonly string[],
  party: To,
  kind: ManyLetterKind,
): Promise<void> {
  const bookings = await toldBookings(db, scope, ids, party);
  if (bookings.length === 0) return;
  const first = bookings.find(({ status }) => status === 'PENDING');
  const awaits = first !== undefined;
  const told = (awaits && asking[kind]) || kind;
  if (party.person) deed.mail(manyLetter(scope, party.person, bookings, told));
  if (first) await tellHouse(scope, db, deed, first, party, 'toAnswer');
}

const asking: Partial<Record<ManyLetterKind, ManyLetterKind>> = {
  seriesBooked: 'seriesAsked',
  togetherBooked: 'togetherAsked',
};

async function toldBookings(
  db: Handle,
  scope: Scope,
  ids: readonly string[],
  { organisation }: To,
): Promise<ToldBooking[]> {
  const rows = await findBookings(
    db,
    sql`b.hub_id = ${scope.hub.id}::uuid and b.id = any (${ids}::text[]::uuid[]) order by b.starts_at`,
  );
  const sites = await db.site.findMany({ where: { hubId: scope.hub.id } });
  return rows.map((row) => {
    const { name, address, zone } = sites.find(({ slug }) => slug === row.site) ?? {
      ...{ name: {}, address: '', zone: row.zone },
    };
    return { ...row, organisation, site: { name: name as Text, address, zone } };
  });
}
