import { tell } from '#lib/notices/writes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { endorsableStates, wrongState } from './rules.ts';
import { isId } from './schema.ts';

/**
 * Puts one's own organisation behind another's proposal: once, however many press; what was taken back stands again.
 * Administrators of public and voluntary bodies may, nobody for another. Whoever proposed it is told.
 * @throws Refusal when it is one's own, over, or stood behind already; NotFound for one that is not shown
 */
export async function endorseProposal(scope: Scope, id: string): Promise<void> {
  const signed = scope.write('proposal:endorse', async (db, deed) => {
    const proposal = await proposalAt(scope, db, id);
    if (proposal.organisationId === scope.organisation.id) {
      throw new Refusal('innovation.refusals.endorsedOwn');
    }
    if (!endorsableStates.includes(proposal.state)) throw wrongState(proposal.state);
    if (!(await sign(scope, db, id))) throw new Refusal('innovation.refusals.endorsedAlready');
    deed.record('proposalEndorsed', 'proposal', id, {}, { concerns: proposal.organisationId });
    await tellOf(scope, db, proposal, 'proposalEndorsed');
  });
  await signed.catch((error) => goneMeanwhile(scope, id, error));
}

/** Takes that back; the row is kept. @throws NotFound when one's organisation does not stand behind it */
export async function unendorseProposal(scope: Scope, id: string): Promise<void> {
  await scope.write('proposal:endorse', async (db, deed) => {
    const proposal = await proposalAt(scope, db, id);
    const { count } = await db.proposalEndorsement.updateMany({
      where: { ...ours(scope, id), revokedAt: null },
      data: { revokedAt: dateOf(now()), revokedById: scope.person.id },
    });
    if (count === 0) throw new NotFound('endorsement');
    deed.record('proposalUnendorsed', 'proposal', id, {}, { concerns: proposal.organisationId });
    await tellOf(scope, db, proposal, 'proposalUnendorsed');
  });
}

function ours(scope: Scope, proposalId: string) {
  return { hubId: scope.hub.id, proposalId, organisationId: scope.organisation.id };
}

/** Whether this made it stand: of many at once one does. */
async function sign(scope: Scope, db: Handle, id: string): Promise<boolean> {
  const signature = { byId: scope.person.id, at: dateOf(now()) };
  const again = await db.proposalEndorsement.updateMany({
    where: { ...ours(scope, id), revokedAt: { not: null } },
    data: { ...signature, revokedAt: null, revokedById: null },
  });
  if (again.count > 0) return true;
  const data = { ...ours(scope, id), ...signature };
  const first = await db.proposalEndorsement.createMany({ data, skipDuplicates: true });
  return first.count > 0;
}

type About = { id: string; title: string };

async function tellOf(
  scope: Scope,
  db: Handle,
  { id, title }: About,
  kind: 'proposalEndorsed' | 'proposalUnendorsed',
): Promise<void> {
  const hearers = await db.$queryRaw<{ person: string; slug: string }[]>`
    select person::text, slug from proposal_hearers(${id}::uuid)`;
  const people = hearers.map(({ person }) => person);
  const detail = { title, organisation: scope.organisation.name };
  const path = `/${scope.hub.slug}/${hearers[0]?.slug}/proposals/${id}`;
  await tell(scope, db, people, { kind, detail, path });
}

/** It was taken back while one signed: says where it stands now, if it is still to be seen. */
async function goneMeanwhile(scope: Scope, id: string, error: unknown): Promise<never> {
  if (!refusedBy(error, 'only_what_is_sent_is_endorsed')) throw error;
  const { state } = await scope.read('proposal:read', (db) => proposalAt(scope, db, id));
  throw wrongState(state);
}

async function proposalAt(scope: Scope, db: Handle, id: string) {
  if (!isId(id)) throw new NotFound('proposal');
  const where = { hubId: scope.hub.id, id, state: { not: 'DRAFT' as const } };
  const select = { id: true, title: true, state: true, organisationId: true } as const;
  const proposal = await db.proposal.findFirst({ where, select });
  if (!proposal) throw new NotFound('proposal');
  return proposal;
}
