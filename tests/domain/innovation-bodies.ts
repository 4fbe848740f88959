import type { Scope } from '#lib/platform/scope.ts';
import { type Assessment, criteria } from '#lib/proposals/assessment.ts';
import { saveProposal } from '#lib/proposals/drafts.ts';
import { type MoveName, type Mover, moveNamed, type ProposalState } from '#lib/proposals/moves.ts';
import { type ProposalInput, proposalForm } from '#lib/proposals/schema.ts';
import { makeMove } from '#lib/proposals/steps.ts';
import {
  answerQuestion,
  appealProposal,
  askProposers,
  beginReview,
  callOffProposal,
  decideProposal,
  reopenProposal,
  resumeProposal,
  submitProposal,
  undoDecision,
  withdrawProposal,
} from '#lib/proposals/writes.ts';
import type { CastName } from '#tests/support/cast.ts';
import type { World } from '#tests/support/world.ts';

type NeedSeed = {
  organisation?: string;
  hub?: 'nord' | 'innland';
  title?: string;
  visibility?: 'DRAFT' | 'PARTIES' | 'PUBLIC_SIDE' | 'OPEN';
  state?: 'DRAFT' | 'OPEN';
};

/** A need of a body, by default an open one of Bergs kommun. */
export async function makeNeed(world: World, seed: NeedSeed = {}): Promise<string> {
  const id = crypto.randomUUID();
  const { organisation = 'bergs-kommun', hub = 'nord', title = 'Nycklar tar tid' } = seed;
  await world.asSystem((db) =>
    db.need.create({
      data: {
        hubId: world.hub(hub),
        id,
        organisationId: world.organisation(organisation),
        language: 'sv',
        title,
        problem: 'Vi letar nycklar.',
        areas: ['MOBILE_WORK'],
        urgency: 3,
        visibility: seed.visibility ?? 'OPEN',
        state: seed.state ?? 'OPEN',
      },
    }),
  );
  return id;
}

/** The form of a proposal with everything in it that sending demands. */
export function wholeForm(need: string, change: Partial<ProposalInput> = {}): ProposalInput {
  return proposalForm.parse({
    id: crypto.randomUUID(),
    revision: 0,
    language: 'sv',
    title: 'En nyckel mindre',
    summary: 'Nyckelfri hemtjänst.',
    problem: 'Nycklar.',
    solution: 'Lås.',
    benefit: 'Tid.',
    firstStep: 'Studiebesök.',
    areas: ['MOBILE_WORK'],
    needs: [need],
    visibility: 'PUBLIC_SIDE',
    ...change,
  });
}

export const decisions = {
  accept: { decision: 'accept', reason: 'Bra tänkt.', nextStep: 'Bilda projekt.', reviewOn: '' },
  decline: { decision: 'decline', reason: 'För tidigt.', nextStep: '', reviewOn: '' },
  park: { decision: 'park', reason: 'Rätt, men senare.', nextStep: '', reviewOn: '2099-01-31' },
} as const;

/** Makes a move of the table as someone; the clock's own as the job makes it. */
export const carryOut: Record<MoveName, (scope: Scope, id: string) => Promise<void>> = {
  submit: submitProposal,
  withdraw: withdrawProposal,
  begin: beginReview,
  ask: (scope, id) => askProposers(scope, id, 'Vem betalar driften?'),
  answer: (scope, id) => answerQuestion(scope, id, 'Kommunen betalar.'),
  accept: (scope, id) => decideProposal(scope, id, decisions.accept),
  decline: (scope, id) => decideProposal(scope, id, decisions.decline),
  park: (scope, id) => decideProposal(scope, id, decisions.park),
  resume: resumeProposal,
  due: (scope, id) => makeMove(scope, id, 'due', {}, {}, async () => {}),
  callOff: (scope, id) => callOffProposal(scope, id, 'Vi gör det själva.'),
  appeal: (scope, id) => appealProposal(scope, id, 'Kostnaden är halverad.'),
  reopen: reopenProposal,
  undo: (scope, id) => undoDecision(scope, id, 'Fel förslag.'),
};

/** Who makes a move in these tests: Alva writes, Bror leads her municipality, Hedda reviews. */
export const movers: Record<Exclude<Mover, 'job'>, CastName> = {
  member: 'alva',
  admin: 'bror',
  assessor: 'hedda',
  decider: 'hedda',
};

const wayTo: Record<ProposalState, MoveName[]> = {
  DRAFT: [],
  SUBMITTED: ['submit'],
  IN_REVIEW: ['submit', 'begin'],
  NEEDS_INFO: ['submit', 'begin', 'ask'],
  PARKED: ['submit', 'begin', 'park'],
  ACCEPTED: ['submit', 'begin', 'accept'],
  // A project grows from it: not a step of its own.
  CONVERTED: ['submit', 'begin', 'accept'],
  DECLINED: ['submit', 'begin', 'decline'],
  WITHDRAWN: ['submit', 'callOff'],
};

/** A whole proposal that has come to a state by its own moves; the assessor is Hedda. */
export async function makeProposal(
  world: World,
  state: ProposalState,
  {
    by = 'alva' as CastName,
    need,
    assessed = true,
    ...change
  }: Partial<ProposalInput> & { by?: CastName; need?: string; assessed?: boolean } = {},
): Promise<string> {
  const author = await world.enter(by);
  const input = wholeForm(need ?? (await makeNeed(world)), change);
  await saveProposal(author, input);
  if (assessed) await assessEveryRound(world, input.id);
  for (const move of wayTo[state]) {
    const mover = movers[moveNamed(move).by as keyof typeof movers];
    await carryOut[move](move === 'submit' ? author : await world.enter(mover), input.id);
  }
  if (state === 'CONVERTED') await growProject(world, input.id);
  return input.id;
}

/** An assessment of every review that is to come, past the wall, so that a test of something else can decide. */
export async function assessEveryRound(world: World, proposalId: string) {
  await world.asSystem(async (db) => {
    const { hubId } = await db.proposal.findFirstOrThrow({ where: { id: proposalId } });
    const body = hubId === world.hub('nord') ? 'rivalen' : 'innlandet-fk';
    const { criteria: judged, summary } = wholeAssessment([]);
    await db.proposalAssessment.createMany({
      data: Array.from({ length: 20 }, (_, n) => ({
        ...{ hubId, proposalId, number: n + 1, round: n + 1, summary, criteria: judged },
        ...{ maturity: 'TESTED', bodies: [world.organisation(body)], sentAt: new Date() },
        byId: world.person('hedda'),
      })),
    });
  });
}

/** An assessment with everything in it that sending demands. */
export function wholeAssessment(bodies: string[], change: Partial<Assessment> = {}): Assessment {
  const judged = criteria.map((name) => [name, { answer: 'YES', comment: '' }]);
  return {
    ...{ maturity: 'TESTED', summary: 'Väl genomtänkt.', bodies },
    criteria: { ...Object.fromEntries(judged), cost: { answer: 'NO', comment: 'Okänd.' } },
    ...change,
  };
}

/** A project grows from a proposal, past the wall and without anyone in it. */
async function growProject(world: World, proposalId: string) {
  await world.asSystem(async (db) => {
    const hubId = world.hub('nord');
    const text = { sv: 'Ur ett förslag' };
    await db.innovationProject.create({
      data: {
        ...{
          hubId,
          proposalId,
          slug: `p-${proposalId}`,
          leadId: world.organisation('bergs-kommun'),
        },
        ...{ title: text, summary: text, areas: [], startsOn: new Date(), state: 'FORMING' },
        visibility: 'PARTIES',
      },
    });
    await db.proposal.updateMany({ where: { id: proposalId }, data: { state: 'CONVERTED' } });
  });
}

/** How a proposal stands, past the wall. */
export async function stateOf(world: World, id: string): Promise<string | undefined> {
  const row = await world.asSystem((db) =>
    db.proposal.findFirst({ where: { id }, select: { state: true } }),
  );
  return row?.state;
}
