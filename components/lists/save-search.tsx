import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { locale: Locale; hub: string; address: string };

/** The way from a search to keeping it; `address` is the question as the page's address has it. */
export function SaveSearch({ locale, hub, address }: Props) {
  return (
    <p className="m-0 mt-3">
      <a
        className="inline-flex min-h-8 items-center"
        href={`/${locale}/${hub}/act/search${address}`}
      >
        {translator(locale, 'lists')('saveSearch')}
      </a>
    </p>
  );
}
