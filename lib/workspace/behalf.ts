import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { PlaceKind } from './schema.ts';

export type BehalfChoices = {
  organisations: { id: string; name: string }[];
  /** Who can be booked for; nobody before an organisation is chosen. */
  people: { id: string; name: string }[];
  places: { id: string; name: Text; kind: PlaceKind; site: Text }[];
};

/** For whom and what the house may book: bodies that take part, the people of one of them, every place in use. */
export async function findBehalfChoices(
  scope: Scope,
  organisationId: string | null,
): Promise<BehalfChoices> {
  const hubId = scope.hub.id;
  return scope.read('booking:behalf', async (db) => {
    const taking = await db.participation.findMany({
      where: { hubId, state: 'VERIFIED' },
      select: { organisation: { select: { id: true, name: true } } },
      orderBy: { organisation: { name: 'asc' } },
    });
    const organisations = taking.map(({ organisation }) => organisation);
    const known = organisations.some(({ id }) => id === organisationId);
    const members = known
      ? await db.membership.findMany({
          where: { organisationId: organisationId as string, person: { withdrawnAt: null } },
          select: { person: { select: { id: true, name: true } } },
          orderBy: { person: { name: 'asc' } },
        })
      : [];
    const places = await db.place.findMany({
      where: { hubId, state: 'ACTIVE' },
      select: { id: true, name: true, kind: true, site: { select: { name: true } } },
      orderBy: [{ siteId: 'asc' }, { readingOrder: 'asc' }],
    });
    return {
      organisations,
      people: members.map(({ person }) => person),
      places: places.map(({ site, name, ...place }) => ({
        ...place,
        ...{ name: name as Text, site: site.name as Text },
      })),
    };
  });
}
