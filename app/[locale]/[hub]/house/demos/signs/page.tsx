import type { Metadata } from 'next';
import { DemoSigns } from '#components/showroom/demo-signs.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enterHouseOf } from '#lib/platform/session/entry.ts';
import { listShownDemos } from '#lib/showroom/version-reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoPages')('signs') };
}

/** Signs of all that the showroom shows, to print. */
export default async function DemoSignsPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  demand(scope, 'demo:review');
  const demos = (await listShownDemos(scope)).map((one) => ({ ...one, owner: one.owner.name }));
  const t = translator(locale, 'demoPages');
  return (
    <>
      <div className="no-print">
        <Breadcrumbs
          label={translator(locale, 'site')('breadcrumb')}
          crumbs={[{ href: `/${locale}/${hub}/house/demos`, label: t('reviewTitle') }]}
        />
        <PageHeader title={t('signs')} lead={t('signsLead')} />
      </div>
      <DemoSigns locale={locale} hub={scope.hub.name} demos={demos} />
    </>
  );
}
