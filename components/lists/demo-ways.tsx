import { FollowLink } from '#components/following/follow-link.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { locale: Locale; hub: string; id: string };

/** From a demo to following it, and to one's lists. */
export function DemoWays({ locale, hub, id }: Props) {
  return (
    <p className="no-print m-0 flex flex-wrap gap-x-6 gap-y-1">
      <FollowLink locale={locale} hub={hub} thing={{ kind: 'demo', key: id }}>
        {translator(locale, 'following')('followDemo')}
      </FollowLink>
      <a className="inline-flex min-h-8 items-center" href={`/${locale}/${hub}/act/list/${id}`}>
        {translator(locale, 'lists')('add')}
      </a>
    </p>
  );
}
