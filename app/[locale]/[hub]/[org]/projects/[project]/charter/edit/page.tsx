import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { languageOptions } from '#components/chrome/language-field.ts';
import { CharterForm, type CharterWords } from '#components/projects/charter-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findCharter } from '#lib/projects/charter.ts';
import { charterLimits } from '#lib/projects/schema.ts';
import { saveCharter } from '../actions.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };

export async function generateMetadata({ params }: { params: Promise<Where> }): Promise<Metadata> {
  return { title: translator((await params).locale, 'projects')('charter.write') };
}

/** Writes the next version, from the one there is. */
export default async function EditCharterPage({ params }: { params: Promise<Where> }) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'project:lead');
  const { shown } = await orNotFound(() => findCharter(scope, slug));
  const t = translator(locale, 'projects');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          {
            href: `/${locale}/${hub}/${org}/projects/${slug}/charter`,
            label: t('charter.title'),
          },
        ]}
      />
      <PageHeader title={t('charter.write')} />
      <div className="max-w-3xl">
        <CharterForm
          action={saveCharter.bind(null, where)}
          words={charterWords(locale)}
          initial={{
            version: String(shown?.version ?? 0),
            ...{ purpose: shown?.purpose ?? '', vision: shown?.vision ?? '' },
            ...{ goals: shown?.goals ?? '', limits: shown?.limits ?? '' },
            language: shown?.language ?? locale,
          }}
        />
      </div>
    </>
  );
}

function charterWords(locale: Locale): CharterWords {
  const t = translator(locale, 'projects');
  const innovation = translator(locale, 'innovation');
  return {
    labels: formLabels(locale),
    fields: {
      ...{ purpose: t('charter.purpose'), vision: t('charter.vision') },
      ...{ goals: t('charter.goals'), limits: t('charter.limits') },
      language: t('charter.language'),
    },
    most: charterLimits,
    options: { language: languageOptions() },
    save: t('charter.save'),
    newer: innovation('form.newer'),
    newerHint: innovation('form.newerHint'),
    newerEmpty: innovation('form.newerEmpty'),
  };
}
