import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { DraftForm } from '#components/showroom/draft-form.tsx';
import { valueName } from '#components/showroom/facets.tsx';
import { Choices, SelectField, TextField } from '#components/ui/form/fields.tsx';
import { careAreas } from '#lib/needs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { demoAudiences } from '#lib/showroom/content.ts';
import { partValues } from '#lib/showroom/part-values.ts';
import { facetValues } from '#lib/showroom/rules.ts';
import { savePart } from '../actions.ts';
import { draftWords, loadDraft, nameOf, PartFrame, type Where } from '../load.tsx';

type Props = { params: Promise<Where> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoPages')('parts.facts') };
}

/** What it is, how far it has come, for whom, and what it needs where it is used. */
export default async function FactsPage({ params }: Props) {
  const where = await params;
  const { locale, hub, org, demo } = where;
  const { content, revision, open } = await loadDraft(await enter(locale, hub, org), demo);
  return (
    <PartFrame where={where} open={open} part="facts" title={nameOf(locale, content.title)}>
      <div className="max-w-3xl">
        <DraftForm
          action={savePart.bind(null, where, 'facts')}
          labels={formLabels(locale)}
          words={draftWords(locale)}
          part="facts"
          initial={partValues('facts', content)}
          revision={revision}
          open={open}
          names={namesOf(locale)}
        >
          <Fields locale={locale} />
        </DraftForm>
      </div>
    </PartFrame>
  );
}

function namesOf(locale: Locale): Record<string, string> {
  const t = translator(locale, 'demoPages');
  const units = translator(locale, 'adoptions');
  const own = [
    'kind',
    'stage',
    'trl',
    'areas',
    'settings',
    'audience',
    'medical',
    'offline',
    'mobileNet',
  ];
  return {
    ...Object.fromEntries(own.map((name) => [name, t(name)])),
    iso9999: t('iso'),
    bandwidthKbps: units('fields.bandwidthKbps'),
    withinKm: units('fields.farthestKm'),
    staffMinutes: units('fields.staffMinutes'),
    trainingHours: units('fields.trainingHours'),
  };
}

function Fields({ locale }: { locale: Locale }) {
  const t = translator(locale, 'demoPages');
  const words = translator(locale, 'adoptions');
  const names = namesOf(locale);
  const label = (name: string) => ({ name, label: names[name] ?? '' });
  const levels = Array.from({ length: 9 }, (_, n) => String(n + 1));
  const numbers = [
    ['bandwidthKbps', 'bandwidthKbps'],
    ['withinKm', 'farthestKm'],
    ['staffMinutes', 'staffMinutes'],
    ['trainingHours', 'trainingHours'],
  ] as const;
  return (
    <>
      <SelectField
        {...label('kind')}
        options={choices(locale, 'kind', facetValues.kind)}
        required
      />
      <SelectField
        {...label('stage')}
        options={choices(locale, 'stage', facetValues.stage)}
        required
      />
      <SelectField
        {...label('trl')}
        options={[
          { value: '', label: t('trlNone') },
          ...levels.map((value) => ({ value, label: value })),
        ]}
      />
      <Choices {...label('areas')} type="checkbox" options={choices(locale, 'area', careAreas)} />
      <Choices
        {...label('settings')}
        type="checkbox"
        options={choices(locale, 'setting', facetValues.setting)}
      />
      <Choices
        {...label('audience')}
        type="checkbox"
        options={demoAudiences.map((value) => ({
          value,
          label: translator(locale, 'showroom')(`audience.${value}`),
        }))}
      />
      <TextField {...label('iso9999')} hint={t('isoHint')} maxLength={10} />
      <Choices
        {...label('medical')}
        type="checkbox"
        options={[{ value: 'yes', label: t('medicalOption') }]}
      />
      <h2 className="ds-heading m-0" data-size="xs">
        {t('environment')}
      </h2>
      {numbers.map(([name, field]) => (
        <TextField
          key={name}
          {...label(name)}
          hint={words(`units.${field}`, { count: 2 })}
          maxLength={10}
        />
      ))}
      <SelectField
        {...label('offline')}
        options={[
          { value: '', label: t('notSaid') },
          ...(['FULL', 'PARTLY', 'NONE'] as const).map((value) => ({
            value,
            label: words(`offline.${value}`),
          })),
        ]}
      />
      <SelectField
        {...label('mobileNet')}
        options={[
          { value: '', label: t('notSaid') },
          { value: 'YES', label: t('yes') },
          { value: 'NO', label: t('no') },
        ]}
      />
    </>
  );
}

function choices(
  locale: Locale,
  facet: 'kind' | 'stage' | 'area' | 'setting',
  values: readonly string[],
) {
  return values.map((value) => ({ value, label: valueName(locale, facet, value) }));
}
