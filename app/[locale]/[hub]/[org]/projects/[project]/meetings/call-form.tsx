import { formLabels } from '#components/chrome/form-labels.ts';
import { languageField } from '#components/chrome/language-field.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { type FieldFacts, FieldsForm } from '#components/ui/form/fields-form.tsx';
import { meetingLimits } from '#lib/meetings/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { call } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };

/** What a meeting is called, when and where it is. */
export function whenFields(locale: Locale): FieldFacts[] {
  const t = translator(locale, 'meetings');
  const { title, place, link } = meetingLimits;
  return [
    { ...{ as: 'text', name: 'title', label: t('name'), required: true }, maxLength: title },
    { as: 'date', name: 'day', label: t('day'), required: true },
    { as: 'time', name: 'from', label: t('from'), required: true },
    { as: 'time', name: 'to', label: t('to'), required: true },
    {
      ...{ as: 'text', name: 'place', label: t('place'), hint: t('placeHint') },
      ...{ needed: true, maxLength: place },
    },
    {
      ...{ as: 'text', name: 'link', label: t('link'), hint: t('linkHint') },
      ...{ needed: true, maxLength: link },
    },
  ];
}

/** Calls a group together. */
export function CallForm({
  where,
  groups,
}: {
  where: Where;
  groups: { id: string; name: string }[];
}) {
  const t = translator(where.locale, 'meetings');
  return (
    <div className="no-print mt-8 max-w-3xl">
      <Disclosure summary={t('call')}>
        <FieldsForm
          action={call.bind(null, where)}
          labels={formLabels(where.locale)}
          hidden={{ id: crypto.randomUUID() }}
          initial={{ group: groups[0]?.id ?? '', language: where.locale }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'radio', name: 'group', label: t('group') },
                  options: groups.map(({ id, name }) => ({ value: id, label: name })),
                },
                ...whenFields(where.locale),
                {
                  ...{ as: 'area', name: 'agenda', label: t('agenda'), hint: t('agendaHint') },
                  maxLength: meetingLimits.item * meetingLimits.items,
                },
                languageField(t('language')),
              ],
            },
          ]}
          submit={t('sendCall')}
        />
      </Disclosure>
    </div>
  );
}
