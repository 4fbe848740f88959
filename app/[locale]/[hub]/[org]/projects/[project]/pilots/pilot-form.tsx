import { formLabels } from '#components/chrome/form-labels.ts';
import { languageField } from '#components/chrome/language-field.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { pilotLimits } from '#lib/pilots/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { save } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Planned = {
  id: string;
  revision: number;
  place: string;
  language: string;
  startsOn: Date;
  endsOn: Date;
  users: number | null;
};
type Props = { where: Where; sites: { id: string; name: string }[]; pilot?: Planned };

/** Plans a pilot at a party's place, or plans one anew. */
export function PilotForm({ where, sites, pilot }: Props) {
  const t = translator(where.locale, 'pilots');
  const day = (date?: Date) => date?.toISOString().slice(0, 10) ?? '';
  return (
    <div className="no-print mt-8 max-w-3xl">
      <Disclosure summary={t(pilot ? 'change' : 'plan')}>
        <FieldsForm
          action={save.bind(null, where)}
          labels={formLabels(where.locale)}
          hidden={{ id: pilot?.id ?? crypto.randomUUID(), revision: `${pilot?.revision ?? 0}` }}
          initial={{
            ...{ site: sites[0]?.id ?? '', place: pilot?.place ?? '' },
            ...{ startsOn: day(pilot?.startsOn), endsOn: day(pilot?.endsOn) },
            ...{ users: `${pilot?.users ?? ''}`, language: pilot?.language ?? where.locale },
          }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'select', name: 'site', label: t('site') },
                  options: sites.map(({ id, name }) => ({ value: id, label: name })),
                },
                {
                  ...{ as: 'text', name: 'place', label: t('place'), hint: t('placeHint') },
                  ...{ required: true, maxLength: pilotLimits.place },
                },
                { as: 'date', name: 'startsOn', label: t('startsOn'), required: true },
                { as: 'date', name: 'endsOn', label: t('endsOn'), required: true },
                { ...{ as: 'number', name: 'users', label: t('users') }, min: '1' },
                languageField(t('language')),
              ],
            },
          ]}
          submit={t('save')}
        />
      </Disclosure>
    </div>
  );
}
