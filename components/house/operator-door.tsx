import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** The way to the installation, for those who run it; a card among those of whom one acts for. */
export function OperatorDoor({ locale }: { locale: Locale }) {
  const t = translator(locale, 'house');
  return (
    <li className="panel card-link p-5">
      <h2 className="ds-heading m-0" data-size="xs">
        <a href={`/${locale}/operator`}>{t('operator.title')}</a>
      </h2>
      <p className="quiet m-0 mt-1">{translator(locale, 'permissions')('roles.operator')}</p>
    </li>
  );
}
