import type { Metadata } from 'next';
import { dayText } from '#components/innovation/day.ts';
import { queryWords } from '#components/lists/query-words.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RecordList } from '#components/ui/record-list.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { listLists } from '#lib/lists/reads.ts';
import { listSearches } from '#lib/lists/searches.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'lists')('title') };
}

/** The searches and lists that one's own organisation keeps. */
export default async function ListsPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const t = translator(locale, 'lists');
  const base = `/${locale}/${hub}/${org}/lists`;
  return (
    <>
      <DoneIn locale={locale} part="lists" done={(await searchParams).done} />
      <PageHeader title={t('title')} lead={t('lead')}>
        <ButtonLink href={`${base}/new`}>{t('newList')}</ButtonLink>
        <ButtonLink href={`/${locale}/${hub}/showroom`} variant="secondary">
          {t('find')}
        </ButtonLink>
      </PageHeader>
      <Lists locale={locale} scope={scope} base={base} />
      <Searches locale={locale} scope={scope} base={base} />
    </>
  );
}

type PartProps = { locale: Locale; scope: Scope; base: string };

async function Lists({ locale, scope, base }: PartProps) {
  const lists = await orNotFound(() => listLists(scope));
  const t = translator(locale, 'lists');
  const stateOf = (list: (typeof lists)[number]) =>
    list._count.decisions > 0 ? 'DECIDED' : list.lockedAt ? 'LOCKED' : 'OPEN';
  return (
    <section aria-labelledby="lists">
      <h2 className="ds-heading" data-size="sm" id="lists">
        {t('lists')}
      </h2>
      {lists.length === 0 && <EmptyState text={t('listsNone')} />}
      <RecordList
        label={t('lists')}
        rows={lists.map((list) => ({
          key: list.id,
          name: <a href={`${base}/${list.id}`}>{list.name}</a>,
          facts: [
            {
              label: t('state'),
              value: (
                <Tag tone={list.lockedAt ? 'success' : 'neutral'}>
                  {t(`states.${stateOf(list)}`)}
                </Tag>
              ),
            },
            { label: t('demos'), value: t('count', { count: list._count.items }) },
            { label: t('caseNumber'), value: list.caseNumber || '–' },
          ],
        }))}
      />
    </section>
  );
}

async function Searches({ locale, scope, base }: PartProps) {
  const searches = await orNotFound(() => listSearches(scope));
  const t = translator(locale, 'lists');
  return (
    <section className="mt-10" aria-labelledby="searches">
      <h2 className="ds-heading" data-size="sm" id="searches">
        {t('searches')}
      </h2>
      {searches.length === 0 && <EmptyState text={t('searchesNone')} />}
      <RecordList
        label={t('searches')}
        rows={searches.map(({ id, name, query, count, fresh, seenAt }) => ({
          key: id,
          name: <a href={`${base}/searches/${id}`}>{name}</a>,
          facts: [
            { label: t('searchFor'), value: queryWords(locale, query) },
            { label: t('found'), value: t('count', { count }) },
            {
              label: t('freshTitle', { day: dayText(locale, scope.hub.zone, seenAt) }),
              value: String(fresh),
            },
          ],
        }))}
      />
    </section>
  );
}
