import type { Handle } from '#lib/platform/db.ts';
import { inLocale, type Locale, locales, type Text } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { partOfMonth, type Wanted } from './rules.ts';

type Row = Omit<Wanted, 'what' | 'startsOn' | 'endsOn' | 'month'> & {
  organisationId: string;
  day: string;
  lastDay: string;
  name: Text | string;
};

/**
 * Everything at a hub that costs something from a day to another (not included), by organisation:
 * bookings and late fees by their local day, months of plans, passes on the day they were sold.
 */
export async function listSources(
  db: Handle,
  hubId: string,
  from: string,
  to: string,
): Promise<(Wanted & { organisationId: string })[]> {
  const rows = await db.$queryRaw<Row[]>`
    with booked as (
      select b.*, (b.starts_at at time zone s.zone)::date as day, p.name as place_name
      from booking b join place p on p.hub_id = b.hub_id and p.id = b.place_id
        join site s on s.hub_id = p.hub_id and s.id = p.site_id
      where b.hub_id = ${hubId}::uuid and b.status in ('CONFIRMED', 'CHECKED_IN', 'NO_SHOW', 'CANCELLED') and b.starts_at >= ${from}::date - interval '1 day' and b.starts_at < ${to}::date + interval '1 day')
    select 'BOOKING' as source, b.id as "sourceId", 0 as part, b.organisation_id as "organisationId", b.day::text, b.day::text as "lastDay",
      b.place_name as name, c.unit::text, c.quantity, c.unit_ore as "unitOre", c.discount_ore as "discountOre", c.net_ore as "netOre",
      v.category::text as "vatCategory", v.percent as "vatPercent", v.reason as "vatReason", c.cost_centre as "costCentre", c.reference
    from booked b join booking_price c on c.hub_id = b.hub_id and c.booking_id = b.id join vat_class v on v.code = c.vat_class
    where b.status in ('CONFIRMED', 'CHECKED_IN', 'NO_SHOW') and c.unit_ore > 0 and b.day >= ${from}::date and b.day < ${to}::date
    union all
    select 'LATE_FEE', b.id, 0, b.organisation_id, b.day::text, b.day::text, b.place_name, c.unit::text, 100, c.late_fee_ore, 0, c.late_fee_ore,
      v.category::text, v.percent, v.reason, c.cost_centre, c.reference
    from booked b join booking_price c on c.hub_id = b.hub_id and c.booking_id = b.id join vat_class v on v.code = c.vat_class
    where b.status = 'CANCELLED' and c.late_fee_ore > 0 and b.day >= ${from}::date and b.day < ${to}::date
    union all
    select 'PLAN', o.id, 0, m.organisation_id, o.month::text, (o.month + interval '1 month' - interval '1 day')::date::text, p.name, 'MONTH', 100, o.ore, 0, o.ore,
      v.category::text, v.percent, v.reason, '', ''
    from plan_month o join plan_member m on m.hub_id = o.hub_id and m.id = o.member_id
      join plan p on p.hub_id = m.hub_id and p.id = m.plan_id join vat_class v on v.code = p.vat_class
    where o.hub_id = ${hubId}::uuid and o.ore > 0 and o.month >= ${from}::date and o.month < ${to}::date
    union all
    select 'PASS', c.id, 0, c.organisation_id, c.starts_on::text, c.starts_on::text, to_jsonb(i.kind::text), 'PASS', 100, c.ore, 0, c.ore,
      v.category::text, v.percent, v.reason, '', ''
    from credit c join price_item i on i.hub_id = c.hub_id and i.id = c.price_item_id join vat_class v on v.code = i.vat_class
    where c.hub_id = ${hubId}::uuid and c.ore > 0 and c.starts_on >= ${from}::date and c.starts_on < ${to}::date`;
  const leased = await leaseLines(db, hubId, from, to);
  return [...rows, ...leased].map(({ day, lastDay, name, ...row }) => ({
    ...row,
    ...{ startsOn: day, endsOn: lastDay, month: `${day.slice(0, 7)}-01` },
    what: said({ source: row.source, name, day, lastDay }),
  }));
}

/** Months of leases that are signed, whole or by the days of the month they stand, taxed as each lease says. */
async function leaseLines(db: Handle, hubId: string, from: string, to: string): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    with leased as (
      select l.*, m.month::date as month, greatest(l.valid_from, m.month::date) as first_day,
        least(coalesce(l.ends_on, case when l.renewal_months = 0 then l.valid_to end, 'infinity'),
          (m.month + interval '1 month' - interval '1 day')::date) as last_day,
        extract(day from m.month + interval '1 month' - interval '1 day')::integer as days
      from lease l, generate_series(${from}::date::timestamp, ${to}::date::timestamp - interval '1 month', interval '1 month') as m (month)
      where l.hub_id = ${hubId}::uuid and l.status in ('SIGNED', 'NOTICE') and l.monthly_ore > 0),
    priced as (
      select *, ((monthly_ore::bigint * (last_day - first_day + 1) * 2 + days) / (2 * days))::integer as ore
      from leased where first_day <= last_day)
    select 'LEASE' as source, l.id as "sourceId", (extract(year from l.month) * 12 + extract(month from l.month))::integer as part,
      l.organisation_id as "organisationId", l.first_day::text as day, l.last_day::text as "lastDay", what.name, 'MONTH' as unit,
      100 as quantity, l.ore as "unitOre", 0 as "discountOre", l.ore as "netOre", v.category::text as "vatCategory",
      v.percent as "vatPercent", v.reason as "vatReason", '' as "costCentre", '' as reference
    from priced l
      cross join lateral (
        select jsonb_build_object('sv', string_agg(p.name->>'sv', ', ' order by p.reading_order),
          'nb', string_agg(coalesce(p.name->>'nb', p.name->>'sv'), ', ' order by p.reading_order),
          'en', string_agg(coalesce(p.name->>'en', p.name->>'sv'), ', ' order by p.reading_order)) as name
        from lease_place t join place p on p.hub_id = t.hub_id and p.id = t.place_id
        where t.hub_id = l.hub_id and t.lease_id = l.id) as what
      join vat_class v on v.code = l.vat_class`;
}

/** What a line says, in every language: an invoice keeps its words. */
type Said = Pick<Row, 'source' | 'name' | 'day' | 'lastDay'>;

function said(row: Said): Text {
  const texts = locales.map((locale) => [locale, saidIn(locale, row)] as const);
  return Object.fromEntries(texts) as Text;
}

function saidIn(locale: Locale, { source, name, day, lastDay }: Said): string {
  const place =
    typeof name === 'string'
      ? translator(locale, 'workspace')(`kinds.${name}`)
      : inLocale(name, locale);
  const style =
    source === 'PLAN' || source === 'LEASE'
      ? ({ month: 'long', year: 'numeric' } as const)
      : ({ dateStyle: 'long' } as const);
  const spoken = formatter(locale, 'UTC').dateTime(new Date(day), style);
  const part = partOfMonth({ source, startsOn: day, endsOn: lastDay });
  const kind = part ? 'LEASE_PART' : source;
  return translator(locale, 'billing')(`lineOf.${kind}`, { place, day: spoken, ...part });
}
