import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import {
  Choices,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { kindOptions } from '#components/workspace/rule-options.ts';
import { today } from '#lib/platform/clock.ts';
import { inLocale, type Locale, locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listClosable, type SiteHours } from '#lib/workspace/rule-reads.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { listTerms, type TermsVersion } from '#lib/workspace/term-reads.ts';
import { termsLimits } from '#lib/workspace/term-writes.ts';
import { write } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = translator((await params).locale, 'houseTerms');
  return { title: t(single((await searchParams).from) ? 'rewrite' : 'newTitle') };
}

/** Writes terms, or a new version of those that `from` names. */
export default async function NewTermsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const versions = await orNotFound(() => listTerms(scope));
  const sites = await orNotFound(() => listClosable(scope));
  const from = single((await searchParams).from);
  const before = versions.find(({ id }) => id === from);
  const t = translator(locale, 'houseTerms');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/terms`, label: t('title') }]}
      />
      <PageHeader title={t(from ? 'rewrite' : 'newTitle')} lead={t('newLead')} />
      <div className="max-w-2xl">
        <ActionForm
          action={write.bind(null, { locale, hub })}
          labels={formLabels(locale)}
          initial={valuesOf(before, today(scope.hub.zone).toString())}
        >
          <Fields locale={locale} sites={sites} again={before !== undefined} />
        </ActionForm>
      </div>
    </>
  );
}

type FieldsProps = { locale: Locale; sites: readonly SiteHours[]; again: boolean };

function Fields({ locale, sites, again }: FieldsProps) {
  const t = translator(locale, 'houseTerms');
  const places = sites.flatMap((site) =>
    site.places.map(({ id, name }) => ({
      value: `place:${id}`,
      label: t('ofPlace', { place: inLocale(name, locale) }),
    })),
  );
  return (
    <>
      <SelectField
        name="of"
        label={t('of')}
        required
        options={[...kindOptions(locale), ...places]}
      />
      {locales.map((language) => (
        <TextField
          key={language}
          name={`title_${language}`}
          label={t('name', { language: t(`language.${language}`) })}
          maxLength={termsLimits.title}
          needed={language === 'sv'}
        />
      ))}
      {locales.map((language) => (
        <TextArea
          key={language}
          name={`text_${language}`}
          label={t('text', { language: t(`language.${language}`) })}
          rows={8}
          maxLength={termsLimits.text}
          needed={language === 'sv'}
        />
      ))}
      {again && (
        <Choices
          name="unchanged"
          label={t('others')}
          type="checkbox"
          options={[{ value: 'yes', label: t('unchanged') }]}
        />
      )}
      <TextField name="validFrom" label={t('validFrom')} type="date" required />
      <Choices
        name="demanded"
        label={t('demanded')}
        hint={t('demandedHint')}
        type="checkbox"
        options={[{ value: 'yes', label: t('demandedOption') }]}
      />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </>
  );
}

function valuesOf(before: TermsVersion | undefined, validFrom: string) {
  const said = locales.flatMap((language) => [
    [`title_${language}`, before?.title[language] ?? ''],
    [`text_${language}`, before?.text[language] ?? ''],
  ]);
  const of = before?.kind ?? (before?.placeId ? `place:${before.placeId}` : 'LAB');
  return { ...Object.fromEntries(said), of, validFrom, demanded: ['yes'] };
}
