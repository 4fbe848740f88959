import type { Metadata } from 'next';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { listProjectResults } from '#lib/results/reads.ts';
import { ResultForm } from '../form.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'results')('form.title') };
}

/** A result is begun. */
export default async function NewResultPage({ params }: Props) {
  const where = await params;
  const { locale, hub, org, project } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'project:lead');
  await orNotFound(() => listProjectResults(scope, project));
  const t = translator(locale, 'results');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/projects/${project}/results`, label: t('own') }]}
      />
      <PageHeader title={t('form.title')} lead={t('form.lead')} />
      <ResultForm where={where} />
    </>
  );
}
