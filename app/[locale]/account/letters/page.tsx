import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { PaceForm } from '#components/following/pace-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, SelectField, SubmitButton } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findPace } from '#lib/following/pace.ts';
import { type Locale, locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { findLetterChoices, refusable } from '#lib/workspace/letter-choices.ts';
import { choose as choosePace } from '../../[hub]/act/following/actions.ts';
import { choose } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'letterChoices')('title') };
}

/** Which letters one wants, and in which language. */
export default async function LettersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const scope = await enterOwn(locale);
  const { letters, language } = await findLetterChoices(scope);
  const t = translator(locale, 'letterChoices');
  return (
    <Frame locale={locale} hub={null} items={[]} reader={scope.person.name}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `/${locale}/account`, label: translator(locale, 'people')('account.title') },
        ]}
      />
      <DoneIn locale={locale} part="letterChoices" done={(await searchParams).done} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="max-w-2xl">
        <ActionForm
          action={choose.bind(null, locale)}
          labels={formLabels(locale)}
          initial={{ letters, language }}
        >
          <Choices
            name="letters"
            label={t('letters')}
            hint={t('hint')}
            type="checkbox"
            options={refusable.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <SelectField
            name="language"
            label={t('language')}
            required
            options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
          />
          <div>
            <SubmitButton>{t('save')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
      <section className="mt-10 max-w-2xl" aria-labelledby="following">
        <h2 className="ds-heading" data-size="sm" id="following">
          {translator(locale, 'following')('title')}
        </h2>
        <PaceForm
          locale={locale}
          action={choosePace.bind(null, locale, 'account/letters')}
          labels={formLabels(locale)}
          pace={await findPace(scope)}
        />
      </section>
    </Frame>
  );
}
