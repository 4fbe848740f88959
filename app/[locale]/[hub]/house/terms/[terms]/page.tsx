import type { Metadata } from 'next';
import { cache } from 'react';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Table } from '#components/ui/table.tsx';
import { dayOf } from '#components/workspace/describe.ts';
import { momentWords } from '#components/workspace/hours-words.ts';
import { Paragraphs } from '#components/workspace/terms-fields.tsx';
import { termsOfWords } from '#components/workspace/terms-list.ts';
import { paragraphsOf } from '#components/workspace/terms-words.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import type { Query } from '#lib/workspace/schema.ts';
import { findTerms, type TermsDetail } from '#lib/workspace/term-reads.ts';

type Params = { locale: Locale; hub: string; terms: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, id: string) => {
  const scope = await enterHouseOf(locale, hub);
  return { scope, terms: await orNotFound(() => findTerms(scope, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, terms: id } = await params;
  return { title: inLocale((await load(locale, hub, id)).terms.title, locale) };
}

/** One version of terms: its text, and which organisations have agreed to it. */
export default async function TermsVersionPage({ params, searchParams }: Props) {
  const { locale, hub, terms: id } = await params;
  const { scope, terms } = await load(locale, hub, id);
  const t = translator(locale, 'houseTerms');
  const base = `/${locale}/${hub}/house/terms`;
  const day = dayOf(locale, terms.validFrom.toISOString().slice(0, 10), { dateStyle: 'full' });
  const lead = [
    t('version', { version: terms.version }),
    termsOfWords(locale, terms),
    `${t('since')} ${day}`,
    t(`states.${terms.state}`),
  ];
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('title') }]}
      />
      <DoneIn locale={locale} part="houseTerms" done={(await searchParams).done} />
      <PageHeader title={inLocale(terms.title, locale)} lead={lead.join('. ')}>
        <ButtonLink href={`${base}/new?from=${id}`} variant="secondary">
          {t('rewrite')}
        </ButtonLink>
      </PageHeader>
      <Paragraphs of={paragraphsOf(inLocale(terms.text, locale))} />
      <Acceptances locale={locale} hub={hub} zone={scope.hub.zone} terms={terms} />
    </>
  );
}

type AcceptancesProps = { locale: Locale; hub: string; zone: string; terms: TermsDetail };

function Acceptances({ locale, hub, zone, terms }: AcceptancesProps) {
  const t = translator(locale, 'houseTerms');
  if (terms.acceptances.length === 0) return <EmptyState text={t('nobody')} />;
  return (
    <section className="mt-8" aria-labelledby="accepted">
      <h2 className="ds-heading" data-size="sm" id="accepted">
        {t('acceptances')}
      </h2>
      <Table
        caption={t('acceptances')}
        head={[t('who'), t('by'), t('at')]}
        rows={terms.acceptances.map(({ organisation, slug, person, at }) => ({
          key: slug,
          cells: [
            <a key="who" href={`/${locale}/${hub}/house/organisations/${slug}`}>
              {organisation}
            </a>,
            person,
            momentWords(locale, at, zone),
          ],
        }))}
      />
    </section>
  );
}
