import type { ReactNode } from 'react';
import { Frame } from '#components/chrome/frame.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { publicNavigation } from '../chrome/hub-navigation.ts';

type Props = { locale: Locale; scope: Scope | null; title: string; children: ReactNode };

/** What is one's own at a hub, whomever one acts for there; says so where one acts for nobody. */
export function PersonalFrame({ locale, scope, title, children }: Props) {
  if (!scope) {
    return (
      <Frame locale={locale} hub={null} items={[]}>
        <PageHeader title={title} />
        <Notice>{translator(locale, 'following')('noDoor')}</Notice>
      </Frame>
    );
  }
  const items = scope.hub.live ? publicNavigation(locale, scope.hub.slug) : [];
  return (
    <Frame locale={locale} hub={scope.hub} items={items} reader={scope.person.name}>
      {children}
    </Frame>
  );
}
