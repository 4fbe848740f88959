import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { differences } from '#lib/platform/differences.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type ProposalContent, proposalContent } from './schema.ts';

export type ProposalVersion = {
  /** 1.0, 1.1, 2.0 … */
  number: string;
  content: ProposalContent;
  sentAt: Date;
  byId: string;
  /** For which of the bodies that write it. */
  organisationId: string | null;
};

/** Part of another read: every version that was sent, the newest first, and the one that is being changed. */
export async function versionsOf(
  db: Handle,
  hubId: string,
  proposalId: string,
): Promise<{ sent: ProposalVersion[]; open: ProposalContent | null }> {
  const rows = await db.proposalVersion.findMany({
    where: { hubId, proposalId },
    orderBy: [{ major: 'desc' }, { minor: 'desc' }],
  });
  const open = rows.find(({ sentAt }) => sentAt === null);
  const sent = rows.flatMap(({ major, minor, content, sentAt, byId, organisationId }) =>
    sentAt === null
      ? []
      : [
          {
            ...{ number: `${major}.${minor}`, sentAt, byId, organisationId },
            content: proposalContent.parse(content),
          },
        ],
  );
  return { sent, open: open ? proposalContent.parse(open.content) : null };
}

/** Part of a sending: freezes a text as the next whole version. */
export async function freezeSent(
  scope: Scope,
  db: Handle,
  proposalId: string,
  content: ProposalContent,
): Promise<void> {
  const hubId = scope.hub.id;
  const last = await db.proposalVersion.aggregate({
    where: { hubId, proposalId },
    _max: { major: true },
  });
  const number = { major: (last._max.major ?? 0) + 1, minor: 0 };
  const sent = { ...writer(scope), sentAt: dateOf(now()) };
  await db.proposalVersion.createMany({ data: { hubId, proposalId, ...number, content, ...sent } });
}

/** Part of a saving while a question waits: keeps the changed text apart until it is sent with the answer. */
export async function keepOpen(
  scope: Scope,
  db: Handle,
  proposalId: string,
  content: ProposalContent,
): Promise<void> {
  const hubId = scope.hub.id;
  const by = writer(scope);
  const { count } = await db.proposalVersion.updateMany({
    where: { hubId, proposalId, sentAt: null },
    data: { content, ...by },
  });
  if (count > 0) return;
  const last = await db.proposalVersion.findFirst({
    where: { hubId, proposalId },
    orderBy: [{ major: 'desc' }, { minor: 'desc' }],
    select: { major: true, minor: true },
  });
  const number = { major: last?.major ?? 1, minor: (last?.minor ?? -1) + 1 };
  await db.proposalVersion.createMany({ data: { hubId, proposalId, ...number, content, ...by } });
}

/**
 * Part of an answer: what was changed meanwhile is frozen as the next minor version.
 * @returns null when the text says the same as what was sent before
 */
export async function sendOpen(
  scope: Scope,
  db: Handle,
  proposalId: string,
): Promise<ProposalContent | null> {
  const hubId = scope.hub.id;
  const { sent, open } = await versionsOf(db, hubId, proposalId);
  if (!open) return null;
  const where = { hubId, proposalId, sentAt: null };
  const before = sent[0]?.content;
  if (before && Object.keys(differences(before, open)).length === 0) {
    await db.proposalVersion.deleteMany({ where });
    return null;
  }
  const data = { sentAt: dateOf(now()), ...writer(scope) };
  await db.proposalVersion.updateMany({ where, data });
  return open;
}

function writer(scope: Scope) {
  return { byId: scope.person.id, organisationId: scope.organisation.id };
}
