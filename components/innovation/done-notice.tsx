import { Notice } from '#components/ui/notice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

const deeds = ['saved', 'submitted', 'withdrawn', 'begun', 'accepted', 'declined', 'read'];

type Props = { locale: Locale; done: string | string[] | undefined };

/** Says what was just done, from the address the action led to. */
export function DoneNotice({ locale, done }: Props) {
  const deed = deeds.find((each) => each === done);
  if (!deed) return null;
  return <Notice tone="success">{translator(locale, 'innovation')(`done.${deed}`)}</Notice>;
}
