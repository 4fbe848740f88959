import type { Option } from '#components/ui/form/fields.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { placeKinds } from '#lib/workspace/schema.ts';
import { actorClasses } from '#lib/workspace/terms.ts';
import { lengthWords } from './hours-words.ts';

/** Every actor class, as choices. */
export function actorOptions(locale: Locale): Option[] {
  const t = translator(locale, 'prices');
  return actorClasses.map((value) => ({ value, label: t(`actors.${value}`) }));
}

/** Every kind of place, as choices. */
export function kindOptions(locale: Locale): Option[] {
  const t = translator(locale, 'workspace');
  return placeKinds.map((value) => ({ value, label: t(`groups.${value}`) }));
}

/** Lengths to choose among; what is kept stands among them, whatever it is. */
export function lengthOptions(locale: Locale, choices: readonly number[], kept: number): Option[] {
  const all = [...new Set([...choices, kept])].sort((one, other) => one - other);
  return all.map((minutes) => ({ value: String(minutes), label: lengthWords(locale, minutes) }));
}
