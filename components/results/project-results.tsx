import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ResultCard as Card } from '#lib/results/reads.ts';
import { TotalsText } from './result-card.tsx';

type Props = { locale: Locale; results: readonly Card[]; at: string };

/** What of a project others can take over, as it is published; nothing where there is none. */
export function ProjectResults({ locale, results, at }: Props) {
  const published = results.filter(({ state }) => state === 'PUBLISHED');
  if (published.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="results">
      <h2 className="ds-heading" data-size="sm" id="results">
        {translator(locale, 'results')('title')}
      </h2>
      <ul className="m-0 grid list-none gap-4 p-0 md:grid-cols-2">
        {published.map(({ id, slug, title, language, totals }) => (
          <li className="panel p-5" key={id}>
            <a className="ds-link" href={`${at}/${slug}`} lang={language}>
              {title}
            </a>
            <span className="block">
              <TotalsText locale={locale} totals={totals} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
