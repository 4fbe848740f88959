import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { AgreedField } from '#components/prices/agreed-field.tsx';
import { moneyOf } from '#components/prices/money.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { momentWords } from '#components/workspace/hours-words.ts';
import { reachChoices } from '#components/workspace/reach-choices.ts';
import { ToldBooking } from '#components/workspace/told-booking.tsx';
import { sentence } from '#lib/platform/action.ts';
import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { type BookingDetail, findBooking } from '#lib/workspace/booking-reads.ts';
import { freeUntil, lateFeeOf } from '#lib/workspace/fees.ts';
import { type Query, type Reach, reaches, single } from '#lib/workspace/schema.ts';
import { cancel } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string; booking: string }>;
  searchParams: Promise<Query>;
};

const load = cache(async (locale: Locale, hub: string, org: string, id: string) => {
  const scope = await enter(locale, hub, org);
  return orNotFound(() => findBooking(scope, id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, booking: id } = await params;
  const place = inLocale((await load(locale, hub, org, id)).place.name, locale);
  return { title: translator(locale, 'workspace')('cancel.title', { place }) };
}

export default async function CancelPage({ params, searchParams }: Props) {
  const { locale, hub, org, booking: id } = await params;
  const booking = await load(locale, hub, org, id);
  const t = translator(locale, 'workspace');
  const base = `/${locale}/${hub}/${org}/bookings`;
  const place = inLocale(booking.place.name, locale);
  const refused = booking.notCancellable;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: t('bookings.title') },
          { href: `${base}/${id}`, label: place },
        ]}
      />
      {refused ? (
        <PageHeader title={t('cancel.title', { place })} />
      ) : (
        <PageHeader title={t('cancel.title', { place })} lead={t('cancel.lead')} />
      )}
      {refused && <Notice tone="warning">{sentence(locale, refused)}</Notice>}
      <ToldBooking locale={locale} booking={booking} />
      {!refused && <Fee locale={locale} booking={booking} />}
      <div className="mt-8 flex flex-wrap items-start gap-3">
        {!refused && (
          <ActionForm
            action={cancel.bind(null, { locale, hub, org, id })}
            labels={formLabels(locale)}
            initial={{ reach: reachOf(await searchParams) }}
          >
            {booking.seriesId && <Choices name="reach" type="radio" {...reachChoices(locale)} />}
            <AgreedField ore={booking.lateFeeOre} />
            <SubmitButton tone="danger">{t('cancel.submit')}</SubmitButton>
          </ActionForm>
        )}
        <ButtonLink href={`${base}/${id}`} variant="secondary" tone="neutral">
          {t(refused ? 'cancel.back' : 'cancel.keep')}
        </ButtonLink>
      </div>
    </>
  );
}

/** How far it reaches, as the address says. */
function reachOf(query: Query): Reach {
  return reaches.find((reach) => reach === single(query.reach)) ?? 'ONE';
}

function feeNow(booking: BookingDetail): number | null {
  return lateFeeOf(booking, booking.rules[booking.place.kind], now());
}

/** What cancelling costs now, and from when it does, before it is done. */
function Fee({ locale, booking }: { locale: Locale; booking: BookingDetail }) {
  const rule = booking.rules[booking.place.kind];
  const free = freeUntil(instantOf(booking.startsAt), rule);
  if (free === null || booking.status !== 'CONFIRMED') return null;
  const until = momentWords(locale, dateOf(free), booking.zone);
  const late = feeNow(booking) !== null;
  const amount = moneyOf(locale, booking.country, booking.lateFeeOre);
  return (
    <Notice tone={late ? 'warning' : 'info'}>
      {translator(locale, 'hours')(late ? 'fee.late' : 'fee.freeNow', {
        until,
        percent: rule.lateFeePercent,
      })}{' '}
      {booking.lateFeeOre > 0 && translator(locale, 'prices')('quote.feeNow', { fee: amount })}
    </Notice>
  );
}
