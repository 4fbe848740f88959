export const resultStates = ['DRAFT', 'PUBLISHED', 'RETIRED', 'REPLACED'] as const;
export type ResultState = (typeof resultStates)[number];

/**
 * The ways of a result. Whoever leads the project writes it, an administrator of the body that leads publishes it, each
 * time as a version of its own; that body or the hub takes it down. The trigger `results_stand` holds the same.
 */
export const resultMoves = [
  { name: 'publish', from: ['DRAFT', 'PUBLISHED'], to: 'PUBLISHED', by: 'owner' },
  { name: 'retire', from: ['PUBLISHED'], to: 'RETIRED', by: 'owner or hub, with the reason' },
  { name: 'replace', from: ['PUBLISHED'], to: 'REPLACED', by: 'owner, by a published one' },
] as const satisfies readonly {
  name: string;
  from: readonly ResultState[];
  to: ResultState;
  by: string;
}[];

export const adoptionStates = [
  'WATCHING',
  'PLANNING',
  'INTRODUCING',
  'IN_USE',
  'DECLINED',
  'DISCONTINUED',
] as const;
export type AdoptionState = (typeof adoptionStates)[number];
type Way = {
  name: string;
  from: readonly (AdoptionState | null)[];
  to: AdoptionState;
  /** Any of its staff, or its administrators alone. */
  by: 'staff' | 'admin';
  event: 'adoptionSaid' | 'adoptionUsed' | 'adoptionEnded';
};

/**
 * Where a body stands with a result, set by itself alone: nobody else does, the hub, the region and the project
 * included. Watching binds nobody and is for its staff; the rest is its administrator's. The trigger `adoptions_stand`
 * holds the same.
 */
export const adoptionMoves: readonly Way[] = [
  {
    ...{ name: 'watch', from: [null, 'DECLINED', 'DISCONTINUED'], to: 'WATCHING' },
    ...{ by: 'staff', event: 'adoptionSaid' },
  },
  { name: 'stepBack', from: ['PLANNING'], to: 'WATCHING', by: 'admin', event: 'adoptionSaid' },
  {
    ...{ name: 'plan', from: [null, 'WATCHING', 'INTRODUCING', 'DECLINED', 'DISCONTINUED'] },
    ...{ to: 'PLANNING', by: 'admin', event: 'adoptionSaid' },
  },
  {
    ...{ name: 'introduce', from: [null, 'WATCHING', 'PLANNING', 'DECLINED', 'DISCONTINUED'] },
    ...{ to: 'INTRODUCING', by: 'admin', event: 'adoptionSaid' },
  },
  {
    name: 'use',
    from: [null, 'WATCHING', 'PLANNING', 'INTRODUCING', 'DECLINED', 'DISCONTINUED'],
    ...{ to: 'IN_USE', by: 'admin', event: 'adoptionUsed' },
  },
  {
    ...{ name: 'decline', from: [null, 'WATCHING', 'PLANNING', 'INTRODUCING'], to: 'DECLINED' },
    ...{ by: 'admin', event: 'adoptionSaid' },
  },
  {
    ...{ name: 'discontinue', from: ['IN_USE'], to: 'DISCONTINUED' },
    ...{ by: 'admin', event: 'adoptionEnded' },
  },
];

/** The states a body can go to from where it stands, by one of its staff or an administrator. */
export function adoptionMovesFrom(state: AdoptionState | null, admin: boolean) {
  return adoptionMoves.filter(({ from, by }) => from.includes(state) && (admin || by === 'staff'));
}
