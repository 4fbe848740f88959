import type { Permission } from '#lib/platform/policy.ts';

export const versionStates = ['DRAFT', 'REVIEW', 'RETURNED', 'PUBLISHED', 'REPLACED'] as const;
export type VersionState = (typeof versionStates)[number];

type Row = {
  name: string;
  from: VersionState;
  to: VersionState;
  /** Whoever writes for the owner, or whoever reads for the hub: never the same person. */
  by: 'owner' | 'reader';
  permission: Permission;
  event: string;
};

/**
 * The way of a version, the whole of it: from, to, who, the event. The trigger `versions_stand` holds the
 * same; a version that is open again after it was returned is a new one, so that the answer stays with it.
 */
export const versionMoves = [
  {
    name: 'send',
    from: 'DRAFT',
    to: 'REVIEW',
    by: 'owner',
    permission: 'demo:draft',
    event: 'demoSent',
  },
  {
    name: 'takeBack',
    from: 'REVIEW',
    to: 'DRAFT',
    by: 'owner',
    permission: 'demo:draft',
    event: 'demoTakenBack',
  },
  {
    name: 'publish',
    from: 'REVIEW',
    to: 'PUBLISHED',
    by: 'reader',
    permission: 'demo:review',
    event: 'demoPublished',
  },
  {
    name: 'return',
    from: 'REVIEW',
    to: 'RETURNED',
    by: 'reader',
    permission: 'demo:review',
    event: 'demoReturned',
  },
] as const satisfies readonly Row[];

export type VersionMove = (typeof versionMoves)[number]['name'];

export function moveNamed(name: VersionMove): Row {
  const move = versionMoves.find((each) => each.name === name);
  if (!move) throw new Error(`no move is called ${name}`);
  return move;
}

/** The moves that lead on from a state for one side: the buttons of a page. */
export function movesFrom(state: VersionState, by: Row['by']): VersionMove[] {
  return versionMoves
    .filter((move) => move.from === state && move.by === by)
    .map(({ name }) => name);
}

/** How long what was looked over counts as looked over. */
export const reviewMonths = 12;

/** So many days before that its owner is reminded. */
export const remindDays = 30;
