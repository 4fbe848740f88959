import type { Metadata } from 'next';
import { ControllerList } from '#components/rights/controller-list.tsx';
import { CookieList } from '#components/rights/cookie-list.tsx';
import { OwnRights } from '#components/rights/own-rights.tsx';
import { ProcessingRegister } from '#components/rights/processing-register.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { listControllers } from '#lib/rights/controllers.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'site')('about.privacy') };
}

/** Who answers for what is kept, one's rights, what is kept and why, and every cookie. */
export default async function PrivacyPage({ params }: Props) {
  const { locale } = await params;
  const t = translator(locale, 'site');
  const controllers = await listControllers(await visit(null));
  return (
    <>
      <PageHeader title={t('about.privacy')} lead={t('about.privacyText')} />
      <ControllerList locale={locale} all={controllers} />
      <OwnRights locale={locale} />
      <ProcessingRegister locale={locale} />
      <CookieList locale={locale} />
    </>
  );
}
