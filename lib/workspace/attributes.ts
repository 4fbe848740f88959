import type { Text } from '#lib/platform/i18n/locales.ts';
import type { PlaceKind } from './schema.ts';

export const attributeTypes = ['YES_NO', 'NUMBER', 'CHOICE'] as const;
export type AttributeType = (typeof attributeTypes)[number];
export type Choice = { code: string; name: Text };
/** Something a hub tells of its places. */
export type Attribute = {
  id: string;
  code: string;
  type: AttributeType;
  name: Text;
  /** What is said of a place that is known to lack it; null says nothing. */
  without: Text | null;
  unit: string;
  kinds: PlaceKind[];
  /** Whether it can be searched by. */
  filter: boolean;
  choices: Choice[];
};
/** What one place has of it: yes or no, how much, or the code of a choice. */
export type Had = Pick<Attribute, 'code' | 'type' | 'name' | 'without' | 'unit'> & {
  value: boolean | number | string;
  /** The choice by name. */
  choice: Text | null;
};
/** What somebody looks for: that it is there, so much of it at least, or one of its choices. */
export type Need = Pick<Attribute, 'code' | 'type' | 'name' | 'unit'> & {
  least: number | null;
  choice: Choice | null;
};
/** Needs as they stand in an address: an attribute's code to what was typed. */
export type TypedNeeds = Record<string, string>;

type Value = {
  attributeId: string;
  yes: boolean | null;
  number: number | null;
  choice: string | null;
};

/** What a place has, in the attributes' order: of those in use that belong to its kind. */
export function hadBy(
  attributes: readonly Attribute[],
  kind: PlaceKind,
  values: readonly Value[],
): Had[] {
  return attributes.flatMap(({ id, kinds, choices, code, type, name, without, unit }) => {
    const kept = values.find(({ attributeId }) => attributeId === id);
    const value = kept && (kept.yes ?? kept.number ?? kept.choice);
    if (value === undefined || value === null || !kinds.includes(kind)) return [];
    const choice = choices.find((one) => one.code === value)?.name ?? null;
    return type === 'CHOICE' && !choice ? [] : [{ code, type, name, without, unit, value, choice }];
  });
}

/** Needs from an address, those that can be searched by; and for each other, by field, what is wrong. */
export function needsOf(
  attributes: readonly Attribute[],
  typed: TypedNeeds = {},
): { needs: Need[]; errors: Record<string, string> } {
  const needs: Need[] = [];
  const errors: Record<string, string> = {};
  for (const { filter, choices, code, type, name, unit } of attributes) {
    const said = Object.hasOwn(typed, code) ? (typed[code] ?? '') : '';
    if (said === '' || !filter) continue;
    const number = readNumber(said);
    const choice = choices.find((one) => one.code === said) ?? null;
    const wrong = (type === 'NUMBER' && number === null) || (type === 'CHOICE' && choice === null);
    if (wrong) errors[needField(code)] = `workspace.refusals.badNeed.${type}`;
    else needs.push({ code, type, name, unit, choice, least: type === 'NUMBER' ? number : null });
  }
  return { needs, errors };
}

/** What a place lacks of what is needed. */
export function lacking({ attributes }: { attributes: readonly Had[] }, needs: readonly Need[]) {
  return needs.filter(({ code, type, least, choice }) => {
    const value = attributes.find((had) => had.code === code)?.value;
    if (type === 'YES_NO') return value !== true;
    if (type === 'CHOICE') return value !== choice?.code;
    return typeof value !== 'number' || value < (least ?? 0);
  });
}

/** A number as people type it, with a comma or a point; null for anything else. */
export function readNumber(typed: string): number | null {
  const plain = typed.trim().replace(',', '.');
  const number = /^\d{1,7}(\.\d{1,3})?$/.test(plain) ? Number(plain) : null;
  return number !== null && number <= mostOfANumber ? number : null;
}
const mostOfANumber = 1_000_000;

/** The field of a search in which an attribute is asked for. */
export function needField(code: string): string {
  return `need-${code}`;
}
