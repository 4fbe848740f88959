import type { FieldFacts, FieldGroup } from '#components/ui/form/fields-form.tsx';
import { choiceName, newChoices } from '#lib/places/attribute-schema.ts';
import type { HouseAttribute } from '#lib/places/attributes.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { AttributeType } from '#lib/workspace/attributes.ts';
import { placeKinds } from '#lib/workspace/schema.ts';

const tongues = ['Sv', 'Nb', 'En'] as const;

/** An attribute as fields; which there are follows from its type, and for choices from those there are. */
export function attributeFields(
  locale: Locale,
  type: AttributeType,
  kept: HouseAttribute | null,
): FieldGroup[] {
  return [
    { fields: [...nameFields(locale), ...typeFields(locale, type)] },
    ...(type === 'CHOICE' ? choiceGroups(locale, kept) : []),
    { fields: searchFields(locale) },
    ...(kept ? [{ fields: lossFields(locale) }] : []),
  ];
}

function nameFields(locale: Locale): FieldFacts[] {
  const t = translator(locale, 'places');
  return tongues.map((tongue) => ({
    ...{ as: 'text', name: `name${tongue}`, maxLength: 60, needed: true },
    ...(tongue === 'Sv' && { hint: t('attributes.nameHint') }),
    label: t('attributes.name', { language: t(`form.languages.${tongue}`) }),
  }));
}

function typeFields(locale: Locale, type: AttributeType): FieldFacts[] {
  const t = translator(locale, 'places');
  if (type === 'CHOICE') return [];
  if (type === 'NUMBER') {
    const label = t('attributes.unit');
    return [{ as: 'text', name: 'unit', label, hint: t('attributes.unitHint'), maxLength: 12 }];
  }
  return tongues.map((tongue) => ({
    ...{ as: 'text', name: `without${tongue}`, maxLength: 60 },
    ...(tongue === 'Sv' && { hint: t('attributes.withoutHint') }),
    label: t('attributes.without', { language: t(`form.languages.${tongue}`) }),
  }));
}

/** Those there are, and room for more: what is left empty is no choice. */
function choiceGroups(locale: Locale, kept: HouseAttribute | null): FieldGroup[] {
  const t = translator(locale, 'places');
  const known = (kept?.choices ?? []).map(({ code }) => code);
  const fresh = known.length === 0 ? newChoices : newChoices.slice(0, 2);
  return [...known, ...fresh].map((code, n) => ({
    legend: t('attributes.choice', { number: n + 1 }),
    fields: tongues.map((tongue) => ({
      ...{ as: 'text', name: choiceName(code, tongue), maxLength: 60, needed: true },
      label: t('attributes.choiceName', { language: t(`form.languages.${tongue}`) }),
    })),
  }));
}

function searchFields(locale: Locale): FieldFacts[] {
  const t = translator(locale, 'places');
  const kinds = translator(locale, 'workspace');
  return [
    {
      ...{ as: 'checkbox', name: 'kinds', label: t('attributes.kindsLabel') },
      options: placeKinds.map((value) => ({ value, label: kinds(`kinds.${value}`) })),
    },
    {
      ...{ as: 'checkbox', name: 'filter', label: t('attributes.filter') },
      options: [{ value: 'yes', label: t('attributes.filterYes') }],
    },
  ];
}

function lossFields(locale: Locale): FieldFacts[] {
  const t = translator(locale, 'places');
  return [
    {
      ...{ as: 'checkbox', name: 'confirmed', label: t('attributes.confirm') },
      hint: t('attributes.confirmHint'),
      options: [{ value: 'yes', label: t('attributes.confirmYes') }],
    },
  ];
}

/** What stands in the fields of a new one. */
export const newAttribute = { kinds: [...placeKinds], filter: ['yes'] };

/** What stands in the fields of one that is there. */
export function attributeValues(kept: HouseAttribute): Record<string, string | string[]> {
  const { name, without, unit, kinds, filter, choices } = kept;
  const named = choices.flatMap(({ code, name: { sv, nb, en } }) => [
    [choiceName(code, 'sv'), sv],
    [choiceName(code, 'nb'), nb],
    [choiceName(code, 'en'), en],
  ]);
  return {
    ...{ nameSv: name.sv, nameNb: name.nb, nameEn: name.en, unit, kinds },
    ...{ withoutSv: without?.sv ?? '', withoutNb: without?.nb ?? '', withoutEn: without?.en ?? '' },
    filter: filter ? ['yes'] : [],
    ...Object.fromEntries(named),
  };
}
