import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import {
  findFormer,
  findKnown,
  foundOrganisation,
  type Known,
  nameBody,
  personAt,
  renameUnproven,
  standingOf,
  takePart,
} from './bodies.ts';
import { organisationLetter } from './letters.ts';
import { type ApplicationInput, isToken } from './schema.ts';
import { tellHubAdmins } from './telling.ts';
import { hashOf, makeToken } from './tokens.ts';

export const linkHours = 24;
/** Mails to one address in an hour: whoever types somebody else's address cannot flood it. */
const mostAnHour = 5;

/**
 * Asks for an organisation to take part. Anyone may, without an account. The page answers the same
 * whatever is known already; what there is to say goes to the address, which alone can go on.
 * @throws Refusal for an unknown official code
 */
export async function applyToTakePart(
  scope: Scope,
  input: ApplicationInput,
  locale: Locale,
): Promise<void> {
  const { hub } = scope;
  const named = await scope.read('organisation:apply', (db) => nameBody(db, input));
  const system = await enterSystem(hub.slug, 'application');
  await system.write('system:work', async (db, deed) => {
    const id = crypto.randomUUID();
    deed.record('applicationMade', 'application', id);
    if (await isFlooded(db, hub.id, input.email)) return;
    const known = await findKnown(db, input);
    const standing = standingOf(known, hub.id, input.email);
    const goesOn = standing === 'new' || standing === 'again';
    const { token, hash } = makeToken();
    await db.application.create({
      data: {
        ...rowOf(input, locale),
        name: named.name,
        town: named.town,
        id,
        hubId: hub.id,
        tokenHash: goesOn ? hash : null,
        expiresAt: dateOf(now().add({ hours: linkHours })),
      },
    });
    const seen = standing === 'claimed' ? '' : '/organisations';
    const path = `/${hub.slug}${goesOn ? `/apply/confirm/${token}` : seen}`;
    const letter = goesOn ? 'confirm' : standing;
    const values = { organisation: named.name, person: input.person, path };
    const told = organisationLetter({ email: input.email, locale }, letter, hub.name, values);
    deed.mail({ ...told, once: goesOn });
  });
}

function rowOf(input: ApplicationInput, locale: Locale) {
  return {
    kind: input.kind,
    country: input.country,
    organisationNumber: input.number,
    officialCode: input.code || null,
    applicantName: input.person,
    email: input.email,
    workRole: input.role,
    why: input.why,
    locale,
  };
}

async function isFlooded(db: Handle, hubId: string, email: string): Promise<boolean> {
  const createdAt = { gt: dateOf(now().subtract({ hours: 1 })) };
  return (await db.application.count({ where: { hubId, email, createdAt } })) >= mostAnHour;
}

/** What a mailed link confirms. Whoever holds it may. @throws NotFound when it is used or too old */
export async function findApplication(scope: Scope, token: string) {
  const system = await enterSystem(scope.hub.slug, 'application link');
  return system.read('system:work', (db) => demandOpen(db, scope.hub.id, token));
}

async function demandOpen(db: Handle, hubId: string, token: string) {
  if (!isToken(token)) throw new NotFound('application');
  const open = { confirmedAt: null, expiresAt: { gt: dateOf(now()) } };
  const found = await db.application.findFirst({
    where: { hubId, tokenHash: hashOf(token), ...open },
  });
  if (!found) throw new NotFound('application');
  return found;
}
type Asked = Awaited<ReturnType<typeof demandOpen>>;

/**
 * Proves the address: now the organisation and its first administrator exist, and the hub's
 * administrators are told. Once for each link.
 * @returns the organisation's address, and whose mail address was proved
 * @throws NotFound for a link that is used or too old; Refusal when somebody was faster
 */
export async function confirmApplication(scope: Scope, token: string) {
  const { hub } = scope;
  const system = await enterSystem(hub.slug, 'application confirmed');
  return system.write('system:work', async (db, deed) => {
    const asked = await demandOpen(db, hub.id, token);
    const claimed = await db.application.updateMany({
      where: { hubId: hub.id, id: asked.id, tokenHash: asked.tokenHash },
      data: { tokenHash: null },
    });
    if (claimed.count === 0) throw new NotFound('application');
    const body = bodyOf(asked);
    const known = (await findKnown(db, body)) ?? (await findFormer(db, hub.id, body, asked.email));
    const standing = standingOf(known, hub.id, asked.email);
    if (standing !== 'new' && standing !== 'again') {
      throw new Refusal('organisations.refusals.known');
    }
    const organisation = known ?? (await foundOrganisation(db, body));
    const by = await admit(db, hub.id, asked, known, organisation.id);
    deed.record('organisationApplied', 'organisation', organisation.id, {}, { by });
    const { slug } = organisation;
    await tellHubAdmins(system, db, deed, 'organisationApplied', { name: asked.name, slug });
    return { slug: organisation.slug, email: asked.email };
  });
}

function bodyOf({ kind, country, officialCode, organisationNumber, name, town }: Asked) {
  return { kind, country, code: officialCode ?? '', number: organisationNumber, name, town };
}

async function admit(
  db: Handle,
  hubId: string,
  asked: Asked,
  known: Known | null,
  id: string,
): Promise<string> {
  const at = dateOf(now());
  const person = await personAt(db, asked.email, asked.applicantName, asked.locale);
  // First, since the organisation takes up the number that stands in it.
  await db.application.update({
    where: { hubId_id: { hubId, id: asked.id } },
    data: { confirmedAt: at, organisationId: id, personId: person.id },
  });
  if (known) await renameUnproven(db, known, bodyOf(asked));
  await takePart(db, hubId, id, 'PENDING', at);
  // Whoever asks again for an organisation is its administrator already.
  if (!known) {
    const role = 'ADMIN' as const;
    await db.membership.create({
      data: { personId: person.id, organisationId: id, role, since: at },
    });
  }
  return person.id;
}
