import type { Temporal } from 'temporal-polyfill';
import type { HubSlug } from './types.ts';

/** A place that is let, or offered, in the demo world. Days are local to the hub. */
export type SeedLease = {
  hub: HubSlug;
  number: number;
  org: string;
  /** Who of the hub wrote it, and who of the organisation signed; nobody where it awaits an answer. */
  madeBy: string;
  signedBy: string | null;
  places: readonly string[];
  from: Temporal.PlainDate;
  to: Temporal.PlainDate | null;
  renewalMonths: number;
  noticeMonths: number;
  monthlyOre: number;
  depositOre: number;
  /** A code of vat_class. */
  vatClass: string;
  terms: string;
  users: readonly string[];
  /** Days of the first place that others may book. */
  givenBack: readonly Temporal.PlainDate[];
};
/** A place out of service in the demo world. */
export type SeedBlock = {
  hub: HubSlug;
  place: string;
  madeBy: string;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  reason: string;
};

const terms = 'Platsen är er dygnet runt. Huset städar, och ni sköter skärmar och sladdar själva.';

/** One lease in force with days given back next week, and one that awaits an answer. */
export function demoLeases(today: Temporal.PlainDate): SeedLease[] {
  const month = today.with({ day: 1 });
  const next = month.add({ months: 1 });
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const company = { hub: 'ostersund', org: 'lasvarg', madeBy: 'jonna', terms } as const;
  return [
    {
      ...{ ...company, number: 1, signedBy: 'emil', places: ['fast-1'], users: ['emil'] },
      // From the month that the demo has billed: every month of a lease is due.
      ...{ from: month.subtract({ months: 1 }), to: null, renewalMonths: 0, noticeMonths: 3 },
      ...{ monthlyOre: 320_000, depositOre: 320_000, vatClass: 'SE_STANDARD' },
      givenBack: [monday.add({ days: 1 }), monday.add({ days: 2 })],
    },
    {
      ...{ ...company, number: 2, signedBy: null, places: ['fast-2'], users: [], givenBack: [] },
      ...{ from: next, to: next.add({ years: 1 }).subtract({ days: 1 }) },
      ...{ renewalMonths: 12, noticeMonths: 3, monthlyOre: 320_000, depositOre: 0 },
      vatClass: 'SE_RENT',
    },
  ];
}

/** A desk whose lamp is being mended. */
export function demoBlocks(today: Temporal.PlainDate): SeedBlock[] {
  const [from, until] = [today, today.add({ days: 10 })];
  const desk = { hub: 'vastra-gotaland', place: 'plats-10' } as const;
  return [{ ...desk, madeBy: 'vera', from, until, reason: 'Lampan lagas' }];
}
