import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** Where the showroom's content can be fetched, to be used freely. */
export function OpenData({ locale, hub }: { locale: Locale; hub: string }) {
  const t = translator(locale, 'openData');
  return (
    <section className="mt-12" aria-labelledby="open-data">
      <h2 className="ds-heading" data-size="2xs" id="open-data">
        {t('title')}
      </h2>
      <p className="mt-0 text-base">{t('lead')}</p>
      <ul className="m-0 flex list-none flex-wrap gap-x-6 p-0 text-base">
        {(['json', 'csv'] as const).map((form) => (
          <li key={form}>
            <a className="inline-flex min-h-8 items-center" href={`/datasets/${hub}/demos.${form}`}>
              {t(form)}
            </a>
          </li>
        ))}
        <li>
          <a className="inline-flex min-h-8 items-center" href="/datasets/dcat">
            DCAT-AP-SE
          </a>
        </li>
      </ul>
    </section>
  );
}
