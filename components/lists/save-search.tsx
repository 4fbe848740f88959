import { FollowLink } from '#components/following/follow-link.tsx';
import { thingName } from '#components/following/thing-words.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { addressOf, type ShowroomQuery } from '#lib/showroom/rules.ts';

type Props = { locale: Locale; hub: string; query: ShowroomQuery };

/** From a search to keeping it; where one area is chosen, to following that, too. */
export function SaveSearch({ locale, hub, query }: Props) {
  const [area, another] = query.area;
  const t = translator(locale, 'following');
  return (
    <p className="m-0 my-3 flex flex-wrap gap-x-6 gap-y-1">
      <a
        className="inline-flex min-h-8 items-center"
        href={`/${locale}/${hub}/act/search${addressOf(query)}`}
      >
        {translator(locale, 'lists')('saveSearch')}
      </a>
      {area && !another && (
        <FollowLink locale={locale} hub={hub} thing={{ kind: 'theme', key: area }}>
          {t('followTheme', { name: thingName(locale, 'theme', area) })}
        </FollowLink>
      )}
    </p>
  );
}
