import { Tag, type Tone } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

const tones: Record<string, Tone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'info',
  IN_REVIEW: 'warning',
  NEEDS_INFO: 'warning',
  PARKED: 'neutral',
  ACCEPTED: 'success',
  CONVERTED: 'success',
  DECLINED: 'danger',
  WITHDRAWN: 'neutral',
};

/** How far a proposal has come, in words. */
export function StateTag({ locale, state }: { locale: Locale; state: string }) {
  return <Tag tone={tones[state]}>{translator(locale, 'innovation')(`states.${state}`)}</Tag>;
}
