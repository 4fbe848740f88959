import { Temporal } from 'temporal-polyfill';

/** Whatever takes a unit of the place. */
export type Taking = {
  unit: string;
  startsAt: Temporal.Instant;
  /** Null: until further notice. */
  endsAt: Temporal.Instant | null;
  kind: 'BOOKING' | 'HOLD' | 'LEASE' | 'BLOCK' | 'GUIDED';
  /** The organisation, where it lets itself be seen. */
  by: string | null;
};
export type Stretch = { startsAt: Temporal.Instant; endsAt: Temporal.Instant | null };
export type Asked = {
  at: Temporal.Instant;
  taken: readonly Taking[];
  units: number;
  /** Any one of its units is booked, or all of them together. */
  pool: boolean;
  /** False: out of service until somebody changes that. */
  inUse: boolean;
  /** When it can be used today; null when it cannot. */
  open: { startsAt: Temporal.Instant; endsAt: Temporal.Instant } | null;
};
export type Showing = {
  state: 'free' | 'taken' | 'leased' | 'blocked' | 'closed';
  by: string | null;
  /** Until when this holds; null: for the rest of the day. */
  until: Temporal.Instant | null;
  /** Of a pool: how many are free now. */
  free: number | null;
  /** What comes later today. */
  next: { startsAt: Temporal.Instant; endsAt: Temporal.Instant | null; by: string | null }[];
};

/** As many as fit on a screen. */
const mostNext = 4;
const after = Temporal.Instant.compare;

/** What a screen at the door says of a place at a moment. */
export function showingOf(asked: Asked): Showing {
  const { at, open, pool, units } = asked;
  const taken = merged(asked);
  const now = taken.filter((one) => holds(one, at));
  const next = taken
    .filter(({ startsAt }) => after(startsAt, at) > 0)
    .slice(0, mostNext)
    .map(({ startsAt, endsAt, by }) => ({ startsAt, endsAt, by }));
  const rest = { next: pool ? [] : next, free: null, by: null, until: null };
  if (!asked.inUse) return { ...rest, state: 'blocked' };
  if (pool) return poolShowing(asked, now, { ...rest, next: [] });
  const [here] = now;
  if (here) return { ...rest, state: stateOf(here), by: here.by, until: lastOf(here, taken) };
  if (!open || after(at, open.startsAt) < 0 || after(at, open.endsAt) >= 0) {
    const until = open && after(at, open.startsAt) < 0 ? open.startsAt : null;
    return { ...rest, state: 'closed', until };
  }
  const coming = next[0]?.startsAt;
  const until = coming && after(coming, open.endsAt) < 0 ? coming : open.endsAt;
  return { ...rest, state: 'free', until, free: units > 1 ? units : null };
}

type Rest = Omit<Showing, 'state'>;

function poolShowing({ at, open, units }: Asked, now: readonly Taking[], rest: Rest): Showing {
  const free = Math.max(0, units - new Set(now.map(({ unit }) => unit)).size);
  if (!open || after(at, open.startsAt) < 0 || after(at, open.endsAt) >= 0) {
    return { ...rest, state: 'closed' };
  }
  return { ...rest, state: free > 0 ? 'free' : 'taken', free };
}

/** An office of four desks is one place: what takes all of them at once is one thing. */
function merged({ taken, pool }: Asked): Taking[] {
  const sorted = taken.toSorted((a, b) => after(a.startsAt, b.startsAt));
  if (pool) return sorted;
  const key = ({ startsAt, endsAt, kind, by }: Taking) => `${startsAt} ${endsAt} ${kind} ${by}`;
  return [...new Map(sorted.map((one) => [key(one), one])).values()];
}

function holds({ startsAt, endsAt }: Stretch, at: Temporal.Instant): boolean {
  return after(startsAt, at) <= 0 && (endsAt === null || after(endsAt, at) > 0);
}

/** What follows at once, by whomever, keeps the place taken. */
function lastOf(here: Taking, taken: readonly Taking[]): Temporal.Instant | null {
  let until = here.endsAt;
  for (const { startsAt, endsAt, by } of taken) {
    if (until === null) return null;
    const goesOn = by === here.by && after(startsAt, until) <= 0;
    if (goesOn && (endsAt === null || after(endsAt, until) > 0)) until = endsAt;
  }
  return until;
}

function stateOf({ kind }: Taking): Showing['state'] {
  if (kind === 'LEASE') return 'leased';
  return kind === 'BLOCK' ? 'blocked' : 'taken';
}
