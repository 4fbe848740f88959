import { Temporal } from 'temporal-polyfill';
import { today } from '#lib/platform/clock.ts';
import { type PlaceKind, placeKinds, type Query, single } from '#lib/workspace/schema.ts';

/** What a report is narrowed to: whole months (YYYY-MM), both included. */
export type ReportQuery = {
  from: string;
  to: string;
  site: string | null;
  kind: PlaceKind | null;
};
/** How far back one can ask. */
const mostMonths = 36;

/** The months that are over in a zone, the newest first. */
export function monthsOver(zone: string): string[] {
  const now = today(zone).toPlainYearMonth();
  return Array.from({ length: mostMonths }, (_, n) => now.subtract({ months: n + 1 }).toString());
}

/**
 * The query of an address; what is missing or wrong is the last three months, every site and kind.
 * `reversed`: the months stand the wrong way round, and nothing is reported.
 */
export function readReportQuery(query: Query, zone: string): ReportQuery & { reversed: boolean } {
  const over = monthsOver(zone);
  const known = (asked: string) => over.find((month) => month === asked);
  const to = known(single(query.to)) ?? (over[0] as string);
  const usual = Temporal.PlainYearMonth.from(to).subtract({ months: 2 }).toString();
  const from = known(single(query.from)) ?? (known(usual) || to);
  const kind = placeKinds.find((one) => one === single(query.kind)) ?? null;
  return { from, to, site: single(query.site) || null, kind, reversed: from > to };
}
