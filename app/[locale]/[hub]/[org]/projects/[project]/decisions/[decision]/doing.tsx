import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { DecisionView } from '#lib/steering/decisions.ts';
import { positions } from '#lib/steering/moves.ts';
import { steeringLimits } from '#lib/steering/schema.ts';
import { answer, close, drop, open } from '../actions.ts';

type Where = { locale: Locale; hub: string; org: string; project: string; decision: string };

/** What one's own party says, until the decision is closed. */
export function Answer({
  where,
  decision,
  organisation,
}: {
  where: Where;
  decision: DecisionView;
  organisation: string;
}) {
  const t = translator(where.locale, 'steering');
  const { own } = decision;
  return (
    <section className="panel no-print mt-8 max-w-3xl p-6">
      <FieldsForm
        action={answer.bind(null, where)}
        labels={formLabels(where.locale)}
        initial={{ position: own?.position ?? '', words: own?.words ?? '' }}
        groups={[
          {
            fields: [
              {
                ...{ as: 'radio', name: 'position', label: t('position', { organisation }) },
                options: positions.map((value) => ({ value, label: t(`positions.${value}`) })),
              },
              {
                ...{ as: 'area', name: 'words', label: t('positionWords') },
                ...{ hint: t('positionHint'), maxLength: steeringLimits.words },
              },
            ],
          },
        ]}
        submit={t(own?.position ? 'change' : 'answer')}
      />
    </section>
  );
}

/** The chair counts the answers, or puts the decision off. */
export function Close({ where }: { where: Where }) {
  const t = translator(where.locale, 'steering');
  const labels = formLabels(where.locale);
  return (
    <section
      className="no-print mt-8 grid max-w-3xl justify-items-start gap-4"
      aria-label={t('close')}
    >
      <ButtonForm action={close.bind(null, where)} labels={labels} hidden={{ how: 'count' }}>
        {t('count')}
      </ButtonForm>
      <Disclosure summary={t('putOff')}>
        <FieldsForm
          action={close.bind(null, where)}
          labels={labels}
          hidden={{ how: 'putOff' }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'area', name: 'words', label: t('putOffWhy'), required: true },
                  maxLength: steeringLimits.words,
                },
              ],
            },
          ]}
          submit={t('putOff')}
          variant="secondary"
        />
      </Disclosure>
    </section>
  );
}

/** A draft is put to the parties, changed, or thrown away. */
export function Draft({ where }: { where: Where }) {
  const t = translator(where.locale, 'steering');
  const labels = formLabels(where.locale);
  const { locale, hub, org, project, decision } = where;
  return (
    <section
      className="no-print mt-8 grid max-w-3xl justify-items-start gap-4"
      aria-label={t('open')}
    >
      <div className="panel w-full p-6">
        <FieldsForm
          action={open.bind(null, where)}
          labels={labels}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'date', name: 'answerBy', label: t('answerBy'), required: true },
                  hint: t('openHint'),
                },
              ],
            },
          ]}
          submit={t('openSend')}
        />
      </div>
      <ButtonLink
        href={`/${locale}/${hub}/${org}/projects/${project}/decisions/${decision}/edit`}
        variant="secondary"
      >
        {t('editDraft')}
      </ButtonLink>
      <ButtonForm action={drop.bind(null, where)} labels={labels} variant="secondary">
        {t('drop')}
      </ButtonForm>
    </section>
  );
}
