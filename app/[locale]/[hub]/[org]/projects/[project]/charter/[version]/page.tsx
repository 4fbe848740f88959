import type { Metadata } from 'next';
import { cache } from 'react';
import { CharterDocument } from '#components/projects/charter-document.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findCharter } from '#lib/projects/charter.ts';

type Where = { locale: Locale; hub: string; org: string; project: string; version: string };
type Props = { params: Promise<Where> };

const load = cache((scope: Scope, slug: string, version: string) =>
  orNotFound(() => findCharter(scope, slug, /^[1-9]\d{0,5}$/.test(version) ? Number(version) : 0)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'projects')('charter.title') };
}

/** One version of a charter, as it was written. */
export default async function CharterVersionPage({ params }: Props) {
  const { locale, hub, org, project: slug, version } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const charter = await load(scope, slug, version);
  const t = translator(locale, 'projects');
  const base = `/${locale}/${hub}/${org}/projects/${slug}`;
  const latest = charter.versions[0]?.version === charter.shown?.version;
  return (
    <article>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: inLocale(charter.title, locale) }]}
      />
      <PageHeader title={t('charter.title')}>
        {!latest && <ButtonLink href={`${base}/charter`}>{t('charter.latest')}</ButtonLink>}
      </PageHeader>
      {!latest && <Notice tone="warning">{t('charter.old')}</Notice>}
      <CharterDocument
        locale={locale}
        zone={scope.hub.zone}
        base={`${base}/charter`}
        charter={charter}
      />
    </article>
  );
}
