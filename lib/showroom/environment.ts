import { z } from 'zod';

const number = (most: number) => z.number().int().min(0).max(most).nullable().default(null);

/** What something needs where it is used; null where its owner has not said. */
export const environmentShape = z.object({
  /** Kilobits a second, at each place of use. */
  bandwidthKbps: number(100_000_000),
  /** Whether it works on while there is no net. */
  offline: z.enum(['', 'FULL', 'PARTLY', 'NONE']).default(''),
  /** Whether it needs a mobile net in each home. */
  mobileNet: z.enum(['', 'YES', 'NO']).default(''),
  /** How far away the home may lie from whoever must be able to come; kilometres. */
  withinKm: number(2000),
  /** Of a team, each week. */
  staffMinutes: number(100_000),
  /** For each employee. */
  trainingHours: number(10_000),
});
export type Environment = z.output<typeof environmentShape>;

/** How an organisation works where it works; null where it has not said. */
export type Profile = {
  bandwidthKbps: number | null;
  coveragePercent: number | null;
  farthestKm: number | null;
  staffMinutes: number | null;
  trainingHours: number | null;
};
export const profileFields = [
  'bandwidthKbps',
  'coveragePercent',
  'farthestKm',
  'staffMinutes',
  'trainingHours',
] as const satisfies (keyof Profile)[];
export type ProfileField = (typeof profileFields)[number];

export const verdicts = ['YES', 'PARTLY', 'NO', 'UNKNOWN'] as const;
export type Verdict = (typeof verdicts)[number];
/** One line of "works here?": what is needed, what there is, and how the two go together. */
export type Check = {
  field: ProfileField;
  needs: number | null;
  has: number | null;
  verdict: Verdict;
};

// So many homes must have a mobile net for "everywhere"; below the other it is rather the exception.
const [everywhere, often] = [95, 70];

/**
 * Whether something works under an organisation's circumstances, line by line. Only what its owner asks for
 * is held against anything; what either has not said is UNKNOWN, never a guess. Works without a net: then a
 * weak net or white spots on the map make it PARTLY, not NO.
 */
export function worksHere(needs: Environment, has: Profile): Check[] {
  const bare: [ProfileField, number | null, (has: number) => Verdict][] = [
    ['bandwidthKbps', needs.bandwidthKbps, (there) => reach(there, needs.bandwidthKbps, needs)],
    [
      'coveragePercent',
      needs.mobileNet === 'YES' ? everywhere : null,
      (there) => covered(there, needs),
    ],
    ['farthestKm', needs.withinKm, (there) => (there <= (needs.withinKm ?? 0) ? 'YES' : 'PARTLY')],
    ['staffMinutes', needs.staffMinutes, (there) => enough(there, needs.staffMinutes)],
    ['trainingHours', needs.trainingHours, (there) => enough(there, needs.trainingHours)],
  ];
  return bare
    .filter(([, asked]) => asked !== null)
    .map(([field, asked, judge]) => {
      const there = has[field];
      return {
        field,
        needs: asked,
        has: there,
        verdict: there === null ? 'UNKNOWN' : judge(there),
      };
    });
}

function enough(there: number, asked: number | null): Verdict {
  return there >= (asked ?? 0) ? 'YES' : 'NO';
}

function reach(there: number, asked: number | null, { offline }: Environment): Verdict {
  if (enough(there, asked) === 'YES') return 'YES';
  return offline === 'FULL' || offline === 'PARTLY' ? 'PARTLY' : 'NO';
}

function covered(percent: number, { offline }: Environment): Verdict {
  if (percent >= everywhere) return 'YES';
  return percent >= often || offline === 'FULL' ? 'PARTLY' : 'NO';
}

/** The worst line decides; of several unknown ones and nothing worse, it is not known. */
export function wholeVerdict(checks: readonly Check[]): Verdict {
  const all = checks.map(({ verdict }) => verdict);
  const worst = (['NO', 'PARTLY', 'UNKNOWN'] as const).find((verdict) => all.includes(verdict));
  return worst ?? (all.length > 0 ? 'YES' : 'UNKNOWN');
}

type Asked = Record<string, string | string[] | undefined>;

/** What an address of "works here?" says: from where one looks, and how it is there; wrong numbers are left out. */
export function readHere(query: Asked): { at: string; typed: Profile } {
  const last = (name: string) => [query[name] ?? ''].flat().at(-1) ?? '';
  const typed = profileFields.map((field) => {
    const text = last(field).replaceAll(/\s/g, '').replace(',', '.').slice(0, 12);
    const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
    // The bandwidth is typed in megabits.
    const scaled = field === 'bandwidthKbps' && number !== null ? number * 1000 : number;
    return [field, scaled === null ? null : Math.min(Math.round(scaled), 100_000_000)];
  });
  const at = last('at');
  return {
    at: /^(SE|NO)-\d{4}$/.test(at) ? at : '',
    typed: Object.fromEntries(typed) as Profile,
  };
}
