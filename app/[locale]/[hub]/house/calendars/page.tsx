import type { Metadata } from 'next';
import { Done } from '#components/ui/done.tsx';
import { FeedPage } from '#components/workspace/feed-page.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enterHouseOf, orNone } from '#lib/platform/session/entry.ts';
import { listFeeds } from '#lib/workspace/feeds.ts';
import { findHouse } from '#lib/workspace/reads.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { make, revoke } from '../../[org]/bookings/calendars/actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'workspace')('feeds.title') };
}

/** The house's own calendars: everything at a site or a place, with for whom it is. */
export default async function HouseCalendarsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const query = await searchParams;
  const scope = await enterHouseOf(locale, hub);
  demand(scope, 'calendar:subscribe');
  const where = { locale, hub, org: null };
  return (
    <>
      <Done
        sentences={{ revoked: translator(locale, 'workspace')('feeds.revoked') }}
        done={query.done}
      />
      <FeedPage
        locale={locale}
        scope={scope}
        feeds={await listFeeds(scope)}
        house={await orNone(() => findHouse(scope, single(query.site)))}
        make={make.bind(null, where)}
        revoke={(id) => revoke.bind(null, where, id)}
      />
    </>
  );
}
