import { tell } from '#lib/notices/writes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { hearersOf, told } from './saying.ts';
import { isId } from './schema.ts';

/**
 * Says that one's own organisation has a need of another's, too: once each, however many press. Members of public
 * and voluntary bodies may, nobody for another. Whoever answers for the need is told the first time.
 * @throws Refusal when it is one's own, or over; NotFound for one that is not shown
 */
export async function backNeed(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('need');
  await scope.write('need:back', async (db, deed) => {
    const hubId = scope.hub.id;
    const need = await db.need.findFirst({
      where: { hubId, id, state: { not: 'DRAFT' } },
      include: { organisation: { select: { slug: true } } },
    });
    if (!need) throw new NotFound('need');
    const organisationId = scope.organisation.id;
    if (need.organisationId === organisationId) throw new Refusal('needs.refusals.own');
    if (need.state !== 'OPEN' && need.state !== 'LINKED') {
      throw new Refusal(`needs.refusals.inState.${need.state}`);
    }
    const data = { hubId, needId: id, organisationId, byId: scope.person.id, since: dateOf(now()) };
    const { count } = await db.needSupport.createMany({ data, skipDuplicates: true });
    deed.record('needBacked', 'need', id, { first: count > 0 }, { concerns: need.organisationId });
    if (count === 0) return;
    const hearers = await hearersOf(db, id);
    await tell(scope, db, hearers, told(scope, 'needBacked', need, need.organisation.slug));
  });
}

/** Takes back what one's own organisation said. Members may. @throws NotFound when it has not said so */
export async function unbackNeed(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('need');
  await scope.write('need:back', async (db, deed) => {
    const where = { hubId: scope.hub.id, needId: id, organisationId: scope.organisation.id };
    const { count } = await db.needSupport.deleteMany({ where });
    if (count === 0) throw new NotFound('need');
    deed.record('needUnbacked', 'need', id);
  });
}
