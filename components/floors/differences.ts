import { type Draft, planOf, type Shape } from '#lib/floors/draft.ts';
import type { PlanPlaceFacts } from '#lib/floors/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** What is other in one drawing than in another, a sentence each. */
export function differencesIn(
  locale: Locale,
  before: Draft,
  after: Draft,
  places: readonly PlanPlaceFacts[],
): string[] {
  const t = translator(locale, 'floors');
  const find = ({ shapes }: Draft, id: string) => shapes.find(({ key }) => key === id);
  const told = places.flatMap(({ id, name }) => {
    const change = changeOf(find(before, id), find(after, id));
    return change ? [t(`changes.${change}`, { place: inLocale(name, locale) })] : [];
  });
  const rebuilt = JSON.stringify(planOf(before)) !== JSON.stringify(planOf(after));
  return rebuilt ? [...told, t('changes.building')] : told;
}

function changeOf(before: Shape | undefined, after: Shape | undefined) {
  if (!before || !after) return before ? 'removed' : after ? 'added' : null;
  if (before.x !== after.x || before.y !== after.y) return 'moved';
  const alike = (['w', 'h', 'rotation', 'form'] as const).every(
    (one) => before[one] === after[one],
  );
  return alike ? null : 'resized';
}
