import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { faultMark } from '#lib/platform/web/trouble.ts';

type Props = { params: Promise<{ locale: Locale; kind: string }> };

const told = ['refused', 'hasty', 'away', 'busy'] as const;

function wordsOf(locale: Locale, kind: string) {
  const t = translator(locale, 'site');
  if (kind === 'broken')
    return { title: t('broken.title'), text: t('broken.text', { id: faultMark }) };
  const known = told.find((each) => each === kind) ?? 'notFound';
  return { title: t(`${known}.title`), text: t(`${known}.text`) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, kind } = await params;
  return { title: wordsOf(locale, kind).title, robots: 'noindex' };
}

/** What the web server sends instead of a page that is missing or broken; whole, also without script. */
export default async function TroublePage({ params }: Props) {
  const { locale, kind } = await params;
  const { title, text } = wordsOf(locale, kind);
  const t = translator(locale, 'site');
  return (
    <PageHeader title={title} lead={text}>
      <ButtonLink href={`/${locale}`}>{t('notFound.home')}</ButtonLink>
      <ButtonLink href={`/${locale}/account?enter=1`} variant="secondary">
        {t('notFound.account')}
      </ButtonLink>
    </PageHeader>
  );
}
