import type { Metadata } from 'next';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Done } from '#components/ui/done.tsx';
import { FeedPage } from '#components/workspace/feed-page.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNone } from '#lib/platform/session/entry.ts';
import { listFeeds } from '#lib/workspace/feeds.ts';
import { findHouse } from '#lib/workspace/reads.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { make, revoke } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'workspace')('feeds.title') };
}

export default async function CalendarsPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const query = await searchParams;
  const scope = await enter(locale, hub, org);
  demand(scope, 'calendar:subscribe');
  const t = translator(locale, 'workspace');
  const where = { locale, hub, org };
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/bookings`, label: t('bookings.title') }]}
      />
      <Done sentences={{ revoked: t('feeds.revoked') }} done={query.done} />
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
