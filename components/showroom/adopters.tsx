import { Tag, type Tone } from '#components/ui/tag.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Demo } from '#lib/showroom/reads.ts';

const tones: Record<string, Tone> = { USING: 'success', TESTING: 'info', STOPPED: 'neutral' };

/** Who uses it, since when and with what lesson; also those who stopped. */
export function Adopters({ locale, adoptions }: { locale: Locale; adoptions: Demo['adoptions'] }) {
  const t = translator(locale, 'showroom');
  const format = formatter(locale, 'UTC');
  return (
    <section aria-labelledby="adopters">
      <h2 className="ds-heading" data-size="sm" id="adopters">
        {t('demo.adopters')}
      </h2>
      {adoptions.length === 0 && <p className="quiet">{t('demo.noAdopters')}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {adoptions.map(({ organisation, status, since, scale, lesson }) => (
          <li className="panel p-4" key={organisation.slug}>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong>{organisation.name}</strong>
              <Tag tone={tones[status]}>{t(`adoption.${status}`)}</Tag>
              <span className="quiet text-base">
                {t('demo.since').toLocaleLowerCase(locale)}{' '}
                {format.dateTime(since, { year: 'numeric', month: 'long' })}
              </span>
            </div>
            {scale && <p className="m-0 mt-2 text-base">{inLocale(scale, locale)}</p>}
            {lesson && (
              <p className="m-0 mt-2 text-base">
                <span className="font-medium">{t('demo.lesson')}:</span> {inLocale(lesson, locale)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
