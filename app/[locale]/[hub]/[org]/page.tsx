import type { Metadata } from 'next';
import { AllPages } from '#components/chrome/all-pages.tsx';
import { actingNavigation } from '#components/chrome/hub-navigation.ts';
import { WhileWaiting } from '#components/organisations/while-waiting.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { comingGroups } from '#lib/guided/groups.ts';
import { listToSign } from '#lib/leases/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { ownProjects } from '#lib/projects/reads.ts';
import { findOverview } from '#lib/proposals/reads.ts';
import { listBookings } from '#lib/workspace/booking-reads.ts';
import { Bookings, Newest, Projects, Proposals } from './overview-parts.tsx';
import { Waiting } from './waiting.tsx';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org } = await params;
  return { title: (await enter(locale, hub, org)).organisation.name };
}

export default async function OverviewPage({ params }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  if (scope.waiting) return <WhileWaiting locale={locale} scope={scope} />;
  const overview = await orNotFound(() =>
    findOverview(
      scope,
      (db, hubId) => ownProjects(db, hubId, scope.organisation.id),
      (db) => comingGroups(db, scope),
    ),
  );
  const { bookings } = scope.may('booking:list') ? await listBookings(scope) : { bookings: [] };
  const toSign = scope.may('lease:sign') ? await listToSign(scope) : [];
  const t = translator(locale, 'innovation');
  const place = { locale, zone: scope.hub.zone, base: `/${locale}/${hub}/${org}` };
  return (
    <>
      <PageHeader
        title={scope.organisation.name}
        lead={t('overview.lead', { hub: scope.hub.name })}
      >
        <ButtonLink href={`${place.base}/book`}>{t('overview.book')}</ButtonLink>
        {scope.may('proposal:draft') && (
          <ButtonLink href={`${place.base}/proposals/new`} variant="secondary">
            {t('overview.propose')}
          </ButtonLink>
        )}
      </PageHeader>
      <Waiting {...place} overview={overview} toSign={toSign} />
      <div className="mt-8 grid gap-x-10 gap-y-8 md:grid-cols-2">
        {scope.may('booking:list') && (
          <Bookings {...place} bookings={bookings.slice(0, 3)} groups={overview.groups} />
        )}
        {scope.may('proposal:draft') && <Proposals {...place} proposals={overview.proposals} />}
        <Projects {...place} projects={overview.projects} />
        <Newest {...place} newest={overview.newest} />
      </div>
      <AllPages
        heading={translator(locale, 'people')('overview.links.all')}
        items={actingNavigation(locale, scope)}
      />
    </>
  );
}
