import { connect, disconnect, type Handle } from '#lib/platform/db.ts';
import {
  enterHouse,
  enterOrganisation,
  enterPerson,
  enterSystem,
  type Scope,
} from '#lib/platform/scope.ts';
import { type CastName, cast, organisations, standsAt } from './cast.ts';
import { freshDatabase } from './database.ts';

export type HubName = 'nord' | 'innland';
export type World = {
  /** Acts as one of the cast: hub staff in the house, members for their organisation, others for themselves. */
  enter: (who: CastName) => Promise<Scope>;
  session: (who: CastName) => string;
  person: (who: CastName) => string;
  hub: (name: HubName) => string;
  organisation: (slug: string) => string;
  /** Prepares or inspects rows past the wall. */
  asSystem: <T>(work: (db: Handle) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

const hubs = [
  {
    slug: 'nord',
    name: 'Navet Nord',
    country: 'SE',
    zone: 'Europe/Stockholm',
    operator: 'region-norr',
  },
  {
    slug: 'innland',
    name: 'Navet Innland',
    country: 'NO',
    zone: 'Europe/Oslo',
    operator: 'innlandet-fk',
  },
] as const;

/** A database of its own with two hubs, their organisations and people, everyone signed in. */
export async function makeWorld(pool = 10): Promise<World> {
  const { url, close } = await freshDatabase();
  await connect(url, pool);
  const ids = new Map<string, string>();
  const id = (name: string) => {
    const known = ids.get(name) ?? crypto.randomUUID();
    ids.set(name, known);
    return known;
  };
  const asSystem: World['asSystem'] = async (work) =>
    (await enterSystem(null, 'test')).read('system:work', work);
  await asSystem(async (db) => {
    await makeBodies(db, id);
    await makePeople(db, id);
  });
  const session = (who: CastName) => id(`session ${who}`);
  return {
    asSystem,
    session,
    person: (who) => id(who),
    hub: (name) => id(name),
    organisation: (slug) => id(slug),
    enter: (who) => {
      const { organisation, hubRoles } = cast[who];
      if (organisation === null && hubRoles.length === 0) return enterPerson(session(who));
      if (organisation === null) return enterHouse(session(who), standsAt[who]);
      return enterOrganisation(session(who), standsAt[who], organisation);
    },
    close: async () => {
      await disconnect();
      await close();
    },
  };
}

type Body = (typeof organisations)[number] & { waiting?: boolean };

async function makeBodies(db: Handle, id: (name: string) => string) {
  await db.organisation.createMany({
    data: organisations.map(({ hub, waiting: _, ...body }: Body) => ({
      ...body,
      id: id(body.slug),
      shortName: body.name,
      country: hub === 'nord' ? 'SE' : 'NO',
    })),
  });
  await db.hub.createMany({
    data: hubs.map(({ operator, ...hub }) => ({
      ...hub,
      id: id(hub.slug),
      languages: ['sv'],
      accent: '#0b6a53',
      support: '#5b3fa0',
      welcome: { sv: 'Välkommen' },
      mission: { sv: 'Därför finns vi' },
      contactRole: { sv: 'Värd' },
      pictureAlt: {},
      picture: '',
      address: 'Gatan 1',
      contactEmail: 'hubb@nord.example',
      operatorId: id(operator),
      live: true,
    })),
  });
  // Without a statement the database lets no hub be open to visitors.
  const said = ['actor', 'service', 'defects', 'method', 'contact', 'burden', 'outside'];
  const day = new Date('2026-11-01T00:00:00Z');
  await db.accessibilityStatement.createMany({
    data: hubs.map(({ slug }) => ({
      ...Object.fromEntries(said.map((field) => [field, 'Sagt'])),
      hubId: id(slug),
      compliance: 'PARTIAL',
      assessedOn: day,
      updatedOn: day,
      supervision: 'https://www.digg.se/tdosanmalan',
      declaration: 'https://uustatus.no/nb/erklaringer/1',
    })),
  });
  await db.participation.createMany({
    data: organisations.map((body: Body) => ({
      hubId: id(body.hub),
      organisationId: id(body.slug),
      state: body.waiting ? 'PENDING' : 'VERIFIED',
    })),
  });
}

async function makePeople(db: Handle, id: (name: string) => string) {
  const everyone = Object.entries(cast);
  await db.person.createMany({
    data: everyone.map(([key, { name }]) => ({ id: id(key), name, email: `${key}@nord.example` })),
  });
  for (const [key, { organisation, role, hubRoles }] of everyone) {
    if (organisation !== null) {
      await db.membership.create({
        data: { personId: id(key), organisationId: id(organisation), role },
      });
    }
    const hubId = id(standsAt[key as CastName]);
    await db.hubRole.createMany({
      data: hubRoles.map((hubRole) => ({ hubId, personId: id(key), role: hubRole })),
    });
  }
  await db.installationOperator.create({ data: { personId: id('olga') } });
  const expiresAt = new Date('2100-01-01T00:00:00Z');
  await db.session.createMany({
    data: everyone.map(([key]) => ({ id: id(`session ${key}`), personId: id(key), expiresAt })),
  });
}
