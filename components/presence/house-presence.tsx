import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Present } from '#lib/presence/reads.ts';
import { PresentList } from './present-list.tsx';

type Guest = { id: string; guest: string; host: string | null; organisation: string | null };
type Props = {
  locale: Locale;
  here: number;
  shared: readonly Present[];
  guests: readonly Guest[];
};

/** For the house: how many are checked in, and by name who shows it to everyone. */
export function HousePresence({ locale, here, shared, guests }: Props) {
  const t = translator(locale, 'presence');
  return (
    <section className="mt-10" aria-labelledby="here">
      <h2 className="ds-heading" data-size="sm" id="here">
        {t('house.title')}
      </h2>
      <p className="text-lg">
        <strong>{t('house.total', { count: here + guests.length })}</strong>{' '}
        {t('house.count', { count: here })} {t('house.guestCount', { count: guests.length })}
      </p>
      <p className="quiet">{t('house.why')}</p>
      {guests.length > 0 && (
        <>
          <h3 className="ds-heading" data-size="xs">
            {t('house.guests')}
          </h3>
          <ul>
            {guests.map(({ id, guest, host, organisation }) => (
              <li key={id}>
                {t('house.guest', { guest, host: [host, organisation].filter(Boolean).join(', ') })}
              </li>
            ))}
          </ul>
        </>
      )}
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
