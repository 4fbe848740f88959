import { Notice } from '#components/ui/notice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

const deeds = ['drafted', 'locked', 'exported', 'saved'];

/** Says what was just done, from the address the action led to. */
export function BillingDone({
  locale,
  done,
}: {
  locale: Locale;
  done: string | string[] | undefined;
}) {
  const deed = deeds.find((each) => each === done);
  if (!deed) return null;
  return <Notice tone="success">{translator(locale, 'billing')(`done.${deed}`)}</Notice>;
}
