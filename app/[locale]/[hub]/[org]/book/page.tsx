import type { Metadata } from 'next';
import { Temporal } from 'temporal-polyfill';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { withWish } from '#components/workspace/addresses.ts';
import { dayOf, describePlace } from '#components/workspace/describe.ts';
import { FloorPlan } from '#components/workspace/floor-plan.tsx';
import { PlaceList } from '#components/workspace/place-list.tsx';
import { PlanLegend } from '#components/workspace/plan-signs.tsx';
import { QuickChoices } from '#components/workspace/quick-choices.tsx';
import { SearchForm } from '#components/workspace/search-form.tsx';
import { ViewSwitch } from '#components/workspace/view-switch.tsx';
import { sentence } from '#lib/platform/action.ts';
import { today } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findFreePlaces } from '#lib/workspace/reads.ts';
import { daysAhead, hoursOn, timeOf, timesToChoose } from '#lib/workspace/rules.ts';
import { type Query, readWish, single } from '#lib/workspace/schema.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { title: translator(locale, 'workspace')('find.title') };
}

export default async function BookPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const query = await searchParams;
  const scope = await enter(locale, hub, org);
  const { wish, errors } = readWish(query);
  const found = await orNotFound(() => findFreePlaces(scope, wish));
  const { site, sites, slot, refusal, places, others } = found;
  const t = translator(locale, 'workspace');
  const base = `/${locale}/${hub}/${org}`;
  const view = single(query.view) === 'plan' ? 'plan' : 'list';
  const codes = { ...refusal?.fields, ...errors };
  const sentences = Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [field, sentence(locale, code)]),
  );
  const wrong = Object.keys(codes).length > 0;
  const hours = hoursOn(site, Temporal.PlainDate.from(slot.date));
  const carried = { ...wish, ...slot, view };
  const firstDay = today(site.zone);
  const free = places.filter(({ state }) => state === 'free');
  const hrefOf = ({ id }: { id: string }) => withWish(`${base}/book/${id}`, carried);
  const list = <PlaceList key="list" locale={locale} places={places} hrefOf={hrefOf} />;
  // Drawn, so that the house is whole, but without a state: the plan offers what the list offers.
  const unasked = others.map(({ state: _state, ...place }) => place);
  const plan = (
    <section key="plan" aria-labelledby="plan" className="my-8">
      <h3 className="ds-heading" data-size="xs" id="plan">
        {t('find.plan')}
      </h3>
      <div className="mb-3">
        <PlanLegend locale={locale} states={['free', 'taken', 'closed']} />
      </div>
      {found.floors.map((floor) => (
        <FloorPlan
          key={floor.id}
          plan={floor}
          places={[...places, ...unasked].filter(({ floorId }) => floorId === floor.id)}
          locale={locale}
          describe={(place) => describePlace(locale, place, slot)}
          linkFor={(place) => (place.state === 'free' ? hrefOf(place) : null)}
        />
      ))}
    </section>
  );
  return (
    <>
      <PageHeader title={t('find.title')} lead={t('find.lead')} />
      {wrong && <SearchErrors locale={locale} sentences={sentences} />}
      <SearchForm
        locale={locale}
        wish={wish}
        slot={slot}
        typed={Object.fromEntries(Object.keys(query).map((name) => [name, single(query[name])]))}
        errors={sentences}
        times={timesToChoose(site)}
        today={firstDay.toString()}
        lastDay={firstDay.add({ days: daysAhead }).toString()}
        sites={sites}
        view={view}
        hours={
          hours
            ? t('find.hours', { from: timeOf(hours.opens), to: timeOf(hours.closes) })
            : t('find.closedDay')
        }
      />
      <QuickChoices locale={locale} base={base} house={site} wish={carried} today={firstDay} />
      {!wrong && (
        <section aria-labelledby="result">
          <div className="mt-8 mb-5 flex flex-wrap items-end justify-between gap-4">
            <div>
              <h2 className="ds-heading m-0" data-size="sm" id="result">
                {t('find.result', { count: free.length })}
              </h2>
              <p className="m-0 first-letter:uppercase">
                {t('find.when', { date: dayOf(locale, slot.date), from: slot.from, to: slot.to })}
              </p>
            </div>
            <ViewSwitch locale={locale} base={base} wish={carried} view={view} />
          </div>
          {free.length === 0 && (
            <div className="mb-6">
              <EmptyState text={t(places.length === 0 ? 'find.noneFits' : 'find.noneFree')}>
                {(wish.kind || wish.seats) && (
                  <a
                    className="ds-link"
                    href={withWish(`${base}/book`, { ...slot, site: wish.site, view })}
                  >
                    {t('find.anyTime')}
                  </a>
                )}
              </EmptyState>
            </div>
          )}
          {view === 'plan' ? [plan, list] : [list, plan]}
        </section>
      )}
    </>
  );
}

function SearchErrors({
  locale,
  sentences,
}: {
  locale: Locale;
  sentences: Record<string, string>;
}) {
  return (
    <section className="ds-error-summary mb-6" aria-labelledby="errors">
      <h2 className="ds-heading" data-size="xs" id="errors">
        {translator(locale, 'workspace')('find.errors')}
      </h2>
      <ul className="ds-list">
        {Object.entries(sentences).map(([field, text]) => (
          <li key={field}>
            <a className="ds-link" href={`#${field}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
