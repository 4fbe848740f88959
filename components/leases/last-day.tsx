import { formLabels } from '#components/chrome/form-labels.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { LeaseDetail, Proposal } from '#lib/leases/reads.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { dayWords } from './words.ts';

type Action = (before: FormState, form: FormData) => Promise<FormState>;
type ActionOf = (proposal: string) => Action;
/** One side of a lease, as whoever reads acts for it. */
export type Side = {
  isHouse: boolean;
  /** Whether they may propose and answer for it. */
  mayAct: boolean;
  /** What it is called, and the other one. */
  name: string;
  other: string;
  person: string;
};
type Props = {
  locale: Locale;
  lease: LeaseDetail;
  side: Side;
  actions: { propose: Action; accept: ActionOf; decline: ActionOf; takeBack: ActionOf };
};

/** Another last day: what one side proposes and the other signs, or the form to propose it. */
export function LastDay({ locale, lease, side, actions }: Props) {
  const stands = ['SIGNED', 'ACTIVE', 'NOTICE'].includes(lease.standing);
  const open = lease.proposals.find(({ state }) => state === 'OPEN');
  if (!stands) return null;
  if (open) return <Open {...{ locale, lease, side, actions, open }} />;
  if (!side.mayAct) return null;
  const t = translator(locale, 'leases');
  return (
    <section className="max-w-3xl" aria-labelledby="last-day">
      <h2 className="ds-heading" data-size="sm" id="last-day">
        {t('lastDay.title')}
      </h2>
      <p className="prose">{t('lastDay.lead')}</p>
      <FieldsForm
        action={actions.propose}
        labels={formLabels(locale)}
        groups={[
          {
            fields: [
              {
                ...{ as: 'date', name: 'lastDay', label: t('lastDay.label') },
                hint: t('lastDay.hint'),
              },
              {
                ...{ as: 'area', name: 'why', label: t('lastDay.why') },
                ...{ required: true, maxLength: 1000 },
              },
            ],
          },
        ]}
        initial={{ lastDay: lease.lastDay ?? '' }}
        submit={t('lastDay.submit')}
        foundTitle={t('obstacles.hint')}
      />
    </section>
  );
}

type OpenProps = Props & { open: Proposal };

function Open(props: OpenProps) {
  const { locale, side, open } = props;
  const t = translator(locale, 'leases');
  const own = open.byHouse === side.isHouse;
  return (
    <section className="panel max-w-3xl p-5" aria-labelledby="proposal">
      <h2 className="ds-heading" data-size="sm" id="proposal">
        {t('proposal.title')}
      </h2>
      <Facts {...props} />
      <p className="prose mt-4">{t('proposal.waits', { who: own ? side.other : side.name })}</p>
      {own ? side.mayAct && <TakeBack {...props} /> : <Reply {...props} />}
    </section>
  );
}

function Facts({ locale, lease, side, open }: OpenProps) {
  const t = translator(locale, 'leases');
  const day = (kept: string | null) => (kept ? dayWords(locale, kept) : t('untilNotice'));
  const who = open.byHouse === side.isHouse ? side.name : side.other;
  const at = formatter(locale, lease.zone).dateTime(open.madeAt, { dateStyle: 'long' });
  const facts = [
    [t('proposal.from'), day(open.from)],
    [t('proposal.to'), day(open.to)],
    [t('proposal.why'), open.why],
    [t('proposal.by'), t('proposal.byWhom', { name: open.madeByName, who, at })],
    [t('proposal.answerBy'), day(open.answerBy)],
  ];
  return (
    <dl className="mt-4 mb-0 grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
      {facts.map(([term, value]) => (
        <div className="contents" key={term}>
          <dt className="quiet">{term}</dt>
          <dd className="m-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function TakeBack({ locale, actions, open }: OpenProps) {
  return (
    <FieldsForm
      action={actions.takeBack(open.id)}
      labels={formLabels(locale)}
      groups={[]}
      submit={translator(locale, 'leases')('proposal.takeBack')}
      variant="secondary"
    />
  );
}

function Reply({ locale, side, actions, open }: OpenProps) {
  const t = translator(locale, 'leases');
  const labels = formLabels(locale);
  if (!side.mayAct) return <p className="prose">{t('proposal.staff')}</p>;
  return (
    <>
      <p className="prose">{t('sign.signedAs', { name: side.person })}</p>
      <FieldsForm
        action={actions.accept(open.id)}
        labels={labels}
        groups={[{ fields: [mandate(locale, side.name)] }]}
        submit={t('proposal.sign')}
        foundTitle={t('obstacles.hint')}
      />
      <div className="mt-6">
        <Disclosure summary={t('proposal.decline')}>
          <FieldsForm
            action={actions.decline(open.id)}
            labels={labels}
            groups={[{ fields: [{ as: 'area', name: 'answer', label: t('sign.declineReason') }] }]}
            submit={t('proposal.decline')}
            tone="danger"
          />
        </Disclosure>
      </div>
    </>
  );
}

/** That one may sign for one's side, to be ticked. */
export function mandate(locale: Locale, organisation: string) {
  const t = translator(locale, 'leases');
  return {
    ...{ as: 'checkbox' as const, name: 'authorised', label: t('sign.authorised') },
    options: [{ value: 'yes', label: t('sign.yes', { organisation }) }],
  };
}
