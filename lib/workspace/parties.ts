import type { Handle } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type ActorClass, actorClassOf } from './terms.ts';

export type Addressee = { id: string; name: string; email: string; locale: string };
/** For whom something is booked. */
export type Party = {
  organisation: { id: string; name: string; slug: string };
  person: Addressee;
  actorClass: ActorClass;
  /** What others at the hub may see of it. */
  shown: 'ORGANISATION' | 'HIDDEN';
  /** The house books it for somebody else. */
  house: boolean;
};
type Asked = {
  organisationId?: string | undefined;
  forId?: string | undefined;
  shown?: 'ORGANISATION' | 'HIDDEN' | undefined;
};

/**
 * The organisation and person a booking is for. A colleague books for colleagues of their own
 * organisation; the house for anyone of an organisation that takes part.
 * @throws Refusal when the person is not of the organisation, or the organisation not of the hub
 */
export async function partyOf(db: Handle, scope: Scope, asked: Asked): Promise<Party> {
  const house = asked.organisationId !== undefined && scope.may('booking:behalf');
  const organisationId = house ? (asked.organisationId as string) : scope.organisation.id;
  const participation = await db.participation.findFirst({
    where: { hubId: scope.hub.id, organisationId, state: 'VERIFIED' },
    include: { organisation: { select: { id: true, name: true, slug: true } } },
  });
  if (!participation) refuse('organisationId', 'noSuchOrganisation');
  const self = !house && (asked.forId === undefined || asked.forId === scope.person.id);
  const person = self ? scope.person : await memberOf(db, organisationId, asked.forId);
  return {
    organisation: participation.organisation,
    person,
    actorClass: await actorClassOf(db, scope.hub.id, organisationId),
    shown: asked.shown ?? participation.bookingsShown,
    house,
  };
}

async function memberOf(
  db: Handle,
  organisationId: string,
  id: string | undefined,
): Promise<Addressee> {
  if (!id) refuse('forId', 'forWhom');
  const member = await db.membership.findFirst({
    where: { organisationId, personId: id, person: { withdrawnAt: null } },
    select: { person: { select: { id: true, name: true, email: true, locale: true } } },
  });
  return member?.person ?? refuse('forId', 'notOfTheOrganisation');
}

/** Where the house acts for an organisation, that organisation finds it in its own log. */
export function concerning({ house, organisation }: Pick<Party, 'house' | 'organisation'>) {
  return house ? { concerns: organisation.id } : {};
}

/** Whoever has left cannot be seen, and is not written to. */
export async function findPerson(db: Handle, id: string): Promise<Addressee | null> {
  return db.person.findFirst({
    where: { id },
    select: { id: true, name: true, email: true, locale: true },
  });
}

function refuse(field: string, name: string): never {
  const code = `workspace.refusals.${name}`;
  throw new Refusal(code, { [field]: code });
}
