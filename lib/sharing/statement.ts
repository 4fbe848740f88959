import type { MoneyView } from './reads.ts';

export type StatementRow = {
  row: 'SHARE' | 'SETTLEMENT' | 'PLEDGE' | 'PROMISE';
  year: number;
  /** Öre, or hundredths of a year's work by one. */
  amount: bigint;
  unit: 'MONEY' | 'WORK';
  /** How a pledge or a promise stands; a share just is. */
  state: string | null;
  caseNumber: string;
  at: Date | null;
};

/** What the money of a project is for one body: its shares, its pledges, its promises, by year. */
export function statementRows(money: MoneyView, organisationId: string): StatementRow[] {
  const shares = money.table?.years.flatMap(({ year }): StatementRow[] => {
    const amount = money.table?.shares?.get(year)?.get(organisationId);
    if (amount === undefined) return [];
    const none = { state: null, caseNumber: '', at: null };
    return [{ row: 'SHARE', year, amount, unit: 'MONEY', ...none }];
  });
  const settled = money.table?.years.flatMap(({ year }): StatementRow[] => {
    const amount = money.table?.settlement?.get(year)?.get(organisationId) ?? 0n;
    const none = { state: null, caseNumber: '', at: null };
    return amount === 0n ? [] : [{ row: 'SETTLEMENT', year, amount, unit: 'MONEY', ...none }];
  });
  const pledges = money.pledges
    .filter((one) => one.organisationId === organisationId)
    .map((one): StatementRow => {
      const { year, amount, kind: unit, state, caseNumber } = one;
      const at = one.endedAt ?? one.confirmedAt ?? one.proposedAt;
      return { row: 'PLEDGE', year, amount, unit, state, caseNumber, at };
    });
  const promises = money.promises
    .filter((one) => one.organisationId === organisationId)
    .map((one): StatementRow => {
      const { ore: amount, caseNumber, byDay: at, standing } = one;
      const year = at.getUTCFullYear();
      return { row: 'PROMISE', year, amount, unit: 'MONEY', state: standing.state, caseNumber, at };
    });
  return [...(shares ?? []), ...(settled ?? []), ...pledges, ...promises].sort(
    (one, other) => one.year - other.year,
  );
}

/** For each year with a share: the share, what is confirmed of it in money, and what is left. */
export function leftToPay(rows: readonly StatementRow[]) {
  return rows
    .filter(({ row }) => row === 'SHARE')
    .map(({ year, amount: share }) => {
      const confirmed = rows
        .filter((one) => one.row === 'PLEDGE' && one.year === year && one.unit === 'MONEY')
        .filter(({ state }) => state === 'CONFIRMED' || state === 'FULFILLED')
        .reduce((sum, { amount }) => sum + amount, 0n);
      return { year, share, confirmed, left: share > confirmed ? share - confirmed : 0n };
    });
}
