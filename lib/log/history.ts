import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Permission } from '#lib/platform/policy.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type LogEntry, pageOf } from './reads.ts';
import { readLogQuery } from './schema.ts';

/**
 * What has become of one thing, the latest first, for whoever may read the thing itself: what their own
 * organisation and the house did with it, the house all of it. Names only of those they may know.
 */
export async function findHistory(
  scope: Scope,
  permission: Permission,
  objectId: string,
  locale: Locale,
): Promise<LogEntry[]> {
  const query = readLogQuery({ object: objectId });
  if (query.object === null) return [];
  return scope.read(
    permission,
    async (db) => (await pageOf(db, scope, query, locale, {}, 200)).entries,
  );
}
