import { instantOf, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, projectAt } from '#lib/projects/leading.ts';
import { openToParties, openToPledges } from '#lib/projects/moves.ts';
import type { CostKey } from './keys.ts';
import { type PledgeState, pledgeMovesFrom } from './moves.ts';
import { sinceOf, yearsOf } from './planned.ts';
import { promiseOf } from './promise.ts';
import { type Sharing, sharedOut } from './table.ts';

export type Sums = { plan: bigint | null; confirmed: bigint; bodies: number };

/** What anyone hears of a project they can see: what it costs and what is confirmed; for a page's own read. */
export async function sumsOf(db: Handle, projectId: string): Promise<Sums | null> {
  const [row] = await db.$queryRaw<{ plan: bigint | null; confirmed: bigint; bodies: bigint }[]>`
    select plan, confirmed, bodies from project_sums(${projectId}::uuid)`;
  return row ? { ...row, bodies: Number(row.bodies) } : null;
}

/** The sums of a project by its address. Anyone who can see it may. @throws NotFound */
export async function findSums(scope: Scope, slug: string): Promise<Sums | null> {
  return scope.read('project:read', async (db) =>
    sumsOf(db, (await projectAt(scope, db, slug)).id),
  );
}

/**
 * The money of a project: its plan shared out, what is pledged, what is promised if others are with it. Bodies of care
 * that are parties may, and a company of its own pledges alone. @throws NotFound for a project one is no party of
 */
export async function findMoney(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const project = await projectAt(scope, db, slug);
    const where = { hubId: scope.hub.id, projectId: project.id };
    const parties = await db.projectParty.findMany({
      where: { ...where, state: { in: ['INVITED', 'CONFIRMED'] } },
      include: { organisation: { select: { name: true, side: true } } },
      orderBy: [{ role: 'asc' }, { organisationId: 'asc' }],
    });
    const own = parties.find(({ organisationId }) => organisationId === scope.organisation.id);
    if (!own) throw new NotFound('project');
    const sums = await sumsOf(db, project.id);
    const pledges = await pledgesOf(scope, db, where, leads(scope, project));
    const isCare = scope.organisation.side !== 'PRIVATE';
    const open = openToPledges.includes(project.state);
    return {
      ...{ title: project.title, slug, sums: isCare ? sums : null, pledges, isCare, open },
      years: yearsOf(project),
      mayPlan: openToParties.includes(project.state) && isCare && leads(scope, project),
      mayPledge: open && own.state === 'CONFIRMED' && scope.may('proposal:draft'),
      mayBind: open && own.state === 'CONFIRMED' && scope.may('party:answer'),
      table: isCare ? await planTable(db, where, parties) : null,
      promises: isCare ? await promisesOf(scope, db, where, pledges) : [],
    };
  });
}
export type MoneyView = Awaited<ReturnType<typeof findMoney>>;

type Where = { hubId: string; projectId: string };
type PartyRow = {
  organisationId: string;
  role: string;
  state: string;
  answeredAt: Date | null;
  organisation: { name: string; side: string };
};

async function planTable(db: Handle, where: Where, parties: PartyRow[]): Promise<Sharing | null> {
  const plan = await db.costPlan.findFirst({
    where,
    orderBy: { version: 'desc' },
    include: {
      by: { select: { name: true } },
      years: { include: { fixed: true }, orderBy: { year: 'asc' } },
      sharers: true,
    },
  });
  const sharers = parties.filter(
    ({ role, state, organisation }) =>
      state === 'CONFIRMED' &&
      organisation.side !== 'PRIVATE' &&
      ['OWNER', 'FUNDER', 'PILOT_SITE'].includes(role),
  );
  const ids = sharers.map(({ organisationId }) => organisationId);
  const counted = await db.$queryRaw<{ id: string; inhabitants: bigint }[]>`
    select id::text, inhabitants from inhabitants_of(${ids}::uuid[])`;
  const people = new Map(counted.map(({ id, inhabitants }) => [id, Number(inhabitants)]));
  const first = plan?.years[0]?.year ?? 0;
  const earlyPercent = plan?.earlyPercent ?? 0;
  const rows = sharers.map(({ organisationId: id, organisation, answeredAt }) => {
    const planned = plan?.sharers.find((one) => one.organisationId === id);
    const { since, fromStart } = planned ?? { ...sinceOf(first, answeredAt), fromStart: false };
    return {
      ...{ id, name: organisation.name, inhabitants: people.get(id) ?? 0, since, fromStart },
      discount: since <= first ? earlyPercent : 0,
    };
  });
  const none = { shares: null, whyNot: null, settlement: null, earlyPercent };
  if (!plan) return { version: 0, key: null, years: [], rows, ...none };
  const fixed = plan.years.flatMap((one) => one.fixed);
  const key = plan.key as CostKey;
  return { ...sharedOut(key, plan.years, fixed, rows), version: plan.version, earlyPercent };
}

async function pledgesOf(scope: Scope, db: Handle, where: Where, lead: boolean) {
  const rows = await db.pledge.findMany({
    where,
    include: {
      organisation: { select: { name: true } },
      proposedBy: { select: { name: true } },
      confirmedBy: { select: { name: true } },
    },
    orderBy: [{ year: 'asc' }, { proposedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ organisation, ...pledge }) => {
    const own = pledge.organisationId === scope.organisation.id && scope.may('party:answer');
    const state = pledge.state as PledgeState;
    return { ...pledge, name: organisation.name, moves: pledgeMovesFrom(state, { own, lead }) };
  });
}
export type PledgeView = Awaited<ReturnType<typeof pledgesOf>>[number];

async function promisesOf(scope: Scope, db: Handle, where: Where, pledges: PledgeView[]) {
  const rows = await db.matchingPromise.findMany({
    where,
    include: { organisation: { select: { name: true } } },
    orderBy: [{ byDay: 'asc' }, { id: 'asc' }],
  });
  const day = today(scope.hub.zone).toString();
  const confirmed = pledges.flatMap(({ kind, state, confirmedAt, organisationId, amount }) =>
    confirmedAt && (state === 'CONFIRMED' || state === 'FULFILLED')
      ? [
          {
            ...{ organisationId, ore: kind === 'MONEY' ? amount : 0n },
            confirmedOn: localDay(scope.hub.zone, confirmedAt),
          },
        ]
      : [],
  );
  return rows.map(({ organisation, ...row }) => {
    const by = row.byDay.toISOString().slice(0, 10);
    const needs =
      row.leastBodies === null ? { ore: row.leastOre ?? 0n } : { bodies: row.leastBodies };
    // What the promiser itself pledges does not bring its own promise about.
    const others = confirmed.filter((one) => one.organisationId !== row.organisationId);
    return {
      ...{ ...row, name: organisation.name },
      mine: row.organisationId === scope.organisation.id && scope.may('party:answer'),
      standing: promiseOf({ ore: row.ore, by, needs }, others, day),
    };
  });
}
export type PromiseView = Awaited<ReturnType<typeof promisesOf>>[number];

function localDay(zone: string, at: Date): string {
  return instantOf(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}
