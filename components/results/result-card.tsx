import { dayText } from '#components/innovation/day.ts';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ResultState } from '#lib/results/moves.ts';
import type { ResultCard as Card, Totals } from '#lib/results/reads.ts';

export const resultTones: Record<ResultState, Tone> = {
  ...{ DRAFT: 'neutral', PUBLISHED: 'success', RETIRED: 'danger', REPLACED: 'warning' },
};

/** How many bodies stand where, and how many people live where it is used. */
export function TotalsText({ locale, totals }: { locale: Locale; totals: Totals }) {
  const t = translator(locale, 'results');
  return (
    <>
      {t('usedBy', totals)} {totals.municipalities > 0 && t('reach', totals)}
    </>
  );
}

type Props = {
  locale: Locale;
  zone: string;
  result: Omit<Card, 'totals'> & { totals: Totals };
  href: string;
  /** Drafts and what is over are told as such. */
  states?: boolean;
};

/** A result in a list: what it is called, from which project, how far it has come. */
export function ResultCard({ locale, zone, result, href, states }: Props) {
  const t = translator(locale, 'results');
  return (
    <li className="panel card-link p-5">
      {states && (
        <p className="m-0">
          <Tag tone={resultTones[result.state]}>{t(`states.${result.state}`)}</Tag>
        </p>
      )}
      <h2 className="ds-heading m-0" data-size="2xs">
        <a href={href} lang={result.language}>
          {result.title}
        </a>
      </h2>
      <p className="m-0 mt-2 grow text-base">
        <TotalsText locale={locale} totals={result.totals} />
      </p>
      <p className="quiet m-0 text-base">
        {inLocale(result.project.title, locale)}
        {result.publishedAt &&
          ` · ${t('published', { date: dayText(locale, zone, result.publishedAt) })}`}
      </p>
    </li>
  );
}
