import type { Handle } from '#lib/platform/db.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Attribute } from './attributes.ts';

/** A hub's attributes in use, in their order. */
export async function readAttributes(db: Handle, hubId: string): Promise<Attribute[]> {
  const rows = await db.attribute.findMany({
    where: { hubId, retiredAt: null },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    include: { choices: { orderBy: { position: 'asc' } } },
  });
  return rows.map(({ id, code, type, name, without, unit, kinds, filter, choices }) => ({
    ...{ id, code, type, unit, kinds, filter, name: name as Text, without: without as Text | null },
    choices: choices.map((choice) => ({ code: choice.code, name: choice.name as Text })),
  }));
}
