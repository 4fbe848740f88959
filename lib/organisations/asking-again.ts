import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { type Answer, enterSystem, listAnswers, type Scope } from '#lib/platform/scope.ts';
import { renameUnproven } from './bodies.ts';
import { isOfficial } from './rules.ts';
import type { AgainInput, Body } from './schema.ts';
import { tellHubAdmins } from './telling.ts';

type Where = { hub: string; organisation: string };
export type Asked = NonNullable<Answer['asked']>;

/** What a hub answered one's organisation, where that closed the door. Oneself. @throws NotFound */
export async function findAnswer(own: Scope, { hub, organisation }: Where): Promise<Answer> {
  const answers = await listAnswers(own.session);
  const found = answers.find((each) => each.hub === hub && each.organisation === organisation);
  if (!found) throw new NotFound('answer');
  return found;
}

/** Whether name and number are known already: from the official table, or since a hub has let it in. */
export function isFixed({ kind, fixed }: Answer): boolean {
  return isOfficial(kind) || fixed;
}

/**
 * Asks the hub once more, for the same organisation. Its administrators may, also when nobody can act for
 * it there; the address was proved by signing in. The hub's administrators are told.
 * @throws NotFound for anyone else; Refusal when it is asked already, or the number is another's by now
 */
export async function askAgain(
  own: Scope,
  where: Where,
  input: AgainInput,
  locale: Locale,
): Promise<void> {
  const answer = await findAnswer(own, where);
  if (!answer.live || !answer.asked) throw new NotFound('answer');
  const system = await enterSystem(where.hub, 'asking again');
  await unlessTaken(answer, () =>
    system.write('system:work', async (db, deed) => {
      const { id, name } = await writeDown(db, system, own, answer, input, locale);
      await wait(db, system.hub.id, id);
      deed.record('organisationApplied', 'organisation', id, {}, { by: own.person.id });
      const { organisation: slug } = where;
      await tellHubAdmins(system, db, deed, 'organisationApplied', { name, slug });
    }),
  );
}

/** The new application, and what the organisation is called from now on. */
async function writeDown(
  db: Handle,
  { hub }: Scope,
  { person }: Scope,
  answer: Answer,
  { role, why, body }: AgainInput,
  locale: Locale,
): Promise<{ id: string; name: string }> {
  const held = await demandHeld(db, answer.organisation, person.id);
  const said: Pick<Body, 'name' | 'town' | 'number'> = body ?? {
    ...held,
    number: answer.asked?.number ?? null,
  };
  const at = dateOf(now());
  if (body) await renameUnproven(db, held, body);
  await db.application.create({
    data: {
      ...{ hubId: hub.id, organisationId: held.id, personId: person.id },
      ...{ kind: answer.kind, country: answer.country, name: said.name, town: said.town },
      organisationNumber: said.number,
      officialCode: answer.asked?.code || null,
      applicantName: person.name,
      email: person.email,
      ...{ workRole: role, why, locale, confirmedAt: at, expiresAt: at },
    },
  });
  return { id: held.id, name: said.name };
}

async function demandHeld(db: Handle, slug: string, personId: string) {
  const found = await db.organisation.findFirst({
    where: { slug, memberships: { some: { personId, role: 'ADMIN' } } },
    select: { id: true, name: true, town: true, participations: true },
  });
  if (!found) throw new NotFound('organisation');
  return found;
}

async function wait(db: Handle, hubId: string, organisationId: string): Promise<void> {
  const { count } = await db.participation.updateMany({
    where: { hubId, organisationId, state: { in: ['REJECTED', 'WITHDRAWN', 'LEFT'] } },
    data: { state: 'PENDING', since: dateOf(now()), reason: '' },
  });
  if (count === 0) throw new Refusal('organisations.refusals.moved');
}

async function unlessTaken({ kind }: Answer, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (refusedBy(error, 'organisation_organisation_number_key')) {
      throw new Refusal('refusals.invalid', { number: 'organisations.refusals.numberInUse' });
    }
    const official = ['region_country_code_key', 'municipality_country_code_key'];
    if (isOfficial(kind) && official.some((name) => refusedBy(error, name))) {
      throw new Refusal('organisations.refusals.known');
    }
    throw error;
  }
}
