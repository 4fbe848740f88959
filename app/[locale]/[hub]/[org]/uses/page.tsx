import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { listOwnAdoptions } from '#lib/showroom/adoptions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'adoptions')('title') };
}

/** What one's own organisation says that it uses, tries, or has stopped using. */
export default async function UsesPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const adoptions = await orNotFound(() => listOwnAdoptions(scope));
  const t = translator(locale, 'adoptions');
  const month = { year: 'numeric', month: 'long' } as const;
  return (
    <>
      <DoneIn locale={locale} part="adoptions" done={(await searchParams).done} />
      <PageHeader title={t('title')} lead={t('lead')}>
        <ButtonLink href={`/${locale}/${hub}/showroom`} variant="secondary">
          {t('find')}
        </ButtonLink>
      </PageHeader>
      {adoptions.length === 0 && <EmptyState text={t('none')} />}
      <ul className="m-0 grid list-none gap-3 p-0">
        {adoptions.map(({ demo, status, since, result }) => (
          <li
            className="panel flex flex-wrap items-center justify-between gap-4 px-5 py-4"
            key={demo.id}
          >
            <div className="min-w-0">
              <strong>{inLocale(demo.title, locale)}</strong>{' '}
              <Tag tone={status === 'USING' ? 'success' : 'neutral'}>{t(`statuses.${status}`)}</Tag>
              <span className="quiet block text-base">
                {t('since')} {formatter(locale, 'UTC').dateTime(since, month)}
              </span>
              {result !== null && (
                <span className="block text-base">{inLocale(result, locale)}</span>
              )}
            </div>
            {demo.status === 'PUBLISHED' ? (
              <a href={`/${locale}/${hub}/${org}/uses/${demo.id}`}>
                {t('change')}
                <span className="ds-sr-only"> {inLocale(demo.title, locale)}</span>
              </a>
            ) : (
              <span className="quiet">{t('gone')}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
