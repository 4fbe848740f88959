import type { Handle } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import { readAttributes } from '#lib/workspace/attribute-reads.ts';
import { type Attribute, readNumber } from '#lib/workspace/attributes.ts';
import { attributeField, type PlaceInput } from './schema.ts';

type Typed = Pick<PlaceInput, 'kind' | 'has' | 'attributes'>;
type Value = { yes?: boolean; number?: number; choice?: string };

/**
 * What a place has, in place of what was there; what does not belong to its kind goes. Attributes that are
 * out of use keep their values until they are taken into use again.
 * @throws Refusal naming each field that is not of its type
 */
export async function writeAttributes(db: Handle, hubId: string, placeId: string, input: Typed) {
  const attributes = await readAttributes(db, hubId);
  const values = valuesOf(attributes, input);
  await db.placeAttribute.deleteMany({
    where: { hubId, placeId, attributeId: { in: attributes.map(({ id }) => id) } },
  });
  await db.placeAttribute.createMany({
    data: values.map(({ attribute, value }) => ({
      ...{ hubId, placeId, attributeId: attribute.id, type: attribute.type, ...value },
    })),
  });
}

/** What was typed, as values of the attributes of the kind. @throws Refusal */
export function valuesOf(
  attributes: readonly Attribute[],
  { kind, has, attributes: typed }: Typed,
) {
  const own = attributes.filter(({ kinds }) => kinds.includes(kind));
  const fields: Record<string, string> = {};
  const values = own.flatMap((attribute): { attribute: Attribute; value: Value }[] => {
    if (attribute.type === 'YES_NO') {
      return [{ attribute, value: { yes: has.includes(attribute.code) } }];
    }
    const said = typed[attribute.code]?.trim() ?? '';
    if (said === '') return [];
    const value = meant(attribute, said);
    if (!value)
      fields[attributeField(attribute.code)] = `places.refusals.badValue.${attribute.type}`;
    return value ? [{ attribute, value }] : [];
  });
  if (Object.keys(fields).length > 0) throw new Refusal('refusals.invalid', fields);
  return values;
}

function meant({ type, choices }: Attribute, said: string): Value | null {
  if (type === 'CHOICE') return choices.some(({ code }) => code === said) ? { choice: said } : null;
  const number = readNumber(said);
  return number === null ? null : { number };
}
