import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { languageOptions } from '#components/chrome/language-field.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { VisitForm } from '#components/visits/visit-form.tsx';
import { VisitList } from '#components/visits/visit-list.tsx';
import { instantOf, today } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { listVisits, stateOf } from '#lib/visits/reads.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { findSites } from '#lib/workspace/reads.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { register, step } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'visits')('title') };
}

const deeds = ['registered', 'cancelled', 'in', 'out'];

/** The organisation's expected guests, and the form that announces one. */
export default async function VisitsPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const query = await searchParams;
  const scope = await enter(locale, hub, org);
  demand(scope, 'visit:register');
  const where = { locale, hub, org };
  const t = translator(locale, 'visits');
  const visits = await listVisits(scope);
  const booked = await bookedFor(scope, single(query.booking));
  const done = single(query.done);
  const sites = booked ? [] : await findSites(scope);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {deeds.includes(done) && <Notice tone="success">{t(`done.${done}`)}</Notice>}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-10 lg:grid-cols-[1fr_24rem]">
        <section aria-labelledby="expected">
          <h2 className="ds-heading" data-size="xs" id="expected">
            {t('expected')}
          </h2>
          {visits.length === 0 ? (
            <EmptyState text={t('none')} />
          ) : (
            <VisitList
              locale={locale}
              withDay
              visits={visits.map((visit) => ({ ...visit, state: stateOf(visit) }))}
              act={(id, what) => step.bind(null, where, id, what)}
            />
          )}
        </section>
        <section aria-labelledby="register">
          <h2 className="ds-heading" data-size="xs" id="register">
            {t('register')}
          </h2>
          {booked && <p>{t('booking', { place: inLocale(booked.place, locale) })}</p>}
          <VisitForm
            key={done}
            action={register.bind(null, where)}
            labels={formLabels(locale)}
            initial={booked?.initial ?? { date: today(scope.hub.zone).toString() }}
            sites={sites.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
            words={wordsOfForm(locale)}
            languages={[{ value: '', label: t('hubLanguage') }, ...languageOptions()]}
          />
        </section>
      </div>
    </>
  );
}

/** The times of the booking that guests come for. */
async function bookedFor(scope: Scope, id: string) {
  if (id === '') return null;
  const { place, startsAt, endsAt, zone } = await orNotFound(() => findBooking(scope, id));
  const local = (at: Date) => instantOf(at).toZonedDateTimeISO(zone);
  const clock = (at: Date) => local(at).toPlainTime().toString({ smallestUnit: 'minute' });
  const date = local(startsAt).toPlainDate().toString();
  return {
    place: place.name,
    initial: { bookingId: id, date, from: clock(startsAt), to: clock(endsAt) },
  };
}

function wordsOfForm(locale: Locale) {
  const t = translator(locale, 'visits');
  return {
    guest: t('guest'),
    company: t('company'),
    email: t('email'),
    emailHint: t('emailHint'),
    note: t('note'),
    noteHint: t('noteHint'),
    greeting: t('greeting'),
    greetingHint: t('greetingHint'),
    locale: t('locale'),
    outside: t('outside'),
    date: t('date'),
    from: t('from'),
    to: t('to'),
    site: t('site'),
    submit: t('submit'),
  };
}
