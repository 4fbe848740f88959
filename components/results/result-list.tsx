import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ResultPage } from '#lib/results/reads.ts';
import { ResultCard } from './result-card.tsx';

type Props = { locale: Locale; zone: string; at: string; found: ResultPage };

/** Published results, a page at a time, the newest first. */
export function ResultList({ locale, zone, at, found }: Props) {
  const t = translator(locale, 'results');
  const { results, more, page } = found;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {results.length === 0 && <EmptyState text={t('empty')} />}
      <ul className="m-0 grid list-none gap-5 p-0 md:grid-cols-2">
        {results.map((result) => (
          <ResultCard
            key={result.id}
            locale={locale}
            zone={zone}
            result={result}
            href={`${at}/${result.slug}`}
          />
        ))}
      </ul>
      <p className="no-print mt-8 flex flex-wrap gap-3">
        {page > 1 && (
          <ButtonLink href={page === 2 ? at : `${at}?page=${page - 1}`} variant="secondary">
            {t('newer')}
          </ButtonLink>
        )}
        {more && (
          <ButtonLink href={`${at}?page=${page + 1}`} variant="secondary">
            {t('more')}
          </ButtonLink>
        )}
      </p>
    </>
  );
}
