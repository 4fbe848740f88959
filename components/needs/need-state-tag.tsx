import { Tag } from '#components/ui/tag.tsx';
import { shownNeedStates } from '#lib/needs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** How far a need has come. */
export function NeedStateTag({ locale, state }: { locale: Locale; state: string }) {
  const shown = shownNeedStates.find((each) => each === state);
  if (!shown) return <Tag>{translator(locale, 'needs')('draft')}</Tag>;
  const open = shown === 'OPEN' || shown === 'LINKED';
  return (
    <Tag tone={open ? 'info' : 'neutral'}>
      {translator(locale, 'innovation')(`needStates.${shown}`)}
    </Tag>
  );
}
