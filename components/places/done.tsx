import { Notice } from '#components/ui/notice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

const deeds = ['added', 'changed', 'blocked', 'unblocked'];

/** Says what was just done with a place, from the address the action led to. */
export function PlaceDone({ locale, done }: { locale: Locale; done: string }) {
  if (!deeds.includes(done)) return null;
  return <Notice tone="success">{translator(locale, 'places')(`done.${done}`)}</Notice>;
}
