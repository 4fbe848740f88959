import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { languageOptions } from '#components/chrome/language-field.ts';
import { SettingsCrumbs } from '#components/house/settings-crumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import {
  Choices,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findHubSettings, type HubSettings } from '#lib/hubs/reads.ts';
import { type Locale, locales, type Text } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { saveTexts } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'house')('settings.texts') };
}

/** What the hub says of itself, in every language it writes in. */
export default async function TextsPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const kept = await orNotFound(() => findHubSettings(scope));
  const t = translator(locale, 'house');
  const languages = languageOptions();
  return (
    <>
      <SettingsCrumbs locale={locale} hub={hub} />
      <PageHeader title={t('settings.texts')} lead={t('settings.whichLanguage')} />
      <div className="max-w-2xl">
        <ActionForm
          action={saveTexts.bind(null, { locale, hub })}
          labels={formLabels(locale)}
          initial={initialOf(kept)}
        >
          <TextField name="name" label={t('fields.name')} maxLength={80} required />
          <SelectField name="own" label={t('fields.own')} options={languages} required />
          <Choices
            name="languages"
            type="checkbox"
            label={t('fields.languages')}
            options={languages}
          />
          <Texts locale={locale} name="welcome" rows={4} spoken={kept.languages} />
          <Texts locale={locale} name="mission" rows={4} spoken={kept.languages} />
          {locales.map((each) => (
            <TextField
              key={each}
              name={`contactRole_${each}`}
              label={t('fields.contactRole', { language: t(`languages.${each}`) })}
              hint={t('fields.contactRoleHint')}
              maxLength={80}
              needed={kept.languages.includes(each)}
            />
          ))}
          <TextField name="contactEmail" type="email" label={t('fields.contactEmail')} needed />
          <TextField
            name="dataProtectionEmail"
            type="email"
            label={t('fields.dataProtectionEmail')}
            hint={t('fields.dataProtectionHint')}
          />
          <TextField name="address" label={t('fields.address')} maxLength={200} needed />
          <TextField name="areaM2" type="number" label={t('fields.areaM2')} min="1" />
          <div>
            <SubmitButton>{t('settings.save')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  );
}

type TextsProps = {
  locale: Locale;
  name: 'welcome' | 'mission';
  rows: number;
  /** The languages the hub writes in: in these the text must be there before it opens. */
  spoken: readonly string[];
};

function Texts({ locale, name, rows, spoken }: TextsProps) {
  const t = translator(locale, 'house');
  return locales.map((each) => (
    <TextArea
      key={each}
      name={`${name}_${each}`}
      label={t(`fields.${name}`, { language: t(`languages.${each}`) })}
      rows={rows}
      needed={spoken.includes(each)}
    />
  ));
}

function initialOf(hub: HubSettings): Record<string, string | string[]> {
  const spoken = (name: 'welcome' | 'mission' | 'contactRole') =>
    locales.map((each) => [`${name}_${each}`, (hub[name] as Partial<Text>)[each] ?? '']);
  return {
    name: hub.name,
    own: hub.languages[0] ?? 'sv',
    languages: hub.languages,
    contactEmail: hub.contactEmail,
    dataProtectionEmail: hub.dataProtectionEmail,
    address: hub.address,
    areaM2: hub.areaM2 === null ? '' : String(hub.areaM2),
    ...Object.fromEntries([...spoken('welcome'), ...spoken('mission'), ...spoken('contactRole')]),
  };
}
