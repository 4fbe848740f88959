import { dateOf, now, today } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';

export type HouseWaits = {
  organisations: number;
  barriers: number;
  proposals: number;
  projects: number;
  bookings: number;
  leases: number;
};

/**
 * How much waits for an answer in the house, of what the reader's role can answer: organisations,
 * reported barriers, proposals, new projects, bookings, last days of leases that organisations propose. Hosts and hub administrators may.
 */
export async function findHouseWaits(scope: Scope): Promise<HouseWaits> {
  const hubId = scope.hub.id;
  const day = new Date(today(scope.hub.zone).toString());
  const states = ['SUBMITTED', 'IN_REVIEW'] as const;
  return scope.read('house:today', async (db) => ({
    organisations: scope.may('organisation:judge')
      ? await db.participation.count({ where: { hubId, state: 'PENDING' } })
      : 0,
    barriers: scope.may('hub:edit')
      ? await db.barrierReport.count({ where: { hubId, handledAt: null } })
      : 0,
    proposals: scope.may('proposal:assess')
      ? await db.proposal.count({
          where: { hubId, OR: [{ state: { in: [...states] } }, { appealOpen: true }] },
        })
      : 0,
    projects: scope.may('project:check')
      ? await db.innovationProject.count({
          where: { hubId, checkedAt: null, state: { not: 'STOPPED' } },
        })
      : 0,
    bookings: scope.may('booking:decide')
      ? await db.booking.count({
          where: { hubId, status: 'PENDING', endsAt: { gt: dateOf(now()) } },
        })
      : 0,
    leases: scope.may('lease:manage')
      ? await db.leaseProposal.count({
          where: { hubId, state: 'OPEN', byHouse: false, answerBy: { gte: day } },
        })
      : 0,
  }));
}
