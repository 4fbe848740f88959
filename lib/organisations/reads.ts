import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { isSlug } from './schema.ts';

/** The hubs that are open to visitors, by name. Anyone may. */
export async function listHubs(scope: Scope) {
  return scope.read('hub:read', (db) =>
    db.hub.findMany({
      where: { live: true },
      select: { slug: true, name: true, picture: true, welcome: true, accent: true },
      orderBy: { name: 'asc' },
    }),
  );
}

/** What a hub says of itself, and how many take part. Anyone may. @throws NotFound */
export async function findHub(scope: Scope) {
  const hub = await scope.read('hub:read', (db) =>
    db.hub.findFirst({
      where: { id: scope.hub.id },
      select: {
        name: true,
        picture: true,
        pictureAlt: true,
        welcome: true,
        mission: true,
        address: true,
        areaM2: true,
        contactEmail: true,
        contactRole: true,
        operator: { select: { name: true } },
        _count: { select: { participations: { where: { state: 'VERIFIED' } } } },
      },
    }),
  );
  if (!hub) throw new NotFound('hub');
  return { ...hub, takePart: hub._count.participations };
}

/** The organisations verified at the hub, grouped by kind in the order public first. Anyone may. */
export async function listOrganisations(scope: Scope) {
  return scope.read('hub:read', (db) =>
    db.organisation.findMany({
      where: { participations: { some: { hubId: scope.hub.id, state: 'VERIFIED' } } },
      select: { slug: true, name: true, kind: true, town: true, about: true },
      orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    }),
  );
}

/**
 * An organisation as visitors see it at this hub, and in the same read what `more` gathers of its work
 * there. One that has left keeps its page for what it did. Anyone may.
 * @throws NotFound for one that never took part
 */
export async function findOrganisation<T>(
  scope: Scope,
  slug: string,
  more: (db: Handle, hubId: string, organisationId: string) => Promise<T>,
) {
  return scope.read('hub:read', async (db) => {
    const hubId = scope.hub.id;
    const found = isSlug(slug)
      ? await db.organisation.findFirst({
          where: { slug },
          select: {
            id: true,
            name: true,
            kind: true,
            town: true,
            about: true,
            participations: { where: { hubId, state: 'VERIFIED' }, select: { since: true } },
          },
        })
      : null;
    if (!found) throw new NotFound('organisation');
    const { id, participations, ...organisation } = found;
    const since = participations[0]?.since ?? null;
    return { ...organisation, since, work: await more(db, hubId, id) };
  });
}

/**
 * What an organisation that takes part is called, by its address (`hub/organisation`); null for any other.
 * For the page that says which one somebody has just left.
 */
export async function nameAt(address: string | string[] | undefined): Promise<string | null> {
  const [hub = '', slug = ''] = [address ?? ''].flat().at(-1)?.split('/') ?? [];
  if (!isSlug(hub) || !isSlug(slug)) return null;
  try {
    const scope = await enterPublic(hub);
    return (await findOrganisation(scope, slug, async () => null)).name;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
