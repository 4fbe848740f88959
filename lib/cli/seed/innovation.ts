import { now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { contentOf } from '#lib/proposals/content.ts';
import { demoAssessments } from '#prisma/seed/assessments.ts';
import { demoMoney } from '#prisma/seed/money.ts';
import { demoNeeds } from '#prisma/seed/needs.ts';
import { needsSaidAtDemos } from '#prisma/seed/needs-at-demos.ts';
import { demoProjects } from '#prisma/seed/projects.ts';
import { demoProposals } from '#prisma/seed/proposals.ts';
import type { SeedNeed, SeedProposal } from '#prisma/seed/types.ts';
import { idOf } from './ids.ts';
import { loadMeetings } from './meetings.ts';
import { loadPilots } from './pilots.ts';
import { loadResults } from './results.ts';
import { loadSteering } from './steering.ts';

/** Needs, proposals and projects with the links between them. */
export async function loadInnovation(db: Handle): Promise<void> {
  await loadNeeds(db, demoNeeds);
  await loadProposals(db);
  await loadProjects(db);
  await loadMoney(db);
  await loadSteering(db);
  await loadMeetings(db);
  await loadPilots(db);
  await loadResults(db);
}

/** Needs said at demos: after the demos. */
export async function loadNeedsSaidAtDemos(db: Handle): Promise<void> {
  await loadNeeds(db, needsSaidAtDemos);
}

async function loadNeeds(db: Handle, needs: readonly SeedNeed[]): Promise<void> {
  await db.need.createMany({
    data: needs.map(({ key, hub, org, alsoHave: _a, saidAt, areas, ...need }) => ({
      ...need,
      areas: [...areas],
      hubId: idOf('hub', hub),
      id: idOf('need', key),
      organisationId: idOf('organisation', org),
      fromDemoId: saidAt ? idOf('demo', saidAt) : null,
    })),
  });
  await db.needSupport.createMany({
    data: needs.flatMap(({ key, hub, alsoHave }) =>
      alsoHave.map((org) => ({
        hubId: idOf('hub', hub),
        needId: idOf('need', key),
        organisationId: idOf('organisation', org),
      })),
    ),
  });
}

async function loadProposals(db: Handle): Promise<void> {
  await db.proposal.createMany({ data: demoProposals.map(proposalRow) });
  await db.proposalNeed.createMany({
    data: demoProposals.flatMap(({ key, hub, needs }) =>
      needs.map((need) => ({
        hubId: idOf('hub', hub),
        proposalId: idOf('proposal', key),
        needId: idOf('need', need),
      })),
    ),
  });
  await db.proposalJoining.createMany({
    data: demoProposals.flatMap(({ key, hub, joinedBy = [] }) =>
      joinedBy.map(({ org, role, by }) => ({
        ...{ hubId: idOf('hub', hub), proposalId: idOf('proposal', key), role },
        ...{ organisationId: idOf('organisation', org), byId: idOf('person', by) },
        at: new Date(Date.UTC(2026, 10, 16, 9)),
      })),
    ),
  });
  await db.proposalEndorsement.createMany({
    data: demoProposals.flatMap(({ key, hub, endorsedBy = [] }) =>
      endorsedBy.map(({ org, by }, n) => ({
        ...{ hubId: idOf('hub', hub), proposalId: idOf('proposal', key) },
        ...{ organisationId: idOf('organisation', org), byId: idOf('person', by) },
        at: new Date(Date.UTC(2026, 10, 9 + 3 * n, 9)),
      })),
    ),
  });
  await loadCoauthors(db);
  await loadAmendments(db);
  await loadVersions(db);
  await loadAssessments(db);
}

/** What was weighed before each was decided. */
async function loadAssessments(db: Handle): Promise<void> {
  await db.proposalAssessment.createMany({
    data: demoAssessments.map(({ proposal, maturity, criteria, summary, bodies }) => {
      const seed = demoProposals.find(({ key }) => key === proposal);
      if (!seed?.decision) throw new Error(`${proposal} is not decided`);
      const n = demoProposals.indexOf(seed);
      return {
        ...{ hubId: idOf('hub', seed.hub), proposalId: idOf('proposal', proposal) },
        ...{ number: 1, round: 1, maturity, criteria, summary },
        bodies: bodies.map((body) => idOf('organisation', body)),
        byId: idOf('person', seed.decision.by),
        sentAt: new Date(Date.UTC(2026, 9, 14 + n, 9)),
      };
    }),
  });
}

/** Who of other organisations writes a proposal, too, or has been asked this week. */
async function loadCoauthors(db: Handle): Promise<void> {
  const asked = now().subtract({ hours: 72 }).epochMilliseconds;
  await db.proposalCoauthor.createMany({
    data: demoProposals.flatMap(({ key, hub, author, coauthors = [] }) =>
      coauthors.map(({ person, email, org }) => ({
        ...{ hubId: idOf('hub', hub), id: idOf('coauthor', `${key} ${person}`), email },
        ...{ proposalId: idOf('proposal', key), invitedById: idOf('person', author) },
        invitedAt: new Date(asked),
        ...(org && {
          ...{ state: 'ACTIVE' as const, answeredAt: new Date(asked + 86_400_000) },
          ...{ personId: idOf('person', person), organisationId: idOf('organisation', org) },
        }),
      })),
    ),
  });
}

/** Other words that wait for an answer, beside those that stand. */
async function loadAmendments(db: Handle): Promise<void> {
  const at = new Date(now().subtract({ hours: 30 }).epochMilliseconds);
  await db.proposalAmendment.createMany({
    data: demoProposals.flatMap(({ key, hub, amendment, solution }) =>
      amendment
        ? [
            {
              ...{ hubId: idOf('hub', hub), id: idOf('amendment', key), at },
              ...{ proposalId: idOf('proposal', key), reason: amendment.reason },
              organisationId: idOf('organisation', amendment.org),
              byId: idOf('person', amendment.by),
              ...{ before: { solution }, changes: amendment.changes },
            },
          ]
        : [],
    ),
  });
}

/** What each said when it was sent. */
async function loadVersions(db: Handle): Promise<void> {
  const rows = await db.proposal.findMany({
    where: { state: { not: 'DRAFT' } },
    include: { needs: { select: { needId: true } } },
  });
  await db.proposalVersion.createMany({
    data: rows.map((row) => ({
      ...{ hubId: row.hubId, proposalId: row.id, major: 1, minor: 0, content: contentOf(row) },
      ...{ byId: row.authorId, organisationId: row.organisationId, sentAt: row.submittedAt },
    })),
  });
}

function proposalRow(seed: SeedProposal, n: number) {
  const {
    key,
    hub,
    org,
    author,
    wantsPartners,
    needs: _n,
    decision,
    areas,
    joinedBy: _j,
    endorsedBy: _e,
    coauthors: _c,
    amendment: _a,
    ...proposal
  } = seed;
  const submitted = new Date(Date.UTC(2026, 9, 1 + n, 9));
  const grown = demoProjects.some(({ fromProposal }) => fromProposal === key);
  return {
    ...proposal,
    ...(grown && { state: 'CONVERTED' as const }),
    areas: [...areas],
    visibility: proposal.visibility === 'DRAFT' ? ('PUBLIC_SIDE' as const) : proposal.visibility,
    partnersWanted: wantsPartners,
    round: proposal.state === 'IN_REVIEW' || decision ? 1 : 0,
    hubId: idOf('hub', hub),
    id: idOf('proposal', key),
    organisationId: idOf('organisation', org),
    authorId: idOf('person', author),
    createdAt: new Date(Date.UTC(2026, 8, 20 + n, 9)),
    submittedAt: proposal.state === 'DRAFT' ? null : submitted,
    clockFrom:
      proposal.state === 'IN_REVIEW' ? new Date(submitted.getTime() + 2 * 86_400_000) : null,
    ...(decision && {
      assessorId: idOf('person', decision.by),
      decidedAt: new Date(submitted.getTime() + 14 * 86_400_000),
      decisionReason: decision.reason,
      nextStep: decision.nextStep ?? null,
    }),
  };
}

async function loadProjects(db: Handle): Promise<void> {
  await db.innovationProject.createMany({
    data: demoProjects.map(
      ({ key, hub, lead, fromProposal, startsOn, endsOn, areas, ...rest }) => ({
        ...{ slug: rest.slug, title: rest.title, summary: rest.summary },
        ...{ state: rest.state, wished: rest.visibility, areas: [...areas] },
        visibility: rest.unchecked ? 'PARTIES' : rest.visibility,
        checkedAt: rest.unchecked ? null : new Date(`${startsOn}T08:00:00Z`),
        hubId: idOf('hub', hub),
        id: idOf('project', key),
        leadId: idOf('organisation', lead),
        proposalId: fromProposal ? idOf('proposal', fromProposal) : null,
        startsOn: new Date(`${startsOn}T00:00:00Z`),
        endsOn: new Date(`${endsOn}T00:00:00Z`),
      }),
    ),
  });
  await db.projectParty.createMany({
    data: demoProjects.flatMap(({ key, hub, parties }) =>
      parties.map(({ org, role, state }) => ({
        hubId: idOf('hub', hub),
        projectId: idOf('project', key),
        organisationId: idOf('organisation', org),
        role,
        state,
      })),
    ),
  });
  await db.projectNeed.createMany({
    data: demoProjects.flatMap(({ key, hub, needs }) =>
      needs.map((need) => ({
        hubId: idOf('hub', hub),
        projectId: idOf('project', key),
        needId: idOf('need', need),
      })),
    ),
  });
}

/** What the demo projects cost, who has bound itself to what, and on what it hangs. */
async function loadMoney(db: Handle): Promise<void> {
  for (const { hub, project, by, key, years, pledges, promise } of demoMoney) {
    const where = { hubId: idOf('hub', hub), projectId: idOf('project', project) };
    const at = new Date(Date.UTC(2026, 9, 20, 9));
    const plan = { ...where, version: 1 };
    await db.costPlan.createMany({ data: { ...plan, key, byId: idOf('person', by), at } });
    await db.costPlanYear.createMany({
      data: years.map(([year, kronor]) => ({ ...plan, year, ore: BigInt(kronor) * 100n })),
    });
    await db.pledge.createMany({
      data: pledges.map(({ org, person, year, kind, amount, caseNumber }) => ({
        ...{ ...where, year, kind, amount: BigInt(amount) * 100n, caseNumber },
        organisationId: idOf('organisation', org),
        ...{ proposedById: idOf('person', person), proposedAt: at },
        state: caseNumber ? ('CONFIRMED' as const) : ('PROPOSED' as const),
        ...(caseNumber && { confirmedById: idOf('person', person), confirmedAt: at }),
      })),
    });
    const { org, person, kronor, leastBodies, byDay, caseNumber } = promise;
    await db.matchingPromise.createMany({
      data: {
        ...{ ...where, leastBodies, caseNumber, at, ore: BigInt(kronor) * 100n },
        ...{ organisationId: idOf('organisation', org), byId: idOf('person', person) },
        byDay: new Date(byDay),
      },
    });
  }
}
