import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** Who answers for what a hub keeps about people, and whom to ask. */
export type Controller = {
  slug: string;
  name: string;
  country: 'SE' | 'NO';
  /** The organisation that runs the hub. */
  controller: string;
  contact: string;
  /** Where one reaches the data protection officer; empty where none is named. */
  officer: string;
};

/** Where one complains, by the country of the hub. */
export const authorities = {
  SE: { name: 'Integritetsskyddsmyndigheten (IMY)', href: 'https://www.imy.se/' },
  NO: { name: 'Datatilsynet', href: 'https://www.datatilsynet.no/' },
} as const;

/** Of every hub that is open to visitors, by name. Anyone may. */
export async function listControllers(scope: Scope): Promise<Controller[]> {
  return scope.read('hub:read', async (db) => {
    const rows = await db.$queryRaw<{ all: Controller[] }[]>`select hub_controllers() as all`;
    return rows[0]?.all ?? [];
  });
}

/** Of the hub one stands in. Anyone may. @throws NotFound while it is not open */
export async function findController(scope: Scope): Promise<Controller> {
  const found = (await listControllers(scope)).find(({ slug }) => slug === scope.hub.slug);
  if (!found) throw new NotFound('controller');
  return found;
}
