import { hashOf } from '#lib/organisations/tokens.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { settings } from '#lib/platform/env.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { inLocale, isLocale, type Locale, type Text } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterPublic } from '#lib/platform/scope.ts';
import { calendarFile } from './calendar.ts';
import type { FeedRow } from './feeds.ts';
import type { BookingStatus } from './moves.ts';

/** How often a calendar is asked to come back. */
const minutesBetween = 15;
/** What has been is of use for a while, for those who write up their time. */
const daysBack = 31;

type Opened = {
  slug: string;
  hubName: string;
  kind: FeedRow['kind'];
  organisationSlug: string | null;
  organisationName: string | null;
  placeName: Text | null;
  siteName: Text | null;
  locale: string;
};
type Entry = {
  id: string;
  startsAt: string;
  endsAt: string;
  status: BookingStatus;
  revision: number;
  zone: string;
  place: Text;
  site: Text;
  address: string;
  own: boolean;
  purpose: string;
  organisation: string | null;
  slug: string | null;
};

/** The calendar behind an address: what its person may see now. @throws NotFound when it holds no more */
export async function readFeed(token: string): Promise<string> {
  if (!/^[\w-]{43}$/.test(token)) throw new NotFound('calendarFeed');
  const hash = hashOf(token);
  const since = dateOf(now().subtract({ hours: 24 * daysBack }));
  const visitor = await enterPublic(null);
  const [row] = await visitor.read(
    'hub:read',
    (db) => db.$queryRaw<{ feed: Opened | null; entries: Entry[] | null }[]>`
      select open_feed(${hash}) as feed, feed_entries(${hash}, ${since}) as entries`,
  );
  if (!row?.feed || !row.entries) throw new NotFound('calendarFeed');
  const { feed, entries } = row;
  const locale = isLocale(feed.locale) ? feed.locale : 'sv';
  const told = entries.map((entry) => toldEntry(locale, feed, entry));
  return calendarFile(told, { name: nameOf(locale, feed), minutes: minutesBetween });
}

function toldEntry(locale: Locale, feed: Opened, entry: Entry) {
  const place = inLocale(entry.place, locale);
  const who = entry.organisation ?? translator(locale, 'workspace')('feeds.taken');
  const base = `${settings().url}/${locale}/${feed.slug}`;
  return {
    ...{ id: entry.id, revision: entry.revision, status: entry.status, zone: entry.zone },
    ...{ startsAt: new Date(entry.startsAt), endsAt: new Date(entry.endsAt) },
    summary: `${place}: ${entry.purpose || who}`,
    location: [place, inLocale(entry.site, locale), entry.address].join(', '),
    description: `${who}, ${feed.hubName}`,
    url: entry.slug
      ? `${base}/${entry.slug}/bookings/${entry.id}`
      : entry.own
        ? `${base}/house/bookings/${entry.id}`
        : base,
  };
}

function nameOf(locale: Locale, feed: Opened): string {
  const t = translator(locale, 'workspace');
  const what = {
    OWN: t('feeds.OWN', { organisation: feed.organisationName ?? feed.hubName }),
    PLACE: inLocale(feed.placeName, locale),
    SITE: inLocale(feed.siteName, locale),
  }[feed.kind];
  return t('feeds.name', { what, hub: feed.hubName });
}
