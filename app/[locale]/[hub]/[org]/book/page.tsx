import type { Metadata } from 'next';
import { Temporal } from 'temporal-polyfill';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { QuickChoices } from '#components/workspace/quick-choices.tsx';
import { Results } from '#components/workspace/results.tsx';
import { SearchErrors } from '#components/workspace/search-errors.tsx';
import { SearchForm } from '#components/workspace/search-form.tsx';
import { fieldSentences, inWords } from '#lib/platform/action.ts';
import { today } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNone, orNotFound } from '#lib/platform/session/entry.ts';
import { type House, hoursOn, reasonOn } from '#lib/workspace/hours.ts';
import { findFreePlaces } from '#lib/workspace/reads.ts';
import { type Query, readWish, single } from '#lib/workspace/schema.ts';
import { timesToChoose } from '#lib/workspace/slots.ts';
import { timeOf } from '#lib/workspace/times.ts';

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
  const t = translator(locale, 'workspace');
  const found = await (wish.site ? orNotFound : orNone)(() => findFreePlaces(scope, wish));
  // A hub that has just been made has no house yet.
  if (!found) {
    return (
      <>
        <PageHeader title={t('find.title')} />
        <EmptyState text={translator(locale, 'site')('workspace.none')} />
      </>
    );
  }
  const { site, slot, refusal } = found;
  const base = `/${locale}/${hub}/${org}`;
  const view = single(query.view) === 'plan' ? ('plan' as const) : ('list' as const);
  const carried = { ...wish, ...slot, view };
  const said = inWords(locale, { ...errors, ...found.needErrors });
  const sentences = { ...(refusal && fieldSentences(locale, refusal)), ...said };
  const wrong = Object.keys(sentences).length > 0;
  const firstDay = today(site.zone);
  const daysAhead = Math.max(...Object.values(found.rules).map((rule) => rule.daysAhead));
  const lastDay = firstDay.add({ days: daysAhead });
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
        lastDay={lastDay.toString()}
        sites={found.sites}
        view={view}
        attributes={found.attributes}
        hours={openingHours(locale, site, slot.date)}
      />
      <QuickChoices
        locale={locale}
        base={base}
        house={site}
        wish={carried}
        today={firstDay}
        last={lastDay}
      />
      {!wrong && (
        <Results
          locale={locale}
          base={base}
          wish={carried}
          floors={found.floors}
          places={found.places}
          nearest={found.nearest}
          costs={found.costs}
          country={scope.hub.country}
          rules={found.rules}
          // Drawn, so that the house is whole, but without a state: they were not asked for.
          others={found.others.map(({ state: _state, ...place }) => place)}
        />
      )}
    </>
  );
}

function openingHours(locale: Locale, house: House, date: string): string {
  const t = translator(locale, 'workspace');
  const hours = hoursOn(house, Temporal.PlainDate.from(date));
  const reason = reasonOn(house, Temporal.PlainDate.from(date));
  if (reason) return inLocale(reason, locale);
  if (!hours) return t('find.closedDay');
  return t('find.hours', { from: timeOf(hours.opens), to: timeOf(hours.closes) });
}
