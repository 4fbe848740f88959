import type { Thing } from '#lib/following/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';

type Props = { locale: Locale; hub: string; thing: Thing; children: string };

/** From a public page, which knows no reader, to where one follows what it shows. */
export function FollowLink({ locale, hub, thing, children }: Props) {
  return (
    <a
      className="inline-flex min-h-8 items-center"
      href={`/${locale}/${hub}/act/follow/${thing.kind}/${thing.key}`}
    >
      {children}
    </a>
  );
}
