import { Temporal } from 'temporal-polyfill';
import { dateOf } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { ActedAs } from '#lib/platform/deed.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { namesOfObjects, namesOfOrganisations, namesOfPeople } from './names.ts';
import { type Change, changesIn, logGroups, untoldIn } from './rules.ts';
import type { LogQuery } from './schema.ts';

export type LogEntry = {
  /** Place in the hub's chain, counted from 1. */
  seq: number;
  at: Date;
  kind: string;
  actedAs: ActedAs;
  /** Null for someone the reader may not know, or who is gone. */
  person: string | null;
  personId: string | null;
  organisation: string | null;
  /** Whose thing it was, when that is another body than the acting one. */
  concerns: string | null;
  object: string | null;
  objectType: string;
  objectId: string;
  changes: Change[];
  untold: string[];
};

export type LogPage = { entries: LogEntry[]; older: number | null };
export type LogChoices = { organisations: Choice[]; people: Choice[] };
type Choice = { id: string; name: string };

const pageSize = 50;

/** The hub's log, newest first, and what it can be narrowed to. Hub administrators may. */
export async function listLog(
  scope: Scope,
  query: LogQuery,
  locale: Locale,
): Promise<LogPage & { choices: LogChoices }> {
  return scope.read('log:read', async (db) => ({
    ...(await pageOf(db, scope, query, locale)),
    choices: await choicesOf(db, scope.hub.id),
  }));
}

/**
 * What was done for an organisation or with its things, by the hub's staff, too. Its administrators
 * may. Names of the hub's staff stay with the hub.
 */
export async function listOwnLog(scope: Scope, query: LogQuery, locale: Locale): Promise<LogPage> {
  return scope.read('log:own', (db) => pageOf(db, scope, query, locale, ownOf(scope)));
}

const ownOf = (scope: Scope) => {
  const { id } = scope.organisation;
  return { OR: [{ organisationId: id }, { concernsId: id }] };
};

/** Everything a query finds, in pages, for a file. That it was taken out is recorded first. */
export async function* exportLog(
  scope: Scope,
  query: LogQuery,
  locale: Locale,
  mine: boolean,
): AsyncGenerator<LogEntry> {
  const permission = mine ? 'log:own' : 'log:read';
  await scope.write(permission, async (_db, deed) => {
    deed.record('logExported', 'organisation', scope.organisation.id);
  });
  let before = query.before;
  do {
    const at = { ...query, before };
    const page = await scope.read(permission, (db) =>
      pageOf(db, scope, at, locale, mine ? ownOf(scope) : {}, exportSize),
    );
    yield* page.entries;
    before = page.older;
  } while (before !== null);
}

const exportSize = 1000;

async function pageOf(
  db: Handle,
  scope: Scope,
  query: LogQuery,
  locale: Locale,
  only: object = {},
  size = pageSize,
): Promise<LogPage> {
  const rows = await db.auditEvent.findMany({
    where: { AND: [{ hubId: scope.hub.id, ...whereOf(query, scope.hub.zone) }, only] },
    orderBy: { seq: 'desc' },
    take: size + 1,
  });
  const shown = rows.slice(0, size);
  const ids = (all: (string | null)[]) => [...new Set(all.filter((id) => id !== null))];
  const people = byId(await namesOfPeople(db, ids(shown.map(({ personId }) => personId))));
  const bodies = byId(
    await namesOfOrganisations(
      db,
      ids(shown.flatMap(({ organisationId, concernsId }) => [organisationId, concernsId])),
    ),
  );
  const objects = await namesOfObjects(db, scope.hub.id, shown, locale);
  const entries = shown.map((row) => ({
    seq: Number(row.seq),
    at: row.at,
    kind: row.kind,
    actedAs: row.actedAs as ActedAs,
    person: people.get(row.personId ?? '') ?? null,
    personId: row.personId,
    organisation: bodies.get(row.organisationId ?? '') ?? null,
    concerns:
      row.concernsId === row.organisationId ? null : (bodies.get(row.concernsId ?? '') ?? null),
    object: objects.get(row.objectId) ?? null,
    objectType: row.objectType,
    objectId: row.objectId,
    changes: changesIn(row.detail),
    untold: untoldIn(row.detail),
  }));
  return { entries, older: rows.length > size ? (entries.at(-1)?.seq ?? null) : null };
}

function whereOf(query: LogQuery, zone: string) {
  const { group, organisation, person, object, from, to, before } = query;
  const about = organisation && {
    OR: [{ organisationId: organisation }, { concernsId: organisation }],
  };
  const at = {
    ...(from && { gte: dayStart(from, zone) }),
    ...(to && { lt: dayStart(to, zone, 1) }),
  };
  return {
    ...(group && { objectType: { in: [...logGroups[group]] } }),
    ...about,
    ...(person && { personId: person }),
    ...(object && { objectId: object }),
    ...((from || to) && { at }),
    ...(before && { seq: { lt: before } }),
  };
}

/** When a local day begins, or the one so many days later. */
function dayStart(day: string, zone: string, later = 0): Date {
  const start = Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone);
  return dateOf(start.toInstant());
}

async function choicesOf(db: Handle, hubId: string): Promise<LogChoices> {
  const organisations = await db.organisation.findMany({
    where: { participations: { some: { hubId } } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  const people = await db.person.findMany({
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: 2000,
  });
  return { organisations, people };
}

const byId = (rows: Choice[]) => new Map(rows.map(({ id, name }) => [id, name]));
