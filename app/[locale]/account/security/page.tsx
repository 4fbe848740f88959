import type { Metadata } from 'next';
import { Frame } from '#components/chrome/frame.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { findSecurity } from '#lib/platform/session/own.ts';
import { listProviders } from '#lib/platform/session/providers.ts';
import { Identities } from './own-identities.tsx';
import { Passkeys } from './own-passkeys.tsx';
import { Sessions } from './sessions.tsx';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ done?: string | string[] }>;
};
const deeds = ['ended', 'othersEnded', 'added', 'removed', 'connected', 'disconnected'];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'identity')('security.title') };
}

/** Where one is signed in, and with what. */
export default async function SecurityPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const scope = await enterOwn(locale);
  const security = await findSecurity(scope);
  const t = translator(locale, 'identity');
  const { done: told } = await searchParams;
  const done = deeds.find((each) => each === told);
  return (
    <Frame locale={locale} hub={null} items={[]} reader={scope.person.name}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `/${locale}/account`, label: translator(locale, 'people')('account.title') },
        ]}
      />
      <PageHeader title={t('security.title')} lead={t('security.lead')} />
      {done && <Notice tone="success">{t(`security.done.${done}`)}</Notice>}
      <Sessions locale={locale} sessions={security.sessions} />
      <Passkeys locale={locale} security={security} strong={scope.strong} />
      <Identities locale={locale} security={security} providers={await listProviders(null)} />
    </Frame>
  );
}
