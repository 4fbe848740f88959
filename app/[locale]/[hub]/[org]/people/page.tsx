import type { Metadata } from 'next';
import { dayText } from '#components/innovation/day.ts';
import { InvitationList } from '#components/people/invitation-list.tsx';
import { peopleDone } from '#components/people/sentences.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Done } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { listInvitations } from '#lib/people/invitations.ts';
import { type Colleague, listPeople } from '#lib/people/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { sendAgain } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'people')('ours.title') };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const manages = scope.may('people:manage');
  const people = await orNotFound(() => listPeople(scope));
  const invitations = manages ? await orNotFound(() => listInvitations(scope, 'people')) : [];
  const t = translator(locale, 'people');
  const base = `/${locale}/${hub}/${org}/people`;
  const { zone } = scope.hub;
  return (
    <>
      <PageHeader
        title={t('ours.title')}
        lead={t('ours.lead', { organisation: scope.organisation.name })}
      >
        {manages && <ButtonLink href={`${base}/invite`}>{t('ours.invite')}</ButtonLink>}
      </PageHeader>
      <Done sentences={peopleDone(locale)} done={(await searchParams).done} />
      <ul className="m-0 grid list-none grid-cols-1 gap-3 p-0">
        {people.map((person) => (
          <Row
            key={person.personId}
            person={person}
            locale={locale}
            zone={zone}
            base={base}
            manages={manages}
          />
        ))}
      </ul>
      <InvitationList
        locale={locale}
        zone={zone}
        heading={t('ours.open')}
        invitations={invitations}
        base={`${base}/invitations`}
        again={sendAgain.bind(null, { locale, hub, org })}
      />
      <p className="mt-10">
        <a className="inline-flex min-h-11 items-center" href={`${base}/leave`}>
          {t('ours.leave')}
        </a>
      </p>
    </>
  );
}

type RowProps = {
  person: Colleague;
  locale: Locale;
  zone: string;
  base: string;
  manages: boolean;
};

function Row({ person, locale, zone, base, manages }: RowProps) {
  const t = translator(locale, 'people');
  const { name } = person;
  return (
    <li className="panel flex flex-wrap items-center gap-x-6 gap-y-2 p-4">
      <div className="min-w-0 grow basis-64">
        <strong>{name}</strong>
        {person.me && <span className="quiet"> ({t('ours.you')})</span>}
        <span className="quiet block break-words text-base">{person.email}</span>
        {manages && person.only && (
          <span className="mt-1 block text-base">
            {person.me ? t('ours.onlyYou') : t('ours.onlyAdmin', { name })}
          </span>
        )}
      </div>
      <span className="flex flex-wrap items-center gap-3 text-base">
        <Tag tone={person.role === 'ADMIN' ? 'accent' : 'neutral'}>{t(`roles.${person.role}`)}</Tag>
        <span className="quiet">
          {t('ours.since', { date: dayText(locale, zone, person.since) })}
        </span>
      </span>
      {manages && !person.only && (
        <a className="inline-flex min-h-11 items-center" href={`${base}/${person.personId}`}>
          {t('ours.change')}
          <span className="ds-sr-only"> {name}</span>
        </a>
      )}
    </li>
  );
}
