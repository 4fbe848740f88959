import { formLabels } from '#components/chrome/form-labels.ts';
import { oreText } from '#components/sharing/ore.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { projectLimits } from '#lib/projects/schema.ts';
import { findReadiness, type Readiness as ReadinessFacts } from '#lib/steering/reads.ts';
import { giveBack, ready } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { where: Where; scope: Scope };
const items = [
  ...(['parties', 'charter', 'chair', 'workingGroup'] as const),
  ...(['compulsorySeats', 'costPlan', 'phase'] as const),
];

/** What a forming project still lacks, and what whoever leads or chairs can do; the parties of care read it. */
export async function Readiness({ where, scope }: Props) {
  const found = await findReadiness(scope, where.project);
  if (!found || (found.state !== 'FORMING' && found.state !== 'READY')) return null;
  const { locale } = where;
  const t = translator(locale, 'steering');
  const money = (ore: bigint) => oreText(locale, scope.hub.country, ore);
  const lacking = new Set(found.lacks);
  return (
    <section className="panel mb-8 grid gap-4 p-5" aria-labelledby="ready-title">
      <h2 className="ds-heading m-0" data-size="xs" id="ready-title">
        {t('ready.title')}
      </h2>
      <p className="m-0">{t(found.state === 'READY' ? 'ready.waits' : 'ready.lead')}</p>
      <ul className="m-0 grid list-none gap-1 p-0">
        {items.map((item) => (
          <li key={item}>
            <span aria-hidden="true">{lacking.has(item) ? '○' : '✓'} </span>
            {t(`ready.items.${item}`)}
            <span className="ds-sr-only">
              : {t(lacking.has(item) ? 'ready.lacks' : 'ready.there')}
            </span>
          </li>
        ))}
      </ul>
      <p className="m-0">
        {t('ready.money', { confirmed: money(found.confirmed), cost: money(found.cost) })}
      </p>
      <Steps where={where} found={found} />
    </section>
  );
}

function Steps({ where, found }: { where: Where; found: ReadinessFacts }) {
  const t = translator(where.locale, 'steering');
  const labels = formLabels(where.locale);
  if (found.state === 'FORMING') {
    if (!found.leading || found.lacks.length > 0) return null;
    return (
      <ButtonForm action={ready.bind(null, where)} labels={labels}>
        {t('ready.send')}
      </ButtonForm>
    );
  }
  const base = `/${where.locale}/${where.hub}/${where.org}/projects/${where.project}`;
  return (
    <div className="no-print grid justify-items-start gap-4">
      {(found.leading || found.chair) && (
        <ButtonLink href={`${base}/decisions/new?kind=START`}>{t('ready.writeStart')}</ButtonLink>
      )}
      {found.chair && (
        <Disclosure summary={t('ready.back')}>
          <FieldsForm
            action={giveBack.bind(null, where)}
            labels={labels}
            groups={[
              {
                fields: [
                  {
                    ...{ as: 'area', name: 'words', label: t('ready.why'), required: true },
                    maxLength: projectLimits.words,
                  },
                ],
              },
            ]}
            submit={t('ready.back')}
            variant="secondary"
          />
        </Disclosure>
      )}
    </div>
  );
}
