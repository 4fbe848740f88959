import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/showroom/schema.ts';
import { listFoundIds } from '#lib/showroom/searching.ts';
import { type ListInput, mostListed, queryOf } from './schema.ts';

/**
 * Makes a list for one's own organisation, with what a search finds now where it is made from one. Members
 * may. `id` comes with the form, so that the same form sent twice makes one list.
 */
export async function makeList(scope: Scope, input: ListInput, from: boolean): Promise<string> {
  const { id, ...facts } = input;
  const demos = from ? await listFoundIds(scope, queryOf(input.query)) : [];
  if (demos.length > mostListed) throw new Refusal('lists.refusals.tooMany');
  await scope.write('list:keep', async (db, deed) => {
    const own = { hubId: scope.hub.id, organisationId: scope.organisation.id };
    const made = { madeById: scope.person.id, madeAt: dateOf(now()) };
    const data = [{ id, ...facts, ...own, ...made }];
    const { count } = await db.demoList.createMany({ data, skipDuplicates: true });
    if (count > 0) {
      await put(db, scope, id, demos);
    }
    deed.record('listMade', 'demoList', id);
  });
  return id;
}

async function put(db: Handle, scope: Scope, listId: string, demoIds: string[]) {
  const { id: hubId } = scope.hub;
  const added = { addedById: scope.person.id, addedAt: dateOf(now()) };
  await db.demoListItem.createMany({
    data: demoIds.map((demoId) => ({ hubId, listId, demoId, ...added })),
    skipDuplicates: true,
  });
}

/** Changes name, purpose and case number, until it is locked. Members may. */
export async function editList(
  scope: Scope,
  id: string,
  facts: Pick<ListInput, 'name' | 'purpose' | 'caseNumber'>,
): Promise<void> {
  await changeOpen(scope, id, 'listChanged', async (db, where) => {
    await db.demoList.updateMany({ where, data: facts });
  });
}

/** Puts a demo that is shown on an open list; once, however often. Members may. */
export async function addToList(scope: Scope, id: string, demoId: string): Promise<void> {
  await changeOpen(scope, id, 'listChanged', async (db) => {
    const where = { hubId: scope.hub.id, id: demoId, status: 'PUBLISHED' as const };
    if (!isId(demoId) || (await db.showroomDemo.count({ where })) === 0) throw new NotFound('demo');
    const listed = await db.demoListItem.count({ where: { hubId: scope.hub.id, listId: id } });
    if (listed >= mostListed) throw new Refusal('lists.refusals.tooMany');
    await put(db, scope, id, [demoId]);
  });
}

/** Takes a demo off an open list. Members may. */
export async function takeOffList(scope: Scope, id: string, demoId: string): Promise<void> {
  await changeOpen(scope, id, 'listChanged', async (db) => {
    if (!isId(demoId)) throw new NotFound('demo');
    await db.demoListItem.deleteMany({ where: { hubId: scope.hub.id, listId: id, demoId } });
  });
}

/** Throws an open list away. Members may. */
export async function dropList(scope: Scope, id: string): Promise<void> {
  await changeOpen(scope, id, 'listDropped', async (db, where) => {
    await db.demoList.deleteMany({ where });
  });
}

type Own = { hubId: string; organisationId: string; id: string };

/** @throws NotFound for anyone else's; Refusal once it is locked, also when that happens meanwhile */
async function changeOpen(
  scope: Scope,
  id: string,
  event: 'listChanged' | 'listDropped',
  change: (db: Handle, where: Own) => Promise<void>,
): Promise<void> {
  if (!isId(id)) throw new NotFound('list');
  const where = { hubId: scope.hub.id, organisationId: scope.organisation.id, id };
  try {
    await scope.write('list:keep', async (db, deed) => {
      const list = await db.demoList.findFirst({ where, select: { lockedAt: true } });
      if (!list) throw new NotFound('list');
      if (list.lockedAt) throw new Refusal('lists.refusals.locked');
      await change(db, where);
      if (event === 'listDropped') deed.record('listDropped', 'demoList', id);
      else deed.record('listChanged', 'demoList', id);
    });
  } catch (error) {
    if (refusedBy(error, 'locked_lists_stand')) throw new Refusal('lists.refusals.locked');
    throw error;
  }
}

/**
 * Locks a list: of each demo the published version is kept, with all that it says now. From then on nobody
 * changes it. Members may. Of several at once one locks it. @throws Refusal; NotFound for anyone else's
 */
export async function lockList(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('list');
  await scope.write('list:keep', async (db, deed) => {
    const at = dateOf(now());
    const [answer] = await db.$queryRaw<[{ said: string }]>`
      select lock_demo_list(${id}::uuid, ${at}) as said`;
    if (answer.said === 'missing') throw new NotFound('list');
    if (answer.said !== 'done') throw new Refusal(`lists.refusals.${answer.said}`);
    deed.record('listLocked', 'demoList', id);
  });
}
