import { bodyNames } from '#lib/needs/reads.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** The parts of a proposal that other words can be proposed for, in the order one reads them. */
export const amendedSections = [
  'title',
  'summary',
  'problem',
  'solution',
  'benefit',
  'firstStep',
  'partnersWanted',
] as const;
export type Section = (typeof amendedSections)[number];
export type Sections = Partial<Record<Section, string>>;

export type Amendment = {
  id: string;
  state: 'PENDING' | 'ACCEPTED' | 'REJECTED' | 'WITHDRAWN';
  organisationId: string;
  /** Null when the organisation has left the hub. */
  organisation: string | null;
  at: Date;
  reason: string;
  answer: string;
  before: Sections;
  changes: Sections;
  /** What the text says by now where it has changed since; while some does, nobody takes the words over. */
  now: Sections;
  /** Whether the reader's organisation proposed it. */
  own: boolean;
};

/** What a form says otherwise than the text; what was left empty where something must stand is as it was. */
export function changedIn(text: Record<Section, string>, typed: Sections): Sections {
  const differing = amendedSections.filter((name) => {
    const said = typed[name];
    if (said === undefined || said === text[name]) return false;
    return said !== '' || name === 'partnersWanted';
  });
  return Object.fromEntries(differing.map((name) => [name, typed[name]]));
}

/** Part of a read of a proposal: the other words that were proposed, the newest first, as far as the reader may know. */
export async function amendmentsOf(
  db: Handle,
  scope: Scope,
  proposal: Record<Section, string> & { id: string },
): Promise<Amendment[]> {
  const rows = await db.proposalAmendment.findMany({
    where: { hubId: scope.hub.id, proposalId: proposal.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  const names = await bodyNames(
    db,
    rows.map(({ organisationId }) => organisationId),
  );
  return rows.map(({ id, state, organisationId, at, reason, answer, ...row }) => {
    const before = row.before as Sections;
    const moved = amendedSections.filter(
      (name) => before[name] !== undefined && before[name] !== proposal[name],
    );
    return {
      ...{ id, state, organisationId, at, reason, answer, before },
      organisation: names.get(organisationId) ?? null,
      changes: row.changes as Sections,
      now: Object.fromEntries(moved.map((name) => [name, proposal[name]])),
      own: organisationId === scope.organisation.id,
    };
  });
}
