import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { foundWords } from '#components/leases/found-words.ts';
import { GivenDays } from '#components/leases/given-days.tsx';
import { LastDay } from '#components/leases/last-day.tsx';
import { LeaseFacts } from '#components/leases/lease-facts.tsx';
import { dayWords } from '#components/leases/words.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { FoundList } from '#components/ui/form/found-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findLease, type LeaseDetail } from '#lib/leases/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import type { Query } from '#lib/workspace/schema.ts';
import {
  acceptChange,
  declineChange,
  notice,
  offer,
  propose,
  takeBackChange,
  withdraw,
} from '../actions.ts';

type Params = { locale: Locale; hub: string; lease: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, id: string) => {
  const scope = await enterHouseOf(locale, hub);
  const lease = await orNotFound(() => findLease(scope, id));
  return { scope, lease };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, lease: id } = await params;
  const { number } = (await load(locale, hub, id)).lease;
  return { title: translator(locale, 'leases')('heading', { number }) };
}

/** One lease for the house: what it says, how it stands, and what can be done with it now. */
export default async function HouseLeasePage({ params, searchParams }: Props) {
  const { locale, hub, lease: id } = await params;
  const { scope, lease } = await load(locale, hub, id);
  const t = translator(locale, 'leases');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/leases`, label: t('title') }]}
      />
      <PageHeader title={t('heading', { number: lease.number })} lead={lease.organisation.name} />
      <DoneIn locale={locale} part="leases" done={(await searchParams).done} />
      <LeaseFacts locale={locale} hub={scope.hub} lease={lease} />
      <GivenDays
        locale={locale}
        lease={lease}
        title={t('giveBack.givenOf', { organisation: lease.organisation.name })}
      />
      <div className="mt-8 grid max-w-3xl gap-8">
        <Draft where={{ locale, hub }} lease={lease} />
        <Change where={{ locale, hub }} lease={lease} scope={scope} />
        <Standing where={{ locale, hub }} lease={lease} />
      </div>
    </>
  );
}

type PartProps = { where: { locale: Locale; hub: string }; lease: LeaseDetail };

/** Another last day, proposed by the house or answered by it. */
function Change({ where, lease, scope }: PartProps & { scope: Scope }) {
  const which = { ...where, id: lease.id };
  const { name } = scope.hub;
  const side = { name, other: lease.organisation.name, person: scope.person.name };
  return (
    <>
      {!lease.isHeard && <Unheard where={where} lease={lease} />}
      <LastDay
        locale={where.locale}
        lease={lease}
        side={{ ...side, isHouse: true, mayAct: true }}
        actions={{
          propose: propose.bind(null, which),
          accept: (proposal) => acceptChange.bind(null, { ...which, proposal }),
          decline: (proposal) => declineChange.bind(null, { ...which, proposal }),
          takeBack: (proposal) => takeBackChange.bind(null, { ...which, proposal }),
        }}
      />
    </>
  );
}

/** Nobody would read the letter, or could sign: the way to name somebody. */
function Unheard({ where, lease }: PartProps) {
  const t = translator(where.locale, 'leases');
  const organisation = lease.organisation.name;
  const open = ['DRAFT', 'OFFERED', 'SIGNED', 'ACTIVE', 'NOTICE'].includes(lease.standing);
  if (!open) return null;
  return (
    <Notice tone="warning">
      <p className="m-0">{t('unheard.text', { organisation })}</p>
      <p className="mb-0">
        <a href={`/${where.locale}/${where.hub}/house/organisations/${lease.organisation.slug}`}>
          {t('unheard.name', { organisation })}
        </a>
      </p>
    </Notice>
  );
}

/** A draft is changed and offered; a draft or an offer is taken back. */
function Draft({ where, lease }: PartProps) {
  const t = translator(where.locale, 'leases');
  const labels = formLabels(where.locale);
  const which = { ...where, id: lease.id };
  const { standing } = lease;
  return (
    <>
      {standing === 'DRAFT' && (
        <>
          <FoundList title={t('obstacles.title')} found={foundWords(where, lease.obstacles)} />
          {lease.isHeard && (
            <>
              <p className="prose m-0">{t('offerHint')}</p>
              <FieldsForm
                action={offer.bind(null, which)}
                labels={labels}
                groups={[]}
                submit={t('offer')}
                foundTitle={t('obstacles.hint')}
              />
            </>
          )}
          <div>
            <ButtonLink
              href={`/${where.locale}/${where.hub}/house/leases/${lease.id}/edit`}
              variant="secondary"
            >
              {t('form.edit')}
            </ButtonLink>
          </div>
        </>
      )}
      {(standing === 'DRAFT' || standing === 'OFFERED') && (
        <Disclosure summary={t('withdraw')}>
          <FieldsForm
            action={withdraw.bind(null, which)}
            labels={labels}
            groups={[
              {
                fields: [
                  { as: 'area', name: 'reason', label: t('reason'), hint: t('withdrawHint') },
                ],
              },
            ]}
            submit={t('withdraw')}
            tone="danger"
          />
        </Disclosure>
      )}
    </>
  );
}

/** What is signed ends by notice. */
function Standing({ where, lease }: PartProps) {
  const t = translator(where.locale, 'leases');
  const labels = formLabels(where.locale);
  const which = { ...where, id: lease.id };
  const stands = ['SIGNED', 'ACTIVE', 'NOTICE'].includes(lease.standing);
  const mayEnd = lease.standing !== 'NOTICE' && lease.endsByNotice;
  if (!stands) return null;
  return (
    <>
      {mayEnd && (
        <Disclosure summary={t('notice.title')}>
          <p className="prose">{t('notice.hint', { date: dayWords(where.locale, mayEnd) })}</p>
          <FieldsForm
            action={notice.bind(null, which)}
            labels={labels}
            groups={[{ fields: [{ as: 'area', name: 'reason', label: t('notice.reason') }] }]}
            submit={t('notice.submit')}
            tone="danger"
          />
        </Disclosure>
      )}
    </>
  );
}
