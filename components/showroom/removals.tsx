import { Notice } from '#components/ui/notice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';

type Removal = { at: Date; reason: string; by: { name: string } | null };
type Props = { locale: Locale; zone: string; removals: readonly Removal[] };

/** That the house took it out, when, who, and why: for its owner and for whoever reads it the next time. */
export function Removals({ locale, zone, removals }: Props) {
  const t = translator(locale, 'demoPages');
  const day = (at: Date) => formatter(locale, zone).dateTime(at, { dateStyle: 'long' });
  return removals.map(({ at, reason, by }) => (
    <Notice key={at.getTime()} tone="warning">
      <strong className="block">
        {t('removedOn', { day: day(at) })}
        {by && ` (${by.name})`}
      </strong>
      <span className="whitespace-pre-line">{reason}</span>
    </Notice>
  ));
}
