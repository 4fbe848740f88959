'use client';

import { useParams } from 'next/navigation';
import { SiteHeader } from '#components/chrome/site-header.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { defaultLocale, isLocale, type Locale } from '#lib/platform/i18n/locales.ts';

type Words = Record<
  'title' | 'text' | 'home' | 'account' | 'skip' | 'menu' | 'nav' | 'signIn',
  string
>;

// Next prepares this page with every other one, so it is kept on the browser's side, where it costs
// a name; like the error page it carries its few words itself.
const words: Record<Locale, Words> = {
  sv: {
    title: 'Sidan finns inte',
    text: 'Adressen kan vara felskriven, eller så har sidan flyttat. Börja om från startsidan.',
    home: 'Till startsidan',
    account: 'Till Mina sidor',
    skip: 'Hoppa till innehållet',
    menu: 'Meny',
    nav: 'Huvudmeny',
    signIn: 'Logga in',
  },
  nb: {
    title: 'Siden finnes ikke',
    text: 'Adressen kan være feilskrevet, eller siden kan ha flyttet. Begynn på nytt fra startsiden.',
    home: 'Til startsiden',
    account: 'Til Mine sider',
    skip: 'Hopp til innholdet',
    menu: 'Meny',
    nav: 'Hovedmeny',
    signIn: 'Logg inn',
  },
  en: {
    title: 'There is no such page',
    text: 'The address may be misspelt, or the page may have moved. Start again from the front page.',
    home: 'To the front page',
    account: 'To My pages',
    skip: 'Skip to content',
    menu: 'Menu',
    nav: 'Main menu',
    signIn: 'Sign in',
  },
};

export default function NotFoundPage() {
  const { locale: first = '' } = useParams<{ locale: string }>();
  const locale = isLocale(first) ? first : defaultLocale;
  const t = words[locale];
  return (
    <>
      <title>{`${t.title} – Navet`}</title>
      <SiteHeader
        home={`/${locale}`}
        name="Navet"
        items={[]}
        labels={t}
        accountHref={`/${locale}/account?enter=1`}
      />
      <main id="content" className="wrap min-h-[60vh] pb-12" tabIndex={-1}>
        <PageHeader title={t.title} lead={t.text}>
          <a className="ds-button" data-variant="primary" href={`/${locale}`}>
            {t.home}
          </a>
          <a className="ds-button" data-variant="secondary" href={`/${locale}/account?enter=1`}>
            {t.account}
          </a>
        </PageHeader>
      </main>
    </>
  );
}
