import { Temporal } from 'temporal-polyfill';
import { today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { redraft } from './drafting.ts';
import { partiesOf } from './parties.ts';
import { dayOf } from './rules.ts';

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Works a basis out a last time and locks it under the hub's next number, with buyer and seller as they are
 * now. From then on nothing of it changes. For the hub's administrators.
 * @throws Refusal before the month is over, before the organisation's earlier months, or when it is locked
 */
export async function lockBasis(scope: Scope, id: string): Promise<void> {
  await scope.write('billing:manage', async (db, deed) => {
    const hubId = scope.hub.id;
    const before = await basisOf(db, scope, id);
    const { month, organisationId, status } = before;
    if (status !== 'DRAFT') refuse('alreadyLocked');
    if (today(scope.hub.zone).toString() < endOf(dayOf(month))) refuse('monthNotOver');
    await redraft(db, hubId, dayOf(month));
    if (!(await db.invoiceBasis.findFirst({ where: { hubId, id } }))) refuse('nothing');
    const earlier = { hubId, organisationId, status: 'DRAFT' as const, month: { lt: month } };
    if ((await db.invoiceBasis.count({ where: earlier })) > 0) refuse('earlierFirst');
    const last = await db.invoiceBasis.aggregate({ where: { hubId }, _max: { number: true } });
    const locked = await db.invoiceBasis.updateMany({
      where: { hubId, id, status: 'DRAFT' },
      data: {
        ...{ status: 'LOCKED', number: (last._max.number ?? 0) + 1 },
        lockedOn: new Date(today(scope.hub.zone).toString()),
        parties: await partiesOf(db, scope, organisationId),
      },
    });
    if (locked.count === 0) refuse('alreadyLocked');
    deed.record('basisLocked', 'organisation', organisationId, { month: dayOf(month) });
  });
}

/** Says that a locked basis has gone to the one who invoices. @throws Refusal while it is a draft */
export async function markExported(scope: Scope, id: string): Promise<void> {
  await scope.write('billing:manage', async (db, deed) => {
    const { organisationId, status, month } = await basisOf(db, scope, id);
    if (status === 'DRAFT') refuse('notLocked');
    await db.invoiceBasis.updateMany({
      where: { hubId: scope.hub.id, id, status: 'LOCKED' },
      data: { status: 'EXPORTED' },
    });
    deed.record('basisExported', 'organisation', organisationId, { month: dayOf(month) });
  });
}

async function basisOf(db: Handle, scope: Scope, id: string) {
  if (!uuid.test(id)) throw new NotFound('basis');
  const basis = await db.invoiceBasis.findFirst({ where: { hubId: scope.hub.id, id } });
  if (!basis) throw new NotFound('basis');
  return basis;
}

/** The first day after a month (YYYY-MM-01). */
export function endOf(month: string): string {
  return Temporal.PlainDate.from(month).add({ months: 1 }).toString();
}

function refuse(name: string): never {
  throw new Refusal(`billing.refusals.${name}`);
}
