import { dateOf, now, todayDate } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, pagesOf, projectAt } from '#lib/projects/leading.ts';
import { openToParties } from '#lib/projects/moves.ts';
import { isId } from '#lib/projects/schema.ts';
import { type SeatMove, type SeatRole, seatMoves } from './moves.ts';
import { sidesIn, sitting } from './reads.ts';
import type { GroupInput, SeatInput } from './schema.ts';
import { tellSeat } from './telling.ts';

/** Makes a group of a project, or says anew what it is to do. Whoever leads may. @throws Refusal, NotFound */
export async function saveGroup(scope: Scope, slug: string, input: GroupInput): Promise<void> {
  await refusing(() =>
    scope.write('project:lead', async (db, deed) => {
      const project = await projectAt(scope, db, slug);
      if (!leads(scope, project)) throw new NotFound('project');
      if (!openToParties.includes(project.state)) {
        throw new Refusal(`projects.refusals.inState.${project.state}`);
      }
      const { id, kind, meetingsAYear, ...said } = input;
      const where = { hubId: scope.hub.id, id, projectId: project.id };
      const data = { ...said, meetingsAYear: meetingsAYear === '' ? null : meetingsAYear };
      const { count } = await db.projectGroup.updateMany({ where, data });
      if (count === 0) {
        await db.projectGroup.createMany({
          data: { ...where, ...data, kind, byId: scope.person.id },
        });
      }
      pagesOf(deed, project);
      deed.record('groupSaved', 'project', project.id, { kind });
    }),
  );
}

/**
 * Names one of the own people for a seat; they hear of it and say yes themselves. An administrator of a party may.
 * @throws Refusal when its seats are taken or the person belongs to a supplier; NotFound
 */
export async function nameSeat(
  scope: Scope,
  slug: string,
  groupId: string,
  input: SeatInput,
): Promise<void> {
  if (!isId(groupId)) throw new NotFound('group');
  await refusing(() =>
    scope.write('party:answer', async (db, deed) => {
      const project = await projectAt(scope, db, slug);
      const own = { hubId: scope.hub.id, projectId: project.id };
      const group = await db.projectGroup.findFirst({ where: { ...own, id: groupId } });
      if (!group) throw new NotFound('group');
      const self = scope.isSelf(input.person);
      const today = todayDate(scope.hub.zone);
      const at = dateOf(now());
      const toDay = input.toDay === '' ? null : new Date(input.toDay);
      if (toDay && toDay < today) {
        throw new Refusal('refusals.invalid', { toDay: 'steering.refusals.dayIsOver' });
      }
      await db.groupSeat.createMany({
        data: {
          ...{ ...own, groupId, organisationId: scope.organisation.id, personId: input.person },
          ...{ standsFor: input.standsFor, fromDay: today, toDay, namedAt: at },
          ...{ namedById: scope.person.id, state: self ? 'ACTIVE' : 'INVITED' },
          ...(self && { answeredAt: at }),
        },
      });
      deed.record('seatNamed', 'project', project.id, { group: group.name });
      if (!self) await tellSeat(scope, db, deed, project, input.person, group.name);
    }),
  );
}

/**
 * Makes one move of a seat: whoever is to sit there says yes (and which interests they have) or no; they, their body or
 * the chair end it. @throws Refusal when the table says no, or the chair has not handed over; NotFound
 */
export async function moveSeat(
  scope: Scope,
  slug: string,
  id: string,
  name: SeatMove,
  interests = '',
): Promise<void> {
  const move = seatMoves.find((each) => each.name === name);
  if (!isId(id) || !move) throw new NotFound('seat');
  await refusing(() =>
    scope.write('seat:sit', async (db, deed) => {
      const { project, seat } = await seatAt(scope, db, slug, id);
      const { chair } = await sitting(db, project.id);
      const sides = sidesIn(scope, seat, chair);
      if (!move.by.some((side) => sides.includes(side))) throw new NotFound('seat');
      if (!(move.from as readonly string[]).includes(seat.state)) {
        throw new Refusal('steering.refusals.seatMoved');
      }
      const at = dateOf(now());
      const ended = { endedAt: at, endedById: scope.person.id };
      const { count } = await db.groupSeat.updateMany({
        where: { hubId: scope.hub.id, id, state: seat.state },
        data: {
          state: move.to,
          ...(move.to === 'ENDED' ? ended : { answeredAt: at, interests }),
        },
      });
      if (count === 0) throw new Refusal('refusals.stale');
      pagesOf(deed, project);
      deed.record(move.event, 'project', project.id, {}, { concerns: seat.organisationId });
    }),
  );
}

/** Says who is chair, deputy or secretary of a group. Whoever leads the project may, and the chair. @throws Refusal, NotFound */
export async function giveRole(
  scope: Scope,
  slug: string,
  id: string,
  role: SeatRole,
): Promise<void> {
  if (!isId(id)) throw new NotFound('seat');
  await refusing(() =>
    scope.write('seat:sit', async (db, deed) => {
      const { project, seat } = await seatAt(scope, db, slug, id);
      const [row] = await db.$queryRaw<{ given: boolean }[]>`
        select give_role(${id}::uuid, ${role}::"SeatRole") as given`;
      if (!row?.given) throw new NotFound('seat');
      pagesOf(deed, project);
      const about = { concerns: seat.organisationId };
      deed.record('seatRole', 'project', project.id, { role }, about);
    }),
  );
}

async function seatAt(scope: Scope, db: Handle, slug: string, id: string) {
  const project = await projectAt(scope, db, slug);
  const where = { hubId: scope.hub.id, projectId: project.id, id };
  const seat = await db.groupSeat.findFirst({ where });
  if (!seat) throw new NotFound('seat');
  return { project, seat };
}

/** What the database says no to, as a sentence where the form can say it. */
const refused = {
  one_steering_group: ['kind', 'oneSteering'],
  seats_for_each_party: ['standsFor', 'seatsTaken'],
  no_supplier_votes: ['person', 'supplier'],
  a_seat_is_a_partys: ['person', 'notParty'],
  a_seat_is_for_ones_own: ['person', 'person'],
  one_seat_a_person: ['person', 'sitsThere'],
  a_chair_hands_over: ['role', 'chairHandsOver'],
  a_chair_votes: ['role', 'chairVotes'],
  roles_are_for_who_sits: ['role', 'rolesForSitting'],
} as const;

async function refusing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    for (const [constraint, [field, code]] of Object.entries(refused)) {
      if (!refusedBy(error, constraint)) continue;
      const said = `steering.refusals.${code}`;
      throw new Refusal(field === 'role' ? said : 'refusals.invalid', { [field]: said });
    }
    if (refusedBy(error, 'project_group_pkey')) throw new NotFound('group');
    throw error;
  }
}
