import { formLabels } from '#components/chrome/form-labels.ts';
import { languageOptions } from '#components/chrome/language-field.ts';
import type { Option } from '#components/ui/form/fields.tsx';
import type { NeedCard } from '#lib/needs/reads.ts';
import { careAreas } from '#lib/needs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { companyRoles, partyRoles } from '#lib/projects/moves.ts';
import { projectLimits, projectVisibilities } from '#lib/projects/schema.ts';
import type { ProjectWords } from './project-form.tsx';

const names = [
  'title',
  'summary',
  'language',
  'needs',
  'areas',
  'startsOn',
  'endsOn',
  'wished',
] as const;

/** Everything the form of a project says, with the needs there are to choose from. */
export function projectWords(
  locale: Locale,
  needs: readonly NeedCard[],
  save: 'save' | 'change',
): ProjectWords {
  const t = translator(locale, 'projects');
  const innovation = translator(locale, 'innovation');
  const showroom = translator(locale, 'showroom');
  return {
    labels: formLabels(locale),
    fields: Object.fromEntries(
      names.map((name) => [name, t(`form.${name}`)]),
    ) as ProjectWords['fields'],
    hints: { needs: t('form.needsHint'), endsOn: t('form.endsOnHint') },
    limits: projectLimits,
    options: {
      language: languageOptions(),
      needs: needs.map(({ id, title, organisation, supports }) => ({
        ...{ value: id, label: title },
        hint: `${organisation ?? innovation('gone')} · ${innovation('others.supports', { count: supports })}`,
      })),
      areas: careAreas.map((value) => ({ value, label: showroom(`areas.${value}`) })),
      wished: projectVisibilities.map((value) => ({ value, label: t(`visibility.${value}`) })),
    },
    save: t(`form.${save}`),
    newer: innovation('form.newer'),
    newerHint: innovation('form.newerHint'),
    newerEmpty: innovation('form.newerEmpty'),
  };
}

/** The roles one can have in a project; a company those of a company, and who leads it is its owner already. */
export function roleOptions(locale: Locale, company: boolean): Option[] {
  const t = translator(locale, 'projects');
  const open = company ? companyRoles : partyRoles.filter((role) => role !== 'OWNER');
  return open.map((value) => ({ value, label: t(`roles.${value}`) }));
}
