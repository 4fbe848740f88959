import { tell } from '#lib/notices/writes.ts';
import { changesOf } from '#lib/platform/changes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { organisationLetter } from './letters.ts';
import { findRelated, findSimilar } from './resembling.ts';
import {
  domainOf,
  isAtDomain,
  isFreeMail,
  type MoveName,
  moves,
  movesFrom,
  type ParticipationState,
} from './rules.ts';
import { isSlug } from './schema.ts';

/** The organisations at a hub in one state, those that have waited longest first, and how many there are. */
export async function listTakingPart(scope: Scope, state: ParticipationState) {
  return scope.read('organisation:judge', async (db) => {
    const hubId = scope.hub.id;
    const counted = await db.participation.groupBy({
      by: ['state'],
      where: { hubId },
      _count: { _all: true },
    });
    const rows = await db.participation.findMany({
      where: { hubId, state },
      select: {
        since: true,
        organisation: { select: { slug: true, name: true, kind: true, town: true } },
      },
      orderBy: state === 'PENDING' ? { since: 'asc' } : { organisation: { name: 'asc' } },
    });
    const counts = Object.fromEntries(counted.map((each) => [each.state, each._count._all]));
    return { counts, rows: rows.map(({ since, organisation }) => ({ since, ...organisation })) };
  });
}

/**
 * An organisation at a hub with all that helps to judge it: what was applied for, whether the applicant's
 * address is at a domain of its own, who resembles it, who acts for it. Hub administrators may.
 * @throws NotFound
 */
export async function findTakingPart(scope: Scope, slug: string) {
  return scope.read('organisation:judge', async (db) => {
    const hubId = scope.hub.id;
    const { participations, memberships, domains, applications, ...organisation } =
      await demandAtHub(db, hubId, slug);
    const [part] = participations;
    if (!part) throw new NotFound('organisation');
    const runsTheHub =
      (await db.hub.count({ where: { id: hubId, operatorId: organisation.id } })) > 0;
    const application = applications[0] ?? null;
    return {
      ...organisation,
      ...part,
      application,
      mail: application && (await judgeMail(db, application.email, organisation.id, domains)),
      people: memberships.map(({ role, person }) => ({ role, ...person })),
      related: await findRelated(db, hubId, organisation.id, application),
      similar: await findSimilar(db, hubId, organisation),
      moves: movesFrom(part.state, runsTheHub),
    };
  });
}
export type TakingPart = Awaited<ReturnType<typeof findTakingPart>>;

async function demandAtHub(db: Handle, hubId: string, slug: string) {
  const found = isSlug(slug)
    ? await db.organisation.findFirst({
        where: { slug, participations: { some: { hubId } } },
        select: {
          id: true,
          slug: true,
          name: true,
          kind: true,
          country: true,
          town: true,
          organisationNumber: true,
          participations: { where: { hubId }, select: { state: true, since: true, reason: true } },
          memberships: {
            where: { person: { withdrawnAt: null } },
            select: { role: true, person: { select: { id: true, name: true, email: true } } },
            orderBy: { person: { name: 'asc' } },
          },
          domains: true,
          applications: {
            where: { hubId, confirmedAt: { not: null } },
            orderBy: { confirmedAt: 'desc' },
            take: 1,
          },
        },
      })
    : null;
  if (!found) throw new NotFound('organisation');
  return found;
}

/** Where the applicant's address lies: at a domain of the organisation's, of another's, at free mail. */
async function judgeMail(
  db: Handle,
  email: string,
  organisationId: string,
  own: { domain: string }[],
) {
  const domain = domainOf(email);
  const others = await db.organisationDomain.findMany({
    where: { domain, organisationId: { not: organisationId } },
    select: { organisation: { select: { name: true } } },
  });
  const domains = own.map((each) => each.domain);
  return {
    domain,
    free: isFreeMail(domain),
    /** Null when the organisation has named no domain. */
    own: domains.length === 0 ? null : isAtDomain(email, domains),
    others: others.map(({ organisation }) => organisation.name),
  };
}

/**
 * Makes one move of the table: verify, reject with a reason, reopen, or note that it has left, which
 * ends its people's access at once. Its administrators are told by mail, and where they can still come
 * in by a notice. Hub administrators may.
 * @throws Refusal when it stands elsewhere by now, runs the hub, or its number was taken meanwhile
 */
export async function moveOrganisation(
  scope: Scope,
  slug: string,
  name: MoveName,
  reason = '',
): Promise<void> {
  const move = moves.find((each) => each.name === name);
  if (!move) throw new NotFound('move');
  try {
    await scope.write(move.permission, async (db, deed) => {
      const hubId = scope.hub.id;
      const organisation = await demandAtHub(db, hubId, slug);
      const { count } = await db.participation.updateMany({
        where: { hubId, organisationId: organisation.id, state: { in: [...move.from] } },
        data: { state: move.to, reason, since: dateOf(now()) },
      });
      if (count === 0) throw new Refusal('organisations.refusals.moved');
      const [part] = organisation.participations;
      const change = changesOf({ state: part?.state ?? '' }, { state: move.to });
      deed.record(move.event, 'organisation', organisation.id, change);
      deed.pagesChanged();
      await tellAdministrators(scope, db, deed, organisation, name, reason);
    });
  } catch (error) {
    throw refusalOf(error);
  }
}

async function tellAdministrators(
  scope: Scope,
  db: Handle,
  deed: Deed,
  { id, slug, name }: { id: string; slug: string; name: string },
  move: MoveName,
  reason: string,
): Promise<void> {
  const admins = await db.person.findMany({
    where: { withdrawnAt: null, memberships: { some: { organisationId: id, role: 'ADMIN' } } },
    select: { id: true, email: true, locale: true },
  });
  const { hub } = scope;
  // Whoever was rejected cannot go in here any more: their account has the reason, and the way on.
  const answer = `/account/answers/${hub.slug}/${slug}`;
  const closed = move === 'reject' ? answer : `/${hub.slug}`;
  const path = move === 'verify' || move === 'reopen' ? `/${hub.slug}/${slug}` : closed;
  const detail = { title: '', organisation: name };
  const ids = admins.map((person) => person.id);
  await tell(scope, db, ids, { kind: noticeOf[move], detail, path });
  for (const person of admins) {
    deed.mail(organisationLetter(person, move, hub.name, { organisation: name, reason, path }));
  }
}

const noticeOf = {
  verify: 'organisationVerified',
  reject: 'organisationRejected',
  reopen: 'organisationReopened',
  leave: 'organisationLeft',
} as const;

function refusalOf(error: unknown): unknown {
  if (refusedBy(error, 'whoever_runs_a_hub_takes_part')) {
    return new Refusal('organisations.refusals.runsTheHub');
  }
  if (refusedBy(error, 'organisation_organisation_number_key')) {
    return new Refusal('organisations.refusals.numberTaken');
  }
  const official = ['region_country_code_key', 'municipality_country_code_key'];
  if (official.some((name) => refusedBy(error, name))) {
    return new Refusal('organisations.refusals.officialTaken');
  }
  return error;
}
