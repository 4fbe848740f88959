import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** The way back to the hub's settings. */
export function SettingsCrumbs({ locale, hub }: { locale: Locale; hub: string }) {
  return (
    <Breadcrumbs
      label={translator(locale, 'site')('breadcrumb')}
      crumbs={[
        {
          href: `/${locale}/${hub}/house/settings`,
          label: translator(locale, 'house')('settings.back'),
        },
      ]}
    />
  );
}
