import type { Metadata } from 'next';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listHubs } from '#lib/organisations/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'site')('about.accessibility') };
}

/** Each hub answers for itself; from here one finds what each says. */
export default async function AccessibilityPage({ params }: Props) {
  const { locale } = await params;
  const t = translator(locale, 'site');
  const said = translator(locale, 'house');
  const hubs = await listHubs(await visit(null));
  return (
    <>
      <PageHeader title={t('about.accessibility')} />
      <p className="prose">{t('about.accessibilityText')}</p>
      <ul className="m-0 list-none p-0">
        {hubs.map(({ slug, name }) => (
          <li key={slug}>
            <a
              className="inline-flex min-h-8 items-center"
              href={`/${locale}/${slug}/accessibility`}
            >
              {said('statement.title', { hub: name })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
