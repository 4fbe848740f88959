import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { differences } from '#lib/platform/differences.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { writtenBy } from './authors.ts';
import { contentOf, hiddenNeeds, linkedNeeds, linkNeeds } from './content.ts';
import { wrongState } from './rules.ts';
import type { ProposalContent as Content, ProposalInput } from './schema.ts';
import { keepOpen, versionsOf } from './versions.ts';

export type Saved = {
  id: string;
  revision: number;
  /** The text waits for the answer to a question, with which it is sent. */
  waits?: boolean;
};
/** Goes with the refusal of a stale form: the newer version where it differs, and its number. */
export type NewerVersion = { revision: number; newer: Partial<Content> };

/**
 * Saves a draft, new or changed; everything may still be empty. While a question of the hub's waits, the changed
 * text is kept apart until it goes with the answer. Any member may. The same form sent again changes nothing and
 * gives the same answer.
 * @throws Refusal `stale` with a NewerVersion when a colleague has saved since the form was opened
 * @throws Refusal when it has been sent already; NotFound for anyone else's
 */
export async function saveProposal(scope: Scope, input: ProposalInput): Promise<Saved> {
  try {
    return await scope.write('proposal:draft', (db, deed) => save(scope, db, deed, input));
  } catch (error) {
    if (!refusedBy(error, 'proposal_pkey')) throw error;
    // The same form came twice at one instant, or the id is someone else's and stays hidden.
    return scope.write('proposal:draft', async (db, deed) => {
      if (!(await findKept(scope, db, input.id))) throw new NotFound('proposal');
      return save(scope, db, deed, input);
    });
  }
}

async function save(scope: Scope, db: Handle, deed: Deed, input: ProposalInput): Promise<Saved> {
  const { id, revision, ...typed } = input;
  const kept = await findKept(scope, db, id);
  await demandVisibleNeeds(scope, db, input.needs);
  if (!kept) return create(scope, db, deed, input);
  // What another author has linked and this one cannot see stays.
  const hidden = await hiddenNeeds(scope.hub.id, db, kept.content.needs);
  const content = { ...typed, needs: [...typed.needs, ...hidden] };
  if (!['DRAFT', 'NEEDS_INFO'].includes(kept.state)) throw wrongState(kept.state);
  const waits = kept.state === 'NEEDS_INFO';
  const newer = differences(kept.content, content);
  if (Object.keys(newer).length === 0) {
    deed.record('proposalSaved', 'proposal', id, { changed: false });
    return { id, revision: kept.revision, ...(waits && { waits }) };
  }
  const stale = new Refusal('innovation.refusals.stale', {}, { revision: kept.revision, newer });
  if (kept.revision !== revision) throw stale;
  const { needs, ...fields } = content;
  const { count } = await db.proposal.updateMany({
    where: { hubId: scope.hub.id, id, state: kept.state, revision },
    data: { ...(!waits && fields), revision: { increment: 1 } },
  });
  if (count === 0) return save(scope, db, deed, input);
  if (waits) await keepOpen(scope, db, id, content);
  else await linkNeeds(scope.hub.id, db, id, needs);
  deed.record('proposalSaved', 'proposal', id, { changed: true });
  return { id, revision: revision + 1, ...(waits && { waits }) };
}

async function create(scope: Scope, db: Handle, deed: Deed, input: ProposalInput): Promise<Saved> {
  const { needs, revision: _opened, ...fields } = input;
  await db.proposal.createMany({
    data: {
      ...fields,
      hubId: scope.hub.id,
      organisationId: scope.organisation.id,
      authorId: scope.person.id,
      revision: 1,
    },
  });
  await linkNeeds(scope.hub.id, db, input.id, needs);
  deed.record('proposalDrafted', 'proposal', input.id);
  return { id: input.id, revision: 1 };
}

async function findKept(scope: Scope, db: Handle, id: string) {
  const kept = await findRow(scope, db, id);
  if (kept?.state !== 'NEEDS_INFO') return kept;
  const { open } = await versionsOf(db, scope.hub.id, id);
  return { ...kept, content: open ?? kept.content };
}

async function findRow(scope: Scope, db: Handle, id: string) {
  const row = await db.proposal.findFirst({
    where: { hubId: scope.hub.id, id, ...writtenBy(scope) },
    include: { needs: { select: { needId: true } } },
  });
  if (!row) return null;
  const { state, revision } = row;
  const content = { ...contentOf(row), needs: await linkedNeeds(db, id) };
  return { state, revision, content };
}

/** A need that is not there, or not for this organisation: the two are answered alike. */
async function demandVisibleNeeds(scope: Scope, db: Handle, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const where = { hubId: scope.hub.id, id: { in: wanted }, state: { not: 'DRAFT' as const } };
  if ((await db.need.count({ where })) === wanted.length) return;
  const fields = { needs: 'innovation.refusals.noSuchNeed' };
  throw new Refusal('refusals.invalid', fields);
}
