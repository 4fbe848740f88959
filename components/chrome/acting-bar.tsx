import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** For whom one acts, always in sight, and the way to change it. */
export function ActingBar({ locale, scope }: { locale: Locale; scope: Scope }) {
  const t = translator(locale, 'people');
  return (
    <div className="no-print mt-4 flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg bg-accent-surface-tinted px-4 py-2 text-base">
      <span>
        {t('account.signedInAs', { name: scope.person.name })} ·{' '}
        {t('account.actingFor', { organisation: scope.actingName })}
      </span>
      <a className="inline-flex min-h-8 items-center" href={`/${locale}/account`}>
        {t('account.change')}
      </a>
    </div>
  );
}
