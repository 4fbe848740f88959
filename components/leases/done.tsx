import { Notice } from '#components/ui/notice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

const deeds = [
  'drafted',
  'offered',
  'withdrawn',
  'signed',
  'declined',
  'noticed',
  'lastDay',
  'users',
  'given',
  'reclaimed',
];

/** Says what was just done with a lease, from the address the action led to. */
export function LeaseDone({ locale, done }: { locale: Locale; done: string }) {
  if (!deeds.includes(done)) return null;
  return <Notice tone="success">{translator(locale, 'leases')(`done.${done}`)}</Notice>;
}
