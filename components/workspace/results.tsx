import type { ComponentProps } from 'react';
import { type Country, moneyOf } from '#components/prices/money.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Due } from '#lib/prices/quotes.ts';
import type { FloorFacts, FoundPlace, PlaceFacts } from '#lib/workspace/house.ts';
import { type PlaceState, placeStates, type Slot, type Wish } from '#lib/workspace/schema.ts';
import type { Rules } from '#lib/workspace/terms.ts';
import { withWish } from './addresses.ts';
import { dayOf, describePlace } from './describe.ts';
import { FloorPlan } from './floor-plan.tsx';
import { PlaceList, PlaceRows } from './place-list.tsx';
import { PlanLegend } from './plan-signs.tsx';
import { ViewSwitch } from './view-switch.tsx';

type Props = {
  locale: Locale;
  base: string;
  /** Goes along in every address, so that nothing chosen is lost. */
  wish: Wish & Slot & { view: 'list' | 'plan' };
  floors: readonly FloorFacts[];
  places: readonly FoundPlace[];
  others: readonly PlaceFacts[];
  /** Free ones that lack least of what is needed, where none has it all. */
  nearest: readonly FoundPlace[];
  /** What the free ones cost, with what was paid beforehand taken off. */
  costs: ReadonlyMap<string, Due>;
  country: Country;
  rules: Rules;
};

/** How many are free, then the list and the plan: both say the same and offer the same. */
export function Results(props: Props) {
  const { locale, base, wish, places } = props;
  const t = translator(locale, 'workspace');
  const free = places.filter(({ state }) => state === 'free').length;
  const hrefOf = ({ id }: PlaceFacts) => withWish(`${base}/book/${id}`, wish);
  const shown = { locale, hrefOf, rules: props.rules, priceOf: priceIn(props) };
  const list = <PlaceList key="list" {...shown} places={places} />;
  const plan = <Plans key="plan" {...props} hrefOf={hrefOf} />;
  const when = { date: dayOf(locale, wish.date), from: wish.from, to: wish.to };
  return (
    <section aria-labelledby="result">
      <div className="mt-8 mb-5 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h2 className="ds-heading m-0" data-size="sm" id="result">
            {t('find.result', { count: free })}
          </h2>
          <p className="m-0 first-letter:uppercase">{t('find.when', when)}</p>
        </div>
        <ViewSwitch locale={locale} base={base} wish={wish} view={wish.view} />
      </div>
      {free === 0 && <NothingFree {...props} />}
      <Nearest {...shown} nearest={props.nearest} />
      {wish.view === 'plan' ? [plan, list] : [list, plan]}
    </section>
  );
}

/** Says what to loosen, and loosens it with one click. */
function NothingFree({ locale, base, wish, places }: Props) {
  const t = translator(locale, 'workspace');
  const { seats, kind, needs, ...looser } = wish;
  const none = needs ? 'find.noneHas' : 'find.noneFits';
  const kept = { ...(kind && { kind }), ...(seats && { seats }) };
  return (
    <div className="mb-6">
      <EmptyState text={t(needs || places.length === 0 ? none : 'find.noneFree')}>
        <span className="flex flex-wrap gap-x-5 gap-y-1">
          {needs && (
            <a className="ds-link" href={withWish(`${base}/book`, { ...looser, ...kept })}>
              {t('find.anyNeeds')}
            </a>
          )}
          {(kind || seats) && (
            <a
              className="ds-link"
              href={withWish(`${base}/book`, { ...looser, ...(needs && { needs }) })}
            >
              {t('find.anyTime')}
            </a>
          )}
        </span>
      </EmptyState>
    </div>
  );
}

/** What a place costs at its time, as its own page says it; nothing is said where nothing costs. */
function priceIn({ locale, costs, country }: Props): (place: FoundPlace) => string {
  const t = translator(locale, 'workspace');
  const none = [...costs.values()].every((due) => due.netOre + due.discountOre === 0);
  return ({ id }) => {
    const due = costs.get(id);
    if (none || due === undefined) return '';
    if (due.netOre + due.discountOre === 0) return t('find.included');
    const price = moneyOf(locale, country, due.netOre);
    return t(due.discountOre > 0 ? 'find.priceOff' : 'find.price', { price });
  };
}

type NearestProps = Omit<ComponentProps<typeof PlaceRows>, 'places'> & Pick<Props, 'nearest'>;

/** What is free and comes closest, each with what it lacks. */
function Nearest({ nearest, ...shown }: NearestProps) {
  const t = translator(shown.locale, 'workspace');
  if (nearest.length === 0) return null;
  return (
    <section className="mb-8" aria-labelledby="nearest">
      <h3 className="ds-heading" data-size="xs" id="nearest">
        {t('find.nearest')}
      </h3>
      <p className="mt-0">{t('find.nearestLead')}</p>
      <PlaceRows {...shown} places={nearest} />
    </section>
  );
}

function Plans(props: Props & { hrefOf: (place: PlaceFacts) => string }) {
  const { locale, wish, floors, places, others, hrefOf } = props;
  const t = translator(locale, 'workspace');
  return (
    <section aria-labelledby="plan" className="my-8">
      <h3 className="ds-heading" data-size="xs" id="plan">
        {t('find.plan')}
      </h3>
      <div className="mb-3">
        <PlanLegend locale={locale} states={shownStates(places)} />
      </div>
      {floors.map((floor) => (
        <FloorPlan
          key={floor.id}
          plan={floor}
          places={[...places, ...others].filter(({ floorId }) => floorId === floor.id)}
          locale={locale}
          describe={(place) => describePlace(locale, place, wish)}
          linkFor={(place) => (place.state === 'free' ? hrefOf(place) : null)}
        />
      ))}
    </section>
  );
}

/** The states that the plan shows: those always, the others where there are any. */
function shownStates(places: readonly FoundPlace[]): PlaceState[] {
  const always: PlaceState[] = ['free', 'taken', 'closed'];
  const there = new Set(places.map(({ state }) => state));
  return placeStates.filter((state) => always.includes(state) || there.has(state));
}
