import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { doorPath, nameDoor } from './doors.ts';

const most = 3;

/** For whom one acts, always in sight, and one click to act for another. */
export function ActingBar({ locale, scope }: { locale: Locale; scope: Scope }) {
  const t = translator(locale, 'people');
  const others = scope.otherDoors;
  const here = (hub: string) => Number(hub !== scope.hub.slug);
  const near = [...others].sort((a, b) => here(a.hub) - here(b.hub)).slice(0, most);
  const account = others.length > most ? t('account.more') : t('account.title');
  return (
    <div className="no-print mt-4 flex flex-wrap items-center gap-x-6 gap-y-1 rounded-lg bg-accent-surface-tinted px-4 py-2 text-base">
      <span>
        {t('account.signedInAs', { name: scope.person.name })} ·{' '}
        {t('account.actingFor', { organisation: scope.actingName })}
      </span>
      {near.map((door) => (
        <a
          key={doorPath(locale, door)}
          className="inline-flex min-h-8 items-center"
          href={doorPath(locale, door)}
        >
          {t('account.switchTo', { to: nameDoor(locale, door, scope.hub.slug) })}
        </a>
      ))}
      <a className="inline-flex min-h-8 items-center" href={`/${locale}/account`}>
        {account}
      </a>
    </div>
  );
}
