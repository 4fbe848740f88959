import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { ListForm } from '#components/lists/list-form.tsx';
import { queryWords } from '#components/lists/query-words.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findListChoices } from '#lib/lists/reads.ts';
import { findSearch } from '#lib/lists/searches.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { make } from '../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ from?: string | string[]; with?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'lists')('newList') };
}

/** A new list, empty or of what a kept search finds. */
export default async function NewListPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'list:keep');
  const asked = await searchParams;
  const from = [asked.from].flat()[0];
  const [shown = ''] = [asked.with].flat();
  const demo = shown ? (await orNotFound(() => findListChoices(scope, shown))).demo : null;
  const search = from ? await orNotFound(() => findSearch(scope, from)) : null;
  const t = translator(locale, 'lists');
  const found = search
    ? { lead: `${t('count', { count: search.count })}: ${queryWords(locale, search.query)}` }
    : demo
      ? { lead: t('addTitle', { title: inLocale(demo.title, locale) }) }
      : {};
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/lists`, label: t('title') }]}
      />
      <PageHeader title={t('newList')} {...found} />
      <div className="max-w-2xl">
        <ListForm
          locale={locale}
          action={make.bind(null, { locale, hub, org, from: search !== null, shown })}
          labels={formLabels(locale)}
          submit={t('make')}
          hidden={{ id: crypto.randomUUID(), query: search?.query ?? '' }}
          initial={{ name: search?.name ?? '' }}
        />
      </div>
    </>
  );
}
