import type { Metadata } from 'next';
import { ProjectForm } from '#components/projects/project-form.tsx';
import { projectWords } from '#components/projects/project-words.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listNeedsToLink } from '#lib/needs/reads.ts';
import { inLocale, type Locale, languageIn } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findProjectToEdit } from '#lib/projects/own.ts';
import { asTyped } from '#lib/projects/starting.ts';
import { save } from '../../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string; project: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'projects')('form.editTitle') };
}

/** Changes what a project says of itself, in the language it was begun in. */
export default async function EditProjectPage({ params }: Props) {
  const { project: slug, ...place } = await params;
  const { locale, hub, org } = place;
  const scope = await enter(locale, hub, org);
  demand(scope, 'project:lead');
  const project = await orNotFound(() => findProjectToEdit(scope, slug));
  const language = languageIn(project.title, locale) ?? locale;
  const needs = await listNeedsToLink(scope);
  const t = translator(locale, 'projects');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          {
            href: `/${locale}/${hub}/${org}/projects/${slug}`,
            label: inLocale(project.title, locale),
          },
        ]}
      />
      <PageHeader title={t('form.editTitle')} />
      <div className="max-w-3xl">
        <ProjectForm
          action={save.bind(null, place)}
          words={projectWords(locale, needs, 'change')}
          initial={{
            ...asTyped(project, language),
            ...{ id: project.id, revision: String(project.revision), language },
          }}
        />
      </div>
    </>
  );
}
