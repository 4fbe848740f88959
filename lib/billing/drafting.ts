import { Temporal } from 'temporal-polyfill';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { type Locale, locales, type Text } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Charged, dayOf, type Line, linesFor, type Planned, type Wanted } from './rules.ts';
import { listSources } from './sources.ts';

/** How long a change of something that was invoiced is looked for. */
const lookBack = { months: 12 } as const;

/**
 * Works out what every organisation is to be invoiced to the end of a month (YYYY-MM-01): drafts become
 * what they should be, what is locked stays, and a second run writes nothing but when it was. For the hub's administrators.
 */
export async function draftMonth(scope: Scope, month: string): Promise<void> {
  await scope.write('billing:manage', async (db, deed) => {
    await redraft(db, scope.hub.id, month);
    deed.record('basisDrafted', 'invoiceBasis', scope.hub.id, { month });
  });
}

/** Part of a write: as above; the hub's bases belong to it until the transaction ends. */
export async function redraft(db: Handle, hubId: string, month: string): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`billing ${hubId}`}, 0)) is null`;
  const first = Temporal.PlainDate.from(month);
  const [from, to] = [first.subtract(lookBack).toString(), first.add({ months: 1 }).toString()];
  await openPlanMonths(db, hubId, month);
  const sources = Map.groupBy(
    await listSources(db, hubId, from, to),
    (each) => each.organisationId,
  );
  const charged = await chargedSince(db, hubId, from);
  for (const organisationId of new Set([
    ...sources.keys(),
    ...charged.keys(),
    ...(await drafted(db, hubId)),
  ])) {
    const upTo = await lockedUpTo(db, hubId, organisationId);
    const next = upTo ? Temporal.PlainDate.from(upTo).add({ months: 1 }).toString() : month;
    const wanted = (sources.get(organisationId) ?? []).map(
      ({ organisationId: _whose, ...each }): Wanted => each,
    );
    const lines = linesFor(wanted, charged.get(organisationId) ?? [], upTo, next);
    await writeDrafts(db, hubId, organisationId, month, lines);
  }
  const drafts = { hubId, status: 'DRAFT' as const, month: { lte: new Date(month) } };
  await db.invoiceBasis.updateMany({ where: drafts, data: { countedAt: dateOf(now()) } });
}

async function openPlanMonths(db: Handle, hubId: string, month: string) {
  const day = new Date(month);
  const members = await db.planMember.findMany({
    where: { hubId, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
  });
  for (const { organisationId } of members) {
    await db.$executeRaw`select open_plan_month(${organisationId}::uuid, ${month}::date)`;
  }
}

async function chargedSince(db: Handle, hubId: string, from: string) {
  const lines = await db.invoiceLine.findMany({
    where: {
      ...{ hubId, creditsId: null, startsOn: { gte: new Date(from) } },
      basis: { status: { not: 'DRAFT' } },
    },
    include: {
      basis: { select: { organisationId: true } },
      credit: { select: { basis: { select: { status: true } } } },
    },
  });
  const all = lines.map(({ basis, credit, ...line }) => ({
    organisationId: basis.organisationId,
    charged: { line, taken: credit !== null && credit.basis.status !== 'DRAFT' },
  }));
  const grouped = Map.groupBy(all, ({ organisationId }) => organisationId);
  return new Map([...grouped].map(([id, each]) => [id, each.map((one): Charged => one.charged)]));
}

async function drafted(db: Handle, hubId: string): Promise<string[]> {
  const rows = await db.invoiceBasis.findMany({ where: { hubId, status: 'DRAFT' } });
  return rows.map(({ organisationId }) => organisationId);
}

async function lockedUpTo(db: Handle, hubId: string, organisationId: string) {
  const last = await db.invoiceBasis.findFirst({
    where: { hubId, organisationId, status: { not: 'DRAFT' } },
    orderBy: { month: 'desc' },
  });
  return last ? dayOf(last.month) : null;
}

async function writeDrafts(
  db: Handle,
  hubId: string,
  organisationId: string,
  upTo: string,
  lines: readonly Planned[],
) {
  const drafts = await db.invoiceBasis.findMany({
    where: { hubId, organisationId, status: 'DRAFT', month: { lte: new Date(upTo) } },
    include: { lines: true },
  });
  const byMonth = Map.groupBy(lines, ({ month }) => month);
  const months = [...byMonth.keys()].filter((month) => month <= upTo);
  const stale = new Map(
    drafts.flatMap((draft) =>
      draft.lines.map((line) => [`${dayOf(draft.month)} ${printOf(line)}`, line.id] as const),
    ),
  );
  const fresh: { month: string; line: Planned }[] = [];
  for (const month of months) {
    for (const line of byMonth.get(month) ?? []) {
      if (!stale.delete(`${month} ${printOf(line)}`)) fresh.push({ month, line });
    }
  }
  await db.invoiceLine.deleteMany({ where: { hubId, id: { in: [...stale.values()] } } });
  for (const { month, line } of fresh) {
    const where = { hubId_month_organisationId: { hubId, month: new Date(month), organisationId } };
    const row = { hubId, month: new Date(month), organisationId };
    const basis = await db.invoiceBasis.upsert({ where, create: row, update: {} });
    await db.invoiceLine.create({ data: rowOf(hubId, basis.id, line) });
  }
  await db.invoiceBasis.deleteMany({
    where: { hubId, organisationId, status: 'DRAFT', lines: { none: {} } },
  });
}

/** Everything of a line that a reader sees: two with the same print are the same line. */
function printOf(line: Line | Planned): string {
  const day = (value: Date | string) => (typeof value === 'string' ? value : dayOf(value));
  const { source, sourceId, part, version, creditsId, unit, quantity, unitOre, discountOre } = line;
  const { netOre, vatCategory, vatPercent, costCentre, reference } = line;
  const period = [day(line.startsOn), day(line.endsOn)];
  return JSON.stringify([
    ...[source, sourceId, part, version, creditsId, unit, quantity, unitOre, discountOre],
    ...[netOre, vatCategory, vatPercent, costCentre, reference, ...period],
  ]);
}

function rowOf(hubId: string, basisId: string, line: Planned) {
  const { month: _month, startsOn, endsOn, what, ...rest } = line;
  const said = line.creditsId ? takenBack(what as Text) : (what as Text);
  const period = { startsOn: new Date(startsOn), endsOn: new Date(endsOn) };
  return { ...rest, ...period, what: said, hubId, basisId };
}

function takenBack(what: Text): Text {
  const say = (locale: Locale) => translator(locale, 'billing')('credits', { what: what[locale] });
  return Object.fromEntries(locales.map((locale) => [locale, say(locale)])) as Text;
}
