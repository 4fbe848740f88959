import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { ChangeForm } from '#components/workspace/change-form.tsx';
import { reachChoices } from '#components/workspace/reach-choices.ts';
import { ToldBooking } from '#components/workspace/told-booking.tsx';
import { instantOf } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { type BookingDetail, findBooking } from '#lib/workspace/booking-reads.ts';
import { purposeLimit, type Query, single } from '#lib/workspace/schema.ts';
import { timesToChoose } from '#lib/workspace/slots.ts';
import { change } from './actions.ts';

type Params = { locale: Locale; hub: string; org: string; booking: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, org: string, id: string) => {
  const scope = await enter(locale, hub, org);
  return orNotFound(() => findBooking(scope, id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, booking: id } = await params;
  const place = inLocale((await load(locale, hub, org, id)).place.name, locale);
  return { title: translator(locale, 'workspace')('change.title', { place }) };
}

export default async function ChangePage({ params, searchParams }: Props) {
  const { locale, hub, org, booking: id } = await params;
  const query = await searchParams;
  const booking = await load(locale, hub, org, id);
  const t = translator(locale, 'workspace');
  const base = `/${locale}/${hub}/${org}/bookings`;
  const place = inLocale(booking.place.name, locale);
  const asked = Object.entries(query).map(([name, value]) => [name, single(value)] as const);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: t('bookings.title') },
          { href: `${base}/${id}`, label: place },
        ]}
      />
      <PageHeader title={t('change.title', { place })} lead={t('change.lead')} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-2">
        <ChangeForm
          // A way out leads back here with other values.
          key={JSON.stringify(asked)}
          action={change.bind(null, { locale, hub, org, id })}
          labels={formLabels(locale)}
          words={wordsOfForm(locale)}
          initial={{ ...asItIs(booking), ...Object.fromEntries(asked) }}
          revision={booking.revision}
          places={booking.places
            .filter((one) => one.kind === booking.place.kind || one.id === single(query.placeId))
            .map((one) => ({ value: one.id, label: inLocale(one.name, locale) }))}
          times={timesToChoose(booking.house).map((time) => ({ value: time, label: time }))}
          purposeLimit={purposeLimit}
          reach={booking.seriesId ? reachChoices(locale) : null}
          daysCaption={t('series.days')}
          dayFree={t('series.free')}
        />
        <section aria-labelledby="now">
          <h2 className="ds-heading" data-size="xs" id="now">
            {t('change.now')}
          </h2>
          <ToldBooking locale={locale} booking={booking} />
        </section>
      </div>
      <p className="mt-8">
        <ButtonLink href={`${base}/${id}`} variant="secondary" tone="neutral">
          {t('change.keep')}
        </ButtonLink>
      </p>
    </>
  );
}

function asItIs({ place, startsAt, endsAt, zone, people, purpose }: BookingDetail) {
  const local = (at: Date) => instantOf(at).toZonedDateTimeISO(zone);
  const clock = (at: Date) => local(at).toPlainTime().toString({ smallestUnit: 'minute' });
  return {
    placeId: place.id,
    date: local(startsAt).toPlainDate().toString(),
    from: clock(startsAt),
    to: clock(endsAt),
    people: String(people),
    purpose,
    reach: 'ONE',
  };
}

function wordsOfForm(locale: Locale) {
  const t = translator(locale, 'workspace');
  return {
    place: t('change.place'),
    date: t('find.date'),
    from: t('find.from'),
    to: t('find.to'),
    people: t('confirm.people'),
    purpose: t('confirm.purpose'),
    submit: t('change.submit'),
    ways: t('confirm.alternatives'),
    noWays: t('confirm.noAlternatives'),
  };
}
