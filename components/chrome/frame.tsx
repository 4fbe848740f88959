import type { ReactNode } from 'react';
import { settings } from '#lib/platform/env.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { HubFacts } from '#lib/platform/scope.ts';
import { themeAddress } from '#lib/platform/theme.ts';
import { SiteFooter } from './site-footer.tsx';
import { type NavItem, SiteHeader } from './site-header.tsx';

type Props = {
  locale: Locale;
  hub: HubFacts | null;
  items: NavItem[];
  /** Who is signed in, where the page knows. */
  reader?: string;
  children: ReactNode;
};

/** What surrounds every page: the hub's colours, header, content, footer. */
export function Frame({ locale, hub, items, reader, children }: Props) {
  const t = translator(locale, 'site');
  const open = hub?.live ? hub : null;
  const home = open
    ? `/${locale}/${open.slug}`
    : `/${locale}${hub ? `/account?hub=${hub.slug}` : ''}`;
  const about = open ? home : `/${locale}`;
  const labels = {
    skip: t('skip'),
    menu: t('menu'),
    nav: t('mainNavigation'),
    signIn: t('signIn'),
  };
  const accountHref = `/${locale}/account?${hub ? `hub=${hub.slug}` : 'enter=1'}`;
  return (
    <>
      {hub && (
        <link rel="stylesheet" href={themeAddress(hub.accent, hub.support)} precedence="high" />
      )}
      <SiteHeader
        home={home}
        name={hub?.name ?? t('product')}
        items={items}
        labels={labels}
        accountHref={accountHref}
        reader={reader}
      />
      <main id="content" className="wrap min-h-[60vh] pb-12" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter
        locale={locale}
        languageLabel={t('language')}
        links={[
          { href: `/${locale}`, label: t('product') },
          { href: `${about}/accessibility`, label: t('about.accessibility') },
          { href: `${about}/privacy`, label: t('about.privacy') },
        ]}
        notes={settings().mode === 'demo' ? [t('footer.demo')] : []}
      />
    </>
  );
}
