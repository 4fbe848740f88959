import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ProjectFilter as Filter } from '#lib/projects/rules.ts';

type Counted = { value: string; count: number };
type Props = { locale: Locale; filter: Filter; facets: { state: Counted[]; area: Counted[] } };

/** State and area as one form that is an address. */
export function ProjectFilter({ locale, filter, facets }: Props) {
  const t = translator(locale, 'projects');
  const areas = translator(locale, 'showroom');
  const groups = [
    { name: 'state', legend: t('filterState'), word: (value: string) => t(`states.${value}`) },
    { name: 'area', legend: t('filterArea'), word: (value: string) => areas(`areas.${value}`) },
  ] as const;
  return (
    <form method="get" className="grid content-start gap-5">
      {groups.map(({ name, legend, word }) => (
        <fieldset className="m-0 border-0 p-0" key={name}>
          <legend className="font-semibold">{legend}</legend>
          {facets[name].map(({ value, count }) => (
            <label className="flex min-h-9 items-center gap-2 text-base" key={value}>
              <input
                className="size-5 shrink-0 accent-accent-base-default"
                type="checkbox"
                name={name}
                value={value}
                defaultChecked={filter[name].includes(value)}
              />
              <span>
                {word(value)} <span className="quiet">({count})</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <button className="ds-button" data-variant="secondary" type="submit">
        {t('apply')}
      </button>
    </form>
  );
}
