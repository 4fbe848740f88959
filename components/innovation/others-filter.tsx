import { careAreas } from '#lib/needs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type OthersQuery, statesOf } from '#lib/proposals/schema.ts';

type Props = { locale: Locale; query: OthersQuery };

/** A state of the section that is shown, in words. */
export function stateWord(locale: Locale, show: OthersQuery['show'], state: string): string {
  if (show === 'projects') return translator(locale, 'projects')(`states.${state}`);
  const t = translator(locale, 'innovation');
  return t(show === 'needs' ? `needStates.${state}` : `states.${state}`);
}

/** Search, state and area in one form that is an address. */
export function OthersFilter({ locale, query }: Props) {
  const t = translator(locale, 'innovation');
  const areas = translator(locale, 'showroom');
  const chosen = query.states.length + query.areas.length > 0;
  return (
    <search>
      <form method="get" className="grid content-start gap-5">
        {query.show !== 'projects' && <input type="hidden" name="show" value={query.show} />}
        <div className="ds-field">
          <label className="ds-label" htmlFor="q">
            {t('others.search')}
          </label>
          <div className="quiet text-base" id="q-hint">
            {t('others.searchHint')}
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
              {t('others.search')}
            </button>
          </div>
        </div>
        <details className="unfolds" open={chosen}>
          <summary>{t('others.filter')}</summary>
          <div className="mt-3 grid gap-5">
            <Boxes
              name="state"
              legend={t('others.state')}
              values={statesOf(query.show)}
              chosen={query.states}
              word={(value) => stateWord(locale, query.show, value)}
            />
            <Boxes
              name="area"
              legend={t('others.area')}
              values={careAreas}
              chosen={query.areas}
              word={(value) => areas(`areas.${value}`)}
            />
            <button className="ds-button" data-variant="secondary" type="submit">
              {t('others.apply')}
            </button>
          </div>
        </details>
      </form>
    </search>
  );
}

type BoxesProps = {
  name: string;
  legend: string;
  values: readonly string[];
  chosen: readonly string[];
  word: (value: string) => string;
};

function Boxes({ name, legend, values, chosen, word }: BoxesProps) {
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="font-semibold">{legend}</legend>
      {values.map((value) => (
        <label className="flex min-h-9 items-center gap-2 text-base" key={value}>
          <input
            className="size-5 shrink-0 accent-accent-base-default"
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
          />
          <span>{word(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}
