import type { Metadata } from 'next';
import { cache } from 'react';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findGroups, listOwnPeople } from '#lib/steering/reads.ts';
import { MakeGroup, NameSeat } from './forms.tsx';
import { SeatTable } from './seats.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string) => orNotFound(() => findGroups(scope, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'steering')('groups') };
}

/** Who steers a project and who works in it. */
export default async function GroupsPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const view = await load(scope, slug);
  const people = view.mayName ? await listOwnPeople(scope) : [];
  const t = translator(locale, 'steering');
  const { done } = await searchParams;
  return (
    <article key={String(done)}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          {
            href: `/${locale}/${hub}/${org}/projects/${slug}`,
            label: inLocale(view.title, locale),
          },
        ]}
      />
      <DoneIn locale={locale} part="steering" done={done} />
      <PageHeader title={t('groups')} lead={t('groupsLead')} />
      {view.groups.length === 0 && <p className="m-0">{t('noGroups')}</p>}
      {view.groups.map((group) => (
        <section className="mt-8" key={group.id} aria-labelledby={group.id}>
          <h2 className="ds-heading" data-size="sm" id={group.id}>
            <span lang={group.language}>{group.name}</span>
          </h2>
          <p className="quiet m-0">
            {t(`kinds.${group.kind}`)} · {t('perParty', { count: group.seatsPerParty })}
            {group.meetingsAYear && ` · ${t('meetingsAYear', { count: group.meetingsAYear })}`}
            {group.userSeats + group.staffSeats > 0 &&
              ` · ${t('compulsory', { users: group.userSeats, staff: group.staffSeats })}`}
          </p>
          <p className="prose whitespace-pre-line" lang={group.language}>
            {group.mandate}
          </p>
          <SeatTable where={where} group={group} />
          {view.mayName && <NameSeat where={where} group={group} people={people} />}
        </section>
      ))}
      {view.mayMake && <MakeGroup where={where} groups={view.groups} />}
    </article>
  );
}
