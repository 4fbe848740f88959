import { today } from '#lib/platform/clock.ts';
import { readableCode } from '#lib/platform/codes.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import { addressOf } from '#lib/platform/i18n/address.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { companyRoles, type PartyRole } from './moves.ts';
import { isId } from './schema.ts';
import { tellProject } from './telling.ts';

/**
 * Says that one's own organisation joins what an accepted proposal becomes, as what; said again it changes the role.
 * Its administrators may, nobody for another. @throws Refusal when it is not accepted; NotFound
 */
export async function joinProposal(scope: Scope, id: string, role: PartyRole): Promise<void> {
  await scope.write('party:answer', async (db, deed) => {
    const proposal = await proposalAt(scope, db, id);
    if (proposal.state !== 'ACCEPTED') {
      throw new Refusal(`innovation.refusals.inState.${proposal.state}`);
    }
    if (scope.organisation.kind === 'COMPANY' && !companyRoles.includes(role)) {
      throw new Refusal('refusals.invalid', { role: 'projects.refusals.companyRole' });
    }
    const where = { hubId: scope.hub.id, proposalId: id, organisationId: scope.organisation.id };
    await db.proposalJoining.deleteMany({ where });
    await db.proposalJoining.createMany({ data: { ...where, role, byId: scope.person.id } });
    deed.record('proposalJoined', 'proposal', id, { role }, { concerns: proposal.organisationId });
  });
}

/** Takes back that one's own organisation joins. @throws NotFound when it has not said so; Refusal once it has begun */
export async function unjoinProposal(scope: Scope, id: string): Promise<void> {
  await scope.write('party:answer', async (db, deed) => {
    const proposal = await proposalAt(scope, db, id);
    const where = { hubId: scope.hub.id, proposalId: id, organisationId: scope.organisation.id };
    if ((await db.proposalJoining.count({ where })) === 0) throw new NotFound('joining');
    if (proposal.state !== 'ACCEPTED') {
      throw new Refusal(`innovation.refusals.inState.${proposal.state}`);
    }
    await db.proposalJoining.deleteMany({ where });
    deed.record('proposalUnjoined', 'proposal', id, {}, { concerns: proposal.organisationId });
  });
}

/**
 * Makes an accepted proposal into a project that is forming, led by one of those who joined, everyone who joined a
 * confirmed party of it, its needs the proposal's. Who runs the hub may, and administrators of regions. The database's
 * own step (`convert_proposal`) does all of it or nothing; of two at once one does.
 * @throws Refusal when it is not accepted (any more), fewer than two have joined or none of them a public body, or who
 * is to lead has not joined or is a company; NotFound
 */
export async function convertProposal(scope: Scope, id: string, lead: string): Promise<string> {
  if (!isId(lead)) throw new Refusal('refusals.invalid', { lead: 'projects.refusals.lead' });
  if (!mayConvert(scope)) throw new NotFound('proposal');
  try {
    return await scope.write('proposal:convert', async (db, deed) => {
      const proposal = await proposalAt(scope, db, id);
      const slug = `${addressOf(proposal.title) || 'projekt'}-${readableCode(4).toLowerCase()}`;
      const day = today(scope.hub.zone).toString();
      const [made] = await db.$queryRaw<{ id: string | null }[]>`
        select convert_proposal(${id}::uuid, ${lead}::uuid, ${slug}, ${day}::date)::text as id`;
      if (!made?.id) throw new NotFound('proposal');
      deed.pagesChanged();
      const { organisationId } = proposal;
      deed.record('proposalConverted', 'proposal', id, { slug }, { concerns: organisationId });
      const project = { id: made.id, slug, title: { [proposal.language]: proposal.title } };
      const told = { organisation: scope.actingName };
      await tellProject(scope, db, deed, project, null, 'proposalConverted', told);
      return slug;
    });
  } catch (error) {
    throw whyNot(error) ?? error;
  }
}

/** Whether one may make proposals into projects: who runs the hub, and who administers a region. */
export function mayConvert(scope: Scope): boolean {
  if (!scope.may('proposal:convert')) return false;
  return scope.roles.includes('hubAdmin') || scope.organisation.kind === 'REGION';
}

const reasons = {
  only_accepted_is_converted: 'notAccepted',
  two_bodies_join: 'twoBodies',
  one_of_them_leads: 'lead',
} as const;

function whyNot(error: unknown): Refusal | null {
  const found = Object.entries(reasons).find(([constraint]) => refusedBy(error, constraint));
  return found ? new Refusal(`projects.refusals.${found[1]}`) : null;
}

async function proposalAt(scope: Scope, db: Handle, id: string) {
  if (!isId(id)) throw new NotFound('proposal');
  const where = { hubId: scope.hub.id, id, state: { not: 'DRAFT' as const } };
  const proposal = await db.proposal.findFirst({ where });
  if (!proposal) throw new NotFound('proposal');
  return proposal;
}

/** Who has joined a proposal, as far as one may see it, and whether one's own organisation has. */
export async function listJoined(scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('proposal');
  return scope.read('proposal:read', async (db) => {
    const rows = await db.proposalJoining.findMany({
      where: { hubId: scope.hub.id, proposalId: id },
      orderBy: [{ at: 'asc' }, { organisationId: 'asc' }],
    });
    const bodies = await db.organisation.findMany({
      where: { id: { in: rows.map(({ organisationId }) => organisationId) } },
      select: { id: true, name: true, side: true },
    });
    const of = new Map(bodies.map((body) => [body.id, body]));
    // Whoever has left the hub cannot be seen, and joins nothing.
    return rows.flatMap(({ organisationId, role, at }) => {
      const body = of.get(organisationId);
      return body ? [{ ...body, role, at }] : [];
    });
  });
}
export type Joined = Awaited<ReturnType<typeof listJoined>>[number];
