import type { Metadata } from 'next';
import type { ComponentProps } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { OwnGroups } from '#components/guided/own-groups.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { BookingList } from '#components/workspace/booking-list.tsx';
import { WaitingList } from '#components/workspace/waiting-list.tsx';
import { listOwnGroups } from '#lib/guided/groups.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { listBookings } from '#lib/workspace/booking-reads.ts';
import { isId, type Query, readPage, single } from '#lib/workspace/schema.ts';
import { listWaiting } from '#lib/workspace/waiting.ts';
import { leave, rejoin } from './waiting-actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { title: translator(locale, 'workspace')('bookings.title') };
}

export default async function BookingsPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const query = await searchParams;
  const past = single(query.show) === 'past';
  const scope = await enter(locale, hub, org);
  demand(scope, 'booking:list');
  const waits = past ? [] : await listWaiting(scope);
  const list = await listBookings(scope, { past, page: readPage(query.page) });
  const groups = scope.may('guided:book') ? await listOwnGroups(scope) : null;
  const t = translator(locale, 'workspace');
  const base = `/${locale}/${hub}/${org}`;
  const done = single(query.done);
  return (
    <>
      <WaitingDone
        locale={locale}
        done={done}
        email={scope.person.email}
        again={
          isId(single(query.wait))
            ? rejoin.bind(null, { locale, hub, org, id: single(query.wait) })
            : null
        }
      />
      <PageHeader
        title={t('bookings.title')}
        lead={t('bookings.lead', { organisation: scope.organisation.name })}
      >
        <ButtonLink href={`${base}/book`}>{t('bookings.book')}</ButtonLink>
        <ButtonLink href={`${base}/bookings/absence`} variant="secondary" tone="neutral">
          {t('bookings.away')}
        </ButtonLink>
        <ButtonLink href={`${base}/bookings/calendars`} variant="secondary" tone="neutral">
          {t('feeds.title')}
        </ButtonLink>
      </PageHeader>
      {(done === 'series' || done === 'absence') && (
        <Notice tone="success">{t(`bookings.done.${done}`)}</Notice>
      )}
      <nav className="ds-toggle-group mb-6" aria-label={t('bookings.tabs')}>
        {(['coming', 'past'] as const).map((name) => (
          <a
            key={name}
            className="ds-button"
            data-variant="tertiary"
            href={`${base}/bookings${name === 'past' ? '?show=past' : ''}`}
            aria-current={past === (name === 'past') ? 'true' : undefined}
          >
            {t(`bookings.${name}`)}
          </a>
        ))}
      </nav>
      {list.bookings.length > 0 ? (
        <BookingList locale={locale} base={base} bookings={list.bookings} />
      ) : (
        <Empty locale={locale} base={base} past={past} page={list.page} />
      )}
      <Pages locale={locale} base={base} past={past} page={list.page} more={list.more} />
      {groups && (
        <OwnGroups locale={locale} base={base} groups={past ? groups.past : groups.coming} />
      )}
      <WaitingList
        locale={locale}
        base={base}
        mayLeave={scope.may('booking:create')}
        waits={waits}
        leave={(id) => leave.bind(null, { locale, hub, org, id })}
      />
    </>
  );
}

type DoneProps = {
  locale: Locale;
  done: string;
  email: string;
  /** Takes leaving the line back. */
  again: ComponentProps<typeof ButtonForm>['action'] | null;
};

function WaitingDone({ locale, done, email, again }: DoneProps) {
  const t = translator(locale, 'hours');
  if (done !== 'joined' && done !== 'left' && done !== 'removed') return null;
  return (
    <>
      <Notice tone="success">{t(`waiting.${done}`, { email })}</Notice>
      {done === 'left' && again && (
        <ButtonForm action={again} labels={formLabels(locale)} variant="secondary">
          {t('waiting.again')}
        </ButtonForm>
      )}
    </>
  );
}

type ListProps = { locale: Locale; base: string; past: boolean; page: number };

function Empty({ locale, base, past, page }: ListProps) {
  const t = translator(locale, 'workspace');
  if (page > 1) return <EmptyState text={t('bookings.noneOnPage')} />;
  return (
    <EmptyState text={t(past ? 'bookings.nonePast' : 'bookings.none')}>
      {!past && (
        <ButtonLink href={`${base}/book`} variant="secondary">
          {t('bookings.book')}
        </ButtonLink>
      )}
    </EmptyState>
  );
}

/** Coming ones go on into the future, past ones into the past: the words follow the time. */
function Pages({ locale, base, past, page, more }: ListProps & { more: boolean }) {
  const t = translator(locale, 'workspace');
  if (page === 1 && !more) return null;
  const href = (to: number) => `${base}/bookings?${past ? 'show=past&' : ''}page=${to}`;
  const [back, on] = past ? ['later', 'earlier'] : ['earlier', 'later'];
  return (
    <nav className="mt-6 flex gap-3" aria-label={t('bookings.pages')}>
      {page > 1 && (
        <ButtonLink href={href(page - 1)} variant="secondary" tone="neutral">
          {t(`bookings.${back}`)}
        </ButtonLink>
      )}
      {more && (
        <ButtonLink href={href(page + 1)} variant="secondary" tone="neutral">
          {t(`bookings.${on}`)}
        </ButtonLink>
      )}
    </nav>
  );
}
