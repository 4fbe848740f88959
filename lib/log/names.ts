import type { Handle } from '#lib/platform/db.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';

type Named = { objectType: string; objectId: string };
type Row = { id: string; name: string };
type At = { id: string; zone: string };
type Finder = (db: Handle, hub: At, ids: string[], locale: Locale) => Promise<Row[]>;

// What a thing is called, by its type; what is not here, or not to be seen, has no name in the log.
const finders: Record<string, Finder> = {
  booking: async (db, { id: hubId, zone }, ids, locale) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.booking.findMany({
      where,
      select: { id: true, startsAt: true, endsAt: true, place: { select: { name: true } } },
    });
    const spoken = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
    return rows.map(({ id, place, startsAt, endsAt }) => {
      const when = formatter(locale, zone).dateTimeRange(startsAt, endsAt, spoken);
      return { id, name: `${inLocale(place.name, locale)} (${when})` };
    });
  },
  lease: async (db, { id: hubId }, ids, locale) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.lease.findMany({ where, select: { id: true, number: true } });
    const t = translator(locale, 'leases');
    return rows.map(({ id, number }) => ({ id, name: t('named', { number }) }));
  },
  place: async (db, { id: hubId }, ids, locale) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.place.findMany({ where, select: { id: true, name: true } });
    return rows.map(({ id, name }) => ({ id, name: inLocale(name, locale) }));
  },
  attribute: async (db, { id: hubId }, ids, locale) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.attribute.findMany({ where, select: { id: true, name: true } });
    return rows.map(({ id, name }) => ({ id, name: inLocale(name, locale) }));
  },
  site: async (db, { id: hubId }, ids, locale) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.site.findMany({ where, select: { id: true, name: true } });
    return rows.map(({ id, name }) => ({ id, name: inLocale(name, locale) }));
  },
  floor: async (db, { id: hubId }, ids, locale) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.floor.findMany({ where, select: { id: true, name: true } });
    return rows.map(({ id, name }) => ({ id, name: inLocale(name, locale) }));
  },
  proposal: async (db, { id: hubId }, ids) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.proposal.findMany({ where, select: { id: true, title: true } });
    return rows.map(({ id, title }) => ({ id, name: title }));
  },
  need: async (db, { id: hubId }, ids) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.need.findMany({ where, select: { id: true, title: true } });
    return rows.map(({ id, title }) => ({ id, name: title }));
  },
  project: async (db, { id: hubId }, ids, locale) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.innovationProject.findMany({ where, select: { id: true, title: true } });
    return rows.map(({ id, title }) => ({ id, name: inLocale(title, locale) }));
  },
  demo: async (db, { id: hubId }, ids, locale) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.showroomDemo.findMany({ where, select: { id: true, title: true } });
    return rows.map(({ id, title }) => ({ id, name: inLocale(title, locale) }));
  },
  organisation: async (db, _hub, ids) => namesOfOrganisations(db, ids),
  hub: async (db, _hub, ids) =>
    db.hub.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  barrierReport: async (db, { id: hubId }, ids) => {
    const where = { hubId, id: { in: ids } };
    const rows = await db.barrierReport.findMany({ where, select: { id: true, number: true } });
    return rows.map(({ id, number }) => ({ id, name: number }));
  },
};

/** The names of everything a page of events is about: one query for each type of thing there is. */
export async function namesOfObjects(
  db: Handle,
  hub: At,
  events: readonly Named[],
  locale: Locale,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const byType = Map.groupBy(events, ({ objectType }) => objectType);
  for (const [type, those] of byType) {
    const ids = [...new Set(those.map(({ objectId }) => objectId))];
    const rows = (await finders[type]?.(db, hub, ids, locale)) ?? [];
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

/** Who it is, whom an invitation went to or who applied; for an invitation also for what and as what. */
export type Told = Row & { body: string | null; role: string | null; hub_role: string | null };

/**
 * What the log's own door tells of people, invitations and applications in events that the reader may
 * see; beside it colleagues whom one sees anyway. Leaving takes nobody's name out, being erased does.
 */
export async function namesInLog(db: Handle, ids: string[]): Promise<Map<string, Told>> {
  if (ids.length === 0) return new Map();
  const where = { id: { in: ids }, name: { not: '' } };
  const seen = await db.person.findMany({ where, select: { id: true, name: true } });
  const told = await db.$queryRaw<Told[]>`select * from log_names(${ids}::uuid[])`;
  const plain = seen.map((row) => ({ ...row, body: null, role: null, hub_role: null }));
  return new Map([...plain, ...told].map((row) => [row.id, row]));
}

/** Everyone who has acted at the hub, by name; gone or not. For its administrators. */
export async function namesOfActors(db: Handle): Promise<Row[]> {
  return db.$queryRaw<Row[]>`select id, name from log_actors()`;
}

export async function namesOfOrganisations(db: Handle, ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  return db.organisation.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
}
