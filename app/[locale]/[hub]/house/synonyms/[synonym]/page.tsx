import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { synonymFields } from '#components/showroom/synonym-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findSynonym } from '#lib/showroom/synonyms.ts';
import { remove, save } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; synonym: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'catalogue')('synonyms.changeTitle') };
}

/** One group of words: to change it, and behind its question to remove it. */
export default async function SynonymPage({ params }: Props) {
  const { locale, hub, synonym: id } = await params;
  const scope = await enterHouseOf(locale, hub);
  demand(scope, 'synonym:edit');
  const { words } = await orNotFound(() => findSynonym(scope, id));
  const t = translator(locale, 'catalogue');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/synonyms`, label: t('synonyms.title') }]}
      />
      <PageHeader title={t('synonyms.changeTitle')} />
      <div className="grid max-w-3xl gap-8">
        <FieldsForm
          action={save.bind(null, { locale, hub, id })}
          labels={formLabels(locale)}
          groups={synonymFields(locale)}
          initial={{ words: words.join(', ') }}
          submit={t('synonyms.save')}
        />
        <Disclosure summary={t('synonyms.remove')}>
          <ButtonForm
            action={remove.bind(null, { locale, hub, id })}
            labels={formLabels(locale)}
            variant="secondary"
            hint={t('synonyms.removeHint')}
          >
            {t('synonyms.remove')}
          </ButtonForm>
        </Disclosure>
      </div>
    </>
  );
}
