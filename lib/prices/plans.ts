import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dateOf, now, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import { inAll } from '#lib/platform/i18n/texts.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { PlaceKind } from './rules.ts';
import { kronor, wholeNumber } from './schema.ts';

/** The field that says how many hours a plan gives of a kind of place. */
export const hoursField = (kind: PlaceKind) => `hours_${kind}` as const;

const name = z.string().trim().max(80, 'refusals.tooLong').default('');

/** A plan: its name in one language at least, what it costs a month, and what it gives: hours by kind of place, and kronor for any. */
export const planForm = z
  .object({
    nameSv: name,
    nameNb: name,
    nameEn: name,
    monthOre: kronor,
    creditOre: z.preprocess((typed) => typed || '0', kronor).default(0),
    vatClass: z.string().regex(/^[A-Z_]{4,20}$/, 'refusals.invalid'),
  })
  .catchall(z.preprocess((typed) => typed || 0, wholeNumber(1000)))
  .refine(({ nameSv, nameNb, nameEn }) => nameSv || nameNb || nameEn, {
    path: ['nameSv'],
    message: 'prices.refusals.planName',
  });
export type PlanInput = {
  nameSv: string;
  nameNb?: string;
  nameEn?: string;
  monthOre: number;
  creditOre: number;
  vatClass: string;
  [hours: `hours_${string}`]: number;
};

/** Makes a plan that organisations can be taken into. For the hub's administrators. */
export async function makePlan(
  scope: Scope,
  input: PlanInput,
  kinds: readonly PlaceKind[],
): Promise<void> {
  const { nameSv, nameNb = '', nameEn = '', monthOre, creditOre, vatClass } = input;
  await scope.write('price:edit', async (db, deed) => {
    const hubId = scope.hub.id;
    await refuseForeignVat(db, scope, vatClass);
    const plan = { hubId, name: inAll(nameSv, nameNb, nameEn), monthOre, creditOre, vatClass };
    const { id } = await db.plan.create({ data: plan });
    const times = kinds.map((kind) => ({
      kind,
      minutes: Number(input[hoursField(kind)] ?? 0) * 60,
    }));
    await db.planTime.createMany({
      data: times
        .filter(({ minutes }) => minutes > 0)
        .map((time) => ({ ...time, hubId, planId: id })),
    });
    deed.record('planMade', 'plan', id);
  });
}

async function refuseForeignVat(db: Handle, scope: Scope, code: string) {
  const vat = await db.vatClass.findUnique({ where: { code } });
  if (vat?.country !== scope.hub.country) refuse('vatClass', 'noSuchVat');
}

export const memberForm = z.object({
  planId: z.guid('prices.refusals.noSuchPlan'),
  organisationId: z.guid('prices.refusals.noSuchOrganisation'),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'prices.refusals.badMonth'),
});

/**
 * Takes an organisation into a plan from the first of a month on.
 * @throws Refusal for a month that has ended, or where it has a plan then already
 */
export async function joinPlan(scope: Scope, input: z.output<typeof memberForm>): Promise<void> {
  const first = `${input.month}-01`;
  if (first < today(scope.hub.zone).with({ day: 1 }).toString()) refuse('month', 'monthPast');
  const work = scope.write('price:edit', async (db, deed) => {
    const hubId = scope.hub.id;
    const { planId, organisationId } = input;
    const plan = await db.plan.findFirst({ where: { hubId, id: planId, endedAt: null } });
    if (!plan) refuse('planId', 'noSuchPlan');
    await refuseOutsider(db, hubId, organisationId);
    await db.planMember.create({
      data: { hubId, planId, organisationId, validFrom: new Date(first) },
    });
    deed.record('planJoined', 'organisation', organisationId);
  });
  await work.catch((error) => {
    if (!refusedBy(error, 'one_plan_at_a_time')) throw error;
    refuse('organisationId', 'hasPlan');
  });
}

/** Ends a membership when the month does; one that has not begun never was. */
export async function leavePlan(scope: Scope, memberId: string): Promise<void> {
  await scope.write('price:edit', async (db, deed) => {
    const where = { hubId: scope.hub.id, id: memberId };
    const member = await db.planMember.findFirst({ where: { ...where, validTo: null } });
    if (!member) throw new NotFound('plan member');
    const next = today(scope.hub.zone).with({ day: 1 }).add({ months: 1 });
    const begins = Temporal.PlainDate.from(member.validFrom.toISOString().slice(0, 10));
    const last = Temporal.PlainDate.compare(begins, next) < 0 ? next : begins.add({ months: 1 });
    await db.planMember.update({
      where: { hubId_id: where },
      data: { validTo: new Date(last.toString()) },
    });
    deed.record('planLeft', 'organisation', member.organisationId);
  });
}

export const passForm = z.object({
  buyerId: z.guid('prices.refusals.noSuchOrganisation'),
  itemId: z.guid('prices.refusals.noSuchPass'),
});

/** Sells an organisation a pass at today's price; it is invoiced with the month. */
export async function sellPass(scope: Scope, input: z.output<typeof passForm>): Promise<void> {
  await scope.write('price:edit', async (db, deed) => {
    const { buyerId: organisationId, itemId } = input;
    await refuseOutsider(db, scope.hub.id, organisationId, 'buyerId');
    const day = today(scope.hub.zone).toString();
    const [row] = await db.$queryRaw<{ sold: string | null }[]>`
      select sell_pass(${organisationId}::uuid, ${itemId}::uuid, ${day}::date)::text as sold`;
    if (!row?.sold) refuse('itemId', 'noSuchPass');
    deed.record('passSold', 'organisation', organisationId);
  });
}

async function refuseOutsider(
  db: Handle,
  hubId: string,
  organisationId: string,
  field = 'organisationId',
) {
  const where = { hubId, organisationId, state: 'VERIFIED' as const };
  if (!(await db.participation.findFirst({ where }))) refuse(field, 'noSuchOrganisation');
}

/** Plans, who is in them, and the passes that can be sold today. */
export async function listPlans(scope: Scope) {
  return scope.read('price:edit', async (db) => {
    const hubId = scope.hub.id;
    const day = new Date(today(scope.hub.zone).toString());
    const holds = { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] };
    return {
      plans: await db.plan.findMany({ where: { hubId, endedAt: null }, include: { times: true } }),
      members: await db.planMember.findMany({
        where: { hubId, OR: [{ validTo: null }, { validTo: { gt: day } }] },
        include: { organisation: { select: { name: true } }, plan: { select: { name: true } } },
        orderBy: { validFrom: 'asc' },
      }),
      passes: await db.priceItem.findMany({ where: { hubId, unit: 'PASS', ...holds } }),
      organisations: await db.participation.findMany({
        where: { hubId, state: 'VERIFIED' },
        select: { organisation: { select: { id: true, name: true } } },
        orderBy: { organisation: { name: 'asc' } },
        take: 500,
      }),
      vatClasses: await db.vatClass.findMany({
        where: { country: scope.hub.country },
        orderBy: { code: 'desc' },
      }),
    };
  });
}

export type CreditLeft = {
  id: string;
  measure: 'MINUTES' | 'ORE';
  kind: PlaceKind | null;
  endsOn: Date;
  granted: number;
  left: number;
};

/** What the organisation has left to book for, soonest to end first; of this month and of passes. */
export async function listCredits(scope: Scope): Promise<CreditLeft[]> {
  return scope.read('cost:read', (db) => creditsOf(db, scope.hub.id, scope.organisation.id));
}

/** Of one organisation, ended or not yet begun ones left out. */
export async function creditsOf(db: Handle, hubId: string, organisationId: string) {
  const at = dateOf(now());
  return db.$queryRaw<CreditLeft[]>`
    select c.id, c.measure::text, c.kind::text, c.ends_on as "endsOn", sum(e.amount)::integer as left,
      (sum(e.amount) filter (where e.reason = 'GRANTED'))::integer as granted
    from credit c join credit_entry e on e.hub_id = c.hub_id and e.credit_id = c.id
    where c.hub_id = ${hubId}::uuid and c.organisation_id = ${organisationId}::uuid and c.ends_on > ${at}::date
    group by c.hub_id, c.id order by c.ends_on, c.id`;
}

function refuse(field: string, name: string): never {
  const code = `prices.refusals.${name}`;
  throw new Refusal(code, { [field]: code });
}
