import type { Metadata } from 'next';
import { DemoSigns } from '#components/showroom/demo-signs.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { listOwnDemos } from '#lib/showroom/version-reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoPages')('signs') };
}

/** Signs of what one's own organisation shows, to print. */
export default async function OwnSignsPage({ params }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'demo:draft');
  const owner = scope.organisation.name;
  const demos = (await listOwnDemos(scope))
    .filter(({ status }) => status === 'PUBLISHED')
    .map(({ publicId, title }) => ({ publicId, title, owner }));
  const t = translator(locale, 'demoPages');
  return (
    <>
      <div className="no-print">
        <Breadcrumbs
          label={translator(locale, 'site')('breadcrumb')}
          crumbs={[{ href: `/${locale}/${hub}/${org}/demos`, label: t('title') }]}
        />
        <PageHeader title={t('signs')} lead={t('signsLead')} />
      </div>
      <DemoSigns locale={locale} hub={scope.hub.name} demos={demos} />
    </>
  );
}
