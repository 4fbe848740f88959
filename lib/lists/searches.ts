import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/showroom/schema.ts';
import { matching } from './matching.ts';

/** Keeps a search for one's own organisation. Members may. @throws Refusal when the name is taken */
export async function keepSearch(
  scope: Scope,
  { name, query }: { name: string; query: string },
): Promise<string> {
  const id = crypto.randomUUID();
  const at = dateOf(now());
  try {
    await scope.write('list:keep', async (db, deed) => {
      const own = { hubId: scope.hub.id, organisationId: scope.organisation.id };
      const made = { madeById: scope.person.id, madeAt: at, seenAt: at };
      await db.savedSearch.createMany({ data: [{ id, name, query, ...own, ...made }] });
      deed.record('searchSaved', 'savedSearch', id);
    });
  } catch (error) {
    if (!refusedBy(error, 'one_search_of_a_name')) throw error;
    throw new Refusal('refusals.invalid', { name: 'lists.refusals.nameTaken' });
  }
  return id;
}

/** A kept search, how many demos answer it now, and how many of these came or changed since. */
export type KeptSearch = {
  id: string;
  name: string;
  query: string;
  seenAt: Date;
  count: number;
  fresh: number;
};

/** The searches that one's own organisation keeps, with what each finds now. Members may. */
export async function listSearches(scope: Scope): Promise<KeptSearch[]> {
  const kept = await scope.read('list:keep', (db) =>
    db.savedSearch.findMany({
      where: { hubId: scope.hub.id, organisationId: scope.organisation.id },
      select: { id: true, name: true, query: true, seenAt: true },
      orderBy: { name: 'asc' },
      take: 50,
    }),
  );
  const found = [];
  for (const search of kept) {
    const { count, fresh } = await matching(scope, search.query, search.seenAt);
    found.push({ ...search, count, fresh: fresh.length });
  }
  return found;
}

/** One of them, with the demos that are new. @throws NotFound for anyone else's */
export async function findSearch(scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('search');
  const search = await scope.read('list:keep', (db) =>
    db.savedSearch.findFirst({
      where: { hubId: scope.hub.id, organisationId: scope.organisation.id, id },
      select: { id: true, name: true, query: true, seenAt: true, madeAt: true },
    }),
  );
  if (!search) throw new NotFound('search');
  const { count, fresh } = await matching(scope, search.query, search.seenAt);
  return { ...search, count, fresh };
}

/** What was new up to now has been looked at. Members may. */
export async function markSearchSeen(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('search');
  await scope.write('list:keep', async (db, deed) => {
    const where = { hubId: scope.hub.id, organisationId: scope.organisation.id, id };
    const { count } = await db.savedSearch.updateMany({ where, data: { seenAt: dateOf(now()) } });
    if (count === 0) throw new NotFound('search');
    deed.record('searchSeen', 'savedSearch', id);
  });
}

/** Keeps it no longer. Members may. */
export async function dropSearch(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('search');
  await scope.write('list:keep', async (db, deed) => {
    const where = { hubId: scope.hub.id, organisationId: scope.organisation.id, id };
    const { count } = await db.savedSearch.deleteMany({ where });
    if (count === 0) throw new NotFound('search');
    deed.record('searchDropped', 'savedSearch', id);
  });
}
