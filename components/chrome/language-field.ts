import type { Option } from '#components/ui/form/fields.tsx';
import type { FieldFacts } from '#components/ui/form/fields-form.tsx';
import { languageNames, locales } from '#lib/platform/i18n/locales.ts';

/** The languages one can write in, each by its own name. */
export function languageOptions(): Option[] {
  return locales.map((value) => ({ value, label: languageNames[value] }));
}

/** In which language something is written. */
export function languageField(label: string): FieldFacts {
  return { as: 'select', name: 'language', label, options: languageOptions() };
}
