import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Demo } from '#lib/showroom/detail.ts';
import type { findNeighbours, Neighbour } from '#lib/showroom/neighbours.ts';
import { Adopter } from './adopters.tsx';

type Props = {
  locale: Locale;
  seen: Awaited<ReturnType<typeof findNeighbours>>;
  adoptions: Demo['adoptions'];
};

/** Who uses it, seen from a municipality: the nearest and most alike first. */
export function NeighbourList({ locale, seen, adoptions }: Props) {
  const t = translator(locale, 'adoptions');
  const ordered = seen.neighbours.flatMap((neighbour) => {
    const adoption = adoptions.find(
      ({ organisation }) => organisation.id === neighbour.organisationId,
    );
    return adoption ? [{ neighbour, adoption }] : [];
  });
  return (
    <section aria-labelledby="near">
      <h2 className="ds-heading" data-size="sm" id="near">
        {t('usersNear', { town: seen.town.name })}
      </h2>
      {ordered.length === 0 ? <p>{t('noUsers')}</p> : <p className="quiet">{t('order')}</p>}
      <ul className="m-0 grid max-w-3xl list-none gap-3 p-0">
        {ordered.map(({ neighbour, adoption }) => (
          <Adopter
            key={neighbour.organisationId}
            locale={locale}
            adoption={adoption}
            beside={besideOf(locale, neighbour)}
          />
        ))}
      </ul>
    </section>
  );
}

// Up to here a town reads as about the same size.
const alike = 1.5;

function besideOf(locale: Locale, { km, times }: Neighbour): string {
  if (km === null || times === null) return '';
  const t = translator(locale, 'adoptions');
  const { number } = formatter(locale, 'UTC');
  const by = (many: number) => number(many, { maximumFractionDigits: many < 10 ? 1 : 0 });
  const larger = times >= 1;
  const size =
    Math.max(times, 1 / times) <= alike
      ? t('alike')
      : t(larger ? 'larger' : 'smaller', { times: by(larger ? times : 1 / times) });
  return `${t('km', { km: number(km) })}, ${size}`;
}
