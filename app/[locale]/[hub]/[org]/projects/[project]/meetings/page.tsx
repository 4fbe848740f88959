import type { Metadata } from 'next';
import { cache } from 'react';
import { momentText } from '#components/innovation/day.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { listMeetings } from '#lib/meetings/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { CallForm } from './call-form.tsx';
import { meetingTones } from './tones.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where> };
type View = Awaited<ReturnType<typeof listMeetings>>;
type Row = View['ahead'][number];

const load = cache((scope: Scope, slug: string) => orNotFound(() => listMeetings(scope, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'meetings')('title') };
}

/** When a project's groups meet and met. */
export default async function MeetingsPage({ params }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const view = await load(scope, slug);
  const t = translator(locale, 'meetings');
  const base = `/${locale}/${hub}/${org}/projects/${slug}`;
  const nothing = view.ahead.length + view.over.length === 0;
  const list = { where, zone: scope.hub.zone, groups: view.groups };
  return (
    <article>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: inLocale(view.title, locale) }]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      {nothing && <p className="m-0">{t('none')}</p>}
      {!nothing && (
        <>
          <List {...list} title={t('ahead')} rows={view.ahead} empty={t('noneAhead')} />
          {view.over.length > 0 && <List {...list} title={t('over')} rows={view.over} />}
        </>
      )}
      {view.callable.length > 0 && <CallForm where={where} groups={view.callable} />}
    </article>
  );
}

type ListProps = {
  where: Where;
  zone: string;
  groups: View['groups'];
  title: string;
  rows: Row[];
  empty?: string;
};

function List({ where, zone, groups, title, rows, empty }: ListProps) {
  const { locale, hub, org, project } = where;
  const t = translator(locale, 'meetings');
  const base = `/${locale}/${hub}/${org}/projects/${project}/meetings`;
  return (
    <section className="mt-8">
      <h2 className="ds-heading" data-size="sm">
        {title}
      </h2>
      {rows.length === 0 && <p className="m-0">{empty}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {rows.map((row) => (
          <li className="panel grid gap-2 p-5" key={row.id}>
            <p className="m-0 flex flex-wrap items-center gap-2">
              <Tag tone={meetingTones[row.state]}>{t(`states.${row.state}`)}</Tag>
              {row.state === 'CALLED' && !empty && <Tag tone="warning">{t('toMinute')}</Tag>}
              <span className="quiet">{momentText(locale, zone, row.startsAt)}</span>
            </p>
            <h3 className="ds-heading m-0" data-size="2xs">
              <a className="ds-link" href={`${base}/${row.id}`} lang={row.language}>
                {row.title}
              </a>
            </h3>
            <p className="quiet m-0 text-base">
              {[groups.find(({ id }) => id === row.groupId)?.name, row.place]
                .filter((each) => each)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
