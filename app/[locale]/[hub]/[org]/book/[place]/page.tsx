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
import { SearchErrors } from '#components/workspace/search-errors.tsx';
import { shownChoicesOf } from '#components/workspace/shown-choices.ts';
import { termsWords } from '#components/workspace/terms-words.ts';
import { WaitingForm } from '#components/workspace/waiting-form.tsx';
import { waysOut } from '#components/workspace/ways-out.ts';
import { WhenForm } from '#components/workspace/when-form.tsx';
import { fieldSentences, inWords, sentence } from '#lib/platform/action.ts';
import { today } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import type { Alternative } from '#lib/workspace/alternatives.ts';
import { listFreeTimes } from '#lib/workspace/free-times.ts';
import { type FoundOne, findPlace } from '#lib/workspace/reads.ts';
import { purposeLimit, type Query, readWish, single } from '#lib/workspace/schema.ts';
import { timesToChoose } from '#lib/workspace/slots.ts';
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
    const found = await orNotFound(() => findPlace(scope, place, wish));
    const sentences = wrongWith(locale, errors, found);
    const wrong = Object.keys(sentences).length > 0;
    const free = wrong ? await listFreeTimes(scope, place, wish) : [];
    return { ...found, scope, wish, sentences, wrong, free };
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
  const { scope, wish, floors, slot, place, others, wrong, sentences } = loaded;
  const t = translator(locale, 'workspace');
  const base = `/${locale}/${hub}/${org}`;
  const back = withWish(`${base}/book`, {
    ...wish,
    ...(!loaded.wrong && slot),
    view: single(query.view),
  });
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
      {wrong && <SearchErrors locale={locale} sentences={sentences} />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-2">
        <Wished locale={locale} loaded={loaded} country={scope.hub.country} wrong={wrong} />
        <div>
          {wrong && <Mend locale={locale} loaded={loaded} query={query} />}
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
          {scope.may('booking:create') && !wrong && ['taken', 'partly'].includes(place.state) && (
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
            <a
              href={withWish(`${base}/book/${place.id}/repeat`, {
                ...wish,
                ...(!wrong && place.slot),
              })}
            >
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

/** What is wrong with the wished time, in words by field: as it was typed, or by what the house allows. */
function wrongWith(
  locale: Locale,
  errors: Record<string, string>,
  { refusal, place }: FoundOne,
): Record<string, string> {
  const said = inWords(locale, errors);
  if (Object.keys(said).length > 0) return said;
  if (place.state === 'notForYou') return {};
  const why = place.refusal;
  if (why) return { [why.field]: sentence(locale, why.code, why.values) };
  return refusal ? fieldSentences(locale, refusal) : {};
}

type MendProps = { locale: Locale; loaded: Loaded; query: Query };

/** Another day and time for the same place. */
function Mend({ locale, loaded, query }: MendProps) {
  const { site, slot, sentences, rules, place } = loaded;
  const first = today(site.zone);
  const typed = (name: 'date' | 'from' | 'to') => single(query[name]) || slot[name];
  const others = Object.keys(query).filter((name) => !['date', 'from', 'to'].includes(name));
  return (
    <WhenForm
      locale={locale}
      typed={{ date: typed('date'), from: typed('from'), to: typed('to') }}
      errors={sentences}
      times={timesToChoose(site)}
      first={first.toString()}
      last={first.add({ days: rules[place.kind].daysAhead }).toString()}
      hidden={Object.fromEntries(others.map((name) => [name, single(query[name])]))}
    />
  );
}

/** What stands in the way of booking now; null when nothing does. What is wrong with the time stands above. */
function obstacleOf(locale: Locale, base: string, loaded: Loaded) {
  const { wrong, free, place, alternatives, wish } = loaded;
  const { needs } = wish;
  const ways = (those: readonly Alternative[]) =>
    waysOut(
      locale,
      (id, slot) => withWish(`${base}/book/${id}`, { ...slot, ...(needs && { needs }) }),
      those,
    );
  if (wrong) return { text: null, ways: ways(free) };
  const never = { closed: 'outOfService', notForYou: 'notForYou' } as const;
  if (place.state === 'closed' || place.state === 'notForYou') {
    return { text: sentence(locale, `workspace.refusals.${never[place.state]}`), ways: null };
  }
  if (place.state === 'free') return null;
  const text = translator(locale, 'workspace')('confirm.takenNow');
  return { text, ways: ways(alternatives) };
}
