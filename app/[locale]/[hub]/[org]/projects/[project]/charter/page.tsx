import type { Metadata } from 'next';
import { cache } from 'react';
import { CharterDocument } from '#components/projects/charter-document.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findCharter } from '#lib/projects/charter.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string) => orNotFound(() => findCharter(scope, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'projects')('charter.title') };
}

/** What a project's parties want together, as it stands now. */
export default async function CharterPage({ params, searchParams }: Props) {
  const { locale, hub, org, project: slug } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const charter = await load(scope, slug);
  const t = translator(locale, 'projects');
  const base = `/${locale}/${hub}/${org}/projects/${slug}`;
  return (
    <article>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: inLocale(charter.title, locale) }]}
      />
      <DoneIn locale={locale} part="projects" done={(await searchParams).done} />
      <PageHeader title={t('charter.title')} lead={t('charter.lead')}>
        {charter.may && (
          <ButtonLink href={`${base}/charter/edit`}>
            {t(charter.shown ? 'charter.change' : 'charter.write')}
          </ButtonLink>
        )}
      </PageHeader>
      <CharterDocument
        locale={locale}
        zone={scope.hub.zone}
        base={`${base}/charter`}
        charter={charter}
      />
    </article>
  );
}
