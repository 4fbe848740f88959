import type { Metadata } from 'next';
import { cache } from 'react';
import { FollowPage, followTitle } from '#components/following/follow-page.tsx';
import { PersonalFrame } from '#components/following/personal-frame.tsx';
import { findFollowed } from '#lib/following/following.ts';
import type { Thing } from '#lib/following/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterAt, orNotFound } from '#lib/platform/session/entry.ts';
import { turn } from '../../../following/actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; organisation: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const thingOf = (key: string): Thing => ({ kind: 'owner', key });
const load = cache(async (locale: Locale, hub: string, key: string) => {
  const scope = await enterAt(locale, hub);
  if (!scope) return { scope, found: null };
  return { scope, found: await orNotFound(() => findFollowed(scope, thingOf(key))) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, organisation: key } = await params;
  const { found } = await load(locale, hub, key);
  const title = translator(locale, 'following')('follow');
  return { title: found ? followTitle(locale, thingOf(key), found.name) : title };
}

/** Whoever shows something to follow. */
export default async function FollowThisPage({ params, searchParams }: Props) {
  const { locale, hub, organisation: key } = await params;
  const { scope, found } = await load(locale, hub, key);
  const thing = thingOf(key);
  const path = `/${locale}/${hub}/act/follow/owner/${key}`;
  return (
    <PersonalFrame locale={locale} scope={scope} title={translator(locale, 'following')('follow')}>
      {found && (
        <FollowPage
          locale={locale}
          hub={hub}
          thing={thing}
          found={found}
          action={turn.bind(null, { locale, hub, thing, path, on: !found.isFollowed })}
          done={(await searchParams).done}
        />
      )}
    </PersonalFrame>
  );
}
