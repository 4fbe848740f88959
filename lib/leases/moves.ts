import type { Permission } from '#lib/platform/policy.ts';
import type { LeaseStanding } from './rules.ts';

type Move = {
  from: LeaseStanding;
  to: LeaseStanding;
  /** Whoever holds one of these may; a move of the system's own comes with its day. */
  permission: readonly Permission[];
};

/** Every change of standing that a lease knows, and who makes it. */
export const leaseMoves: readonly Move[] = [
  { from: 'DRAFT', to: 'OFFERED', permission: ['lease:manage'] },
  { from: 'DRAFT', to: 'WITHDRAWN', permission: ['lease:manage'] },
  { from: 'OFFERED', to: 'WITHDRAWN', permission: ['lease:manage'] },
  { from: 'OFFERED', to: 'SIGNED', permission: ['lease:sign'] },
  { from: 'OFFERED', to: 'DECLINED', permission: ['lease:sign'] },
  { from: 'SIGNED', to: 'ACTIVE', permission: ['system:work'] },
  { from: 'SIGNED', to: 'NOTICE', permission: ['lease:sign', 'lease:manage'] },
  { from: 'ACTIVE', to: 'NOTICE', permission: ['lease:sign', 'lease:manage'] },
  { from: 'ACTIVE', to: 'ENDED', permission: ['system:work'] },
  { from: 'NOTICE', to: 'SIGNED', permission: ['lease:sign', 'lease:manage'] },
  { from: 'NOTICE', to: 'ENDED', permission: ['system:work'] },
];

/** Why a lease cannot go on to `to`; null when it can. */
export function refusalToMove(from: LeaseStanding, to: LeaseStanding): string | null {
  const known = leaseMoves.some((move) => move.from === from && move.to === to);
  return known ? null : `leases.refusals.${already[from]}`;
}

/** Whether whoever holds these may make the move. */
export function mayMove(
  from: LeaseStanding,
  to: LeaseStanding,
  may: (permission: Permission) => boolean,
): boolean {
  const move = leaseMoves.find((one) => one.from === from && one.to === to);
  return move?.permission.some(may) ?? false;
}

const already: Record<LeaseStanding, string> = {
  DRAFT: 'isDraft',
  OFFERED: 'isOffered',
  SIGNED: 'isSigned',
  ACTIVE: 'isSigned',
  NOTICE: 'hasNotice',
  ENDED: 'hasEnded',
  DECLINED: 'wasDeclined',
  WITHDRAWN: 'wasWithdrawn',
};
