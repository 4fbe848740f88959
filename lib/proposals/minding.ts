import { dateOf, now, todayDate } from '#lib/platform/clock.ts';
import { Refusal } from '#lib/platform/errors.ts';
import { logFault } from '#lib/platform/log.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { lapseCoauthors } from './coauthoring.ts';
import { coauthorDays } from './coauthors.ts';
import { makeMove } from './steps.ts';
import { tellProposers, tellReviewers } from './telling.ts';

/**
 * Takes up again what was parked until a day that has come, in each hub's own zone, and lets invitations to write
 * together lapse that nobody has answered. Run every hour; of several at once one does each, told once.
 */
export async function mindProposals(): Promise<void> {
  const system = await enterSystem(null, 'proposals');
  const hubs = await system.read('system:work', (db) =>
    db.hub.findMany({ select: { slug: true } }),
  );
  for (const { slug } of hubs) {
    try {
      await mindHub(await enterSystem(slug, 'proposals'));
    } catch (error) {
      // One hub's trouble is not the others'.
      logFault(error, 'proposals');
    }
  }
}

async function mindHub(scope: Scope): Promise<void> {
  const due = await scope.read('system:work', (db) =>
    db.proposal.findMany({
      where: { hubId: scope.hub.id, reviewOn: { lte: todayDate(scope.hub.zone) } },
      select: { id: true },
    }),
  );
  for (const { id } of due) await takeUp(scope, id);
  const before = dateOf(now().subtract({ hours: 24 * coauthorDays }));
  await lapseCoauthors(scope, before, (work) => unlessDone(() => scope.write('system:work', work)));
}

async function takeUp(scope: Scope, id: string): Promise<void> {
  await unlessDone(() =>
    makeMove(scope, id, 'due', {}, {}, async (db, deed, proposal) => {
      await tellProposers(scope, 'due', {})(db, deed, proposal);
      await tellReviewers(scope, db, proposal, 'proposalDue');
    }),
  );
}

/** A write that another machine, or a person, may have done first. */
async function unlessDone(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
