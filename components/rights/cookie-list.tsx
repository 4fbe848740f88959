import { RecordList } from '#components/ui/record-list.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { necessaryCookies } from '#lib/rights/cookies.ts';

/** Every cookie the portal sets. */
export function CookieList({ locale }: { locale: Locale }) {
  const t = translator(locale, 'rights');
  return (
    <section aria-labelledby="cookies" className="mt-10">
      <h2 className="ds-heading" data-size="sm" id="cookies">
        {t('cookies.title')}
      </h2>
      <p className="prose">{t('cookies.lead')}</p>
      <RecordList
        label={t('cookies.title')}
        rows={necessaryCookies.map(({ name, purpose, life }) => ({
          key: name,
          name: <code>{name}</code>,
          facts: [
            { label: t('cookies.purpose'), value: t(`cookies.${purpose}`) },
            { label: t('cookies.life'), value: t(`cookies.${life}`) },
          ],
        }))}
      />
    </section>
  );
}
