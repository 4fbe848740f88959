import { formLabels } from '#components/chrome/form-labels.ts';
import { dayIn } from '#components/prices/money.ts';
import { oreText } from '#components/sharing/ore.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { PromiseView } from '#lib/sharing/reads.ts';
import { moneyLimits } from '#lib/sharing/schema.ts';
import { promise, takeBack } from './actions.ts';
import type { Part } from './pledges.tsx';

const tones = { WAITING: 'info', MET: 'success', LAPSED: 'neutral' } as const;

/** "We pay so much if so many are with us": how each stands is counted, never typed. */
export function Promises(part: Part) {
  const { where, money } = part;
  const t = translator(where.locale, 'sharing');
  return (
    <section className="mt-10" aria-labelledby="promises">
      <h2 className="ds-heading" data-size="sm" id="promises">
        {t('promises')}
      </h2>
      {money.promises.length === 0 && <p className="m-0">{t('promisesNone')}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {money.promises.map((one) => (
          <One key={one.id} {...part} one={one} />
        ))}
      </ul>
      {money.mayBind && <Make {...part} />}
    </section>
  );
}

function One({ where, country, one }: Part & { one: PromiseView }) {
  const { locale } = where;
  const t = translator(locale, 'sharing');
  const { standing, leastBodies, leastOre, name } = one;
  const money = (ore: bigint) => oreText(locale, country, ore);
  const facts = { name, amount: money(one.ore), day: dayIn(locale, one.byDay) };
  return (
    <li className="panel grid gap-2 p-5">
      <p className="m-0">
        {leastBodies === null
          ? t('promise.money', { ...facts, least: money(leastOre ?? 0n) })
          : t('promise.bodies', { ...facts, count: leastBodies })}
      </p>
      <p className="m-0 flex flex-wrap items-center gap-2">
        <Tag tone={tones[standing.state]}>{t(`promise.states.${standing.state}`)}</Tag>
        <span className="quiet">
          {t('promise.now', { count: standing.bodies, sum: money(standing.ore) })} {t('caseNumber')}{' '}
          {one.caseNumber}
        </span>
      </p>
      {one.mine && (
        <ButtonForm
          action={takeBack.bind(null, { ...where, promise: one.id })}
          labels={formLabels(locale)}
          variant="secondary"
        >
          {t('promise.takeBack')}
        </ButtonForm>
      )}
    </li>
  );
}

function Make({ where }: Part) {
  const t = translator(where.locale, 'sharing');
  return (
    <div className="no-print mt-6 max-w-3xl">
      <Disclosure summary={t('promise.make')}>
        <FieldsForm
          action={promise.bind(null, where)}
          labels={formLabels(where.locale)}
          hidden={{ id: crypto.randomUUID() }}
          groups={[
            {
              fields: [
                { ...{ as: 'text', name: 'amount', label: t('promise.amount'), required: true } },
                {
                  ...{ as: 'number', name: 'leastBodies', label: t('promise.leastBodies') },
                  ...{ hint: t('promise.oneHint'), needed: true },
                },
                {
                  ...{ as: 'text', name: 'leastMoney', label: t('promise.leastMoney') },
                  needed: true,
                },
                { ...{ as: 'date', name: 'byDay', label: t('promise.byDay'), required: true } },
                {
                  ...{ as: 'text', name: 'caseNumber', label: t('caseNumber') },
                  ...{ hint: t('caseNumberHint'), required: true },
                  maxLength: moneyLimits.caseNumber,
                },
              ],
            },
          ]}
          submit={t('promise.make')}
        />
      </Disclosure>
    </div>
  );
}
