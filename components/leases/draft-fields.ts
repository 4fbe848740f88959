import { vatOptions } from '#components/prices/vat.ts';
import type { FieldGroup } from '#components/ui/form/fields-form.tsx';
import type { findDraftChoices, LeaseDetail } from '#lib/leases/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Choices = Awaited<ReturnType<typeof findDraftChoices>>;

/** Everything a lease says, as fields. */
export function draftFields(locale: Locale, choices: Choices): FieldGroup[] {
  const { organisations, places, vatClasses } = choices;
  const t = translator(locale, 'leases');
  const kinds = translator(locale, 'workspace');
  const label = (name: string) => ({ name, label: t(`form.${name}`) });
  return [
    {
      fields: [
        {
          ...{ as: 'select', name: 'organisationId', label: t('form.organisation') },
          options: organisations.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          ...{ as: 'checkbox', name: 'placeIds', label: t('form.places') },
          hint: t('form.placesHint'),
          options: places.map(({ id, name, kind }) => ({
            value: id,
            label: `${inLocale(name, locale)} (${kinds(`kinds.${kind}`).toLocaleLowerCase(locale)})`,
          })),
        },
      ],
    },
    {
      legend: t('period'),
      fields: [
        { as: 'date', ...label('validFrom'), required: true },
        { as: 'date', ...label('validTo'), hint: t('form.validToHint') },
        { as: 'number', ...label('renewalMonths'), hint: t('form.renewalHint'), required: true },
        { as: 'number', ...label('noticeMonths'), required: true },
      ],
    },
    {
      legend: t('terms'),
      fields: [
        { as: 'text', ...label('monthly'), required: true, maxLength: 12 },
        { as: 'text', ...label('deposit'), maxLength: 12 },
        {
          ...{ as: 'select', ...label('vatClass'), hint: t('form.vatClassHint') },
          options: vatOptions(locale, vatClasses),
        },
        { as: 'text', ...label('vatNote'), hint: t('form.vatHint'), maxLength: 200 },
        { as: 'area', ...label('terms'), maxLength: 5000 },
        { as: 'text', ...label('document'), hint: t('form.documentHint'), maxLength: 300 },
        { as: 'number', ...label('reclaimDays'), required: true },
        {
          ...{ as: 'radio', ...label('shown') },
          options: (['ORGANISATION', 'HIDDEN'] as const).map((value) => ({
            value,
            label: t(`form.shownChoices.${value}`),
          })),
        },
      ],
    },
  ];
}

/** What stands in the fields of a new lease: letting of premises is exempt from VAT as a rule. */
export function newDraft({ country }: Choices): Record<string, string> {
  return {
    ...{ renewalMonths: '0', noticeMonths: '3', reclaimDays: '1' },
    ...{ vatClass: `${country}_RENT`, shown: 'ORGANISATION' },
  };
}

/** What stands in the fields of a draft. */
export function draftValues(lease: LeaseDetail): Record<string, string | string[]> {
  const kronor = (ore: number) => String(ore / 100).replace('.', ',');
  return {
    ...{ organisationId: lease.organisation.id, placeIds: lease.places.map(({ id }) => id) },
    ...{ validFrom: lease.validFrom, validTo: lease.validTo ?? '' },
    ...{ renewalMonths: String(lease.renewalMonths), noticeMonths: String(lease.noticeMonths) },
    ...{ monthly: kronor(lease.monthlyOre), deposit: kronor(lease.depositOre) },
    ...{ vatClass: lease.vatClass, vatNote: lease.vatNote },
    ...{ terms: lease.terms, document: lease.document },
    ...{ reclaimDays: String(lease.reclaimDays), shown: lease.shown },
  };
}
