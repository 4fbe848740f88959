import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { formWords } from '#components/innovation/form-words.ts';
import { ProposalForm } from '#components/innovation/proposal-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listNeedsToLink } from '#lib/needs/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { saveOrSubmit } from '../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ need?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'innovation')('form.newTitle') };
}

export default async function NewProposalPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const needs = await listNeedsToLink(scope);
  const { need } = await searchParams;
  const chosen = needs.filter(({ id }) => id === need);
  const t = translator(locale, 'innovation');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/proposals`, label: t('own.title') }]}
      />
      <PageHeader title={t('form.newTitle')} lead={t('form.lead')} />
      <div className="max-w-3xl">
        <ProposalForm
          action={saveOrSubmit.bind(null, { locale, hub, org })}
          words={formWords(locale, formLabels(locale), needs, scope.organisation.side)}
          missing={null}
          initial={{
            id: crypto.randomUUID(),
            revision: '0',
            language: locale,
            visibility: 'PUBLIC_SIDE',
            needs: chosen.map(({ id }) => id),
            areas: chosen.flatMap(({ areas }) => areas),
          }}
        />
      </div>
    </>
  );
}
