import { Notice } from '#components/ui/notice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

const deeds = ['set', 'planMade', 'joined', 'left', 'sold'];

/** Says what was just done, from the address the action led to. */
export function PriceDone({
  locale,
  done,
}: {
  locale: Locale;
  done: string | string[] | undefined;
}) {
  const deed = deeds.find((each) => each === done);
  if (!deed) return null;
  return <Notice tone="success">{translator(locale, 'prices')(`done.${deed}`)}</Notice>;
}
