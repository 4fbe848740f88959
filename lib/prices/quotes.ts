import { Temporal } from 'temporal-polyfill';
import { instantOf } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import {
  type ActorClass,
  type Cost,
  costOf,
  coveredOre,
  type LocalTime,
  type PlaceKind,
  type PriceItem,
  vatOf,
} from './rules.ts';

/** Where something is booked, as far as a price must know. */
export type PricedPlace = { kind: PlaceKind; site: { zone: string; halfDayAt: number } };
/** A price before it is agreed; null where it is included. All in öre; VAT in hundredths of a percent. */
export type Quote = Cost & {
  discountOre: number;
  vatOre: number;
  vatPercent: number;
  totalOre: number;
};

/** The local day and time of a booking. */
export function localTime(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  { site }: PricedPlace,
): LocalTime & { date: string } {
  const at = (date: Date) => instantOf(date).toZonedDateTimeISO(site.zone).toPlainDateTime();
  const [start, end] = [at(startsAt), at(endsAt)];
  const minutes = (time: Temporal.PlainDateTime) => time.hour * 60 + time.minute;
  const days = start.toPlainDate().until(end.toPlainDate()).days;
  const to = minutes(end) + days * 1440;
  return {
    date: start.toPlainDate().toString(),
    from: minutes(start),
    to,
    halfDayAt: site.halfDayAt,
  };
}

/** The prices that hold on a day for kinds of place and a class of those who book. */
export async function pricesOn(
  db: Handle,
  hubId: string,
  kind: PlaceKind | { in: PlaceKind[] },
  actorClass: ActorClass,
  date: string,
): Promise<PriceItem[]> {
  const day = new Date(date);
  const holds = { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] };
  return db.priceItem.findMany({ where: { hubId, kind, actorClass, ...holds } });
}

/** What a time comes to in öre without VAT, and how much less that is for what was paid beforehand. */
export type Due = { netOre: number; discountOre: number };

/**
 * What times of one day would cost an organisation each, with what it has paid for beforehand taken off as if
 * each were the only one; 0 where they are included. Part of a read.
 */
export async function listCosts(
  db: Handle,
  hubId: string,
  organisationId: string,
  actorClass: ActorClass,
  date: string,
  times: readonly { kind: PlaceKind; time: LocalTime }[],
): Promise<Due[]> {
  const kinds = [...new Set(times.map(({ kind }) => kind))];
  const items = await pricesOn(db, hubId, { in: kinds }, actorClass, date);
  const left = await creditsLeft(db, hubId, organisationId, kinds, date);
  return times.map(({ kind, time }) => {
    const cost = costOf(
      time,
      items.filter((item) => item.kind === kind),
    );
    return dueFor(cost?.netOre ?? 0, time, left(kind));
  });
}

/** Time first, since it can be used for nothing else; then money. */
function dueFor(netOre: number, { from, to }: LocalTime, left: Left): Due {
  const length = to - from;
  const byTime = coveredOre(netOre, Math.min(left.minutes, length), length);
  const discountOre = byTime + Math.min(left.ore, netOre - byTime);
  return { netOre: netOre - discountOre, discountOre };
}

/**
 * What a time would cost an organisation, with what it has paid for beforehand taken off. Part of a read;
 * what is agreed is what the booking itself freezes.
 */
export async function quote(
  db: Handle,
  hubId: string,
  organisationId: string,
  actorClass: ActorClass,
  place: PricedPlace,
  time: LocalTime & { date: string },
): Promise<Quote | null> {
  const cost = costOf(time, await pricesOn(db, hubId, place.kind, actorClass, time.date));
  if (!cost) return null;
  const { item, ...rest } = cost;
  const left = await creditLeft(db, hubId, organisationId, place.kind, time.date);
  const { netOre, discountOre } = dueFor(cost.netOre, time, left);
  const { percent } = await db.vatClass.findUniqueOrThrow({ where: { code: item.vatClass } });
  const vatOre = vatOf(netOre, percent);
  return { ...rest, discountOre, netOre, vatOre, vatPercent: percent, totalOre: netOre + vatOre };
}

/** What several times come to, before anything that was paid beforehand is taken off. */
export type SumQuote = { netOre: number; vatOre: number; totalOre: number; covered: boolean };

/** What several days at the same place would cost together at most; null where they are included. Part of a read. */
export async function quoteSeveral(
  db: Handle,
  hubId: string,
  organisationId: string,
  actorClass: ActorClass,
  place: PricedPlace,
  times: readonly (LocalTime & { date: string })[],
): Promise<SumQuote | null> {
  const items = await db.priceItem.findMany({ where: { hubId, kind: place.kind, actorClass } });
  const percents = new Map((await db.vatClass.findMany()).map((one) => [one.code, one.percent]));
  const costs = times.flatMap((time) => {
    const cost = costOf(
      time,
      items.filter((item) => holdsOn(item, time.date)),
    );
    return cost && cost.netOre > 0 ? [cost] : [];
  });
  const [first] = times;
  if (costs.length === 0 || !first) return null;
  const netOre = sum(costs.map((cost) => cost.netOre));
  const vat = costs.map(({ item, netOre }) => vatOf(netOre, percents.get(item.vatClass) ?? 0));
  const left = await creditLeft(db, hubId, organisationId, place.kind, first.date);
  const covered = left.minutes > 0 || left.ore > 0;
  return { netOre, vatOre: sum(vat), totalOre: netOre + sum(vat), covered };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

function holdsOn({ validFrom, validTo }: PriceItem, date: string): boolean {
  const day = new Date(date);
  return validFrom <= day && (validTo === null || validTo > day);
}

type Left = { minutes: number; ore: number };

/** What an organisation has left for a kind of place on a day, months of its plan not yet opened included. */
export async function creditLeft(
  db: Handle,
  hubId: string,
  organisationId: string,
  kind: PlaceKind,
  date: string,
): Promise<Left> {
  return (await creditsLeft(db, hubId, organisationId, [kind], date))(kind);
}

/** The same for several kinds, in one statement: what is for any of them counts for each. */
async function creditsLeft(
  db: Handle,
  hubId: string,
  organisationId: string,
  kinds: readonly PlaceKind[],
  date: string,
): Promise<(kind: PlaceKind) => Left> {
  const month = Temporal.PlainDate.from(date).with({ day: 1 }).toString();
  const rows = await db.$queryRaw<
    { measure: 'MINUTES' | 'ORE'; kind: PlaceKind | null; left: number }[]
  >`
    with member as (
      select m.id, m.plan_id from plan_member m where m.hub_id = ${hubId}::uuid and m.organisation_id = ${organisationId}::uuid
        and daterange(m.valid_from, m.valid_to, '[)') @> ${month}::date
        and not exists (select from plan_month o where o.hub_id = ${hubId}::uuid and o.member_id = m.id and o.month = ${month}::date))
    select measure::text, kind, coalesce(sum(amount), 0)::integer as left from (
      select c.measure, c.kind::text as kind, e.amount from credit c join credit_entry e on e.hub_id = c.hub_id and e.credit_id = c.id
        where c.hub_id = ${hubId}::uuid and c.organisation_id = ${organisationId}::uuid and (c.kind is null or c.kind::text = any (${kinds}::text[]))
          and c.starts_on <= ${date}::date and ${date}::date < c.ends_on
      union all select 'MINUTES', t.kind::text, t.minutes from member m join plan_time t on t.hub_id = ${hubId}::uuid and t.plan_id = m.plan_id and t.kind::text = any (${kinds}::text[])
      union all select 'ORE', null, p.credit_ore from member m join plan p on p.hub_id = ${hubId}::uuid and p.id = m.plan_id
    ) as every group by measure, kind`;
  return (kind) => {
    const own = rows.filter((row) => row.kind === null || row.kind === kind);
    const of = (measure: string) =>
      sum(own.filter((row) => row.measure === measure).map(({ left }) => left));
    return { minutes: of('MINUTES'), ore: of('ORE') };
  };
}
