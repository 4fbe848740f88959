import type { FieldFacts, FieldGroup } from '#components/ui/form/fields-form.tsx';
import type { HouseSite } from '#lib/places/sites.ts';
import type { Locale, Text } from '#lib/platform/i18n/locales.ts';
import { type Translate, translator } from '#lib/platform/i18n/translate.ts';
import { timeOf } from '#lib/workspace/times.ts';

const tongues = ['Sv', 'Nb', 'En'] as const;

/** What a site is, as fields. */
export function siteFields(locale: Locale): FieldGroup[] {
  const t = translator(locale, 'places');
  const label = (name: string) => ({ name, label: t(`sites.${name}`) });
  return [
    {
      fields: [
        ...namesOf(t),
        { as: 'text', ...label('slug'), hint: t('sites.slugHint'), required: true, maxLength: 60 },
        { as: 'text', ...label('address'), required: true, maxLength: 200 },
        { as: 'number', ...label('areaM2') },
        { as: 'time', ...label('halfDayAt'), hint: t('sites.halfDayHint'), required: true },
      ],
    },
  ];
}

/** What a floor is, as fields. */
export function floorFields(locale: Locale): FieldGroup[] {
  const t = translator(locale, 'places');
  const level: FieldFacts = {
    ...{ as: 'number', name: 'level', label: t('sites.level'), hint: t('sites.levelHint') },
    ...{ required: true, min: '-20' },
  };
  return [{ fields: [...namesOf(t), level] }];
}

function namesOf(t: Translate): FieldFacts[] {
  return tongues.map((tongue) => ({
    ...{ as: 'text', name: `name${tongue}`, maxLength: 80, needed: true },
    label: t('form.name', { language: t(`form.languages.${tongue}`) }),
  }));
}

export function siteValues(site: HouseSite): Record<string, string> {
  const { slug, address, areaM2, halfDayAt } = site;
  return {
    ...{ slug, address, areaM2: areaM2 === null ? '' : String(areaM2) },
    ...{ halfDayAt: timeOf(halfDayAt), ...nameValues(site.name) },
  };
}

export function nameValues(name: Text): Record<string, string> {
  return { nameSv: name.sv ?? '', nameNb: name.nb ?? '', nameEn: name.en ?? '' };
}
