/** The states of a joint project, in the order a reader meets them. */
export const projectStates = [
  'ACTIVE',
  'FORMING',
  'READY',
  'ON_HOLD',
  'COMPLETED',
  'STOPPED',
] as const;

export type ProjectFilter = { state: string[]; area: string[] };

/** Years that a set of periods spans, whole calendar years, first to last; at least one. */
export function yearsOf(periods: { startsOn: Date; endsOn: Date | null }[], thisYear: number) {
  const years = periods.flatMap(({ startsOn, endsOn }) => [
    startsOn.getUTCFullYear(),
    (endsOn ?? startsOn).getUTCFullYear(),
  ]);
  const [first, last] = [Math.min(thisYear, ...years), Math.max(thisYear, ...years)];
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

/** Where a day lies on a line from the first day of `years` to the last, 0 to 1. */
export function shareOf(day: Date, years: number[]): number {
  const start = Date.UTC(years[0] ?? 0, 0, 1);
  const end = Date.UTC((years.at(-1) ?? 0) + 1, 0, 1);
  return Math.min(1, Math.max(0, (day.getTime() - start) / (end - start)));
}
