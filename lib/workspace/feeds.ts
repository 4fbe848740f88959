import { z } from 'zod';
import { makeToken } from '#lib/organisations/tokens.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { settings } from '#lib/platform/env.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Locale, Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** How many addresses one person may have at a hub. */
const mostFeeds = 10;

/** `OWN`, `SITE:<id>` or `PLACE:<id>`. */
export const feedSchema = z.object({
  what: z.string().regex(/^(OWN|(SITE|PLACE):[0-9a-f-]{36})$/, 'workspace.refusals.badFeed'),
});

export type FeedRow = {
  id: string;
  kind: 'OWN' | 'PLACE' | 'SITE';
  place: Text | null;
  site: Text | null;
  madeAt: Date;
};

/** One's own addresses for whom one acts, the newest first. */
export async function listFeeds(scope: Scope): Promise<FeedRow[]> {
  return scope.read('calendar:subscribe', async (db) => {
    const rows = await db.calendarFeed.findMany({
      where: { ...mine(scope), revokedAt: null },
      include: { place: { select: { name: true } }, site: { select: { name: true } } },
      orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    });
    return rows.map(({ id, kind, place, site, madeAt }) => ({
      ...{ id, kind, madeAt },
      place: (place?.name ?? null) as Text | null,
      site: (site?.name ?? null) as Text | null,
    }));
  });
}

/**
 * Makes an address for one's own bookings, a place or a site. What is returned is told once: the database
 * keeps its hash.
 * @throws Refusal for a place or site that is not here, or for too many addresses
 */
export async function makeFeed(scope: Scope, what: string, locale: Locale): Promise<string> {
  const { token, hash: tokenHash } = makeToken();
  const [kind = 'OWN', id] = what.split(':');
  await scope.write('calendar:subscribe', async (db, deed) => {
    const count = await db.calendarFeed.count({ where: { ...mine(scope), revokedAt: null } });
    if (count >= mostFeeds) {
      throw new Refusal('workspace.refusals.tooManyFeeds', {}, null, { most: mostFeeds });
    }
    const where = { hubId: scope.hub.id, id: id ?? '' };
    const there =
      kind === 'PLACE'
        ? await db.place.findFirst({ where: { ...where, state: { not: 'HIDDEN' } } })
        : kind === 'SITE'
          ? await db.site.findFirst({ where })
          : scope.may('booking:list');
    if (!there) {
      const code = 'workspace.refusals.badFeed';
      throw new Refusal(code, { what: code });
    }
    const feed = await db.calendarFeed.create({
      data: {
        ...{ ...mine(scope), kind: kind as FeedRow['kind'], locale, tokenHash },
        ...{
          placeId: kind === 'PLACE' ? where.id : null,
          siteId: kind === 'SITE' ? where.id : null,
        },
        madeAt: dateOf(now()),
      },
      select: { id: true },
    });
    deed.record('feedMade', 'calendarFeed', feed.id);
  });
  return `${settings().url}/api/calendars/${token}`;
}

/** Takes an address back; whoever has it gets nothing more. @throws NotFound for anyone else's */
export async function revokeFeed(scope: Scope, id: string): Promise<void> {
  await scope.write('calendar:subscribe', async (db, deed) => {
    const { count } = await db.calendarFeed.updateMany({
      where: { ...mine(scope), id, revokedAt: null },
      data: { revokedAt: dateOf(now()) },
    });
    if (count === 0) throw new NotFound('calendarFeed');
    deed.record('feedRevoked', 'calendarFeed', id);
  });
}

function mine(scope: Scope) {
  const house = scope.may('booking:decide');
  return {
    hubId: scope.hub.id,
    personId: scope.person.id,
    organisationId: house ? null : scope.organisation.id,
  };
}
