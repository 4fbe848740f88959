import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

const rights = ['read', 'takeOut', 'correct', 'erase', 'object', 'complain'] as const;

/** What anyone can ask for about their own data, and how. */
export function OwnRights({ locale }: { locale: Locale }) {
  const t = translator(locale, 'rights');
  return (
    <section aria-labelledby="rights" className="mt-10">
      <h2 className="ds-heading" data-size="sm" id="rights">
        {t('yours.title')}
      </h2>
      <div className="prose">
        <p>{t('yours.lead')}</p>
        <ul className="ds-list">
          {rights.map((right) => (
            <li key={right}>{t(`yours.${right}`)}</li>
          ))}
        </ul>
        <p>
          <a href={`/${locale}/account/data`}>{t('mine.title')}</a>
        </p>
      </div>
    </section>
  );
}
