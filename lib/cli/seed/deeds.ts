import { textsForm } from '#lib/hubs/schema.ts';
import { editHub } from '#lib/hubs/writes.ts';
import { addDomain, saveSettings } from '#lib/organisations/settings.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { locales, type Text } from '#lib/platform/i18n/locales.ts';
import { enterHouse, enterOrganisation, type Scope } from '#lib/platform/scope.ts';
import { demoHubs } from '#prisma/seed/hubs.ts';

type Place = { hub: string; organisation: string };

/**
 * The last touches to the demo world are made by its own people, through the same doors and writes as
 * anyone's: so the log of each hub begins with things that were done.
 */
export async function actAsDemoPeople(system: Scope): Promise<void> {
  for (const { slug, contact } of demoHubs) {
    const admin = await system.read('system:work', (db) => hubAdminOf(db, slug));
    if (admin) {
      await inSession(system, admin, async (session) =>
        nameOfficer(system, await enterHouse(session, slug), contact.dataProtection),
      );
    }
    for (const { personId, organisation } of await system.read('system:work', (db) =>
      administratorsAt(db, slug),
    )) {
      await inSession(system, personId, (session) =>
        tidy(system, session, { hub: slug, organisation }),
      );
    }
  }
}

async function hubAdminOf(db: Handle, slug: string): Promise<string | null> {
  const where = { hub: { slug }, role: 'HUB_ADMIN' as const, person: { demo: true } };
  const row = await db.hubRole.findFirst({ where, orderBy: { personId: 'asc' } });
  return row?.personId ?? null;
}

/** One administrator of each of two bodies that take part and write their own texts. */
async function administratorsAt(db: Handle, slug: string) {
  const rows = await db.membership.findMany({
    where: {
      role: 'ADMIN',
      person: { demo: true },
      organisation: {
        participations: { some: { hub: { slug }, state: 'VERIFIED' } },
        domains: { none: {} },
      },
    },
    select: { personId: true, organisation: { select: { slug: true } } },
    orderBy: [{ organisation: { slug: 'asc' } }, { personId: 'asc' }],
  });
  const first = new Map(rows.toReversed().map((row) => [row.organisation.slug, row.personId]));
  const found = [...first].map(([organisation, personId]) => ({ organisation, personId }));
  return found.toReversed().slice(0, 2);
}

/** Signs somebody in for as long as `work` takes. */
async function inSession(
  system: Scope,
  personId: string,
  work: (session: string) => Promise<void>,
): Promise<void> {
  const id = crypto.randomUUID();
  const expiresAt = dateOf(now().add({ minutes: 5 }));
  await system.write('system:work', async (db, deed) => {
    await db.session.create({ data: { id, personId, expiresAt } });
    deed.record('sessionStarted', 'session', id, {}, { by: personId });
  });
  await work(id);
  await system.write('system:work', async (db, deed) => {
    await db.session.delete({ where: { id } });
    deed.record('sessionEnded', 'session', id, {}, { by: personId });
  });
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

async function tidy(system: Scope, session: string, { hub, organisation }: Place): Promise<void> {
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
  await addDomain(scope, `${organisation}.example`);
}
