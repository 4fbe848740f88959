import { bodyNames, needsFor } from '#lib/needs/reads.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { amendmentsOf } from './amendments.ts';
import { sentAssessments } from './assessments.ts';
import { authorNames, coauthorBodies } from './authors.ts';
import { coauthorsOf, writingsOf } from './coauthored.ts';
import { countEndorsements, endorsedBy } from './endorsed.ts';
import { isTheHubs, moves, type ProposalState } from './moves.ts';
import { type ProposalVisibility, type Step, storyKinds, storyOf, withWords } from './rules.ts';
import { versionsOf } from './versions.ts';

export type ProposalCard = {
  id: string;
  title: string;
  summary: string;
  language: string;
  areas: string[];
  state: ProposalState;
  submittedAt: Date | null;
  decidedAt: Date | null;
  createdAt: Date;
  reviewOn: Date | null;
  reviewedSeconds: number;
  clockFrom: Date | null;
  appealOpen: boolean;
  organisationId: string;
  /** Null when the organisation has left the hub. */
  organisation: string | null;
  /** How many organisations stand behind it. */
  endorsements: number;
};

const cardFields = {
  hubId: true,
  id: true,
  title: true,
  summary: true,
  language: true,
  areas: true,
  state: true,
  submittedAt: true,
  decidedAt: true,
  createdAt: true,
  reviewOn: true,
  reviewedSeconds: true,
  clockFrom: true,
  appealOpen: true,
  organisationId: true,
} as const;

type Page = { skip?: number; take?: number };
type Order = {
  submittedAt?: 'asc' | 'desc' | { sort: 'desc'; nulls: 'first' };
  decidedAt?: 'desc';
};

/** For pages that gather several things in one read: proposals as cards. */
export async function proposalsFor(
  db: Handle,
  where: object,
  { order = { submittedAt: 'desc' }, ...page }: Page & { order?: Order } = {},
): Promise<ProposalCard[]> {
  const rows = await db.proposal.findMany({
    where,
    select: cardFields,
    orderBy: [order, { id: 'desc' }],
    ...page,
  });
  const names = await bodyNames(
    db,
    rows.map(({ organisationId }) => organisationId),
  );
  const endorsed = await countEndorsements(db, rows);
  return rows.map((row) => ({
    ...row,
    organisation: names.get(row.organisationId) ?? null,
    endorsements: endorsed.get(row.id) ?? 0,
  }));
}

/** One proposal as a document, with its needs and its story. @throws NotFound */
export async function readProposal(db: Handle, scope: Scope, where: object) {
  const hubId = scope.hub.id;
  const row = await db.proposal.findFirst({
    where: { hubId, ...where },
    select: {
      ...cardFields,
      authorId: true,
      problem: true,
      solution: true,
      benefit: true,
      firstStep: true,
      partnersWanted: true,
      visibility: true,
      revision: true,
      round: true,
      decisionReason: true,
      nextStep: true,
      appealedAt: true,
      assessorId: true,
      needs: { select: { needId: true } },
      projects: { select: { slug: true, title: true, state: true, visibility: true } },
    },
  });
  if (!row) throw new NotFound('proposal');
  const events = await db.auditEvent.findMany({
    where: { hubId, objectType: 'proposal', objectId: row.id, kind: { in: [...storyKinds] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const words = await db.proposalWord.findMany({
    where: { hubId, proposalId: row.id },
    select: { number: true, move: true, words: true, nextStep: true, reviewOn: true },
    orderBy: { number: 'asc' },
  });
  const versions = await versionsOf(db, hubId, row.id);
  const assessments = await sentAssessments(db, hubId, row.id);
  const authors = await authorNames(db, row.id);
  const known = await personNames(db, [
    ...assessments.map(({ byId }) => byId),
    ...versions.sent.map(({ byId }) => byId),
    row.authorId,
    ...events.map(({ personId }) => personId),
  ]);
  const people = new Map([...authors, ...known]);
  const bodies = [
    ...versions.sent.flatMap(({ organisationId }) => organisationId ?? []),
    row.organisationId,
    ...events.flatMap((event) => event.organisationId ?? []),
  ];
  const names = await bodyNames(db, bodies);
  // Not through the relation: a need that is hidden from this reader would be a fault to Prisma.
  const needs = await needsFor(db, scope, { ids: row.needs.map(({ needId }) => needId) });
  const steps: Step[] = events.map(({ kind, at, personId, organisationId }) => ({
    kind,
    at,
    person: people.get(personId ?? '') ?? null,
    // Assessors review for the hub, whatever body runs it.
    organisation: isAssessors(kind) ? scope.hub.name : (names.get(organisationId ?? '') ?? null),
  }));
  return {
    ...row,
    visibility: row.visibility as ProposalVisibility,
    organisation: names.get(row.organisationId) ?? null,
    author: people.get(row.authorId) ?? null,
    needs,
    /** The organisations that write it with the one that began it. */
    withBodies: await coauthorBodies(db, row.id),
    /** Who is asked to write it and who does; for those who do. */
    coauthors: scope.may('proposal:draft') ? await coauthorsOf(db, scope, row.id) : [],
    writings: scope.may('proposal:draft') ? await writingsOf(db, scope, row.id) : [],
    /** Other words that were proposed for it; for the two sides and the hub. */
    amendments: await amendmentsOf(db, scope, row),
    endorsed: await endorsedBy(db, scope.hub.id, row.id),
    /** What the hub weighed, the newest first; for the hub, and once it is decided for who proposed it. */
    assessments: assessments.map(({ byId, ...sent }) => ({
      ...sent,
      byId,
      by: people.get(byId) ?? null,
    })),
    /** What was sent, the newest first, and what is being changed; for the two sides. */
    versions: versions.sent.map(({ byId, organisationId, ...version }) => ({
      ...version,
      body: names.get(organisationId ?? '') ?? null,
      by: people.get(byId) ?? null,
    })),
    open: versions.open,
    story: withWords(storyOf(row, steps), words, row.decidedAt !== null),
  };
}

function isAssessors(kind: string): boolean {
  return moves.some(({ event, by }) => event === kind && isTheHubs(by));
}

export type ProposalView = Awaited<ReturnType<typeof readProposal>>;

/** Colleagues, and for the hub's staff everyone who takes part; nobody else has a name here. */
async function personNames(
  db: Handle,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const people = await db.person.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
