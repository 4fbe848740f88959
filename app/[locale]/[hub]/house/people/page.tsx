import type { Metadata } from 'next';
import { HubPeopleTable } from '#components/people/hub-people-table.tsx';
import { InvitationList } from '#components/people/invitation-list.tsx';
import { PeopleFilter } from '#components/people/people-filter.tsx';
import { peopleDone } from '#components/people/sentences.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Done } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listHubPeople } from '#lib/people/hub.ts';
import { listInvitations } from '#lib/people/invitations.ts';
import { type PeopleQuery, peopleAddress, readPeopleQuery } from '#lib/people/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { sendAgain } from '../invitations/actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'people')('hub.title') };
}

export default async function HubPeoplePage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const search = await searchParams;
  const query = readPeopleQuery(search);
  const found = await orNotFound(() => listHubPeople(scope, query));
  const invitations = await orNotFound(() => listInvitations(scope, 'staff'));
  const t = translator(locale, 'people');
  const house = `/${locale}/${hub}/house`;
  return (
    <>
      <PageHeader title={t('hub.title')} lead={t('hub.lead', { hub: scope.hub.name })}>
        {scope.may('hub:appoint') && (
          <ButtonLink href={`${house}/people/invite`}>{t('hub.invite')}</ButtonLink>
        )}
      </PageHeader>
      <Done sentences={peopleDone(locale)} done={search.done} />
      <PeopleFilter
        locale={locale}
        action={`${house}/people`}
        query={query}
        organisations={found.organisations}
      />
      <p className="font-medium">{t('hub.count', { count: found.count })}</p>
      {found.people.length === 0 ? (
        <EmptyState text={t('hub.none')} />
      ) : (
        <HubPeopleTable locale={locale} base={`${house}/people`} people={found.people} />
      )}
      <Pages locale={locale} base={`${house}/people`} query={query} pages={found.pages} />
      <InvitationList
        locale={locale}
        zone={scope.hub.zone}
        heading={t('hub.open')}
        invitations={invitations}
        base={`${house}/invitations/staff`}
        again={sendAgain.bind(null, { locale, hub, which: 'staff' })}
      />
    </>
  );
}

type PagesProps = { locale: Locale; base: string; query: PeopleQuery; pages: number };

function Pages({ locale, base, query, pages }: PagesProps) {
  const t = translator(locale, 'people');
  if (pages < 2) return null;
  const { page } = query;
  const to = (there: number) => `${base}${peopleAddress({ ...query, page: there })}`;
  return (
    <nav className="mt-6 flex flex-wrap items-center gap-5" aria-label={t('hub.title')}>
      {page > 1 && <a href={to(page - 1)}>{t('hub.earlier')}</a>}
      <span>{t('hub.page', { page, pages })}</span>
      {page < pages && <a href={to(page + 1)}>{t('hub.later')}</a>}
    </nav>
  );
}
