import { Scrolls } from '#components/ui/scrolls.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { adoptionStates } from '#lib/results/moves.ts';
import type { Reach, SpreadView } from '#lib/results/spread.ts';
import { cellOf } from '#lib/results/tiles.ts';

type Props = { locale: Locale; view: SpreadView; resultsAt: string };

/** Municipalities by results: each cell says a letter, and to a screen reader the word. */
export function SpreadMatrix({ locale, view, resultsAt }: Props) {
  const t = translator(locale, 'results');
  const number = (value: number | null) =>
    value === null ? '–' : formatter(locale, 'UTC').number(value);
  return (
    <>
      <Scrolls label={`${t('spread.municipality')} × ${t('title')}`}>
        <table className="ds-table matrix" data-border="true">
          <thead>
            <tr>
              <th scope="col">{t('spread.municipality')}</th>
              <th scope="col" className="text-right">
                {t('spread.inhabitants')}
              </th>
              {view.results.map(({ id, slug, title, language }) => (
                <th scope="col" key={id} className="min-w-32 max-w-48">
                  <a className="ds-link" href={`${resultsAt}/${slug}`} lang={language}>
                    {title}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.places.map((place) => (
              <tr key={place.country + place.code}>
                <th scope="row">{place.name}</th>
                <td className="text-right">{number(place.population)}</td>
                {view.results.map(({ id }) => {
                  const state = view.cells.get(cellOf(id, place.organisationId));
                  return (
                    <td key={id} className="text-center">
                      {state ? (
                        <>
                          <strong aria-hidden="true">{t(`adoption.marks.${state}`)}</strong>
                          <span className="ds-sr-only">{t(`adoption.states.${state}`)}</span>
                        </>
                      ) : (
                        <span className="quiet">
                          <span aria-hidden="true">·</span>
                          <span className="ds-sr-only">
                            {t(place.organisationId ? 'spread.nothing' : 'spread.outside')}
                          </span>
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('spread.reach')}</th>
              <td />
              {view.results.map(({ id }) => (
                <td key={id}>
                  <Share locale={locale} reach={view.reach.get(id) ?? null} whole={view.whole} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </Scrolls>
      <p className="quiet mt-3">
        {t('spread.legend')}:{' '}
        {adoptionStates
          .map((state) => `${t(`adoption.marks.${state}`)} ${t(`adoption.states.${state}`)}`)
          .join(', ')}
        , · {t('spread.nothing')}
      </p>
    </>
  );
}

/** Which part of the municipalities and of who lives there, in towns and in the country. */
export function Share({
  locale,
  reach,
  whole,
}: {
  locale: Locale;
  reach: Reach | null;
  whole: Reach;
}) {
  const t = translator(locale, 'results');
  if (!reach) return null;
  const percent = (part: number, all: number) =>
    formatter(locale, 'UTC').number(all === 0 ? 0 : part / all, {
      ...{ style: 'percent', maximumFractionDigits: 0 },
    });
  const { municipalities: part } = reach;
  return (
    <>
      {t('spread.share', { part, whole: whole.municipalities })}
      <span className="block">
        {t('spread.people', { percent: percent(reach.people, whole.people) })}
      </span>
      <span className="quiet block text-base">
        {t('spread.town', {
          town: percent(reach.town, whole.town),
          country: percent(reach.country, whole.country),
        })}
      </span>
    </>
  );
}
