import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { SumOfDays } from '#components/prices/price.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { withWish } from '#components/workspace/addresses.ts';
import { RepeatFields } from '#components/workspace/repeat-fields.tsx';
import { SearchErrors } from '#components/workspace/search-errors.tsx';
import { SeriesForm } from '#components/workspace/series-form.tsx';
import { daysInWords } from '#components/workspace/series-words.ts';
import { termsWords } from '#components/workspace/terms-words.ts';
import { fieldSentences, inWords } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findPlace } from '#lib/workspace/reads.ts';
import { purposeLimit, type Query, readWish, single } from '#lib/workspace/schema.ts';
import { previewSeries, type SeriesPreview, type SeriesWish } from '#lib/workspace/series.ts';
import { readSeriesWish } from '#lib/workspace/series-schema.ts';
import { timesToChoose } from '#lib/workspace/slots.ts';
import { repeat } from './actions.ts';

type Params = { locale: Locale; hub: string; org: string; place: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(
  async (locale: Locale, hub: string, org: string, place: string, asked: string) => {
    const scope = await enter(locale, hub, org);
    const { wish } = readWish(JSON.parse(asked));
    return { scope, wish, ...(await orNotFound(() => findPlace(scope, place, wish))) };
  },
);

async function loadPage({ params, searchParams }: Props) {
  const { locale, hub, org, place } = await params;
  return load(locale, hub, org, place, JSON.stringify(await searchParams));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const place = inLocale((await loadPage(props)).place.name, locale);
  return { title: translator(locale, 'workspace')('series.title', { place }) };
}

/** Asks how it comes again, shows every day with what stands in the way, and books. */
export default async function RepeatPage(props: Props) {
  const { locale, hub, org, place: id } = await props.params;
  const query = await props.searchParams;
  const { scope, place, site, terms, wish } = await loadPage(props);
  const t = translator(locale, 'workspace');
  const base = `/${locale}/${hub}/${org}/book`;
  const name = inLocale(place.name, locale);
  const typed = Object.fromEntries(Object.keys(query).map((key) => [key, single(query[key])]));
  const asked = query.pattern === undefined ? null : readSeriesWish(id, query);
  const preview = asked?.wish ? await previewed(scope, asked.wish, locale) : null;
  const errors = { ...inWords(locale, asked?.errors ?? {}), ...preview?.errors };
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: withWish(base, { ...wish, ...place.slot }), label: t('find.title') },
          { href: withWish(`${base}/${id}`, { ...wish, ...place.slot }), label: name },
        ]}
      />
      <PageHeader title={t('series.title', { place: name })} lead={t('series.lead')} />
      {Object.keys(errors).length > 0 && <SearchErrors locale={locale} sentences={errors} />}
      <RepeatFields
        locale={locale}
        slot={place.slot}
        typed={typed}
        weekdays={[query['weekdays[]'] ?? []].flat()}
        errors={errors}
        times={timesToChoose(site)}
      />
      {preview?.found && asked?.wish && (
        <section className="mt-8 max-w-4xl" aria-labelledby="days">
          <h2 className="ds-heading" data-size="sm" id="days">
            {t('series.result', { free: preview.found.free, all: preview.found.days.length })}
          </h2>
          {preview.found.free > 0 ? (
            <SumOfDays
              locale={locale}
              country={scope.hub.country}
              count={preview.found.free}
              price={preview.found.price}
            />
          ) : (
            <NothingFree locale={locale} search={withWish(base, { ...wish, ...place.slot })} />
          )}
          <SeriesForm
            action={repeat.bind(null, { locale, hub, org })}
            labels={formLabels(locale)}
            words={wordsOfForm(locale)}
            days={daysInWords(locale, preview.found.days)}
            hidden={{ ...kept(typed), placeId: id, requestKey: crypto.randomUUID() }}
            weekdays={[query['weekdays[]'] ?? []].flat()}
            free={preview.found.free}
            purposeLimit={purposeLimit}
            terms={termsWords(locale, scope.organisation.name, terms)}
          />
        </section>
      )}
      {!scope.may('booking:create') && <Notice>{t('series.lookOnly')}</Notice>}
    </>
  );
}

/** What to do where none of the days can be had. */
function NothingFree({ locale, search }: { locale: Locale; search: string }) {
  const t = translator(locale, 'workspace');
  return (
    <p>
      {t('series.nothingFree')}{' '}
      <a className="underline" href={search}>
        {t('series.search')}
      </a>
      .
    </p>
  );
}

type Previewed = { found: SeriesPreview | null; errors: Record<string, string> };

async function previewed(scope: Scope, wish: SeriesWish, locale: Locale): Promise<Previewed> {
  try {
    return { found: await orNotFound(() => previewSeries(scope, wish)), errors: {} };
  } catch (error) {
    if (error instanceof Refusal) return { found: null, errors: fieldSentences(locale, error) };
    throw error;
  }
}

const carried = ['date', 'from', 'to', 'pattern', 'interval', 'until', 'count', 'dates'];

function kept(typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(carried.map((name) => [name, typed[name] ?? '']));
}

function wordsOfForm(locale: Locale) {
  const t = translator(locale, 'workspace');
  return {
    days: t('series.days'),
    free: t('series.free'),
    purpose: t('confirm.purpose'),
    purposeHint: t('confirm.purposeHint'),
    all: t('series.bookAll'),
    skip: t('series.bookFree'),
  };
}
