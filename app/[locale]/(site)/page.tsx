import type { Metadata } from 'next';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listHubs } from '#lib/organisations/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: { absolute: translator((await params).locale, 'site')('title') } };
}

/** Which hubs there are. */
export default async function StartPage({ params }: Props) {
  const { locale } = await params;
  const t = translator(locale, 'site');
  const hubs = await listHubs(await visit(null));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <h2 className="ds-heading" data-size="sm">
        {t('chooseHub')}
      </h2>
      <ul className="m-0 grid list-none gap-6 p-0 md:grid-cols-2">
        {hubs.map((hub) => (
          <li className="panel card-link" key={hub.slug}>
            <img
              className="aspect-[5/2] w-full object-cover"
              src={hub.picture}
              alt=""
              width={1200}
              height={480}
            />
            <div className="p-5">
              <h3 className="ds-heading m-0" data-size="xs">
                <a href={`/${locale}/${hub.slug}`}>{hub.name}</a>
              </h3>
              <p className="m-0 mt-2">{inLocale(hub.welcome, locale)}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
