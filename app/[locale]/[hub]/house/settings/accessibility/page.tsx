import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { SettingsCrumbs } from '#components/house/settings-crumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, SubmitButton, TextArea, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findHubSettings, type Statement } from '#lib/hubs/reads.ts';
import { compliances, digg } from '#lib/hubs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { type Translate, translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { saveAccessibility } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'house')('statement.editTitle') };
}

/** What the hub says of its accessibility: the law's fields in Sweden, the declaration's address in Norway. */
export default async function StatementPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const { languages, statement, operator, name } = await orNotFound(() => findHubSettings(scope));
  const t = translator(locale, 'house');
  const norwegian = scope.hub.country === 'NO';
  const language = t(`languages.${languages[0]}`);
  const begin = { actor: operator.name, service: name, supervision: digg };
  return (
    <>
      <SettingsCrumbs locale={locale} hub={hub} />
      <PageHeader
        title={t('statement.editTitle')}
        lead={norwegian ? t('statement.editLeadNo') : t('statement.editLead', { language })}
      />
      <div className="max-w-2xl">
        <ActionForm
          action={saveAccessibility.bind(null, { locale, hub })}
          labels={formLabels(locale)}
          initial={initialOf(statement) ?? begin}
        >
          {norwegian ? <Declaration t={t} /> : <Fields t={t} />}
          <div>
            <SubmitButton>{t('settings.save')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  );
}

function Declaration({ t }: { t: Translate }) {
  return (
    <>
      <TextField
        name="declaration"
        label={t('statement.fields.declaration')}
        hint={t('statement.hints.declaration')}
        required
      />
      <TextArea
        name="contact"
        label={t('statement.fields.contact')}
        hint={t('statement.hints.contact')}
        rows={3}
      />
    </>
  );
}

function Fields({ t }: { t: Translate }) {
  const field = (name: string) => ({ name, label: t(`statement.fields.${name}`), required: true });
  const hinted = (name: string) => ({ ...field(name), hint: t(`statement.hints.${name}`) });
  return (
    <>
      <TextField {...field('actor')} maxLength={200} />
      <TextField {...field('service')} maxLength={200} />
      <Choices
        name="compliance"
        type="radio"
        label={t('statement.fields.compliance')}
        options={compliances.map((value) => ({ value, label: t(`statement.choices.${value}`) }))}
      />
      <TextArea {...hinted('defects')} rows={6} />
      <TextArea {...field('method')} rows={4} />
      <TextField {...field('assessedOn')} type="date" />
      <TextField {...field('updatedOn')} type="date" />
      <TextArea {...hinted('burden')} rows={2} />
      <TextArea {...hinted('outside')} rows={2} />
      <TextArea {...hinted('contact')} rows={3} />
      <TextField {...hinted('supervision')} />
    </>
  );
}

function initialOf(statement: Statement | null): Record<string, string> | null {
  if (!statement) return null;
  const { assessedOn, updatedOn, compliance, ...texts } = statement;
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '';
  return {
    ...texts,
    compliance: compliance ?? '',
    assessedOn: day(assessedOn),
    updatedOn: day(updatedOn),
  };
}
