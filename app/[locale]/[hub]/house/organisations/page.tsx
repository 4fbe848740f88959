import type { Metadata } from 'next';
import { dayText } from '#components/innovation/day.ts';
import { InvitationList } from '#components/people/invitation-list.tsx';
import { organisationsDone } from '#components/people/sentences.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Done } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { listTakingPart } from '#lib/organisations/judging.ts';
import { type ParticipationState, participationStates } from '#lib/organisations/rules.ts';
import { listInvitations } from '#lib/people/invitations.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { sendAgain } from '../invitations/actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'organisations')('judge.title') };
}

export default async function OrganisationsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const search = await searchParams;
  const state = participationStates.find((each) => each === search.state) ?? 'PENDING';
  const { rows, counts } = await orNotFound(() => listTakingPart(scope, state));
  const invitations = await orNotFound(() => listInvitations(scope, 'bodies'));
  const t = translator(locale, 'organisations');
  const house = `/${locale}/${hub}/house`;
  return (
    <>
      <PageHeader title={t('judge.title')} lead={t('judge.lead')}>
        {scope.may('organisation:invite') && (
          <ButtonLink href={`${house}/invite-organisation`}>{t('judge.invite')}</ButtonLink>
        )}
      </PageHeader>
      <Done sentences={organisationsDone(locale)} done={search.done} />
      <States locale={locale} base={`${house}/organisations`} chosen={state} counts={counts} />
      {rows.length === 0 && <EmptyState text={t(`judge.none.${state}`)} />}
      <ul className="m-0 grid list-none grid-cols-1 gap-4 p-0 md:grid-cols-2">
        {rows.map((row) => (
          <li className="panel card-link p-5" key={row.slug}>
            <h2 className="ds-heading m-0" data-size="xs">
              <a href={`${house}/organisations/${row.slug}`}>{row.name}</a>
            </h2>
            <p className="quiet m-0 mt-2 flex flex-wrap items-center gap-2 text-base">
              <Tag>{translator(locale, 'site')(`kinds.${row.kind}`)}</Tag>
              <span>
                {row.town && `${row.town} · `}
                {t(`judge.since.${state}`, { date: dayText(locale, scope.hub.zone, row.since) })}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <InvitationList
        locale={locale}
        zone={scope.hub.zone}
        heading={t('inviteBody.open')}
        invitations={invitations}
        base={`${house}/invitations/bodies`}
        again={sendAgain.bind(null, { locale, hub, which: 'bodies' })}
      />
    </>
  );
}

type StatesProps = {
  locale: Locale;
  base: string;
  chosen: ParticipationState;
  counts: Record<string, number>;
};

function States({ locale, base, chosen, counts }: StatesProps) {
  const t = translator(locale, 'organisations');
  return (
    <nav className="mb-6" aria-label={t('judge.filter')}>
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {participationStates.map((state) => (
          <li key={state}>
            <a
              className="ds-button"
              data-variant={state === chosen ? 'primary' : 'secondary'}
              data-size="sm"
              aria-current={state === chosen ? 'page' : undefined}
              href={`${base}?state=${state}`}
            >
              {t(`judge.states.${state}`)} ({counts[state] ?? 0})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
