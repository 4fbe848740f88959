import type { Metadata } from 'next';
import { Temporal } from 'temporal-polyfill';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { withWish } from '#components/workspace/addresses.ts';
import { DayGrid } from '#components/workspace/day-grid.tsx';
import { dayOf } from '#components/workspace/describe.ts';
import { NeedFields } from '#components/workspace/need-fields.tsx';
import { SearchErrors } from '#components/workspace/search-errors.tsx';
import { SiteSelect } from '#components/workspace/site-choice.tsx';
import { ViewSwitch } from '#components/workspace/view-switch.tsx';
import { WeekGrid } from '#components/workspace/week-grid.tsx';
import { inWords } from '#lib/platform/action.ts';
import { today } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNone } from '#lib/platform/session/entry.ts';
import { findGrid, type Grid } from '#lib/workspace/grid.ts';
import {
  placeKinds,
  type Query,
  readDate,
  readWish,
  reversedIn,
  single,
} from '#lib/workspace/schema.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'workspace')('grid.title') };
}

/** The whole house through a day, or through a week. */
export default async function GridPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const query = await searchParams;
  const scope = await enter(locale, hub, org);
  const { wish, errors } = readWish(query);
  const wrong = inWords(locale, { ...errors, ...reversedIn(wish) });
  const week = single(query.view) === 'week';
  const asked = Temporal.PlainDate.from(readDate(query.date) ?? today(scope.hub.zone).toString());
  // A week begins on Monday (ISO 8601).
  const first = week ? asked.subtract({ days: asked.dayOfWeek - 1 }) : asked;
  const { kind, site, needs } = wish;
  const which = { date: first.toString(), days: week ? 7 : 1, kind, site, needs };
  const grid = await orNone(() => findGrid(scope, which));
  const typed = Object.fromEntries(Object.keys(query).map((name) => [name, single(query[name])]));
  const t = translator(locale, 'workspace');
  const base = `/${locale}/${hub}/${org}`;
  const view = week ? ('week' as const) : ('day' as const);
  const href = (date: Temporal.PlainDate, as: 'day' | 'week' = view) =>
    withWish(`${base}/book/grid`, { ...wish, date: date.toString(), view: as });
  const step = { days: week ? 7 : 1 };
  const words = week
    ? t('grid.weekTitle', { week: first.weekOfYear ?? 0, date: dayOf(locale, first.toString()) })
    : dayOf(locale, first.toString(), { dateStyle: 'full' });
  return (
    <>
      <PageHeader title={t('grid.title')} lead={t('grid.lead')} />
      {Object.keys(wrong).length > 0 && <SearchErrors locale={locale} sentences={wrong} />}
      <div className="mb-5 flex flex-wrap items-end justify-between gap-4">
        <h2 className="ds-heading m-0 first-letter:uppercase" data-size="sm">
          {words}
        </h2>
        <ViewSwitch
          locale={locale}
          base={base}
          wish={{ ...wish, date: asked.toString() }}
          view={view}
        />
      </div>
      <div className="mb-5 grid gap-4">
        <Kinds
          locale={locale}
          date={asked.toString()}
          view={view}
          wish={wish}
          typed={typed}
          grid={grid}
          errors={wrong}
        />
        <nav className="flex flex-wrap gap-2" aria-label={t('today.days')}>
          <ButtonLink
            href={href(first.subtract(step))}
            variant="secondary"
            tone="neutral"
            size="sm"
          >
            {t(week ? 'grid.previousWeek' : 'today.previous')}
          </ButtonLink>
          <ButtonLink
            href={href(today(scope.hub.zone))}
            variant="secondary"
            tone="neutral"
            size="sm"
          >
            {t('today.now')}
          </ButtonLink>
          <ButtonLink href={href(first.add(step))} variant="secondary" tone="neutral" size="sm">
            {t(week ? 'grid.nextWeek' : 'today.next')}
          </ButtonLink>
        </nav>
      </div>
      {Object.keys(wrong).length > 0 ? null : !grid ||
        grid.rows.length === 0 ||
        (!week && grid.closes === 0) ? (
        <EmptyState text={t(grid && grid.rows.length > 0 ? 'find.closedDay' : 'find.noneFits')} />
      ) : week ? (
        <WeekGrid
          locale={locale}
          grid={grid}
          hrefOf={(date) => href(Temporal.PlainDate.from(date), 'day')}
        />
      ) : (
        <DayGrid locale={locale} base={base} grid={grid} />
      )}
    </>
  );
}

type KindsProps = {
  locale: Locale;
  date: string;
  view: string;
  wish: { kind?: string };
  typed: Record<string, string>;
  grid: Grid | null;
  errors: Record<string, string>;
};

function Kinds({ locale, date, view, wish, typed, grid, errors }: KindsProps) {
  const t = translator(locale, 'workspace');
  return (
    <form method="get" className="flex flex-wrap items-end gap-3" aria-label={t('find.kind')}>
      <input type="hidden" name="view" value={view} />
      <div className="ds-field">
        <label className="ds-label" htmlFor="date">
          {t('find.date')}
        </label>
        <input className="ds-input" id="date" name="date" type="date" defaultValue={date} />
      </div>
      {(errors.from || errors.to) &&
        (['from', 'to'] as const).map((name) => (
          <div className="ds-field" key={name}>
            <label className="ds-label" htmlFor={name}>
              {t(`find.${name}`)}
            </label>
            <input
              className="ds-input"
              id={name}
              name={name}
              type="time"
              step={900}
              defaultValue={typed[name] ?? ''}
              aria-invalid={errors[name] ? true : undefined}
            />
          </div>
        ))}
      <div className="ds-field">
        <label className="ds-label" htmlFor="kind">
          {t('find.kind')}
        </label>
        <select className="ds-input" id="kind" name="kind" defaultValue={wish.kind ?? ''}>
          <option value="">{t('find.anyKind')}</option>
          {placeKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`groups.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      {grid && <SiteSelect locale={locale} sites={grid.sites} chosen={grid.site.slug} />}
      <button className="ds-button" data-variant="secondary" type="submit">
        {t('grid.show')}
      </button>
      <div className="basis-full">
        <NeedFields
          locale={locale}
          attributes={grid?.attributes ?? []}
          typed={typed}
          errors={inWords(locale, grid?.needErrors ?? {})}
        />
      </div>
    </form>
  );
}
