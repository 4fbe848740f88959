import { Notice } from '#components/ui/notice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

const deeds = ['saved', 'opened', 'closed', 'recoloured', 'handled'];

type Props = { locale: Locale; done: string | string[] | undefined };

/** Says what was just done, from the address the action led to. */
export function HouseDone({ locale, done }: Props) {
  const deed = deeds.find((each) => each === done);
  if (!deed) return null;
  return <Notice tone="success">{translator(locale, 'house')(`done.${deed}`)}</Notice>;
}
