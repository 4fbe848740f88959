import type { FieldFacts, FieldGroup } from '#components/ui/form/fields-form.tsx';
import type { findPlaceChoices, PlaceDetail } from '#lib/places/reads.ts';
import { attributeField, placeStatesKept } from '#lib/places/schema.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Attribute } from '#lib/workspace/attributes.ts';
import { type PlaceKind, placeKinds } from '#lib/workspace/schema.ts';
import { actorClasses } from '#lib/workspace/terms.ts';

type Choices = Awaited<ReturnType<typeof findPlaceChoices>>;
const tongues = ['Sv', 'Nb', 'En'] as const;

/** Everything a place of a kind is, as fields; `kept` is the place as it is, if there is one. */
export function placeFields(
  locale: Locale,
  choices: Choices,
  kept: PlaceDetail | null,
  kind: PlaceKind,
): FieldGroup[] {
  const t = translator(locale, 'places');
  return [
    { legend: t('form.place'), fields: what(locale, kept) },
    { legend: t('form.equipment'), fields: equipment(locale, choices, kind) },
    { legend: t('form.plan'), fields: plan(locale, choices) },
    { legend: t('form.rules'), fields: rules(locale, choices) },
  ];
}

function what(locale: Locale, kept: PlaceDetail | null): FieldFacts[] {
  const t = translator(locale, 'places');
  const kinds = translator(locale, 'workspace');
  const label = (name: string) => ({ name, label: t(`form.${name}`) });
  const language = (tongue: string) => t(`form.languages.${tongue}`);
  const office = kept !== null && kept.claim === 'ALL' && kept.units > 1;
  const units: FieldFacts = {
    ...{ as: 'number', ...label('units'), hint: t('form.unitsHint'), required: true },
  };
  return [
    ...tongues.map(
      (tongue): FieldFacts => ({
        ...{ as: 'text', name: `name${tongue}`, maxLength: 80, needed: true },
        ...(tongue === 'Sv' && { hint: t('form.nameHint') }),
        label: t('form.name', { language: language(tongue) }),
      }),
    ),
    { as: 'text', ...label('code'), hint: t('form.codeHint'), required: true, maxLength: 40 },
    {
      ...{ as: 'select', ...label('kind'), hint: t('form.kindHint') },
      options: placeKinds.map((value) => ({ value, label: kinds(`kinds.${value}`) })),
    },
    { as: 'number', ...label('seats'), required: true },
    ...(office ? [] : [units]),
    ...tongues.map(
      (tongue): FieldFacts => ({
        ...{ as: 'text', name: `note${tongue}`, maxLength: 300 },
        label: t('form.note', { language: language(tongue) }),
      }),
    ),
    {
      ...{ as: 'radio', name: 'state', label: t('state') },
      options: placeStatesKept.map((value) => ({
        ...{ value, label: t(`states.${value}`), hint: t(`stateHints.${value}`) },
      })),
    },
  ];
}

/** What the hub tells of places of the kind: those with a yes together, then numbers and choices. */
function equipment(locale: Locale, { attributes }: Choices, kind: PlaceKind): FieldFacts[] {
  const t = translator(locale, 'places');
  const own = attributes.filter(({ kinds }) => kinds.includes(kind));
  const named = ({ name }: Attribute) => inLocale(name, locale);
  const ticks = own.filter(({ type }) => type === 'YES_NO');
  const box: FieldFacts = {
    ...{ as: 'checkbox', name: 'has', label: t('form.has') },
    options: ticks.map((one) => ({ value: one.code, label: named(one) })),
  };
  const rest = own.filter(({ type }) => type !== 'YES_NO');
  return [
    ...(ticks.length > 0 ? [box] : []),
    ...rest.map((one): FieldFacts => {
      const name = attributeField(one.code);
      const unit = one.unit && ` (${one.unit})`;
      if (one.type === 'NUMBER') return { as: 'text', name, label: `${named(one)}${unit}` };
      const any = { value: '', label: t('form.notChosen') };
      const options = one.choices.map(({ code, name: said }) => ({
        value: code,
        label: inLocale(said, locale),
      }));
      return { as: 'select', name, label: named(one), options: [any, ...options] };
    }),
  ];
}

function plan(locale: Locale, { floors }: Choices): FieldFacts[] {
  const t = translator(locale, 'places');
  return [
    {
      ...{ as: 'select', name: 'floorId', label: t('form.floor'), hint: t('form.floorHint') },
      options: floors.map(({ id, name, site }) => ({
        value: id,
        label: `${inLocale(site, locale)}, ${inLocale(name, locale)}`,
      })),
    },
  ];
}

function rules(locale: Locale, { organisations }: Choices): FieldFacts[] {
  const t = translator(locale, 'places');
  const answers = [
    { value: '', label: t('form.approvals.kind') },
    { value: 'yes', label: t('form.approvals.yes') },
    { value: 'no', label: t('form.approvals.no') },
  ];
  return [
    {
      ...{ as: 'checkbox', name: 'bookableBy', label: t('form.bookableBy') },
      hint: t('form.bookableByHint'),
      options: actorClasses.map((value) => ({
        value,
        label: translator(locale, 'prices')(`actors.${value}`),
      })),
    },
    {
      ...{ as: 'checkbox', name: 'holders', label: t('form.holders') },
      hint: t('form.holdersHint'),
      options: organisations.map(({ id, name }) => ({ value: id, label: name })),
    },
    { as: 'select', name: 'approval', label: t('form.approval'), options: answers },
  ];
}

/** What stands in the fields of a new place. */
export const newPlace = {
  ...{ seats: '1', units: '1', state: 'ACTIVE', has: ['step-free'] },
};

/** Numbers and choices as they are typed. */
function typedOf({ attributes }: PlaceDetail): Record<string, string> {
  return Object.fromEntries(
    attributes
      .filter(({ type }) => type !== 'YES_NO')
      .map(({ code, value }) => [attributeField(code), String(value).replace('.', ',')]),
  );
}

/** What stands in the fields of a place. */
export function placeValues(place: PlaceDetail): Record<string, string | string[]> {
  const { name, note, approval } = place;
  const has = place.attributes.filter(({ value }) => value === true).map(({ code }) => code);
  return {
    ...{ nameSv: name.sv, nameNb: name.nb, nameEn: name.en },
    ...{ noteSv: note?.sv ?? '', noteNb: note?.nb ?? '', noteEn: note?.en ?? '' },
    ...{ code: place.code, kind: place.kind, seats: String(place.seats) },
    ...{ units: String(place.units), state: place.state, has, ...typedOf(place) },
    ...{ floorId: place.floorId, holders: place.holders },
    bookableBy: place.bookableBy,
    approval: approval === null ? '' : approval ? 'yes' : 'no',
  };
}
