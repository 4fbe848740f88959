import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Present } from '#lib/presence/reads.ts';
import { PresentList } from './present-list.tsx';

type Props = { locale: Locale; here: number; shared: readonly Present[] };

/** For the house: how many are checked in, and by name who shows it to everyone. */
export function HousePresence({ locale, here, shared }: Props) {
  const t = translator(locale, 'presence');
  return (
    <section className="mt-10" aria-labelledby="here">
      <h2 className="ds-heading" data-size="sm" id="here">
        {t('house.title')}
      </h2>
      <p className="text-lg">{t('house.count', { count: here })}</p>
      <p className="quiet">{t('house.why')}</p>
      {shared.length > 0 && (
        <>
          <h3 className="ds-heading" data-size="xs">
            {t('house.shared')}
          </h3>
          <PresentList label={t('house.shared')} present={shared} />
        </>
      )}
    </section>
  );
}
