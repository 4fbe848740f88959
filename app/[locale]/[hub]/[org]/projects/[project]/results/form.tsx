import { formLabels } from '#components/chrome/form-labels.ts';
import { languageField } from '#components/chrome/language-field.ts';
import { oreTyped } from '#components/sharing/ore.ts';
import { type FieldFacts, type FieldGroup, FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { DraftView } from '#lib/results/reads.ts';
import { effectKinds, type ResultContent, resultLimits } from '#lib/results/schema.ts';
import { save } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };

/** A result as a form. */
export function ResultForm({ where, draft }: { where: Where; draft?: DraftView }) {
  const t = translator(where.locale, 'results');
  return (
    <div className="no-print max-w-3xl">
      <FieldsForm
        action={save.bind(null, where)}
        labels={formLabels(where.locale)}
        initial={initialOf(where.locale, draft)}
        kept={['id', 'revision']}
        groups={groupsOf(where.locale)}
        submit={t('form.save')}
      />
    </div>
  );
}

function initialOf(locale: Locale, draft?: DraftView): Record<string, string> {
  const content = (draft?.content ?? { effects: [], guides: [] }) as Partial<ResultContent> &
    Pick<ResultContent, 'effects' | 'guides'>;
  const { what = '', suits = '', skills = '', contracts = '', contact = '' } = content;
  const ore = (typed?: string | null) => (typed ? oreTyped(BigInt(typed)) : '');
  return {
    ...{ id: draft?.id ?? crypto.randomUUID(), revision: String(draft?.revision ?? 0) },
    ...{ language: draft?.language ?? locale, title: draft?.title ?? '' },
    ...{ what, suits, skills, contracts, contact, reviewBy: content.reviewBy ?? '' },
    ...{ startOre: ore(content.startOre), yearOre: ore(content.yearOre) },
    guides: content.guides
      .map(({ label, url }) => (label === url ? url : `${label} ${url}`))
      .join('\n'),
    ...Object.fromEntries(
      content.effects.flatMap((effect, n) =>
        Object.entries(effect).map(([part, said]) => [`effect.${n}.${part}`, said]),
      ),
    ),
  };
}

function groupsOf(locale: Locale): FieldGroup[] {
  const t = translator(locale, 'results');
  const area = (name: 'what' | 'suits' | 'skills' | 'contracts', hint?: string): FieldFacts => ({
    ...{ as: 'area', name, label: t(`form.${name}`), maxLength: resultLimits[name] },
    ...(hint && { hint }),
  });
  const first: FieldFacts[] = [
    {
      ...{ as: 'text', name: 'title', label: t('form.name'), required: true },
      maxLength: resultLimits.title,
    },
    area('what', t('form.whatHint')),
    area('suits'),
  ];
  const rest: FieldFacts[] = [
    { as: 'text', name: 'startOre', label: t('form.startOre') },
    { as: 'text', name: 'yearOre', label: t('form.yearOre') },
    area('skills'),
    area('contracts'),
    {
      ...{ as: 'area', name: 'guides', label: t('form.guides'), hint: t('form.guidesHint') },
      maxLength: resultLimits.guide * resultLimits.guides,
    },
    {
      ...{ as: 'text', name: 'contact', label: t('form.contact'), hint: t('form.contactHint') },
      maxLength: resultLimits.contact,
    },
    { as: 'date', name: 'reviewBy', label: t('form.reviewBy'), hint: t('form.reviewHint') },
    languageField(t('form.language')),
  ];
  return [
    { fields: first },
    ...Array.from({ length: resultLimits.effects }, (_, n) => effectGroup(locale, n)),
    { fields: rest },
  ];
}

function effectGroup(locale: Locale, at: number): FieldGroup {
  const t = translator(locale, 'results');
  const n = at + 1;
  return {
    ...{ legend: t('form.effectN', { n }), folded: at > 0 },
    fields: [
      {
        ...{ as: 'text', name: `effect.${at}.what`, label: t('form.effectN', { n }) },
        maxLength: resultLimits.effect,
      },
      {
        ...{ as: 'text', name: `effect.${at}.amount`, label: t('form.amountN', { n }) },
        maxLength: resultLimits.amount,
      },
      {
        ...{ as: 'radio', name: `effect.${at}.how`, label: t('form.howN', { n }) },
        options: effectKinds.map((value) => ({ value, label: t(`hows.${value}`) })),
      },
      {
        ...{ as: 'text', name: `effect.${at}.source`, label: t('form.sourceN', { n }) },
        maxLength: resultLimits.source,
      },
    ],
  };
}
