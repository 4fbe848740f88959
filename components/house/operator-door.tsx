import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';

/** The way to the installation, for those who run it; nothing for everyone else. */
export async function OperatorDoor({ locale }: { locale: Locale }) {
  const scope = await enterOwn(locale);
  if (!scope.may('hub:create')) return null;
  return (
    <p className="mt-8">
      <a href={`/${locale}/operator`}>{translator(locale, 'house')('operator.title')}</a>
    </p>
  );
}
