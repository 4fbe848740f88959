import { dayText } from '#components/innovation/day.ts';
import { Scrolls } from '#components/ui/scrolls.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import type { PilotState } from '#lib/pilots/moves.ts';
import type { PilotsView } from '#lib/pilots/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';

export const pilotTones: Record<PilotState, Tone> = {
  ...{ PLANNED: 'neutral', APPROVED: 'info', RUNNING: 'success', PAUSED: 'danger' },
  ENDED: 'neutral',
};

type Props = { locale: Locale; view: PilotsView; href?: (id: string) => string };

/** Where it is tried, and how it stands there. */
export function PilotList({ locale, view, href }: Props) {
  const t = translator(locale, 'pilots');
  return (
    <ul className="m-0 grid list-none gap-4 p-0 md:grid-cols-2">
      {view.pilots.map((pilot) => (
        <li className="panel grid gap-1 p-5" key={pilot.id}>
          <p className="m-0">
            <Tag tone={pilotTones[pilot.state]}>{t(`states.${pilot.state}`)}</Tag>
          </p>
          <h3 className="ds-heading m-0" data-size="2xs">
            {href ? (
              <a className="ds-link" href={href(pilot.id)}>
                {pilot.site}
              </a>
            ) : (
              pilot.site
            )}
          </h3>
          <p className="m-0">
            <span lang={pilot.language}>{pilot.place}</span>
            {pilot.users && ` · ${t('with', { count: pilot.users })}`}
          </p>
          <p className="quiet m-0 text-base">
            {dayText(locale, 'UTC', pilot.startsOn)} – {dayText(locale, 'UTC', pilot.endsOn)}
          </p>
          {pilot.words && <p className="m-0">{t('paused', { words: pilot.words })}</p>}
        </li>
      ))}
    </ul>
  );
}

/** The sites side by side, by what all of them measure: before, target, and what was measured last. */
export function PilotComparison({ locale, view }: Props) {
  const t = translator(locale, 'pilots');
  const measured = view.pilots.filter(({ measures }) => measures.size > 0);
  if (measured.length === 0) return null;
  const number = (value: number) => formatter(locale, 'UTC').number(value);
  return (
    <section className="mt-8" aria-labelledby="compare">
      <h3 className="ds-heading" data-size="2xs" id="compare">
        {t('compare')}
      </h3>
      <Scrolls label={`${t('indicator')}: ${measured.map(({ site }) => site).join(', ')}`}>
        <table className="ds-table matrix w-full" data-border="true">
          <thead>
            <tr>
              <th scope="col">{t('indicator')}</th>
              {measured.map(({ id, site, place, language }) => (
                <th scope="col" key={id}>
                  {site}
                  <span className="quiet block text-base font-normal" lang={language}>
                    {place}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.indicators.map(({ id, name, unit, language }) => (
              <tr key={id}>
                <th scope="row">
                  <span lang={language}>{name}</span>
                  <span className="quiet block text-base font-normal" lang={language}>
                    {unit}
                  </span>
                </th>
                {measured.map(({ id: pilot, measures }) => {
                  const one = measures.get(id);
                  return (
                    <td key={pilot}>
                      {one ? (
                        <>
                          {t('baseline')} {number(one.baseline)}
                          <span className="block">
                            {t('target')} {number(one.target)}
                          </span>
                          <strong className="block">
                            {t('now')} {one.last ? number(one.last.value) : '–'}
                          </strong>
                        </>
                      ) : (
                        '–'
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}

/** The pilots of a project as others and visitors read them; nothing where there is none. */
export function PublicPilots({ locale, view }: Props) {
  if (view.pilots.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="pilots">
      <h2 className="ds-heading" data-size="sm" id="pilots">
        {translator(locale, 'pilots')('title')}
      </h2>
      <PilotList locale={locale} view={view} />
      <PilotComparison locale={locale} view={view} />
    </section>
  );
}
