/** The states of somebody who is asked to write a proposal with those who began it. */
export const coauthorStates = [
  'PENDING',
  'ACTIVE',
  'DECLINED',
  'CANCELLED',
  'REMOVED',
  'LEFT',
  'EXPIRED',
] as const;
export type CoauthorState = (typeof coauthorStates)[number];

/** How long an invitation waits for its answer. */
export const coauthorDays = 30;

/** The states of a proposal in which somebody can come to write it, too. */
export const writtenStates = ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'PARKED'] as const;

/**
 * Every way an invitation and what came of it can go: by the body that began the proposal, by whoever was asked, or by
 * the clock. The trigger `coauthors_stand` holds the same.
 */
export const coauthorMoves = [
  { name: 'accept', from: 'PENDING', to: 'ACTIVE', by: 'self', event: 'coauthorJoined' },
  { name: 'decline', from: 'PENDING', to: 'DECLINED', by: 'self', event: 'coauthorDeclined' },
  { name: 'cancel', from: 'PENDING', to: 'CANCELLED', by: 'own', event: 'coauthorCancelled' },
  { name: 'remove', from: 'ACTIVE', to: 'REMOVED', by: 'own', event: 'coauthorRemoved' },
  { name: 'leave', from: 'ACTIVE', to: 'LEFT', by: 'self', event: 'coauthorLeft' },
  { name: 'lapse', from: 'PENDING', to: 'EXPIRED', by: 'job', event: 'coauthorLapsed' },
] as const;
export type CoauthorMove = (typeof coauthorMoves)[number]['name'];
