import type { HubSlug, Text } from './types.ts';

type Kind = 'HOT_DESK' | 'FIXED_DESK' | 'OFFICE' | 'MEETING_ROOM' | 'LAB' | 'SHOWROOM';

/** Hours that differ for a kind of place; minutes after midnight, Monday is 1. */
export type SeedSchedule = {
  hub: HubSlug;
  kind: Kind;
  days: readonly number[];
  opens: number;
  closes: number;
};
export const demoSchedules: readonly SeedSchedule[] = [
  { hub: 'ostersund', kind: 'LAB', days: [1, 2, 3, 4], opens: 8 * 60, closes: 17 * 60 },
  {
    hub: 'vastra-gotaland',
    kind: 'SHOWROOM',
    days: [1, 2, 3, 4, 5],
    opens: 9 * 60,
    closes: 16 * 60,
  },
];

/** So many days ahead; a draft has not been published yet. */
export type SeedClosure = {
  hub: HubSlug;
  place: string | null;
  kind: Kind | null;
  inDays: number;
  draft: boolean;
  message: Text;
};
export const demoClosures: readonly SeedClosure[] = [
  {
    ...{ hub: 'ostersund', place: null, kind: 'SHOWROOM', inDays: 40, draft: false },
    message: {
      sv: 'Showroomet byggs om',
      nb: 'Showroomet bygges om',
      en: 'The showroom is being rebuilt',
    },
  },
  {
    ...{ hub: 'ostersund', place: 'storsjon', kind: null, inDays: 0, draft: true },
    message: { sv: 'Ny skärm sätts upp', nb: 'Ny skjerm settes opp', en: 'A new screen is put up' },
  },
  {
    ...{ hub: 'innlandet', place: null, kind: null, inDays: 45, draft: false },
    message: { sv: 'Planeringsdag', nb: 'Planleggingsdag', en: 'Planning day' },
  },
];

/** What differs from the product's own rules. */
export const demoRules = [
  { hub: 'ostersund', kind: 'SHOWROOM', cancelNoticeMinutes: 2880, lateFeePercent: 50 },
  { hub: 'ostersund', kind: 'LAB', cancelNoticeMinutes: 1440, lateFeePercent: 25 },
] as const;

export const demoQuotas = [
  {
    hub: 'ostersund',
    kind: 'MEETING_ROOM',
    scope: 'ORGANISATION',
    measure: 'MINUTES',
    period: 'WEEK',
    most: 20 * 60,
  },
  {
    hub: 'ostersund',
    kind: 'SHOWROOM',
    scope: 'ORGANISATION',
    measure: 'COUNT',
    period: 'MONTH',
    most: 4,
  },
] as const;

/** Who waits for a meeting room that another has: the next time it is theirs. */
export const demoWaits = [
  { hub: 'ostersund', place: 'storsjon', org: 'lasvarg', person: 'emil' },
] as const;
