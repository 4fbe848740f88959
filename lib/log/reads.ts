import { Temporal } from 'temporal-polyfill';
import { dateOf } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { ActedAs } from '#lib/platform/deed.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookingsThen } from './bookings.ts';
import {
  namesInLog,
  namesOfActors,
  namesOfObjects,
  namesOfOrganisations,
  type Told,
} from './names.ts';
import { type Change, factsIn, logGroups, rolesIn, untoldIn } from './rules.ts';
import type { LogQuery } from './schema.ts';

export type LogEntry = {
  /** Place in the hub's chain, counted from 1. */
  seq: number;
  at: Date;
  kind: string;
  actedAs: ActedAs;
  /** Null for someone the reader may not know, or who is erased. */
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
  /** Roles of the hub that somebody was given or lost, as codes. */
  roles: { given: string[]; taken: string[] };
  /** Into which body, and as what, an invitation leads. */
  invited: { body: string; role: string } | null;
  /** Other facts of the event by name: a mail domain, the name of a provider. */
  facts: Record<string, string>;
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
export async function listOwnLog(
  scope: Scope,
  query: LogQuery,
  locale: Locale,
): Promise<LogPage & { choices: LogChoices }> {
  return scope.read('log:own', async (db) => ({
    ...(await pageOf(db, scope, query, locale, ownOf(scope))),
    choices: { organisations: [], people: await namesOfActors(db) },
  }));
}

// What the people of the body that runs a hub do as its staff is the hub's doing, and stands in its log.
const ownOf = (scope: Scope) => {
  const { id } = scope.organisation;
  return { OR: [{ organisationId: id, actedAs: { not: 'house' } }, { concernsId: id }] };
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

/** A page of events, as part of a read. */
export async function pageOf(
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
  const told = await namesInLog(
    db,
    ids(
      shown.flatMap(({ personId, objectType, objectId }) => [
        personId,
        asked(objectType, objectId),
      ]),
    ),
  );
  const bodies = byId(
    await namesOfOrganisations(
      db,
      ids(shown.flatMap(({ organisationId, concernsId }) => [organisationId, concernsId])),
    ),
  );
  const objects = await namesOfObjects(db, scope.hub, shown, locale);
  const then = await bookingsThen(db, scope.hub.id, shown, locale);
  const entries = shown.map((row) => ({
    seq: Number(row.seq),
    at: row.at,
    kind: row.kind,
    actedAs: row.actedAs as ActedAs,
    person: told.get(row.personId ?? '')?.name ?? null,
    personId: row.personId,
    organisation: bodies.get(row.organisationId ?? '') ?? null,
    concerns:
      row.concernsId === row.organisationId ? null : (bodies.get(row.concernsId ?? '') ?? null),
    object:
      row.objectType === 'booking'
        ? then.name(row, objects.get(row.objectId))
        : (objects.get(row.objectId) ?? (told.get(row.objectId)?.name || null)),
    objectType: row.objectType,
    objectId: row.objectId,
    changes: then.changes(row),
    untold: untoldIn(row.detail),
    roles: rolesIn(row.detail),
    invited: invitedBy(told.get(row.objectId)),
    facts: factsIn(row.detail),
  }));
  return { entries, older: rows.length > size ? (entries.at(-1)?.seq ?? null) : null };
}

/** Whose name stands behind a door of the log's own. */
const asked = (objectType: string, objectId: string) =>
  ['person', 'invitation', 'application'].includes(objectType) ? objectId : null;

function invitedBy(told: Told | undefined): LogEntry['invited'] {
  const role = told?.hub_role ?? told?.role;
  return told && role ? { body: told.body ?? '', role } : null;
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
  return { organisations, people: await namesOfActors(db) };
}

const byId = (rows: Choice[]) => new Map(rows.map(({ id, name }) => [id, name]));
