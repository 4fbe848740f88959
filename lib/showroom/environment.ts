import { z } from 'zod';
import { kilobits, typedNumber, whole } from './numbers.ts';

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

const most = {
  bandwidthKbps: 100_000,
  coveragePercent: 100,
  farthestKm: 2000,
  staffMinutes: 100_000,
  trainingHours: 10_000,
} as const;

/** How an organisation works, as typed; the bandwidth in megabits. Empty says nothing. */
export const profileForm = z.object({
  bandwidthKbps: typedNumber(most.bandwidthKbps).transform(kilobits),
  coveragePercent: typedNumber(most.coveragePercent, 'adoptions.refusals.percent').transform(whole),
  farthestKm: typedNumber(most.farthestKm).transform(whole),
  staffMinutes: typedNumber(most.staffMinutes).transform(whole),
  trainingHours: typedNumber(most.trainingHours).transform(whole),
});

type Query = Record<string, string | string[] | undefined>;
/** What an address of "works here?" asks. */
export type Here = {
  /** From where one looks; empty where nothing is chosen. */
  at: string;
  /** As it was typed, and what it says; null where it says nothing, or nothing that can be. */
  typed: Record<ProfileField, string>;
  has: Profile;
  /** What is wrong, by field. */
  refused: Partial<Record<ProfileField, string>>;
  /** Sent with neither a municipality nor a number. */
  empty: boolean;
};

/** Reads it as people write numbers; what cannot be is refused by field and stays as it was typed. */
export function readHere(query: Query): Here {
  const last = (name: string) => ([query[name] ?? ''].flat().at(-1) ?? '').slice(0, 40);
  const typed = Object.fromEntries(
    profileFields.map((field) => [field, last(field)]),
  ) as Here['typed'];
  const refused: Here['refused'] = {};
  const has = profileFields.map((field) => {
    const read = profileForm.shape[field].safeParse(typed[field]);
    if (!read.success) refused[field] = read.error.issues[0]?.message ?? '';
    return [field, read.success ? read.data : null];
  });
  const at = /^(SE|NO)-\d{4}$/.test(last('at')) ? last('at') : '';
  const nothing = at === '' && profileFields.every((field) => typed[field].trim() === '');
  const sent = ['at', ...profileFields].some((name) => query[name] !== undefined);
  return {
    ...{ at, typed, refused, empty: sent && nothing },
    has: Object.fromEntries(has) as Profile,
  };
}
