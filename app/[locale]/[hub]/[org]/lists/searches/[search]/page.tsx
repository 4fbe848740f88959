import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { dayText } from '#components/innovation/day.ts';
import { queryWords } from '#components/lists/query-words.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findSearch } from '#lib/lists/searches.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { forget, see } from '../../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string; search: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const load = cache(async (locale: Locale, hub: string, org: string, id: string) => {
  const scope = await enter(locale, hub, org);
  return { scope, search: await orNotFound(() => findSearch(scope, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, search } = await params;
  return { title: (await load(locale, hub, org, search)).search.name };
}

/** A kept search: how much it finds now, and what is new. */
export default async function SearchPage({ params, searchParams }: Props) {
  const { locale, hub, org, search: id } = await params;
  const { scope, search } = await load(locale, hub, org, id);
  const t = translator(locale, 'lists');
  const base = `/${locale}/${hub}/${org}/lists`;
  const showroom = `/${locale}/${hub}/showroom`;
  const day = dayText(locale, scope.hub.zone, search.seenAt);
  const labels = formLabels(locale);
  const at = { locale, hub, org, id };
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('title') }]}
      />
      <DoneIn locale={locale} part="lists" done={(await searchParams).done} />
      <PageHeader
        title={search.name}
        lead={`${t('count', { count: search.count })}: ${queryWords(locale, search.query)}`}
      >
        <ButtonLink href={`${showroom}${search.query && `?${search.query}`}`}>
          {t('openSearch')}
        </ButtonLink>
        <ButtonLink href={`${base}/new?from=${id}`} variant="secondary">
          {t('fromSearch')}
        </ButtonLink>
      </PageHeader>
      <section aria-labelledby="fresh">
        <h2 className="ds-heading" data-size="sm" id="fresh">
          {t('freshTitle', { day })}
        </h2>
        {search.fresh.length === 0 && <p className="quiet">{t('freshNone')}</p>}
        <ul className="m-0 grid list-none gap-2 p-0">
          {search.fresh.map((demo) => (
            <li key={demo.id}>
              <a href={`${showroom}/${demo.slug}`}>{inLocale(demo.title, locale)}</a>
            </li>
          ))}
        </ul>
      </section>
      <div className="mt-8 flex flex-wrap gap-4">
        {search.fresh.length > 0 && (
          <ButtonForm action={see.bind(null, at)} labels={labels} variant="secondary">
            {t('seen')}
          </ButtonForm>
        )}
        <ButtonForm action={forget.bind(null, at)} labels={labels} variant="secondary">
          {t('dropSearch')}
        </ButtonForm>
      </div>
    </>
  );
}
