import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { oreTyped } from '#components/sharing/ore.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { type FieldGroup, FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { costKeyKinds } from '#lib/sharing/keys.ts';
import { findCostPlan, type PlanView } from '#lib/sharing/planned.ts';
import { moneyLimits } from '#lib/sharing/schema.ts';
import { save } from '../actions.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'sharing')('form.title') };
}

/** A project's cost plan as a form: a sum a year, and by what it is shared. */
export default async function PlanPage({ params }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'project:lead');
  const plan = await orNotFound(() => findCostPlan(scope, slug));
  const t = translator(locale, 'sharing');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/projects/${slug}/money`, label: t('title') }]}
      />
      <PageHeader title={t('form.title')} lead={t('form.lead')} />
      <div className="max-w-3xl">
        <FieldsForm
          action={save.bind(null, where)}
          labels={formLabels(locale)}
          initial={initialOf(plan)}
          kept={['version']}
          groups={groupsOf(locale, plan)}
          submit={t('form.save')}
        />
      </div>
    </>
  );
}

function initialOf({
  version,
  key,
  years,
  fixed,
  payers,
  earlyPercent,
}: PlanView): Record<string, string> {
  const bands = key?.kind === 'BANDS' ? key.bands : [];
  return Object.fromEntries([
    ['version', String(version)],
    ['kind', key?.kind ?? 'EQUAL'],
    ['equalPercent', key?.kind === 'MIX' ? String(key.equalPercent) : ''],
    ['earlyPercent', earlyPercent === 0 ? '' : String(earlyPercent)],
    ...payers.map(({ id, since, fromStart }) => [`since.${id}`, `${since}${fromStart ? '+' : ''}`]),
    ...years.map(({ year, ore }) => [`cost.${year}`, ore === null ? '' : oreTyped(ore)]),
    ...bands.flatMap(({ upTo, weight }, n) => [
      [`band.${n}.upTo`, upTo === null ? '' : String(upTo)],
      [`band.${n}.weight`, String(weight)],
    ]),
    ...fixed.map(({ year, organisationId, ore }) => [
      `fixed.${year}.${organisationId}`,
      oreTyped(ore),
    ]),
  ]);
}

function groupsOf(locale: Locale, { years, payers }: PlanView): FieldGroup[] {
  const t = translator(locale, 'sharing');
  const text = (name: string, label: string, hint?: string) => ({
    ...{ as: 'text' as const, name, label, needed: true },
    ...(hint && { hint }),
  });
  return [
    {
      legend: t('form.years'),
      fields: years.map(({ year }) => text(`cost.${year}`, String(year))),
    },
    {
      fields: [
        {
          ...{ as: 'radio', name: 'kind', label: t('form.key') },
          options: costKeyKinds.map((value) => ({ value, label: t(`form.keyNames.${value}`) })),
        },
        text('equalPercent', t('form.percent'), t('form.percentHint')),
      ],
    },
    {
      legend: t('form.bands'),
      folded: true,
      fields: Array.from({ length: moneyLimits.bands }, (_, n) => [
        text(
          `band.${n}.upTo`,
          t('form.bandUpTo', { n: n + 1 }),
          n === 0 ? t('form.bandsHint') : undefined,
        ),
        text(`band.${n}.weight`, t('form.bandWeight', { n: n + 1 })),
      ]).flat(),
    },
    {
      legend: t('form.since'),
      fields: [
        ...payers.map(({ id, name, since }) => ({
          ...{ as: 'select' as const, name: `since.${id}`, label: name },
          options: sinceOptions(locale, [...new Set([...years.map(({ year }) => year), since])]),
        })),
        text('earlyPercent', t('form.early'), t('form.earlyHint')),
      ],
    },
    {
      legend: t('form.fixed'),
      folded: true,
      fields: payers.flatMap(({ id, name }, k) =>
        years.map(({ year }, n) =>
          text(
            `fixed.${year}.${id}`,
            `${name}, ${year}`,
            k + n === 0 ? t('form.fixedHint') : undefined,
          ),
        ),
      ),
    },
  ];
}

/** From the first year, from a later one, and from a later one with the years before. */
function sinceOptions(locale: Locale, years: number[]) {
  const t = translator(locale, 'sharing');
  const [first, ...later] = years.toSorted((one, other) => one - other);
  return [
    { value: String(first), label: t('form.sinceFirst', { year: String(first) }) },
    ...later.flatMap((at) => {
      const year = String(at);
      return [
        { value: year, label: t('form.sinceLater', { year }) },
        { value: `${year}+`, label: t('form.sinceAll', { year }) },
      ];
    }),
  ];
}
