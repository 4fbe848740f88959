import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { withWish } from '#components/workspace/addresses.ts';
import { sentence } from '#lib/platform/action.ts';
import { dateOf } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { lastsOn } from '#lib/signs/opening.ts';
import { clockAt, findHere, type Here } from '#lib/signs/scanning.ts';
import type { Query } from '#lib/workspace/schema.ts';
import { arrive } from './actions.ts';

type Params = { locale: Locale; hub: string; org: string; place: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, org: string, place: string) => {
  const scope = await enter(locale, hub, org);
  return { scope, here: await orNotFound(() => findHere(scope, place)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, place } = await params;
  return { title: inLocale((await load(locale, hub, org, place)).here.place.name, locale) };
}

/** Where a scanned sign leads: one's booking here, or what can be had instead, with one button. */
export default async function HerePage({ params, searchParams }: Props) {
  const { locale, hub, org, place } = await params;
  const { scope, here } = await load(locale, hub, org, place);
  const t = translator(locale, 'signs');
  const base = `/${locale}/${hub}/${org}`;
  return (
    <div className="max-w-xl">
      <PageHeader title={inLocale(here.place.name, locale)} lead={standing(locale, here)} />
      <DoneIn locale={locale} part="signs" done={(await searchParams).done} />
      {here.own ? (
        <Own where={{ locale, hub, org, place }} here={here} own={here.own} />
      ) : here.elsewhere ? (
        <Elsewhere locale={locale} base={base} here={here} other={here.elsewhere} />
      ) : (
        <p className="flex flex-wrap gap-3">
          {here.slot && scope.may('booking:create') && (
            <ButtonLink href={withWish(`${base}/book/${place}`, here.slot)}>
              {t('scan.bookNow')}
            </ButtonLink>
          )}
          {!here.slot && !here.ours && scope.may('booking:create') && (
            <ButtonLink href={`${base}/book/${place}`}>{t('scan.nextFree')}</ButtonLink>
          )}
          <ButtonLink href={`${base}/book`} variant="secondary">
            {t('scan.find')}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

/** How the place stands for the reader's organisation, in a sentence. */
function standing(locale: Locale, { showing, zone, own, ours, opens, at }: Here): string {
  const t = translator(locale, 'signs');
  const { state, until } = showing;
  if (own) return t('scan.yours', timesOf(own));
  if (state === 'free') return until ? t('scan.free', { time: clockAt(until, zone) }) : '';
  if (state === 'blocked') return t('scan.blocked');
  if (state === 'closed') return closedWords(locale, opens, zone);
  const whole = until === null || lastsOn(until, at, zone);
  const who = ours ? 'ours' : 'taken';
  return whole ? t(`scan.${who}AllDay`) : t(`scan.${who}`, { time: clockAt(until, zone) });
}

function closedWords(locale: Locale, opens: Here['opens'], zone: string): string {
  const t = translator(locale, 'signs');
  if (!opens) return t('scan.closed');
  const day = formatter(locale, zone).dateTime(dateOf(opens), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return t('scan.opens', { day, time: clockAt(opens, zone) });
}

type Booking = { startsAt: Date; endsAt: Date; zone: string };

function timesOf({ startsAt, endsAt, zone }: Booking) {
  return { from: clockAt(startsAt, zone), to: clockAt(endsAt, zone) };
}

type OwnProps = { where: Params; here: Here; own: NonNullable<Here['own']> };

function Own({ where, here, own }: OwnProps) {
  const { locale, hub, org } = where;
  const t = translator(locale, 'signs');
  const name = inLocale(here.place.name, locale);
  return (
    <>
      {own.status === 'CHECKED_IN' ? (
        <p>{t('scan.here', timesOf(own))}</p>
      ) : own.notYet ? (
        <p>{sentence(locale, own.notYet)}</p>
      ) : (
        <ButtonForm
          action={arrive.bind(null, { ...where, booking: own.id })}
          labels={formLabels(locale)}
        >
          {t('scan.checkIn')}
        </ButtonForm>
      )}
      <p>
        <a href={`/${locale}/${hub}/${org}/bookings/${own.id}`}>
          {t('scan.toOwn', { place: name })}
        </a>
      </p>
    </>
  );
}

type ElsewhereProps = {
  locale: Locale;
  base: string;
  here: Here;
  other: NonNullable<Here['elsewhere']>;
};

/** The wrong desk: the booking comes here while it can be changed, or one goes there. */
function Elsewhere({ locale, base, here, other }: ElsewhereProps) {
  const t = translator(locale, 'signs');
  const place = inLocale(other.place.name, locale);
  const address = `${base}/bookings/${other.id}`;
  const swap = other.movable && here.showing.state === 'free';
  return (
    <section className="panel px-5 py-4" aria-label={place}>
      <p className="mt-0 font-medium">{t('scan.elsewhere', { place, ...timesOf(other) })}</p>
      {swap && <p className="quiet">{t('scan.swapHint')}</p>}
      <p className="mb-0 flex flex-wrap gap-3">
        {swap && (
          <ButtonLink href={`${address}/change?placeId=${here.place.id}`}>
            {t('scan.swap', { place: inLocale(here.place.name, locale) })}
          </ButtonLink>
        )}
        <ButtonLink href={address} variant="secondary">
          {t('scan.toOwn', { place })}
        </ButtonLink>
      </p>
    </section>
  );
}
