import type { Handle } from '#lib/platform/db.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';

type Named = { objectType: string; objectId: string };
type Row = { id: string; name: string };
type Finder = (db: Handle, hubId: string, ids: string[], locale: Locale) => Promise<Row[]>;

// What a thing is called, by its type; what is not here, or not to be seen, has no name in the log.
const finders: Record<string, Finder> = {
  booking: async (db, hubId, ids, locale) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.booking.findMany({
      where,
      select: { id: true, place: { select: { name: true } } },
    });
    return rows.map(({ id, place }) => ({ id, name: inLocale(place.name, locale) }));
  },
  proposal: async (db, hubId, ids) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.proposal.findMany({ where, select: { id: true, title: true } });
    return rows.map(({ id, title }) => ({ id, name: title }));
  },
  need: async (db, hubId, ids) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.need.findMany({ where, select: { id: true, title: true } });
    return rows.map(({ id, title }) => ({ id, name: title }));
  },
  project: async (db, hubId, ids, locale) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.innovationProject.findMany({ where, select: { id: true, title: true } });
    return rows.map(({ id, title }) => ({ id, name: inLocale(title, locale) }));
  },
  organisation: async (db, _hubId, ids) => namesOfOrganisations(db, ids),
  person: async (db, _hubId, ids) => namesOfPeople(db, ids),
  hub: async (db, _hubId, ids) =>
    db.hub.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  barrierReport: async (db, hubId, ids) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.barrierReport.findMany({ where, select: { id: true, number: true } });
    return rows.map(({ id, number }) => ({ id, name: number }));
  },
};

/** The names of everything a page of events is about: one query for each type of thing there is. */
export async function namesOfObjects(
  db: Handle,
  hubId: string,
  events: readonly Named[],
  locale: Locale,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const byType = Map.groupBy(events, ({ objectType }) => objectType);
  for (const [type, those] of byType) {
    const ids = [...new Set(those.map(({ objectId }) => objectId))];
    const rows = (await finders[type]?.(db, hubId, ids, locale)) ?? [];
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

export async function namesOfPeople(db: Handle, ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  return db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
}

export async function namesOfOrganisations(db: Handle, ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  return db.organisation.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
}
