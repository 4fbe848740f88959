import type { ReactNode } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { LastDay, mandate } from '#components/leases/last-day.tsx';
import { dayWords } from '#components/leases/words.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { LeaseDetail } from '#lib/leases/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import {
  acceptChange,
  decline,
  declineChange,
  give,
  notice,
  propose,
  setUsers,
  sign,
  takeBack,
  takeBackChange,
} from './actions.ts';

type Which = { locale: Locale; hub: string; org: string; id: string };
type Props = { which: Which; lease: LeaseDetail; scope: Scope };

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="mt-10 max-w-3xl" aria-labelledby={id}>
      <h2 className="ds-heading" data-size="sm" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** An offer: sign it or say no. */
export function Answer({ which, lease, scope }: Props) {
  const t = translator(which.locale, 'leases');
  const labels = formLabels(which.locale);
  if (lease.standing !== 'OFFERED') return null;
  if (!scope.may('lease:sign')) return <p className="prose mt-6">{t('sign.staff')}</p>;
  const organisation = scope.organisation.name;
  return (
    <Part id="sign" title={t('sign.title')}>
      <p className="prose">{t('sign.hint')}</p>
      <p className="prose">{t('sign.signedAs', { name: scope.person.name })}</p>
      <FieldsForm
        action={sign.bind(null, which)}
        labels={labels}
        groups={[{ fields: [mandate(which.locale, organisation)] }]}
        submit={t('sign.submit')}
      />
      <div className="mt-6">
        <Disclosure summary={t('sign.decline')}>
          <FieldsForm
            action={decline.bind(null, which)}
            labels={labels}
            groups={[{ fields: [{ as: 'area', name: 'reason', label: t('sign.declineReason') }] }]}
            submit={t('sign.decline')}
            tone="danger"
          />
        </Disclosure>
      </div>
    </Part>
  );
}

/** Another last day, proposed by an administrator or answered by one. */
export function Change({ which, lease, scope }: Props) {
  const side = { name: scope.organisation.name, other: scope.hub.name, person: scope.person.name };
  return (
    <div className="mt-10">
      <LastDay
        locale={which.locale}
        lease={lease}
        side={{ ...side, isHouse: false, mayAct: scope.may('lease:sign') }}
        actions={{
          propose: propose.bind(null, which),
          accept: (proposal) => acceptChange.bind(null, { ...which, proposal }),
          decline: (proposal) => declineChange.bind(null, { ...which, proposal }),
          takeBack: (proposal) => takeBackChange.bind(null, { ...which, proposal }),
        }}
      />
    </div>
  );
}

/** Days go to others, and come back while nobody has booked them. */
export function GiveBack({ which, lease }: Props) {
  const { locale } = which;
  const t = translator(locale, 'leases');
  const labels = formLabels(locale);
  if (!lease.mayGiveBack) return null;
  const nameOf = (id: string) =>
    inLocale(lease.places.find((place) => place.id === id)?.name, locale);
  const free = lease.givenBack.filter(({ reclaimable }) => reclaimable);
  const first = [lease.today, lease.validFrom].toSorted().at(-1) ?? lease.today;
  return (
    <Part id="give-back" title={t('giveBack.title')}>
      <p className="prose">{t('giveBack.hint')}</p>
      <FieldsForm
        action={give.bind(null, which)}
        labels={labels}
        groups={[
          {
            fields: [
              {
                ...{ as: 'select', name: 'placeId', label: t('giveBack.place') },
                options: lease.places.map(({ id }) => ({ value: id, label: nameOf(id) })),
              },
              {
                ...{ as: 'date', name: 'from', label: t('giveBack.from') },
                ...{ required: true, min: first },
              },
              {
                ...{ as: 'date', name: 'to', label: t('giveBack.to') },
                ...{ required: true, min: first },
              },
            ],
          },
        ]}
        submit={t('giveBack.submit')}
      />
      {free.length > 0 && (
        <div className="mt-8">
          <FieldsForm
            action={takeBack.bind(null, which)}
            labels={labels}
            variant="secondary"
            groups={[
              {
                fields: [
                  {
                    ...{ as: 'checkbox', name: 'days' },
                    label: t('giveBack.given'),
                    options: free.map(({ placeId, day }) => ({
                      value: `${placeId} ${day}`,
                      label: `${dayWords(locale, day)} (${nameOf(placeId)})`,
                    })),
                  },
                ],
              },
            ]}
            submit={t('giveBack.reclaim')}
          />
        </div>
      )}
    </Part>
  );
}

/** Who uses the places. */
export function Users({ which, lease, scope }: Props) {
  const t = translator(which.locale, 'leases');
  const open = ['OFFERED', 'SIGNED', 'ACTIVE', 'NOTICE'].includes(lease.standing);
  const names = lease.users.map(({ name }) => name).join(', ');
  return (
    <Part id="users" title={t('users.title')}>
      {open && scope.may('lease:sign') ? (
        <FieldsForm
          action={setUsers.bind(null, which)}
          labels={formLabels(which.locale)}
          variant="secondary"
          groups={[
            {
              fields: [
                {
                  ...{ as: 'checkbox', name: 'people', label: t('users.label') },
                  hint: t('users.hint'),
                  options: lease.colleagues.map(({ id, name }) => ({ value: id, label: name })),
                },
              ],
            },
          ]}
          initial={{ people: lease.users.map(({ id }) => id) }}
          submit={t('users.submit')}
        />
      ) : (
        <p className="m-0">{names || t('users.none')}</p>
      )}
    </Part>
  );
}

/** The end, after the notice period. */
export function Notice({ which, lease, scope }: Props) {
  const t = translator(which.locale, 'leases');
  const stands = lease.standing === 'SIGNED' || lease.standing === 'ACTIVE';
  if (!stands || !lease.endsByNotice || !scope.may('lease:sign')) return null;
  return (
    <div className="mt-10 max-w-3xl">
      <Disclosure summary={t('notice.title')}>
        <p className="prose">
          {t('notice.hint', { date: dayWords(which.locale, lease.endsByNotice) })}
        </p>
        <FieldsForm
          action={notice.bind(null, which)}
          labels={formLabels(which.locale)}
          groups={[{ fields: [{ as: 'area', name: 'reason', label: t('notice.reason') }] }]}
          submit={t('notice.submit')}
          tone="danger"
        />
      </Disclosure>
    </div>
  );
}
