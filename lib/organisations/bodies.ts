import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import {
  type Country,
  isOfficial,
  type OrganisationKind,
  type ParticipationState,
  sideOf,
  slugOf,
  toldApart,
} from './rules.ts';
import type { Body } from './schema.ts';

export type Choice = { code: string; name: string };

/** The regions or municipalities in force in a country, by name; for the forms that choose one. */
export async function listOfficial(
  scope: Scope,
  kind: 'REGION' | 'MUNICIPALITY',
  country: Country,
): Promise<Choice[]> {
  const names = new Intl.Collator(country === 'SE' ? 'sv' : 'nb');
  const found = await scope.read('hub:read', async (db) => {
    const where = { country, validTo: null };
    if (kind === 'MUNICIPALITY') {
      const region = { select: { countyName: true } };
      const select = { code: true, name: true, region };
      return toldApart(await db.referenceMunicipality.findMany({ where, select }));
    }
    const regions = await db.referenceRegion.findMany({ where });
    return regions.map(({ code, regionName }) => ({ code, name: regionName }));
  });
  return found.sort((a, b) => names.compare(a.name, b.name));
}

type Named = { name: string; shortName: string; town: string };

/** What the official table, or the applicant, calls a body. @throws Refusal for an unknown code */
export async function nameBody(db: Handle, body: Body): Promise<Named> {
  const { kind, country, code, name, town } = body;
  if (!isOfficial(kind)) return { name, shortName: shortOf(name), town };
  const where = { country, code, validTo: null };
  const row =
    kind === 'REGION'
      ? await db.referenceRegion.findFirst({ where })
      : await db.referenceMunicipality.findFirst({ where });
  if (!row) {
    throw new Refusal('refusals.invalid', { code: 'organisations.refusals.choose' });
  }
  if ('regionName' in row) return { name: row.regionName, shortName: row.regionName, town: '' };
  return { name: row.name, shortName: row.shortName, town: row.shortName };
}

/** The form of the firm says nothing in a short name. */
function shortOf(name: string): string {
  return name.replace(/ (AB|AS|ASA)$/, '').slice(0, 40);
}

const known = {
  id: true,
  slug: true,
  name: true,
  participations: { select: { hubId: true, state: true } },
  memberships: { where: { role: 'ADMIN' as const }, select: { person: true } },
} as const;

/** The organisation with a body's number or code, anywhere in the installation; for the system. */
export async function findKnown(db: Handle, body: Body) {
  const { kind, country, code, number } = body;
  if (isOfficial(kind)) {
    const where =
      kind === 'REGION' ? { region: { country, code } } : { municipality: { country, code } };
    return db.organisation.findFirst({ where, select: known });
  }
  return number === null
    ? null
    : db.organisation.findFirst({ where: { country, organisationNumber: number }, select: known });
}
export type Known = NonNullable<Awaited<ReturnType<typeof findKnown>>>;

/**
 * The organisation that somebody applied with before at this hub and that has let go of its number since:
 * the same number, code or name, and the asker is its administrator; for the system.
 */
export async function findFormer(db: Handle, hubId: string, body: Body, email: string) {
  const { kind, country, code, number, name } = body;
  const person = { email, withdrawnAt: null };
  const same = isOfficial(kind)
    ? [{ officialCode: code }]
    : [
        { name: { equals: name, mode: 'insensitive' as const } },
        ...(number ? [{ organisationNumber: number }, { answeredNumber: number }] : []),
      ];
  return db.organisation.findFirst({
    where: {
      ...{ kind, country, organisationNumber: null, region: null, municipality: null },
      memberships: { some: { role: 'ADMIN', person } },
      participations: { some: { hubId, state: { in: ['REJECTED', 'WITHDRAWN'] } } },
      applications: { some: { hubId, OR: same } },
    },
    select: known,
    orderBy: { id: 'desc' },
  });
}

/**
 * `new`: nobody has it. `again`: the asker is its administrator. `claimed`: somebody says to be, and no hub
 * has ever found it true. Otherwise somebody else must ask.
 */
export type Standing = 'new' | 'here' | 'again' | 'claimed' | 'elsewhere';

export function standingOf(body: Known | null, hubId: string, email: string): Standing {
  if (!body) return 'new';
  const here = body.participations.find((each) => each.hubId === hubId)?.state;
  if (here === 'PENDING' || here === 'VERIFIED') return 'here';
  if (administers(body, email)) return 'again';
  return isUnproven(body.participations) ? 'claimed' : 'elsewhere';
}

/** Whether no hub has ever let the body in: what is known of it is what its applicant says. */
export function isUnproven(participations: readonly { state: ParticipationState }[]): boolean {
  return participations.every(({ state }) => unproven.includes(state));
}
const unproven: readonly ParticipationState[] = ['PENDING', 'REJECTED', 'WITHDRAWN'];

function administers({ memberships }: Known, email: string): boolean {
  return memberships.some(({ person }) => person.email === email && person.withdrawnAt === null);
}

/**
 * Makes an organisation, for the system alone; the caller has seen that nobody has it.
 * @throws Refusal when somebody was faster
 */
export async function foundOrganisation(
  db: Handle,
  body: Body,
): Promise<{ id: string; slug: string }> {
  const { kind, country, code, number } = body;
  const named = await nameBody(db, body);
  const id = crypto.randomUUID();
  const slug = await insert(db, {
    ...named,
    id,
    kind,
    country,
    side: sideOf(kind),
    organisationNumber: number,
  });
  if (slug === null) throw new Refusal('organisations.refusals.known');
  const official = [{ organisationId: id, country, code }];
  if (kind === 'COMPANY') await db.company.create({ data: { organisationId: id } });
  const made = isOfficial(kind)
    ? await (kind === 'REGION'
        ? db.region.createMany({ data: official, skipDuplicates: true })
        : db.municipality.createMany({ data: official, skipDuplicates: true }))
    : { count: 1 };
  if (made.count === 0) throw new Refusal('organisations.refusals.known');
  return { id, slug };
}

/** What an applicant calls a body from now on, as long as no hub has let it in; for the system alone. */
export async function renameUnproven(
  db: Handle,
  { id, participations }: Pick<Known, 'id' | 'participations'>,
  body: Body,
): Promise<void> {
  if (isOfficial(body.kind) || !isUnproven(participations)) return;
  await db.organisation.update({ where: { id }, data: await nameBody(db, body) });
}

type Row = Named & {
  id: string;
  kind: OrganisationKind;
  country: Country;
  side: 'PUBLIC' | 'CIVIC' | 'PRIVATE';
  organisationNumber: string | null;
};

// Namesakes get a number; when none of them helps, it is the organisation number that is taken.
async function insert(db: Handle, row: Row, n = 1): Promise<string | null> {
  if (n > 50) return null;
  const slug = slugOf(row.name, n);
  const { count } = await db.organisation.createMany({
    data: [{ ...row, slug }],
    skipDuplicates: true,
  });
  return count === 1 ? slug : insert(db, row, n + 1);
}

/** Takes part from now on in the state given, whether or not it did before; for the system alone. */
export async function takePart(
  db: Handle,
  hubId: string,
  organisationId: string,
  state: 'PENDING' | 'VERIFIED',
  since: Date,
): Promise<void> {
  await db.participation.upsert({
    where: { hubId_organisationId: { hubId, organisationId } },
    create: { hubId, organisationId, state, since },
    update: { state, since, reason: '' },
  });
}

/** The person with an address, made when there is none. @throws NotFound for one who was withdrawn */
export async function personAt(
  db: Handle,
  email: string,
  name: string,
  locale: string,
): Promise<{ id: string; name: string }> {
  await db.person.createMany({ data: [{ email, name, locale }], skipDuplicates: true });
  const person = await db.person.findUnique({ where: { email } });
  if (!person || person.withdrawnAt !== null) throw new NotFound('person');
  return person;
}
