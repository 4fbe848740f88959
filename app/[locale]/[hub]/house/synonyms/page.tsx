import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listSynonyms } from '#lib/showroom/synonyms.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'catalogue')('synonyms.title') };
}

/** The words that mean the same to the showroom's search. */
export default async function SynonymsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const groups = await orNotFound(() => listSynonyms(scope));
  const t = translator(locale, 'catalogue');
  const base = `/${locale}/${hub}/house/synonyms`;
  return (
    <>
      <DoneIn locale={locale} part="catalogue" done={(await searchParams).done} />
      <PageHeader title={t('synonyms.title')} lead={t('synonyms.lead')}>
        <ButtonLink href={`${base}/new`}>{t('synonyms.add')}</ButtonLink>
      </PageHeader>
      {groups.length === 0 && <EmptyState text={t('synonyms.none')} />}
      <ul className="m-0 grid max-w-4xl list-none p-0" aria-label={t('synonyms.list')}>
        {groups.map(({ id, words }) => (
          <li className="border-b border-neutral-border-subtle" key={id}>
            <a
              className="flex min-h-11 items-center py-2 [overflow-wrap:anywhere]"
              href={`${base}/${id}`}
            >
              {words.join(', ')}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
