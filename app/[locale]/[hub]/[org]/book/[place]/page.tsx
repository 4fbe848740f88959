import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { withWish } from '#components/workspace/addresses.ts';
import { BookingForm } from '#components/workspace/booking-form.tsx';
import { describePlace } from '#components/workspace/describe.ts';
import { FloorPlan, type PlanPlace } from '#components/workspace/floor-plan.tsx';
import { shownChoicesOf } from '#components/workspace/shown-choices.ts';
import { termsWords } from '#components/workspace/terms-words.ts';
import { WaitingForm } from '#components/workspace/waiting-form.tsx';
import { waysOut } from '#components/workspace/ways-out.ts';
import { sentence } from '#lib/platform/action.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findPlace } from '#lib/workspace/reads.ts';
import { purposeLimit, type Query, readWish, single } from '#lib/workspace/schema.ts';
import { join } from '../../bookings/waiting-actions.ts';
import { book } from './actions.ts';
import { alsoChoicesOf, wordsOfForm } from './form-words.ts';
import { Wished } from './wished.tsx';

type Params = { locale: Locale; hub: string; org: string; place: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(
  async (locale: Locale, hub: string, org: string, place: string, asked: string) => {
    const scope = await enter(locale, hub, org);
    const { wish, errors } = readWish(JSON.parse(asked));
    return { ...(await orNotFound(() => findPlace(scope, place, wish))), scope, wish, errors };
  },
);

async function loadPage({ params, searchParams }: Props) {
  const { locale, hub, org, place } = await params;
  return load(locale, hub, org, place, JSON.stringify(await searchParams));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const place = inLocale((await loadPage(props)).place.name, locale);
  return { title: translator(locale, 'workspace')('confirm.title', { place }) };
}

export default async function ConfirmPage(props: Props) {
  const { locale, hub, org } = await props.params;
  const query = await props.searchParams;
  const loaded = await loadPage(props);
  const { scope, wish, floors, slot, place, others } = loaded;
  const t = translator(locale, 'workspace');
  const base = `/${locale}/${hub}/${org}`;
  const back = withWish(`${base}/book`, { ...wish, ...slot, view: single(query.view) });
  const drawn: PlanPlace[] = [
    { ...place, state: 'chosen' },
    ...others.map(({ state: _state, ...other }) => other),
  ];
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: back, label: t('find.title') }]}
      />
      <PageHeader title={t('confirm.title', { place: inLocale(place.name, locale) })} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-2">
        <Wished locale={locale} loaded={loaded} country={scope.hub.country} />
        <div>
          {scope.may('booking:create') && (
            <BookingForm
              action={book.bind(null, {
                locale,
                hub,
                org,
                ...(wish.needs && { needs: wish.needs }),
              })}
              labels={formLabels(locale)}
              words={wordsOfForm(locale, scope.person.email, loaded.awaits)}
              seats={place.seats}
              people={Math.min(wish.seats ?? 1, place.seats)}
              colleagues={loaded.colleagues}
              self={scope.person.id}
              terms={termsWords(locale, scope.organisation.name, loaded.terms)}
              also={alsoChoicesOf(locale, loaded.together, place.slot)}
              shownAs={shownChoicesOf(locale, scope.organisation.name)}
              hidden={{
                ...{ placeId: place.id, ...place.slot, requestKey: crypto.randomUUID() },
              }}
              agreedOre={loaded.price?.netOre ?? 0}
              purpose={single(query.purpose).slice(0, purposeLimit)}
              purposeLimit={purposeLimit}
              obstacle={obstacleOf(locale, base, loaded)}
            />
          )}
          {scope.may('booking:create') && ['taken', 'partly'].includes(place.state) && (
            <WaitingForm
              locale={locale}
              action={join.bind(null, { locale, hub, org })}
              place={{ id: place.id, name: inLocale(place.name, locale), seats: place.seats }}
              slot={place.slot}
            />
          )}
          {scope.waiting && (
            <Notice>
              {translator(locale, 'organisations')('waiting.noBooking', {
                hub: scope.hub.name,
                organisation: scope.organisation.name,
              })}
            </Notice>
          )}
          <p className="mt-5 mb-0 flex flex-wrap gap-x-6 gap-y-2">
            <a href={withWish(`${base}/book/${place.id}/repeat`, { ...wish, ...place.slot })}>
              {t('confirm.repeat')}
            </a>
            <a href={back}>{t('confirm.back')}</a>
          </p>
        </div>
      </div>
      {floors.map((floor) => (
        <section className="mt-8" key={floor.id}>
          <h2 className="ds-heading" data-size="xs">
            {t('plan.label', { floor: inLocale(floor.name, locale) })}
          </h2>
          <FloorPlan
            plan={floor}
            places={drawn}
            locale={locale}
            describe={(one) => describePlace(locale, one, slot)}
          />
        </section>
      ))}
    </>
  );
}

type Loaded = Awaited<ReturnType<typeof load>>;

/** What stands in the way of booking now; null when nothing does. */
function obstacleOf(locale: Locale, base: string, loaded: Loaded) {
  const { errors, refusal, place, alternatives, wish } = loaded;
  const { needs } = wish;
  const [wrong] = Object.values(errors);
  if (wrong) return { text: sentence(locale, wrong), ways: null };
  const why = place.refusal ?? refusal;
  if (why) return { text: sentence(locale, why.code, why.values), ways: null };
  const never = { closed: 'outOfService', notForYou: 'notForYou' } as const;
  if (place.state === 'closed' || place.state === 'notForYou') {
    return { text: sentence(locale, `workspace.refusals.${never[place.state]}`), ways: null };
  }
  if (place.state === 'free') return null;
  const text = translator(locale, 'workspace')('confirm.takenNow');
  return {
    text,
    ways: waysOut(
      locale,
      (id, slot) => withWish(`${base}/book/${id}`, { ...slot, ...(needs && { needs }) }),
      alternatives,
    ),
  };
}
