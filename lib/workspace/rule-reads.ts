import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Hours, Schedule } from './hours.ts';
import { dayOf, type HolidayChoice } from './opening.ts';
import type { QuotaInput } from './rule-forms.ts';
import type { PlaceKind } from './schema.ts';
import { type Rules, readRules } from './terms.ts';

export type SiteHours = {
  slug: string;
  name: Text;
  zone: string;
  usual: Hours[];
  schedules: (Schedule & { id: string })[];
  holidays: HolidayChoice[];
  places: { id: string; name: Text; kind: PlaceKind }[];
};
export type Quota = QuotaInput & { id: string };

/** Every site with its hours. For hub admins. */
export async function listSiteHours(scope: Scope): Promise<SiteHours[]> {
  return scope.read('rule:edit', (db) => readSiteHours(db, scope.hub.id));
}

/** The sites and their places, to say what is closed. For whoever may publish a closure. */
export async function listClosable(scope: Scope): Promise<SiteHours[]> {
  return scope.read('closure:publish', (db) => readSiteHours(db, scope.hub.id));
}

/** @throws NotFound when there is no such site */
export function siteBy(sites: readonly SiteHours[], slug: string): SiteHours {
  const site = slug ? sites.find((one) => one.slug === slug) : sites[0];
  if (!site) throw new NotFound('site');
  return site;
}

async function readSiteHours(db: Handle, hubId: string): Promise<SiteHours[]> {
  const rows = await db.site.findMany({
    where: { hubId },
    orderBy: { slug: 'asc' },
    include: {
      openingHours: { where: { scheduleId: null }, orderBy: { weekday: 'asc' } },
      schedules: { include: { hours: { orderBy: { weekday: 'asc' } } }, orderBy: { id: 'asc' } },
      holidays: true,
      places: {
        where: { state: { not: 'HIDDEN' } },
        select: { id: true, name: true, kind: true },
        orderBy: { readingOrder: 'asc' },
      },
    },
  });
  return rows.map(({ slug, name, zone, openingHours, schedules, holidays, places }) => ({
    ...{ slug, name: name as Text, zone, usual: openingHours, holidays },
    schedules: schedules.map(({ id, kind, actorClass, validFrom, validTo, hours }) => ({
      ...{ id, kind, actor: actorClass, hours },
      ...{ from: dayOf(validFrom), to: dayOf(validTo) },
    })),
    places: places.map((place) => ({ ...place, name: place.name as Text })),
  }));
}

/** The rules of every kind, and the limits. For hub admins. */
export async function findHouseRules(
  scope: Scope,
): Promise<{ rules: Rules; kinds: PlaceKind[]; quotas: Quota[] }> {
  return scope.read('rule:edit', async (db) => {
    const hubId = scope.hub.id;
    const rules = await readRules(db, hubId);
    const places = await db.place.findMany({
      where: { hubId },
      distinct: ['kind'],
      select: { kind: true },
    });
    const quotas = await db.quota.findMany({
      where: { hubId },
      omit: { hubId: true },
      orderBy: { id: 'asc' },
    });
    return { rules, kinds: places.map(({ kind }) => kind), quotas };
  });
}
