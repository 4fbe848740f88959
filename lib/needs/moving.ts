import { tell } from '#lib/notices/writes.ts';
import { changesOf } from '#lib/platform/changes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { moveNamed, type NeedMove } from './moves.ts';
import { hearersOf, told } from './saying.ts';
import { isId } from './schema.ts';

/**
 * Makes one move of the table for one's own organisation. Its administrators may. The hub's hosts hear of a need
 * that is opened; who signed that they have it, too, hears when it is closed or open again.
 * @throws Refusal without a reason where one is demanded, or when the table says no; NotFound for anyone else's
 */
export async function moveNeed(scope: Scope, id: string, name: NeedMove, reason = '') {
  if (!isId(id)) throw new NotFound('need');
  const move = moveNamed(name);
  if (move.reason && reason === '') {
    throw new Refusal('refusals.invalid', { reason: 'needs.refusals.reason' });
  }
  await scope.write(move.permission, async (db, deed) => {
    const where = { hubId: scope.hub.id, id, organisationId: scope.organisation.id };
    const need = await db.need.findFirst({ where });
    if (!need) throw new NotFound('need');
    if (!move.from.includes(need.state)) {
      throw new Refusal(`needs.refusals.inState.${need.state}`);
    }
    const openedAt = need.openedAt ?? dateOf(now());
    // Nobody chose whom it is shown to before needs were said here.
    const visibility = need.visibility === 'DRAFT' ? 'PUBLIC_SIDE' : need.visibility;
    const { count } = await db.need.updateMany({
      where: { ...where, state: need.state, revision: need.revision },
      data: {
        ...{ state: move.to, closedReason: reason, openedAt, visibility },
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw new Refusal('refusals.stale');
    deed.record(move.event, 'need', id, changesOf({ state: need.state }, { state: move.to }));
    await spread(db, deed, scope, name, need);
  });
}

type Moved = { id: string; title: string; visibility: string };

async function spread(db: Handle, deed: Deed, scope: Scope, name: NeedMove, need: Moved) {
  // A demo's page names the open needs it answers, and an organisation's own page its needs.
  if (need.visibility === 'OPEN') deed.pagesChanged();
  if (name !== 'open') {
    await tell(scope, db, await hearersOf(db, need.id), told(scope, 'needChanged', need));
    return;
  }
  const hosts = await db.hubRole.findMany({
    where: { hubId: scope.hub.id, role: { in: ['HOST', 'HUB_ADMIN'] } },
    select: { personId: true },
  });
  const ids = hosts.map(({ personId }) => personId);
  const detail = { title: need.title, organisation: scope.organisation.name };
  await tell(scope, db, ids, { kind: 'needSaid', detail, path: `/${scope.hub.slug}/house/needs` });
}

/** Takes away a draft that nobody else has seen. Members may. @throws NotFound; Refusal once it is open */
export async function discardNeed(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('need');
  await scope.write('need:say', async (db, deed) => {
    const where = { hubId: scope.hub.id, id, organisationId: scope.organisation.id };
    const need = await db.need.findFirst({ where });
    if (!need) throw new NotFound('need');
    const { count } = await db.need.deleteMany({ where: { ...where, state: 'DRAFT' } });
    if (count === 0) throw new Refusal(`needs.refusals.inState.${need.state}`);
    deed.record('needDiscarded', 'need', id);
  });
}
