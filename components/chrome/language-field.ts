import type { FieldFacts } from '#components/ui/form/fields-form.tsx';
import { languageNames, locales } from '#lib/platform/i18n/locales.ts';

/** In which language something is written. */
export function languageField(label: string): FieldFacts {
  const options = locales.map((value) => ({ value, label: languageNames[value] }));
  return { as: 'select', name: 'language', label, options };
}
