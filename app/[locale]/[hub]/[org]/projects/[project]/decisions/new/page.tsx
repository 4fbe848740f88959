import type { Metadata } from 'next';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findChoices } from '#lib/steering/decisions.ts';
import { DecisionForm } from '../form.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ kind?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'steering')('draft') };
}

/** Writes a decision for the steering group. */
export default async function NewDecisionPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'seat:sit');
  const choices = await orNotFound(() => findChoices(scope, slug));
  const { kind } = await searchParams;
  const t = translator(locale, 'steering');
  const chosen = choices.kinds.find((each) => each === kind) ?? choices.kinds[0] ?? 'GENERAL';
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          {
            href: `/${locale}/${hub}/${org}/projects/${slug}/decisions`,
            label: t('decisions'),
          },
        ]}
      />
      <PageHeader title={t('draft')} />
      <DecisionForm
        where={where}
        choices={choices}
        id={crypto.randomUUID()}
        initial={{ revision: '0', kind: chosen, language: locale }}
      />
    </>
  );
}
