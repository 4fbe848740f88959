/** What demo projects cost, who has bound itself to what, and on what more hangs. */
export const demoMoney = [
  {
    hub: 'ostersund',
    project: 'lugna-natter',
    by: 'henrik',
    key: { kind: 'MIX', equalPercent: 30 },
    years: [
      [2026, 600_000],
      [2027, 850_000],
    ],
    pledges: [
      {
        org: 'ostersunds-kommun',
        person: 'henrik',
        year: 2026,
        kind: 'MONEY',
        amount: 420_000,
        caseNumber: 'KS 2026-0187',
      },
      {
        org: 'ostersunds-kommun',
        person: 'henrik',
        year: 2027,
        kind: 'MONEY',
        amount: 560_000,
        caseNumber: '',
      },
      {
        org: 'region-jamtland-harjedalen',
        person: 'anders',
        year: 2026,
        kind: 'WORK',
        amount: 1,
        caseNumber: 'RS 2026-3310',
      },
    ],
    promise: {
      org: 'region-jamtland-harjedalen',
      person: 'anders',
      kronor: 300_000,
      leastBodies: 3,
      byDay: '2027-03-31',
      caseNumber: 'RS 2026-3311',
    },
  },
] as const;
