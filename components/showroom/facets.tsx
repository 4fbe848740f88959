import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { FacetCount } from '#lib/showroom/reads.ts';
import {
  type FacetName,
  facetMessages,
  facetNames,
  type ShowroomQuery,
} from '#lib/showroom/rules.ts';

type Props = { locale: Locale; query: ShowroomQuery; facets: Record<FacetName, FacetCount[]> };

/** A facet's value in words. */
export function valueName(locale: Locale, facet: FacetName, value: string): string {
  const namespace = facet === 'owner' ? 'site' : 'showroom';
  return translator(locale, namespace)(`${facetMessages[facet]}.${value}`);
}

/** Search and facets in one form that is an address: works without JavaScript and with Back. */
export function Facets({ locale, query, facets }: Props) {
  const t = translator(locale, 'showroom');
  const shown = facetNames.filter((name) => facets[name].length > 0);
  return (
    <search>
      <form method="get" className="grid content-start gap-5">
        <div className="ds-field">
          <label className="ds-label" htmlFor="q">
            {t('search.label')}
          </label>
          <div className="quiet text-base" id="q-hint">
            {t('search.hint')}
          </div>
          <div className="flex gap-2">
            <input
              className="ds-input"
              type="search"
              id="q"
              name="q"
              defaultValue={query.words}
              maxLength={80}
              aria-describedby="q-hint"
            />
            <button className="ds-button" type="submit">
              {t('search.submit')}
            </button>
          </div>
        </div>
        <details className="unfolds" open={facetNames.some((name) => query[name].length > 0)}>
          <summary>{t('filter')}</summary>
          <div className="mt-3 grid gap-5">
            {shown.map((name) => (
              <Facet key={name} locale={locale} name={name} values={facets[name]} />
            ))}
            <button className="ds-button" data-variant="secondary" type="submit">
              {t('apply')}
            </button>
          </div>
        </details>
      </form>
    </search>
  );
}

function Facet({
  locale,
  name,
  values,
}: {
  locale: Locale;
  name: FacetName;
  values: FacetCount[];
}) {
  const t = translator(locale, 'showroom');
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="font-semibold">{t(`facets.${name}`)}</legend>
      {values.map(({ value, count, chosen }) => (
        <label className="flex min-h-9 items-center gap-2 text-base" key={value}>
          <input
            className="size-5 shrink-0 accent-accent-base-default"
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen}
          />
          <span>
            {valueName(locale, name, value)} <span className="quiet">({count})</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
