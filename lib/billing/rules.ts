import { Temporal } from 'temporal-polyfill';
import type { Handle } from '#lib/platform/db.ts';
import { type VatClass, vatOf } from '#lib/prices/rules.ts';

/** A line as the database keeps it. */
export type Line = NonNullable<Awaited<ReturnType<Handle['invoiceLine']['findFirst']>>>;
/** What a source costs now: what a line of it would say. `month` is that of its day, YYYY-MM-01. */
export type Wanted = Pick<
  Line,
  | 'source'
  | 'sourceId'
  | 'part'
  | 'unit'
  | 'quantity'
  | 'unitOre'
  | 'discountOre'
  | 'netOre'
  | 'vatCategory'
  | 'vatPercent'
  | 'vatReason'
  | 'costCentre'
  | 'reference'
> & { startsOn: string; endsOn: string; month: string; what: Line['what'] };
/** A line to be written, and the month whose basis it belongs to. */
export type Planned = Wanted & { version: number; creditsId: string | null };

/** What was charged and never taken back, and how often each source has been charged at all. */
export type Charged = { line: Line; taken: boolean };

/**
 * The lines that make what is charged what it should be. What belongs to a month that is locked, `upTo`
 * included, goes into the month after: a charge that no longer holds is taken back whole, and what holds
 * instead is charged anew. Nothing is said twice, however often one asks.
 */
export function linesFor(
  wanted: readonly Wanted[],
  charged: readonly Charged[],
  upTo: string | null,
  next: string,
): Planned[] {
  const bySource = new Map(wanted.map((each) => [keyOf(each), each]));
  const lines: Planned[] = [];
  const standing = new Set<string>();
  const versions = new Map<string, number>();
  for (const { line, taken } of charged) {
    const key = keyOf(line);
    versions.set(key, Math.max(versions.get(key) ?? 0, line.version + 1));
    if (taken) continue;
    const still = bySource.get(key);
    if (still && sameMoney(line, still)) standing.add(key);
    else lines.push(takenBack(line, next));
  }
  for (const [key, each] of bySource) {
    if (standing.has(key)) continue;
    const month = upTo !== null && each.month <= upTo ? next : each.month;
    lines.push({ ...each, month, version: versions.get(key) ?? 0, creditsId: null });
  }
  return lines;
}

function keyOf({ source, sourceId, part }: Pick<Line, 'source' | 'sourceId' | 'part'>): string {
  return `${source} ${sourceId} ${part}`;
}

const money = [
  'quantity',
  'unitOre',
  'discountOre',
  'netOre',
  'vatCategory',
  'vatPercent',
] as const;

/** A booking that moved within its price is no new charge. */
function sameMoney(line: Line, now: Wanted): boolean {
  return money.every((field) => line[field] === now[field]) && line.unit === now.unit;
}

function takenBack(line: Line, month: string): Planned {
  const { hubId: _hub, id, basisId: _basis, startsOn, endsOn, ...rest } = line;
  return {
    ...{ ...rest, month, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn), creditsId: id },
    quantity: -line.quantity,
    discountOre: -line.discountOre,
    netOre: -line.netOre,
  };
}

/** How many days of its month a lease is charged for; null for a whole month, and for anything else. */
export function partOfMonth(
  line: Pick<Line, 'source'> & { startsOn: Date | string; endsOn: Date | string },
): { days: number; of: number } | null {
  if (line.source !== 'LEASE') return null;
  const [first, last] = [line.startsOn, line.endsOn].map((day) =>
    Temporal.PlainDate.from(typeof day === 'string' ? day : dayOf(day)),
  ) as [Temporal.PlainDate, Temporal.PlainDate];
  const days = first.until(last).days + 1;
  return days < first.daysInMonth ? { days, of: first.daysInMonth } : null;
}

/** A day of the database, YYYY-MM-DD. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

type Taxed = Pick<Line, 'netOre' | 'vatPercent' | 'vatReason'> & {
  vatCategory: VatClass['category'];
};
export type VatSum = Taxed & { vatOre: number };
/** All in öre: the lines together, their VAT by category and rate, and what is to be paid. */
export type Sums = { netOre: number; vat: VatSum[]; vatOre: number; totalOre: number };

/** Sums as EN 16931 makes them: VAT of each category's sum, never the sum of each line's VAT. */
export function sumsOf(lines: readonly Taxed[]): Sums {
  const groups = Map.groupBy(lines, (line) => `${line.vatCategory} ${line.vatPercent}`);
  const sum = (all: readonly { netOre: number }[]) => all.reduce((all, one) => all + one.netOre, 0);
  const vat = [...groups.values()].map((group) => {
    const { vatCategory, vatPercent, vatReason } = group[0] as Taxed;
    const netOre = sum(group);
    return { vatCategory, vatPercent, vatReason, netOre, vatOre: vatOf(netOre, vatPercent) };
  });
  vat.sort((one, other) => other.vatPercent - one.vatPercent);
  const netOre = sum(lines);
  const vatOre = vat.reduce((all, one) => all + one.vatOre, 0);
  return { netOre, vat, vatOre, totalOre: netOre + vatOre };
}

/** Lines in the order they are read: by day, charges before what takes back. */
export function inOrder<L extends Pick<Line, 'id' | 'startsOn' | 'creditsId' | 'sourceId'>>(
  lines: readonly L[],
): L[] {
  const key = (line: L) =>
    [line.startsOn.toISOString(), line.sourceId, line.creditsId ? '1' : '0', line.id].join(' ');
  return lines.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}
