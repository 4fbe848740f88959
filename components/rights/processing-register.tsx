import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { personal } from '#lib/rights/holdings.ts';
import { type Purpose, purposes } from '#lib/rights/register.ts';
import { tableName } from './table-name.ts';

const kept = (purpose: Purpose) =>
  personal.filter(([, holding]) => holding.purpose === purpose).map(([table]) => table);

/** What the portal keeps about people, why and how long: one part a purpose. */
export function ProcessingRegister({ locale }: { locale: Locale }) {
  const t = translator(locale, 'rights');
  return (
    <section aria-labelledby="register" className="mt-10">
      <h2 className="ds-heading" data-size="sm" id="register">
        {t('register.title')}
      </h2>
      <p className="prose">{t('register.lead')}</p>
      <ul className="m-0 grid list-none gap-4 p-0 md:grid-cols-2">
        {(Object.keys(purposes) as Purpose[]).map((purpose) => (
          <li key={purpose} className="panel p-5">
            <h3 className="ds-heading m-0" data-size="2xs">
              {t(`purposes.${purpose}.title`)}
            </h3>
            <p className="m-0 mt-1">{t(`purposes.${purpose}.text`)}</p>
            <dl className="m-0 mt-3 text-base">
              {kept(purpose).length > 0 && (
                <>
                  <dt className="quiet">{t('mine.what')}</dt>
                  <dd className="m-0 mb-2">
                    <ul className="ds-list m-0">
                      {kept(purpose).map((table) => (
                        <li key={table}>{tableName(locale, table)}</li>
                      ))}
                    </ul>
                  </dd>
                </>
              )}
              <dt className="quiet">{t('mine.basis')}</dt>
              <dd className="m-0">{t(`bases.${purposes[purpose].basis}`)}</dd>
              <dt className="quiet mt-2">{t('register.keep')}</dt>
              <dd className="m-0">{t(`register.keeps.${purpose}`)}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
