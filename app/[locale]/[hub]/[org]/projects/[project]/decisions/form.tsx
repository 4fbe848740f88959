import { formLabels } from '#components/chrome/form-labels.ts';
import { languageField } from '#components/chrome/language-field.ts';
import { type FieldFacts, FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { DecisionChoices } from '#lib/steering/decisions.ts';
import { steeringLimits } from '#lib/steering/schema.ts';
import { save } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = {
  where: Where;
  choices: DecisionChoices;
  initial: Record<string, string>;
  id: string;
};

/** A decision as it is drafted. */
export function DecisionForm({ where, choices, initial, id }: Props) {
  const { locale } = where;
  const t = translator(locale, 'steering');
  return (
    <div className="max-w-3xl">
      <FieldsForm
        action={save.bind(null, where)}
        labels={formLabels(locale)}
        hidden={{ id }}
        kept={['revision']}
        initial={initial}
        groups={[{ fields: [...saying(locale, choices), ...about(locale, choices)] }]}
        submit={t('form.save')}
      />
    </div>
  );
}

function saying(locale: Locale, choices: DecisionChoices): FieldFacts[] {
  const t = translator(locale, 'steering');
  const area = (name: 'wording' | 'background' | 'alternatives', hint?: string): FieldFacts => ({
    ...{ as: 'area', name, label: t(`form.${name}`), maxLength: steeringLimits[name] },
    ...(name === 'wording' && { required: true }),
    ...(hint && { hint }),
  });
  return [
    {
      ...{ as: 'select', name: 'kind', label: t('form.kind') },
      options: choices.kinds.map((value) => ({ value, label: t(`decisionKinds.${value}`) })),
    },
    {
      ...{ as: 'text', name: 'title', label: t('form.title'), required: true },
      maxLength: steeringLimits.title,
    },
    area('wording', t('form.wordingHint')),
    area('background', t('form.backgroundHint', { least: steeringLimits.lessonsLeast })),
    area('alternatives'),
  ];
}

function about(locale: Locale, choices: DecisionChoices): FieldFacts[] {
  const t = translator(locale, 'steering');
  const none = { value: '', label: t('form.none') };
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  const select = (name: string, label: string, options: { value: string; label: string }[]) =>
    ({ as: 'select', name, label, options: [none, ...options] }) satisfies FieldFacts;
  return [
    ...(choices.phases.length > 0 ? [select('phase', t('form.phase'), named(choices.phases))] : []),
    ...(choices.pilots.length > 0 ? [select('pilot', t('form.pilot'), named(choices.pilots))] : []),
    { ...{ as: 'date', name: 'newDay', label: t('form.newDay'), hint: t('form.newDayHint') } },
    { ...select('owner', t('form.owner'), named(choices.bodies)), hint: t('form.ownerHint') },
    { ...{ as: 'date', name: 'dueOn', label: t('form.dueOn') } },
    ...(choices.adopted.length > 0
      ? [
          select(
            'supersedes',
            t('form.supersedes'),
            choices.adopted.map(({ id, number, title }) => ({
              ...{ value: id, label: `${number} ${title}` },
            })),
          ),
        ]
      : []),
    languageField(t('language')),
  ];
}
