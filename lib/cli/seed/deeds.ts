import { textsForm } from '#lib/hubs/schema.ts';
import { editHub } from '#lib/hubs/writes.ts';
import { addDomain, saveSettings } from '#lib/organisations/settings.ts';
import { inviteBody, invitePerson } from '#lib/people/invitations.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { locales, type Text } from '#lib/platform/i18n/locales.ts';
import { enterHouse, enterOrganisation, type Scope } from '#lib/platform/scope.ts';
import { demoHubs } from '#prisma/seed/hubs.ts';
import { demoInvitations, type SeedInvitation } from '#prisma/seed/invitations.ts';
import { demoBilling } from '#prisma/seed/prices.ts';
import { showGroups } from './guided.ts';
import { idOf } from './ids.ts';
import { keepLists } from './lists.ts';
import { billLastMonth } from './money.ts';
import { inSession } from './sessions.ts';
import { expectGuests } from './visits.ts';

/** Who has said where its people have their mail; the others invite any address. */
const withDomain = new Set(['ostersunds-kommun', 'lasvarg']);

type Place = { hub: string; organisation: string };

/**
 * The last touches to the demo world are made by its own people, through the same doors and writes as
 * anyone's: so the log of each hub begins with things that were done.
 */
export async function actAsDemoPeople(system: Scope): Promise<void> {
  const written = new Set<string>();
  for (const { slug, contact } of demoHubs) {
    const { admin, others } = await system.read('system:work', (db) => administratorsAt(db, slug));
    if (admin) {
      await inSession(system, admin, async (session) =>
        nameOfficer(system, await enterHouse(session, slug), contact.dataProtection),
      );
      if (slug === demoBilling.hub) {
        await billLastMonth(admin, others, (person, work) => inSession(system, person, work));
      }
    }
    for (const { personId, organisation } of others) {
      // A body that takes part in several hubs writes of itself once.
      if (written.has(organisation)) continue;
      written.add(organisation);
      const place = { hub: slug, organisation };
      await inSession(system, personId, (session) => writeAbout(system, session, place));
    }
  }
  for (const invitation of demoInvitations) await invite(system, invitation);
  await expectGuests(system);
  await keepLists(system);
  await showGroups(system);
}

/** The hub's administrator, and one of each of some bodies that take part and write their own texts. */
async function administratorsAt(db: Handle, slug: string) {
  const demo = { person: { demo: true } };
  const admin = await db.hubRole.findFirst({
    where: { hub: { slug }, role: 'HUB_ADMIN', ...demo },
    orderBy: { personId: 'asc' },
  });
  const taking = { participations: { some: { hub: { slug }, state: 'VERIFIED' as const } } };
  const rows = await db.membership.findMany({
    where: { role: 'ADMIN', ...demo, organisation: { ...taking, operatedHubs: { none: {} } } },
    select: { personId: true, organisation: { select: { slug: true } } },
    orderBy: [{ organisation: { slug: 'asc' } }, { personId: 'desc' }],
  });
  const one = new Map(rows.map((row) => [row.organisation.slug, row.personId]));
  const others = [...one].map(([organisation, personId]) => ({ organisation, personId }));
  return { admin: admin?.personId ?? null, others };
}

async function nameOfficer(system: Scope, house: Scope, officer: string): Promise<void> {
  const hub = await system.read('system:work', (db) =>
    db.hub.findUniqueOrThrow({ where: { id: house.hub.id } }),
  );
  const texts = { welcome: hub.welcome, mission: hub.mission, contactRole: hub.contactRole };
  const spoken = Object.entries(texts).flatMap(([name, text]) =>
    locales.map((locale) => [`${name}_${locale}`, (text as Partial<Text>)[locale] ?? '']),
  );
  const { name, languages, contactEmail, address, areaM2 } = hub;
  const kept = { name, languages, own: languages[0], contactEmail, address, areaM2 };
  const form = { ...kept, ...Object.fromEntries(spoken), dataProtectionEmail: officer };
  await editHub(house, textsForm.parse(form));
}

async function writeAbout(
  system: Scope,
  session: string,
  { hub, organisation }: Place,
): Promise<void> {
  const scope = await enterOrganisation(session, hub, organisation);
  const { town, shortName, about } = await system.read('system:work', (db) =>
    db.organisation.findUniqueOrThrow({ where: { id: scope.organisation.id } }),
  );
  const said = about as Partial<Text>;
  const words = { aboutSv: said.sv ?? '', aboutNb: said.nb ?? '', aboutEn: said.en ?? '' };
  // It is loaded without; its own administrator writes it.
  await system.write('system:work', async (db, deed) => {
    await db.organisation.update({ where: { id: scope.organisation.id }, data: { about: {} } });
    deed.record('seedLoaded', 'installation', crypto.randomUUID());
  });
  await saveSettings(scope, { name: scope.organisation.name, shortName, town, ...words });
  if (withDomain.has(organisation)) await addDomain(scope, `${organisation}.example`);
}

/** Sends an invitation as its sender would, and dates it back. */
async function invite(system: Scope, { hub, by, email, role, to, days }: SeedInvitation) {
  await inSession(system, idOf('person', by), async (session) => {
    if ('org' in to) {
      const scope = await enterOrganisation(session, hub, to.org);
      return invitePerson(scope, { email, role, anyway: ['yes'] });
    }
    const house = await enterHouse(session, hub);
    const body = { kind: 'MUNICIPALITY', country: 'SE', code: to.municipality } as const;
    return inviteBody(house, { ...body, number: null, name: to.name, town: to.town, email });
  });
  const sentAt = now().subtract({ hours: 24 * days });
  await system.write('system:work', async (db, deed) => {
    await db.invitation.updateMany({
      where: { hub: { slug: hub }, email },
      data: { sentAt: dateOf(sentAt), expiresAt: dateOf(sentAt.add({ hours: 24 * 30 })) },
    });
    deed.record('seedLoaded', 'installation', crypto.randomUUID());
  });
}
