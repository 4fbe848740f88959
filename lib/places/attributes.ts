import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Attribute } from '#lib/workspace/attributes.ts';
import { isId } from '#lib/workspace/schema.ts';

/** As the house sees it: whether it is out of use, and on how many places something is said of it. */
export type HouseAttribute = Attribute & { retired: boolean; places: number };

/** Everything the hub tells of its places, also what is out of use. For the hub's administrators. */
export async function listAttributes(scope: Scope): Promise<HouseAttribute[]> {
  return scope.read('place:manage', async (db) => {
    const hubId = scope.hub.id;
    const rows = await db.attribute.findMany({
      where: { hubId },
      orderBy: [{ position: 'asc' }, { code: 'asc' }],
      take: 200,
      include: {
        choices: { orderBy: { position: 'asc' } },
        _count: {
          select: {
            places: {
              where: { OR: [{ yes: true }, { number: { gt: 0 } }, { choice: { not: null } }] },
            },
          },
        },
      },
    });
    return rows.map(({ hubId: _hub, position: _position, retiredAt, choices, _count, ...row }) => ({
      ...row,
      name: row.name as Text,
      without: row.without as Text | null,
      choices: choices.map(({ code, name }) => ({ code, name: name as Text })),
      retired: retiredAt !== null,
      places: _count.places,
    }));
  });
}

/** One of them. @throws NotFound for another hub's */
export async function findAttribute(scope: Scope, id: string): Promise<HouseAttribute> {
  const found = isId(id) && (await listAttributes(scope)).find((one) => one.id === id);
  if (!found) throw new NotFound('attribute');
  return found;
}
