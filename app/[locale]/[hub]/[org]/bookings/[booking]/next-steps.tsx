import { formLabels } from '#components/chrome/form-labels.ts';
import { moneyOf } from '#components/prices/money.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { timeOfDay } from '#components/workspace/describe.ts';
import { HoldForm } from '#components/workspace/hold-form.tsx';
import { RestoreForm } from '#components/workspace/restore-form.tsx';
import { termsWords } from '#components/workspace/terms-words.ts';
import { TextForm } from '#components/workspace/text-form.tsx';
import { now } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { BookingDetail } from '#lib/workspace/booking-reads.ts';
import { refusalToMove } from '#lib/workspace/moves.ts';
import { answer, confirm, type Step, take } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string };
type Props = { where: Where; booking: BookingDetail };

/** What can be done with a booking now, the most urgent first. */
export function NextSteps({ where, booking }: Props) {
  const t = translator(where.locale, 'workspace');
  const base = `/${where.locale}/${where.hub}/${where.org}`;
  const { id, status, notCancellable, place } = booking;
  const stands = status === 'PENDING' || status === 'CONFIRMED' || status === 'CHECKED_IN';
  const changeable = (status === 'PENDING' || status === 'CONFIRMED') && !begun(booking);
  return (
    <>
      <Hold where={where} booking={booking} />
      <Answer where={where} booking={booking} />
      <Undo where={where} booking={booking} />
      <Presence where={where} booking={booking} />
      <div className="my-8 flex flex-wrap gap-3">
        {stands && (
          <ButtonLink href={`${base}/bookings/${id}/calendar.ics`} download>
            {t('booking.calendar')}
          </ButtonLink>
        )}
        {changeable && (
          <ButtonLink href={`${base}/bookings/${id}/change`} variant="secondary">
            {t('booking.change')}
          </ButtonLink>
        )}
        {stands && !isOver(booking) && (
          <ButtonLink href={`${base}/visits?booking=${id}`} variant="secondary">
            {translator(where.locale, 'visits')('register')}
          </ButtonLink>
        )}
        {notCancellable === null && status !== 'HELD' && (
          <ButtonLink href={`${base}/bookings/${id}/cancel`} variant="secondary" tone="danger">
            {t('booking.cancel')}
          </ButtonLink>
        )}
        <ButtonLink href={stands ? `${base}/book` : `${base}/book/${place.id}`} variant="secondary">
          {t(stands ? 'booking.another' : 'booking.same')}
        </ButtonLink>
        <ButtonLink href={`${base}/bookings/${id}/history`} variant="tertiary">
          {t('history.title')}
        </ButtonLink>
        <ButtonLink href={`${base}/bookings`} variant="tertiary">
          {t('booking.back')}
        </ButtonLink>
      </div>
    </>
  );
}

function isOver({ endsAt }: BookingDetail): boolean {
  return endsAt.getTime() <= now().epochMilliseconds;
}

function begun({ startsAt }: BookingDetail): boolean {
  return startsAt.getTime() <= now().epochMilliseconds;
}

function Press({ where, booking, step, plain }: Props & { step: Step; plain?: boolean }) {
  const t = translator(where.locale, 'workspace');
  return (
    <ButtonForm
      action={take.bind(null, { ...where, id: booking.id }, step)}
      labels={formLabels(where.locale)}
      variant={plain ? 'secondary' : 'primary'}
    >
      {t(`booking.steps.${step}`)}
    </ButtonForm>
  );
}

/** Held until when; book it, keep it longer, or let it go. */
function Hold({ where, booking }: Props) {
  const { heldUntil, held, zone, country } = booking;
  const t = translator(where.locale, 'workspace');
  if (!held || !heldUntil) return null;
  const over = heldUntil.getTime() <= now().epochMilliseconds;
  if (over) return <Notice tone="warning">{t('refusals.holdExpired')}</Notice>;
  const time = formatter(where.locale, zone).dateTime(heldUntil, timeOfDay);
  return (
    <section className="panel mt-6 p-5" aria-labelledby="held">
      <h2 className="ds-heading" data-size="xs" id="held">
        {t('booking.heldUntil', { time })}
      </h2>
      {booking.offered && <p>{translator(where.locale, 'hours')('refusals.offerEnds')}</p>}
      {booking.together.length > 0 && (
        <p>
          {translator(where.locale, 'prices')('quote.heldTogether', {
            net: moneyOf(where.locale, country, held.netOre),
          })}
        </p>
      )}
      <HoldForm
        action={confirm.bind(null, { ...where, id: booking.id })}
        labels={formLabels(where.locale)}
        agreedOre={held.netOre}
        terms={termsWords(where.locale, booking.organisation.name, held.terms)}
        submit={t('booking.steps.confirmed')}
      />
      <div className="mt-4 flex flex-wrap gap-3">
        {!booking.offered && <Press where={where} booking={booking} step="extended" plain />}
        <Press where={where} booking={booking} step="released" plain />
      </div>
    </section>
  );
}

/** Taking a cancellation back, while its time has not begun. */
function Undo({ where, booking }: Props) {
  if (booking.status !== 'CANCELLED' || begun(booking)) return null;
  const t = translator(where.locale, 'workspace');
  return (
    <div className="mt-6">
      <RestoreForm
        action={take.bind(null, { ...where, id: booking.id }, 'restored')}
        labels={formLabels(where.locale)}
        words={{
          submit: t('booking.steps.restored'),
          ways: t('confirm.alternatives'),
          noWays: t('confirm.noAlternatives'),
        }}
      />
    </div>
  );
}

/** A question of the house that nobody has answered yet. */
function Answer({ where, booking }: Props) {
  const t = translator(where.locale, 'workspace');
  const asked = booking.remarks.at(-1)?.kind === 'ASKED' && booking.status === 'PENDING';
  if (booking.status === 'PENDING' && !asked) return <Notice>{t('booking.pending')}</Notice>;
  if (!asked) return null;
  return (
    <div className="mt-6 max-w-3xl">
      <TextForm
        action={answer.bind(null, { ...where, id: booking.id })}
        labels={formLabels(where.locale)}
        name="text"
        words={{ label: t('booking.answer'), submit: t('booking.sendAnswer') }}
        required
      />
    </div>
  );
}

/** Coming and leaving, where the kind of place asks for it or the time is now. */
function Presence({ where, booking }: Props) {
  const t = translator(where.locale, 'workspace');
  const rule = booking.rules[booking.place.kind];
  const mayEnter = refusalToMove(booking, 'CHECKED_IN', now(), rule) === null;
  const under = booking.endsAt.getTime() > now().epochMilliseconds && begun(booking);
  if (booking.status === 'CHECKED_IN' && under && !booking.leftAt) {
    return (
      <div className="mt-6">
        <p>{t('booking.hereHint')}</p>
        <Press where={where} booking={booking} step="left" plain />
      </div>
    );
  }
  if (booking.status !== 'CONFIRMED' || !mayEnter) return null;
  return (
    <div className="mt-6">
      {rule.checkIn && <p>{t('booking.checkInHint', { minutes: rule.checkInGrace })}</p>}
      <Press where={where} booking={booking} step="here" />
    </div>
  );
}
