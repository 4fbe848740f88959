import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { AnswerForm } from '#components/workspace/answer-form.tsx';
import { dayOf } from '#components/workspace/describe.ts';
import { RemarkThread } from '#components/workspace/remark-thread.tsx';
import { TextForm } from '#components/workspace/text-form.tsx';
import { ToldBooking } from '#components/workspace/told-booking.tsx';
import { now } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { type BookingDetail, findBooking } from '#lib/workspace/booking-reads.ts';
import { refusalToMove } from '#lib/workspace/moves.ts';
import { slotOf } from '#lib/workspace/rules.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { cancel, decide, letIn } from '../actions.ts';

type Params = { locale: Locale; hub: string; booking: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, id: string) => {
  const scope = await enterHouseOf(locale, hub);
  return orNotFound(() => findBooking(scope, id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, booking: id } = await params;
  return { title: inLocale((await load(locale, hub, id)).place.name, locale) };
}

// What was done, and how the booking stands since.
const after: Record<string, string> = {
  booked: 'CONFIRMED',
  approve: 'CONFIRMED',
  decline: 'DECLINED',
  ask: 'PENDING',
  cancel: 'CANCELLED',
  here: 'CHECKED_IN',
};

/** One booking for the house: answer it, let whoever comes in, or cancel with a reason. */
export default async function HouseBookingPage({ params, searchParams }: Props) {
  const { locale, hub, booking: id } = await params;
  const booking = await load(locale, hub, id);
  const t = translator(locale, 'workspace');
  const done = single((await searchParams).done);
  const place = inLocale(booking.place.name, locale);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[above({ locale, hub }, booking)]}
      />
      <PageHeader title={place} lead={booking.organisation.name} />
      {after[done] === booking.status && <Notice tone="success">{t(`answer.done.${done}`)}</Notice>}
      <ToldBooking locale={locale} booking={booking} />
      <RemarkThread locale={locale} zone={booking.zone} remarks={booking.remarks} />
      <Deeds where={{ locale, hub }} booking={booking} />
      <p className="mt-8 mb-0">
        <a href={`/${locale}/${hub}/house/bookings/${id}/history`}>{t('history.title')}</a>
      </p>
    </>
  );
}

/** What waits for an answer is among those; anything else on its day. */
function above({ locale, hub }: DeedsProps['where'], booking: BookingDetail) {
  const t = translator(locale, 'workspace');
  const house = `/${locale}/${hub}/house`;
  if (booking.status === 'PENDING') return { href: `${house}/bookings`, label: t('answer.title') };
  const { date } = slotOf(booking, booking.zone);
  const label = t('today.titleOther', { date: dayOf(locale, date) });
  return { href: `${house}/today?date=${date}`, label };
}

type DeedsProps = { where: { locale: Locale; hub: string }; booking: BookingDetail };

function Deeds({ where, booking }: DeedsProps) {
  const { locale } = where;
  const t = translator(locale, 'workspace');
  const labels = formLabels(locale);
  const which = { ...where, id: booking.id };
  const rule = booking.rules[booking.place.kind];
  const may = (to: 'CHECKED_IN' | 'CANCELLED') =>
    refusalToMove(booking, to, now(), rule) === null && booking.status !== 'HELD';
  return (
    <div className="mt-8 grid max-w-3xl gap-10">
      <AnswerForm
        action={decide.bind(null, which)}
        labels={labels}
        closed={booking.status !== 'PENDING'}
        words={{
          heading: t('answer.heading'),
          answer: t('answer.answer'),
          options: (['approve', 'decline', 'ask'] as const).map((value) => ({
            value,
            label: t(`answer.${value}`),
            hint: t(`answer.${value}Hint`),
          })),
          text: t('answer.text'),
          textHint: t('answer.textHint'),
          submit: t('answer.submit'),
        }}
      />
      {may('CHECKED_IN') && (
        <ButtonForm action={letIn.bind(null, which)} labels={labels}>
          {t('answer.letIn')}
        </ButtonForm>
      )}
      {may('CANCELLED') && (
        <TextForm
          action={cancel.bind(null, which)}
          labels={labels}
          name="reason"
          tone="danger"
          required
          fold={t('answer.cancel')}
          words={{
            label: t('answer.reason'),
            hint: t('answer.reasonHint'),
            submit: t('answer.cancelSubmit'),
          }}
        />
      )}
    </div>
  );
}
