import type { HubSlug } from './types.ts';

type Kind = 'HOT_DESK' | 'FIXED_DESK' | 'OFFICE' | 'MEETING_ROOM' | 'LAB' | 'SHOWROOM';
type Class = 'OWNER' | 'PUBLIC' | 'CIVIC' | 'COMPANY' | 'EXTERNAL';
type Unit = 'HOUR' | 'HALF_DAY' | 'DAY' | 'MONTH' | 'PASS';
export type SeedPrice = {
  hub: HubSlug;
  kind: Kind;
  actorClass: Class;
  unit: Unit;
  /** Kronor without VAT. */
  kronor: number;
  vat: 'STANDARD' | 'RENT' | 'OUTSIDE';
  pass?: { minutes: number; months: number };
};

/** What a company of the house pays, in kronor. */
const base: readonly [Kind, Unit, number][] = [
  ['HOT_DESK', 'HALF_DAY', 120],
  ['HOT_DESK', 'DAY', 200],
  ['HOT_DESK', 'PASS', 1000],
  ['FIXED_DESK', 'DAY', 250],
  ['FIXED_DESK', 'MONTH', 2500],
  ['OFFICE', 'DAY', 900],
  ['OFFICE', 'MONTH', 7500],
  ['MEETING_ROOM', 'HOUR', 250],
  ['LAB', 'HOUR', 400],
  ['LAB', 'DAY', 2400],
  ['SHOWROOM', 'HOUR', 300],
];
/** Percent of it that each class pays. */
const shares: readonly [Class, number][] = [
  ['OWNER', 0],
  ['PUBLIC', 80],
  ['CIVIC', 50],
  ['COMPANY', 100],
  ['EXTERNAL', 150],
];
const hubs: readonly HubSlug[] = ['ostersund', 'vasterbotten', 'vastra-gotaland', 'innlandet'];

/** The price lists of the demo hubs: alike, since a demo shows how it works and not what anything costs. */
export const demoPrices: readonly SeedPrice[] = hubs.flatMap((hub) =>
  shares.flatMap(([actorClass, share]) =>
    base.map(([kind, unit, kronor]) => ({
      ...{ hub, kind, actorClass, unit, kronor: (kronor * share) / 100 },
      vat: actorClass === 'OWNER' ? 'OUTSIDE' : kind === 'OFFICE' ? 'RENT' : 'STANDARD',
      ...(unit === 'PASS' && { pass: { minutes: 50 * 60, months: 6 } }),
    })),
  ),
);

/** What Östersund's invoices say of it; the numbers are invented and have right check digits. */
export const demoBilling = {
  hub: 'ostersund',
  setting: {
    ...{ number: '5599900015', street: 'Kyrkgatan 41', postalCode: '831 31', town: 'Östersund' },
    ...{ vatNumber: 'SE559990001501', account: '5050-1055', paymentDays: 30 },
  },
  plan: {
    ...{ nameSv: 'Husavtal', nameNb: 'Husavtale', nameEn: 'House plan' },
    ...{ monthOre: 180_000, creditOre: 0, hours: { MEETING_ROOM: 4, LAB: 2 } },
  },
  member: 'lasvarg',
  references: [
    { org: 'lasvarg', buyerReference: 'Kontoret', costCentre: '' },
    { org: 'ostersunds-kommun', buyerReference: 'Hemtjänsten', costCentre: '4100' },
  ],
} as const;
