import { languageOptions } from '#components/chrome/language-field.ts';
import type { FormLabels } from '#components/ui/form/context.ts';
import type { Option } from '#components/ui/form/fields.tsx';
import type { NeedCard } from '#lib/needs/reads.ts';
import { careAreas } from '#lib/needs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { proposalVisibilities, requiredFields } from '#lib/proposals/rules.ts';

const fieldNames = [
  'title',
  'summary',
  'language',
  'needs',
  'areas',
  'problem',
  'solution',
  'benefit',
  'firstStep',
  'partnersWanted',
  'visibility',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Everything the proposal's form says, so that the browser need not carry every message. */
export type FormWords = {
  labels: FormLabels;
  fields: Record<FieldName, string>;
  hints: Record<string, string>;
  missing: Record<string, string>;
  sections: Record<'about' | 'link' | 'content' | 'together', string>;
  save: string;
  /** Null where saving is all there is: the change goes with an answer. */
  submit: string | null;
  next: string;
  missingTitle: string;
  ready: string;
  newer: string;
  newerHint: string;
  newerEmpty: string;
  options: Record<'language' | 'needs' | 'areas' | 'visibility', Option[]>;
};

/** The words of the form in one language, with the needs there are to choose from. */
export function formWords(
  locale: Locale,
  labels: FormLabels,
  needs: readonly NeedCard[],
  side: 'PUBLIC' | 'CIVIC' | 'PRIVATE',
  asked = false,
): FormWords {
  const t = translator(locale, 'innovation');
  const all = <N extends string>(names: readonly N[], prefix: string) =>
    Object.fromEntries(names.map((name) => [name, t(`${prefix}.${name}`)])) as Record<N, string>;
  const hinted = fieldNames.filter((name) => name !== 'language');
  const hints: Record<string, string> = all(hinted, 'hints');
  if (needs.length === 0) hints.needs = t('hints.noNeeds');
  const plain = ['save', 'submit', 'next', 'missingTitle', 'ready'] as const;
  return {
    labels,
    fields: all(fieldNames, 'fields'),
    hints,
    missing: all(requiredFields, 'missing'),
    sections: all(['about', 'link', 'content', 'together'], 'form'),
    ...all(plain, 'form'),
    ...(asked && { save: t('form.saveChange'), submit: null, next: '' }),
    ...all(['newer', 'newerHint', 'newerEmpty'], 'form'),
    options: optionsOf(locale, needs, side),
  };
}

function optionsOf(
  locale: Locale,
  needs: readonly NeedCard[],
  side: 'PUBLIC' | 'CIVIC' | 'PRIVATE',
): FormWords['options'] {
  const t = translator(locale, 'innovation');
  const areas = translator(locale, 'showroom');
  const hintOf = (value: string) =>
    value === 'PUBLIC_SIDE' && side === 'PRIVATE' ? 'PUBLIC_SIDE_COMPANY' : value;
  return {
    language: languageOptions(),
    needs: needs.map(({ id, title, organisation, supports }) => ({
      value: id,
      label: title,
      hint: `${organisation ?? t('gone')} · ${t('others.supports', { count: supports })}`,
    })),
    areas: careAreas.map((value) => ({ value, label: areas(`areas.${value}`) })),
    visibility: proposalVisibilities.map((value) => ({
      value,
      label: t(`visibility.${value}`),
      hint: t(`visibilityHints.${hintOf(value)}`),
    })),
  };
}
