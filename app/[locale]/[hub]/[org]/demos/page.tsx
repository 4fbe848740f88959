import type { Metadata } from 'next';
import { DemoState } from '#components/showroom/demo-state.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { listOwnDemos } from '#lib/showroom/version-reads.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoPages')('title') };
}

/** What one's own organisation shows, or is writing. */
export default async function DemosPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'demo:draft');
  const demos = await listOwnDemos(scope);
  const t = translator(locale, 'demoPages');
  const base = `/${locale}/${hub}/${org}/demos`;
  return (
    <>
      <DoneIn locale={locale} part="demoPages" done={(await searchParams).done} />
      <PageHeader title={t('title')} lead={t('lead')}>
        <ButtonLink href={`${base}/new`}>{t('new')}</ButtonLink>
        <ButtonLink href={`${base}/signs`} variant="secondary">
          {t('signs')}
        </ButtonLink>
      </PageHeader>
      {demos.length === 0 && <EmptyState text={t('none')} />}
      <ul className="m-0 grid list-none gap-3 p-0">
        {demos.map((demo) => (
          <li className="panel card-link px-5 py-4" key={demo.id}>
            <a
              className="text-lg font-semibold after:absolute after:inset-0"
              href={`${base}/${demo.id}`}
            >
              {inLocale(demo.title, locale) || demo.publicId}
            </a>
            <DemoState locale={locale} zone={scope.hub.zone} demo={demo} />
          </li>
        ))}
      </ul>
    </>
  );
}
