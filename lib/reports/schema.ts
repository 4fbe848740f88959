import { Temporal } from 'temporal-polyfill';
import { today } from '#lib/platform/clock.ts';
import { type PlaceKind, placeKinds, type Query, readDate, single } from '#lib/workspace/schema.ts';

/** What a report is narrowed to; both days are included. */
export type ReportQuery = {
  from: string;
  to: string;
  site: string | null;
  kind: PlaceKind | null;
};
/** Longer than that is several reports. */
const mostDays = 1100;

const later = (one: string, other: string) => (one > other ? one : other);

/** The query of an address; what is missing or wrong is the last four weeks, every site and kind. */
export function readReportQuery(query: Query, zone: string): ReportQuery {
  const yesterday = today(zone).subtract({ days: 1 });
  const to = readDate(query.to) ?? yesterday.toString();
  const asked = readDate(query.from);
  const usual = Temporal.PlainDate.from(to).subtract({ days: 27 }).toString();
  const earliest = Temporal.PlainDate.from(to).subtract({ days: mostDays }).toString();
  const from = asked === null || asked > to ? usual : later(asked, earliest);
  const kind = placeKinds.find((one) => one === single(query.kind)) ?? null;
  return { from, to, site: single(query.site) || null, kind };
}
