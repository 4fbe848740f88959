import type { Handle } from '#lib/platform/db.ts';
import { inLocale, type Locale, locales, type Text } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Wanted } from './rules.ts';

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
    select 'BOOKING' as source, b.id as "sourceId", b.organisation_id as "organisationId", b.day::text, b.day::text as "lastDay",
      b.place_name as name, c.unit::text, c.quantity, c.unit_ore as "unitOre", c.discount_ore as "discountOre", c.net_ore as "netOre",
      v.category::text as "vatCategory", v.percent as "vatPercent", v.reason as "vatReason", c.cost_centre as "costCentre", c.reference
    from booked b join booking_price c on c.hub_id = b.hub_id and c.booking_id = b.id join vat_class v on v.code = c.vat_class
    where b.status in ('CONFIRMED', 'CHECKED_IN', 'NO_SHOW') and c.unit_ore > 0 and b.day >= ${from}::date and b.day < ${to}::date
    union all
    select 'LATE_FEE', b.id, b.organisation_id, b.day::text, b.day::text, b.place_name, c.unit::text, 100, c.late_fee_ore, 0, c.late_fee_ore,
      v.category::text, v.percent, v.reason, c.cost_centre, c.reference
    from booked b join booking_price c on c.hub_id = b.hub_id and c.booking_id = b.id join vat_class v on v.code = c.vat_class
    where b.status = 'CANCELLED' and c.late_fee_ore > 0 and b.day >= ${from}::date and b.day < ${to}::date
    union all
    select 'PLAN', o.id, m.organisation_id, o.month::text, (o.month + interval '1 month' - interval '1 day')::date::text, p.name, 'MONTH', 100, o.ore, 0, o.ore,
      v.category::text, v.percent, v.reason, '', ''
    from plan_month o join plan_member m on m.hub_id = o.hub_id and m.id = o.member_id
      join plan p on p.hub_id = m.hub_id and p.id = m.plan_id join vat_class v on v.code = p.vat_class
    where o.hub_id = ${hubId}::uuid and o.ore > 0 and o.month >= ${from}::date and o.month < ${to}::date
    union all
    select 'PASS', c.id, c.organisation_id, c.starts_on::text, c.starts_on::text, to_jsonb(i.kind::text), 'PASS', 100, c.ore, 0, c.ore,
      v.category::text, v.percent, v.reason, '', ''
    from credit c join price_item i on i.hub_id = c.hub_id and i.id = c.price_item_id join vat_class v on v.code = i.vat_class
    where c.hub_id = ${hubId}::uuid and c.ore > 0 and c.starts_on >= ${from}::date and c.starts_on < ${to}::date`;
  return rows.map(({ day, lastDay, name, ...row }) => ({
    ...row,
    ...{ startsOn: day, endsOn: lastDay, month: `${day.slice(0, 7)}-01` },
    what: said(row.source, name, day),
  }));
}

/** What a line says, in every language: an invoice keeps its words. */
function said(source: Row['source'], name: Text | string, day: string): Text {
  const texts = locales.map((locale) => [locale, saidIn(locale, source, name, day)] as const);
  return Object.fromEntries(texts) as Text;
}

function saidIn(locale: Locale, source: Row['source'], name: Text | string, day: string): string {
  const place =
    typeof name === 'string'
      ? translator(locale, 'workspace')(`kinds.${name}`)
      : inLocale(name, locale);
  const style =
    source === 'PLAN'
      ? ({ month: 'long', year: 'numeric' } as const)
      : ({ dateStyle: 'long' } as const);
  const spoken = formatter(locale, 'UTC').dateTime(new Date(day), style);
  return translator(locale, 'billing')(`lineOf.${source}`, { place, day: spoken });
}
