import { Temporal } from 'temporal-polyfill';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';

/**
 * What goes when its time has come: counted in days from `since`, deleted or emptied. These are
 * traces of use, not records of a body; what a body must keep or weed is decided by that body.
 */
export const retentionClasses = {
  sessions: { table: 'session', since: 'coalesce(ended_at, expires_at)', days: 30 },
  links: { table: 'sign_in_token', since: 'expires_at', days: 1 },
  mail: { table: 'mail', since: 'created_at', days: 90 },
  notices: { table: 'notice', since: 'created_at', days: 365 },
  news: { table: 'showroom_news', since: 'told_at', days: 30 },
  applications: {
    table: 'application',
    since: 'case when confirmed_at is null then expires_at end',
    days: 30,
  },
  invitations: {
    table: 'invitation',
    since: 'coalesce(accepted_at, revoked_at, expires_at)',
    days: 365,
  },
  reporters: {
    table: 'barrier_report',
    since: 'handled_at',
    days: 365,
    empties: ['name', 'email'],
  },
  // Answered within the hour or not at all (`showroom/importing.ts`).
  imports: { table: 'demo_import', since: 'made_at', days: 1 },
  visits: { table: 'visit', since: 'ends_at', days: 30 },
  presences: { table: 'presence', since: 'day', days: 1 },
  someones: { table: 'use_someone', since: 'since', days: 365 },
  purposes: { table: 'booking', since: 'ends_at', days: 730, empties: ['purpose'] },
} as const satisfies Record<string, Rule>;

type Rule = { table: string; since: string; days: number; empties?: readonly string[] };
export type RetentionClass = keyof typeof retentionClasses;

/**
 * Removes what its class no longer allows, each class with an entry in the protocol, none where
 * nothing had to go. For the nightly job.
 */
export async function runRetention(
  scope: Scope,
): Promise<{ class: RetentionClass; rows: number }[]> {
  const done: { class: RetentionClass; rows: number }[] = [];
  for (const [name, rule] of Object.entries(retentionClasses) as [RetentionClass, Rule][]) {
    const rows = await runOne(scope, name, rule);
    if (rows > 0) done.push({ class: name, rows });
  }
  return done;
}

async function runOne(scope: Scope, name: RetentionClass, rule: Rule): Promise<number> {
  const before = dateOf(now().subtract(Temporal.Duration.from({ hours: 24 * rule.days })));
  const columns = rule.empties ?? [];
  const filled = columns.map((column) => `${column} <> ''`).join(' or ');
  const due = `${rule.since} < $1${filled && ` and (${filled})`}`;
  const emptied = columns.map((column) => `${column} = ''`).join(', ');
  const removal = filled
    ? `update ${rule.table} set ${emptied} where ${due}`
    : `delete from ${rule.table} where ${due}`;
  const waiting = await scope.read('system:work', (db) =>
    db.$queryRawUnsafe<unknown[]>(`select from ${rule.table} where ${due} limit 1`, before),
  );
  if (waiting.length === 0) return 0;
  return scope.write('system:work', async (db, deed) => {
    const rows = await db.$executeRawUnsafe(removal, before);
    const run = await db.retentionRun.create({ data: { class: name, before, rows } });
    deed.record('retentionRun', 'retentionRun', run.id, { class: name, rows });
    return rows;
  });
}

/** The protocol, newest first. For hub administrators. */
export async function listRetentionRuns(scope: Scope) {
  return scope.read('log:read', (db) =>
    db.retentionRun.findMany({ orderBy: { at: 'desc' }, take: 100 }),
  );
}
