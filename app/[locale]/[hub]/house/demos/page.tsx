import type { Metadata } from 'next';
import { DemoState } from '#components/showroom/demo-state.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { demand, enterHouseOf } from '#lib/platform/session/entry.ts';
import {
  listDemosToReview,
  listRemovedDemos,
  listShownDemos,
} from '#lib/showroom/version-reads.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoPages')('reviewTitle') };
}

/** What waits to be read, the longest first; and what is shown, what is due first. */
export default async function ReviewQueuePage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  demand(scope, 'demo:review');
  const waiting = await listDemosToReview(scope);
  const shown = await listShownDemos(scope);
  const removed = await listRemovedDemos(scope);
  const t = translator(locale, 'demoPages');
  const day = (date: Date) =>
    formatter(locale, scope.hub.zone).dateTime(date, { dateStyle: 'long' });
  const base = `/${locale}/${hub}/house/demos`;
  return (
    <>
      <DoneIn locale={locale} part="demoPages" done={(await searchParams).done} />
      <PageHeader title={t('reviewTitle')} lead={t('reviewLead')}>
        <ButtonLink href={`${base}/signs`} variant="secondary">
          {t('signs')}
        </ButtonLink>
      </PageHeader>
      <section aria-labelledby="waiting">
        <h2 className="ds-heading" data-size="sm" id="waiting">
          {t('waiting')}
        </h2>
        {waiting.length === 0 && <EmptyState text={t('reviewNone')} />}
        <ul className="m-0 grid list-none gap-3 p-0">
          {waiting.map(({ demoId, content, demo, sentBy, sentAt }) => (
            <li className="panel card-link px-5 py-4" key={demoId}>
              <a
                className="text-lg font-semibold after:absolute after:inset-0"
                href={`${base}/${demoId}`}
              >
                {inLocale(content.title, locale)}
              </a>
              <span className="quiet block text-base">
                {demo.owner.name} ·{' '}
                {t('sentBy', { person: sentBy?.name ?? '–', day: sentAt ? day(sentAt) : '–' })}
                {demo.publishedVersion === null && ` · ${t('newDemo')}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="mt-10" aria-labelledby="shown">
        <h2 className="ds-heading" data-size="sm" id="shown">
          {t('shown')}
        </h2>
        <ul className="m-0 grid list-none gap-3 p-0">
          {shown.map((demo) => (
            <li className="panel card-link px-5 py-4" key={demo.id}>
              <a className="font-semibold after:absolute after:inset-0" href={`${base}/${demo.id}`}>
                {inLocale(demo.title, locale)}
              </a>{' '}
              <span className="quiet">{demo.owner.name}</span>
              <DemoState
                locale={locale}
                zone={scope.hub.zone}
                demo={{ ...demo, version: { state: 'PUBLISHED' } }}
              />
            </li>
          ))}
        </ul>
      </section>
      {removed.length > 0 && (
        <section className="mt-10" aria-labelledby="removed">
          <h2 className="ds-heading" data-size="sm" id="removed">
            {t('removed')}
          </h2>
          <ul className="m-0 grid list-none gap-3 p-0">
            {removed.map(({ id, title, owner, archivedAt, removals: [last] }) => (
              <li className="panel card-link px-5 py-4" key={id}>
                <a className="font-semibold after:absolute after:inset-0" href={`${base}/${id}`}>
                  {inLocale(title, locale)}
                </a>{' '}
                <span className="quiet">
                  {owner.name}
                  {archivedAt && ` · ${day(archivedAt)}`}
                </span>
                <p className="m-0 whitespace-pre-line text-base">{last?.reason}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
