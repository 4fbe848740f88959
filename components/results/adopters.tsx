import { dayText } from '#components/innovation/day.ts';
import { Scrolls } from '#components/ui/scrolls.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { AdoptionState } from '#lib/results/moves.ts';
import type { ResultView } from '#lib/results/reads.ts';

export const adoptionTones: Record<AdoptionState, Tone> = {
  ...{ WATCHING: 'neutral', PLANNING: 'info', INTRODUCING: 'warning', IN_USE: 'success' },
  ...{ DECLINED: 'neutral', DISCONTINUED: 'danger' },
};

/** Who stands where with a result, whom one can ask, and why some do not use it. */
export function Adopters({
  locale,
  adopters,
}: {
  locale: Locale;
  adopters: ResultView['adopters'];
}) {
  const t = translator(locale, 'results');
  return (
    <section className="mt-10" aria-labelledby="adopters">
      <h2 className="ds-heading" data-size="sm" id="adopters">
        {t('used')}
      </h2>
      {adopters.length === 0 ? (
        <p className="m-0">{t('nobody')}</p>
      ) : (
        <Scrolls label={`${t('organisation')}, ${t('stands')}`}>
          <table className="ds-table w-full" data-border="true">
            <thead>
              <tr>
                <th scope="col">{t('organisation')}</th>
                <th scope="col">{t('stands')}</th>
                <th scope="col">{t('contact')}</th>
              </tr>
            </thead>
            <tbody>
              {adopters.map((one) => (
                <tr key={one.organisationId}>
                  <th scope="row">{one.name ?? t('former')}</th>
                  <td>
                    <Tag tone={adoptionTones[one.state]}>{t(`adoption.states.${one.state}`)}</Tag>
                    {one.startedOn && (
                      <span className="quiet block text-base">
                        {t('since')} {dayText(locale, 'UTC', one.startedOn)}
                      </span>
                    )}
                    {one.reason && <span className="block whitespace-pre-line">{one.reason}</span>}
                  </td>
                  <td>{one.contact || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
    </section>
  );
}
