import type { Metadata } from 'next';
import { whenText } from '#components/guided/times.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Table } from '#components/ui/table.tsx';
import { groupName } from '#lib/guided/groups.ts';
import { listPastSessions, type MonthOfVisits } from '#lib/guided/past.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { type Query, readPage } from '#lib/workspace/schema.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };
type Past = Awaited<ReturnType<typeof listPastSessions>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'guided')('pastVisits.title') };
}

/** The visits that have been: figures by month, then each with how many came. */
export default async function PastVisitsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const asked = readPage((await searchParams).page);
  const { sessions, months, page, more } = await orNotFound(() => listPastSessions(scope, asked));
  const t = translator(locale, 'guided');
  const base = `/${locale}/${hub}/house/guided`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('house.title') }]}
      />
      <PageHeader title={t('pastVisits.title')} lead={t('pastVisits.lead')} />
      {months.length > 0 && <Months locale={locale} months={months} />}
      {sessions.length === 0 && <EmptyState text={t('pastVisits.none')} />}
      <Sessions locale={locale} base={base} sessions={sessions} />
      <nav className="mt-6 flex gap-3" aria-label={t('pastVisits.title')}>
        {page > 1 && (
          <ButtonLink href={`${base}/past?page=${page - 1}`} variant="secondary">
            {t('pastVisits.later')}
          </ButtonLink>
        )}
        {more && (
          <ButtonLink href={`${base}/past?page=${page + 1}`} variant="secondary">
            {t('pastVisits.earlier')}
          </ButtonLink>
        )}
      </nav>
    </>
  );
}

function Months({ locale, months }: { locale: Locale; months: readonly MonthOfVisits[] }) {
  const t = translator(locale, 'guided');
  const format = formatter(locale, 'UTC');
  const columns = ['groups', 'booked', 'came', 'noShows', 'unticked'] as const;
  return (
    <div className="mb-8 max-w-3xl">
      <Table
        caption={t('pastVisits.months')}
        figures={[1, 2, 3, 4, 5]}
        head={[t('pastVisits.month'), ...columns.map((each) => t(`pastVisits.${each}`))]}
        rows={months.map((row) => ({
          key: row.month,
          cells: [
            format.dateTime(new Date(`${row.month}-01T00:00:00Z`), {
              ...{ month: 'long', year: 'numeric' },
            }),
            ...columns.map((each) => String(row[each])),
          ],
        }))}
      />
    </div>
  );
}

type SessionsProps = { locale: Locale; base: string; sessions: Past['sessions'] };

function Sessions({ locale, base, sessions }: SessionsProps) {
  const t = translator(locale, 'guided');
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {sessions.map(({ id, demo, place, startsAt, endsAt, groups }) => (
        <li className="panel px-5 py-4" key={id}>
          <a className="font-semibold" href={`${base}/${id}`}>
            {whenText(locale, place.site.zone, startsAt, endsAt)}
          </a>
          <span className="block">
            {inLocale(demo.title, locale)}, {demo.owner.name}
          </span>
          {groups.map((group) => (
            <span className="quiet block text-base" key={group.id}>
              {groupName(group)}:{' '}
              {group.came === null
                ? t('pastVisits.notTicked', { size: group.size })
                : t('pastVisits.cameOf', { came: group.came, size: group.size })}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
