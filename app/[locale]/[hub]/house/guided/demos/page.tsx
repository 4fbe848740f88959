import type { Metadata } from 'next';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { listPresentations } from '#lib/guided/house.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };
type Row = Awaited<ReturnType<typeof listPresentations>>[number];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'guided')('house.presentations') };
}

/** What is shown now, and whether groups may ask to be shown it. */
export default async function PresentationsPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const rows = await orNotFound(() => listPresentations(scope));
  const t = translator(locale, 'guided');
  const base = `/${locale}/${hub}/house/guided`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('house.title') }]}
      />
      <PageHeader title={t('house.presentations')} lead={t('house.presentationsLead')} />
      <ul className="m-0 grid max-w-3xl list-none gap-3 p-0">
        {rows.map((row) => (
          <li
            className="panel flex flex-wrap items-center justify-between gap-3 px-5 py-3"
            key={row.id}
          >
            <span>
              <a className="font-semibold" href={`${base}/demos/${row.id}`}>
                {inLocale(row.title, locale)}
              </a>
              <span className="quiet block text-base">{row.owner.name}</span>
            </span>
            <State locale={locale} row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}

function State({ locale, row: { presentation } }: { locale: Locale; row: Row }) {
  const t = translator(locale, 'guided');
  if (!presentation) return <Tag>{t('house.notSet')}</Tag>;
  return (
    <Tag tone={presentation.open ? 'success' : 'neutral'}>
      {t(presentation.open ? 'house.openNow' : 'house.closedNow')}
    </Tag>
  );
}
