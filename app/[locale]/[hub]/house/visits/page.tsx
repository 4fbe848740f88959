import type { Metadata } from 'next';
import { Temporal } from 'temporal-polyfill';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { VisitList } from '#components/visits/visit-list.tsx';
import { dayOf } from '#components/workspace/describe.ts';
import { today } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enterHouseOf } from '#lib/platform/session/entry.ts';
import { listVisits, stateOf } from '#lib/visits/reads.ts';
import { type Query, readDate, single } from '#lib/workspace/schema.ts';
import { step } from './actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'visits')('houseTitle') };
}

/** Everyone who is expected in the house on a day. */
export default async function HouseVisitsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const query = await searchParams;
  const scope = await enterHouseOf(locale, hub);
  demand(scope, 'visit:receive');
  const date = readDate(query.date) ?? today(scope.hub.zone).toString();
  const visits = await listVisits(scope, date);
  const t = translator(locale, 'visits');
  const days = translator(locale, 'workspace');
  const day = Temporal.PlainDate.from(date);
  const done = single(query.done);
  const base = `/${locale}/${hub}/house/visits`;
  return (
    <>
      <PageHeader
        title={t('houseTitle')}
        lead={t('houseLead', { count: visits.length, date: dayOf(locale, date) })}
      >
        <ButtonLink href={`/${locale}/${hub}/workspace/arrive`} variant="secondary">
          {t('arrive.open')}
        </ButtonLink>
      </PageHeader>
      {['in', 'out', 'cancelled'].includes(done) && (
        <Notice tone="success">{t(`done.${done}`)}</Notice>
      )}
      <nav className="mb-6 flex flex-wrap gap-3" aria-label={days('today.days')}>
        <ButtonLink
          href={`${base}?date=${day.subtract({ days: 1 })}`}
          variant="secondary"
          tone="neutral"
          size="sm"
        >
          {days('today.previous')}
        </ButtonLink>
        <ButtonLink
          href={`${base}?date=${day.add({ days: 1 })}`}
          variant="secondary"
          tone="neutral"
          size="sm"
        >
          {days('today.next')}
        </ButtonLink>
      </nav>
      {visits.length === 0 ? (
        <EmptyState text={t('none')} />
      ) : (
        <VisitList
          locale={locale}
          withDay={false}
          visits={visits.map((visit) => ({ ...visit, state: stateOf(visit) }))}
          act={(id, what) => step.bind(null, { locale, hub, date }, id, what)}
        />
      )}
    </>
  );
}
