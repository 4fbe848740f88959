import { formLabels } from '#components/chrome/form-labels.ts';
import { dayText } from '#components/innovation/day.ts';
import type { Country } from '#components/prices/money.ts';
import { oreText } from '#components/sharing/ore.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Scrolls } from '#components/ui/scrolls.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { PledgeMove } from '#lib/sharing/moves.ts';
import type { MoneyView, PledgeView } from '#lib/sharing/reads.ts';
import { moneyLimits } from '#lib/sharing/schema.ts';
import { move, propose } from './actions.ts';

export type Where = { locale: Locale; hub: string; org: string; project: string };
export type Part = { where: Where; money: MoneyView; country: Country; zone: string };

const tones: Record<string, Tone> = {
  ...{ PROPOSED: 'info', CONFIRMED: 'success', FULFILLED: 'success' },
  ...{ WITHDRAWN: 'neutral', RELEASED: 'neutral' },
};

/** What each has pledged, and what one's own organisation can do with its own. */
export function Pledges(part: Part) {
  const { where, money } = part;
  const t = translator(where.locale, 'sharing');
  return (
    <section className="mt-10" aria-labelledby="pledges">
      <h2 className="ds-heading" data-size="sm" id="pledges">
        {t('pledges')}
      </h2>
      {money.pledges.length === 0 && <p className="m-0">{t('pledgesNone')}</p>}
      {money.pledges.length > 0 && (
        <Scrolls label={`${t('body')}, ${t('amount')}`}>
          <table className="ds-table w-full" data-border="true">
            <thead>
              <tr>
                {(['body', 'year', 'amount', 'state'] as const).map((column) => (
                  <th scope="col" key={column}>
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {money.pledges.map((pledge) => (
                <Row key={pledge.id} {...part} pledge={pledge} />
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
      {money.mayPledge && <Propose {...part} />}
    </section>
  );
}

function Row({ where, country, zone, pledge }: Part & { pledge: PledgeView }) {
  const { locale } = where;
  const t = translator(locale, 'sharing');
  const { amount, kind, note, state, caseNumber, words, moves } = pledge;
  const at = pledge.confirmedAt ?? pledge.proposedAt;
  const name = (pledge.confirmedBy ?? pledge.proposedBy)?.name ?? '–';
  return (
    <tr>
      <th scope="row">{pledge.name}</th>
      <td>{pledge.year}</td>
      <td>
        {kind === 'MONEY'
          ? oreText(locale, country, amount)
          : t('work', { count: Number(amount) / 100 })}
        {note && <span className="quiet block text-base">{note}</span>}
      </td>
      <td>
        <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
        <span className="quiet block text-base">
          {t('signed', { name, date: dayText(locale, zone, at) })}
          {caseNumber && ` · ${t('caseNumber')} ${caseNumber}`}
        </span>
        {words}
        <div className="no-print mt-2 grid justify-items-start gap-2">
          {moves.map((one) => (
            <Move key={one} where={where} pledge={pledge} name={one} />
          ))}
        </div>
      </td>
    </tr>
  );
}

type MoveProps = { where: Where; pledge: PledgeView; name: PledgeMove };

function Move({ where, pledge, name }: MoveProps) {
  const t = translator(where.locale, 'sharing');
  const action = move.bind(null, { ...where, pledge: pledge.id }, name);
  const labels = formLabels(where.locale);
  const label = t(`moves.${name}`);
  if (name === 'receive') {
    return (
      <ButtonForm action={action} labels={labels} variant="secondary">
        {label}
        <span className="ds-sr-only"> {`${pledge.name} ${pledge.year}`}</span>
      </ButtonForm>
    );
  }
  const confirms = name === 'confirm';
  return (
    <Disclosure summary={label}>
      <FieldsForm
        action={action}
        labels={labels}
        groups={[
          {
            fields: [
              confirms
                ? {
                    ...{ as: 'text', name: 'caseNumber', label: t('caseNumber') },
                    ...{ hint: t('caseNumberHint'), required: true },
                    maxLength: moneyLimits.caseNumber,
                  }
                : {
                    ...{ as: 'area', name: 'words', label: t('why'), hint: t('whyHint') },
                    maxLength: moneyLimits.words,
                  },
            ],
          },
        ]}
        submit={label}
        variant={confirms ? 'primary' : 'secondary'}
      />
    </Disclosure>
  );
}

function Propose({ where, money }: Part) {
  const t = translator(where.locale, 'sharing');
  const kinds = money.isCare ? (['MONEY', 'WORK'] as const) : (['WORK'] as const);
  return (
    <div className="no-print mt-6 max-w-3xl">
      <Disclosure summary={t('propose')}>
        <FieldsForm
          action={propose.bind(null, where)}
          labels={formLabels(where.locale)}
          hidden={{ id: crypto.randomUUID() }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'select', name: 'year', label: t('year') },
                  options: money.years.map((year) => ({
                    value: String(year),
                    label: String(year),
                  })),
                },
                {
                  ...{ as: 'radio', name: 'kind', label: t('kind') },
                  options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
                },
                {
                  ...{ as: 'text', name: 'amount', label: t('pledgeAmount'), required: true },
                  hint: t('proposeHint'),
                },
                {
                  ...{ as: 'text', name: 'note', label: t('note') },
                  maxLength: moneyLimits.note,
                },
              ],
            },
          ]}
          submit={t('propose')}
        />
      </Disclosure>
    </div>
  );
}
