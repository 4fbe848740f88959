import type { Metadata } from 'next';
import { cache } from 'react';
import { dayText } from '#components/innovation/day.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { type DecisionsView, listDecisions } from '#lib/steering/decisions.ts';
import { Readiness } from './readiness.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };
type Row = DecisionsView['decisions'][number];

const tones: Record<Row['state'], Tone> = {
  ...{ DRAFT: 'neutral', OPEN: 'warning', ADOPTED: 'success' },
  ...{ REJECTED: 'danger', DEFERRED: 'info', SUPERSEDED: 'neutral' },
};
const load = cache((scope: Scope, slug: string) => orNotFound(() => listDecisions(scope, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'steering')('decisions') };
}

/** What a project's steering group decides and has decided. */
export default async function DecisionsPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const view = await load(scope, slug);
  const t = translator(locale, 'steering');
  const base = `/${locale}/${hub}/${org}/projects/${slug}`;
  const { done } = await searchParams;
  return (
    <article key={String(done)}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: inLocale(view.title, locale) }]}
      />
      <DoneIn locale={locale} part="steering" done={done} />
      <PageHeader title={t('decisions')} lead={t('decisionsLead')}>
        {view.mayDraft && <ButtonLink href={`${base}/decisions/new`}>{t('draft')}</ButtonLink>}
      </PageHeader>
      <Readiness where={where} scope={scope} />
      {view.decisions.length === 0 && <p className="m-0">{t('noDecisions')}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {view.decisions.map((row) => (
          <li className="panel grid gap-2 p-5" key={row.id}>
            <p className="m-0 flex flex-wrap items-center gap-2">
              <Tag tone={tones[row.state]}>{t(`states.${row.state}`)}</Tag>
              {row.number !== null && (
                <span className="quiet">{t('number', { number: row.number })}</span>
              )}
              {row.waits && <Tag tone="danger">{t('waits')}</Tag>}
            </p>
            <h2 className="ds-heading m-0" data-size="2xs">
              <a className="ds-link" href={`${base}/decisions/${row.id}`} lang={row.language}>
                {row.title}
              </a>
            </h2>
            <p className="quiet m-0 text-base">
              <When row={row} locale={locale} zone={scope.hub.zone} />
            </p>
          </li>
        ))}
      </ul>
    </article>
  );
}

function When({ row, locale, zone }: { row: Row; locale: Locale; zone: string }) {
  const t = translator(locale, 'steering');
  if (row.state === 'OPEN' && row.answerBy) {
    return (
      <>
        {t('answerBySays', { date: dayText(locale, zone, row.answerBy) })}{' '}
        {t('answered', { answered: row.answered, asked: row.asked })}
      </>
    );
  }
  return row.closedAt && t('closed', { date: dayText(locale, zone, row.closedAt) });
}
