import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { languageOptions } from '#components/chrome/language-field.ts';
import { HubForm } from '#components/house/hub-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Choices, SelectField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listOfficialBodies, type OfficialBody } from '#lib/hubs/founding.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { type Translate, translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn, orNotFound } from '#lib/platform/session/entry.ts';
import { make } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'house')('operator.newTitle') };
}

/** Makes a hub. */
export default async function NewHubPage({ params }: Props) {
  const { locale } = await params;
  const scope = await enterOwn(locale);
  const bodies = await orNotFound(() => listOfficialBodies(scope));
  const t = translator(locale, 'house');
  const languages = languageOptions();
  const countries = ['SE', 'NO'].map((value) => ({ value, label: t(`countries.${value}`) }));
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/operator`, label: t('operator.back') }]}
      />
      <PageHeader title={t('operator.newTitle')} lead={t('operator.newLead')} />
      <div className="max-w-2xl">
        <HubForm
          action={make.bind(null, locale)}
          labels={formLabels(locale)}
          initial={begin}
          locale={locale}
          words={wordsOf(t)}
        >
          <Part title={t('operator.identity')} />
          <TextField name="name" label={t('fields.name')} maxLength={80} required />
          <TextField name="slug" label={t('fields.slug')} hint={t('fields.slugHint')} required />
          <Choices name="country" type="radio" label={t('fields.country')} options={countries} />
          <TextField name="zone" label={t('fields.zone')} hint={t('fields.zoneHint')} required />
          <SelectField name="own" label={t('fields.own')} options={languages} required />
          <Choices
            name="languages"
            type="checkbox"
            label={t('fields.languages')}
            options={languages}
          />
          <TextField
            name="accent"
            label={t('fields.accent')}
            hint={t('fields.colourHint')}
            required
          />
          <TextField
            name="support"
            label={t('fields.support')}
            hint={t('fields.colourHint')}
            required
          />
          <Part title={t('operator.who')} />
          <SelectField
            name="operator"
            label={t('fields.operator')}
            hint={t('fields.operatorHint')}
            options={optionsOf(t, bodies)}
            needed
          />
          <TextField
            name="operatorNumber"
            label={t('fields.operatorNumber')}
            hint={t('fields.operatorNumberHint')}
            needed
          />
          <Part title={t('operator.first')} text={t('operator.firstLead')} />
          <TextField name="adminName" label={t('fields.adminName')} maxLength={120} required />
          <TextField name="adminEmail" type="email" label={t('fields.adminEmail')} required />
          <div>
            <SubmitButton>{t('operator.submit')}</SubmitButton>
          </div>
        </HubForm>
      </div>
    </>
  );
}

const begin = {
  country: 'SE',
  zone: 'Europe/Stockholm',
  own: 'sv',
  languages: ['en'],
  accent: '#0b5c7a',
  support: '#c8501e',
};

function Part({ title, text }: { title: string; text?: string }) {
  return (
    <div className="mt-4">
      <h2 className="ds-heading m-0" data-size="sm">
        {title}
      </h2>
      {text && <p className="quiet m-0 mt-1">{text}</p>}
    </div>
  );
}

function optionsOf(t: Translate, bodies: OfficialBody[]) {
  const named = bodies.map(({ value, name, kind }) => ({
    value,
    label: kind === 'REGION' ? t('operator.regions', { name }) : name,
  }));
  return [{ value: '', label: t('operator.choose') }, ...named];
}

function wordsOf(t: Translate): Record<string, string> {
  const pairs = [
    'buttonText',
    'hoverText',
    'activeText',
    'link',
    'linkOnTint',
    'textOnTint',
    'button',
  ];
  return {
    accent: t('fields.accent'),
    support: t('fields.support'),
    light: t('colours.light'),
    dark: t('colours.dark'),
    ...Object.fromEntries(pairs.map((pair) => [pair, t(`contrast.${pair}`)])),
  };
}
