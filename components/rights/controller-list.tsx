import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Controller } from '#lib/rights/controllers.ts';
import { ControllerFacts } from './controller-facts.tsx';

/** Each hub with the organisation that answers for it. */
export function ControllerList({ locale, all }: { locale: Locale; all: Controller[] }) {
  const t = translator(locale, 'rights');
  return (
    <section aria-labelledby="controllers" className="mt-10">
      <h2 className="ds-heading" data-size="sm" id="controllers">
        {t('controllers.title')}
      </h2>
      <p className="prose">{t('controllers.lead')}</p>
      <ul className="m-0 grid list-none gap-4 p-0 md:grid-cols-2">
        {all.map((each) => (
          <li key={each.slug} className="panel min-w-0 p-5">
            <h3 className="ds-heading m-0 mb-2" data-size="2xs">
              <a href={`/${locale}/${each.slug}/privacy`}>{each.name}</a>
            </h3>
            <ControllerFacts locale={locale} of={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}
