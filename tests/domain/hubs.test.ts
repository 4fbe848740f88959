import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAllHubs, listOfficialBodies, makeHub } from '#lib/hubs/founding.ts';
import { readPolicy } from '#lib/hubs/permissions.ts';
import { findHubSettings, findStatement, listBarriers } from '#lib/hubs/reads.ts';
import { type HubInput, hubForm, statementForm, textsForm } from '#lib/hubs/schema.ts';
import {
  closeHub,
  editHub,
  handleBarrier,
  openHub,
  recolourHub,
  reportBarrier,
  saveStatement,
} from '#lib/hubs/writes.ts';
import { database } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { reach } from '#lib/platform/policy.ts';
import { enterHouse, enterPublic, enterSystem, type Scope } from '#lib/platform/scope.ts';
import { findController, listControllers } from '#lib/rights/controllers.ts';
import { lettersTo } from '#tests/support/mail.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.asSystem(async (db) => {
    const county = { country: 'SE', code: '20', countyName: 'Dalarnas län' } as const;
    await db.referenceRegion.createMany({
      data: [
        { ...county, regionName: 'Region Dalarna' },
        { ...county, code: '11', regionName: 'Borta', validTo: new Date('2000-01-01') },
      ],
    });
  });
});
afterAll(() => world.close());

const given = {
  slug: 'dalarna',
  name: 'Dalarnas vårdnav',
  country: 'SE',
  zone: 'Europe/Stockholm',
  languages: ['sv', 'en'],
  accent: '#7a3b00',
  support: '#23527c',
  operator: 'SE:20',
  adminEmail: 'Anna.Ny@Dalarna.example',
  adminName: 'Anna Ny',
};
const input = (changes: object = {}): HubInput => hubForm.parse({ ...given, ...changes });
const fieldsOf = async (work: Promise<unknown>): Promise<Record<string, string>> => {
  const error = await work.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).fields;
};
const statement = (changes: object = {}) =>
  statementForm.parse({
    actor: 'Region Dalarna',
    service: 'Portalen',
    compliance: 'PARTIAL',
    defects: 'Planen är bred.',
    assessedOn: '2026-11-01',
    updatedOn: '2026-11-02',
    method: 'Egen granskning',
    contact: 'Ring oss',
    supervision: 'https://www.digg.se/tdosanmalan',
    burden: 'Inget',
    outside: 'Inget',
    ...changes,
  });
const texts = (changes: object = {}) =>
  textsForm.parse({
    name: 'Dalarnas vårdnav',
    own: 'sv',
    languages: ['en'],
    welcome_sv: 'Välkommen',
    welcome_en: 'Welcome',
    mission_sv: 'Därför',
    mission_en: 'Because',
    contactRole_sv: 'Värd',
    contactRole_en: 'Host',
    contactEmail: 'hej@dalarna.example',
    address: 'Gatan 1, Falun',
    areaM2: '300',
    ...changes,
  });

describe('Making a hub', () => {
  it('is for whoever runs the installation and nobody else, whatever they send', async () => {
    for (const who of ['nils', 'judit', 'bror', 'greta', 'lars'] as const) {
      const scope = await world.enter(who);
      await expect(makeHub(scope, input()), who).rejects.toBeInstanceOf(NotFound);
      await expect(listAllHubs(scope), who).rejects.toBeInstanceOf(NotFound);
      // Past the table of permissions the database still asks.
      const asked = scope.read(
        who === 'nils' ? 'account:own' : 'hub:read',
        (db) =>
          db.$queryRaw<
            { made: unknown }[]
          >`select make_hub(${JSON.stringify({ ...given, id: crypto.randomUUID() })}::jsonb) as made, list_all_hubs() as hubs`,
      );
      await expect(asked, who).resolves.toEqual([{ made: null, hubs: [] }]);
    }
    expect(await world.asSystem((db) => db.hub.count())).toBe(2);
  });

  it('makes the operator from the official table, the first administrator and a letter', async () => {
    const olga = await world.enter('olga');
    await expect(makeHub(olga, input())).resolves.toEqual({ slug: 'dalarna' });
    const made = await world.asSystem((db) =>
      db.hub.findUniqueOrThrow({
        where: { slug: 'dalarna' },
        include: {
          operator: { include: { region: true } },
          participations: true,
          hubRoles: { include: { person: true } },
        },
      }),
    );
    expect(made).toMatchObject({
      live: false,
      languages: ['sv', 'en'],
      operator: { name: 'Region Dalarna', slug: 'region-dalarna', region: { code: '20' } },
      participations: [{ organisationId: made.operatorId, state: 'VERIFIED' }],
      hubRoles: [{ role: 'HUB_ADMIN', person: { email: 'anna.ny@dalarna.example', locale: 'sv' } }],
    });
    const letters = await world.asSystem((db) =>
      db.mail.findMany({ where: { recipient: 'anna.ny@dalarna.example' } }),
    );
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain('/sv/sign-in?next=%2Fsv%2Fdalarna%2Fhouse%2Fsettings');
    const told = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { objectId: made.id }, orderBy: { seq: 'asc' } }),
    );
    expect(told.map(({ hubId, personId }) => [hubId, personId])).toEqual(
      expect.arrayContaining([
        [null, world.person('olga')],
        [made.id, world.person('olga')],
      ]),
    );
    const all = await listAllHubs(olga);
    expect(all.map(({ slug, live }) => [slug, live])).toContainEqual(['dalarna', false]);
  });

  it('takes an organisation by its number, and a known person as they are', async () => {
    await world.asSystem((db) =>
      db.organisation.updateMany({
        where: { id: world.organisation('bergs-kommun') },
        data: { organisationNumber: '2120002874' },
      }),
    );
    const known = { adminEmail: 'alva@nord.example', adminName: 'Någon Annan' };
    const system = await enterSystem(null, 'hub create');
    const number = { operator: '', operatorNumber: '212000-2874' };
    await makeHub(system, input({ slug: 'berg', ...number, ...known }));
    const hub = await world.asSystem((db) =>
      db.hub.findUniqueOrThrow({ where: { slug: 'berg' }, include: { hubRoles: true } }),
    );
    expect(hub.operatorId).toBe(world.organisation('bergs-kommun'));
    expect(hub.hubRoles.map(({ personId }) => personId)).toEqual([world.person('alva')]);
    const alva = await world.asSystem((db) =>
      db.person.findUnique({ where: { id: world.person('alva') } }),
    );
    expect(alva?.name).toBe('Alva Lind');
  });

  it('is refused whole, at the field, and leaves nothing', async () => {
    const olga = await world.enter('olga');
    const count = () =>
      world.asSystem(async (db) => [
        await db.hub.count(),
        await db.organisation.count(),
        await db.person.count(),
        await db.mail.count(),
      ]);
    const before = await count();
    const other = { slug: 'annan', adminEmail: 'ny@annan.example' };
    expect(await fieldsOf(makeHub(olga, input({ ...other, slug: 'nord' })))).toEqual({
      slug: 'house.refusals.slugTaken',
    });
    for (const operator of ['SE:99', 'SE:11', 'SE:9999']) {
      expect(await fieldsOf(makeHub(olga, input({ ...other, operator })))).toEqual({
        operator: 'house.refusals.operatorUnknown',
      });
    }
    const unknown = { operator: '', operatorNumber: '5560000000' };
    expect(await fieldsOf(makeHub(olga, input({ ...other, ...unknown })))).toEqual({
      operator: 'house.refusals.operatorUnknown',
    });
    expect(await fieldsOf(makeHub(olga, input({ ...other, accent: '#ffdd00' })))).toEqual({
      accent: 'house.refusals.faint',
    });
    await world.asSystem((db) =>
      db.person.create({ data: { email: 'gone@x.example', name: 'x', withdrawnAt: new Date() } }),
    );
    before[2] = (before[2] ?? 0) + 1;
    const gone = { ...other, adminEmail: 'gone@x.example' };
    expect(await fieldsOf(makeHub(olga, input(gone)))).toEqual({
      adminEmail: 'house.refusals.adminGone',
    });
    expect(await count()).toEqual(before);
  });

  it('offers official bodies that exist today', async () => {
    const bodies = await listOfficialBodies(await world.enter('olga'));
    expect(bodies.map(({ name }) => name)).toContain('Region Dalarna');
    expect(bodies.map(({ name }) => name)).not.toContain('Borta');
  });

  it('says everything that is wrong with a form in one go', () => {
    const issues = hubForm.safeParse({ slug: 'Ö', country: 'FI', zone: 'CET', languages: ['fi'] });
    const fields = new Set(issues.error?.issues.map(({ path }) => path[0]));
    expect([...fields].sort()).toEqual(
      [
        'accent',
        'adminEmail',
        'adminName',
        'country',
        'languages',
        'name',
        'operator',
        'slug',
        'support',
        'zone',
      ].sort(),
    );
    for (const slug of ['operator', 'sign-in', 'sv', 'account']) {
      expect(hubForm.safeParse({ ...given, slug }).success, slug).toBe(false);
    }
    expect(hubForm.safeParse({ ...given, operatorNumber: '2120002874' }).success).toBe(false);
    expect(hubForm.safeParse({ ...given, country: 'NO' }).success).toBe(false);
  });
});

describe('A hub that is not open', () => {
  let admin: Scope;
  beforeAll(async () => {
    const session = crypto.randomUUID();
    await world.asSystem(async (db) => {
      const anna = await db.person.findUniqueOrThrow({
        where: { email: 'anna.ny@dalarna.example' },
      });
      const expiresAt = new Date('2100-01-01');
      await db.session.create({ data: { id: session, personId: anna.id, expiresAt } });
    });
    admin = await enterHouse(session, 'dalarna');
  });

  it('is found by its own staff alone', async () => {
    await expect(enterPublic('dalarna')).rejects.toBeInstanceOf(NotFound);
    expect(admin.hub).toMatchObject({ slug: 'dalarna', live: false });
    const nobody = await enterPublic(null);
    const seen = await nobody.read('hub:read', (db) => db.hub.findMany({ where: { live: false } }));
    expect(seen).toEqual([]);
  });

  it('names what is missing, in every language of the hub, and opens only when nothing is', async () => {
    const missing = (await findHubSettings(admin)).missing;
    expect(missing).toEqual(
      expect.arrayContaining([
        'address',
        'contactEmail',
        'welcome.sv',
        'welcome.en',
        'statement.method',
      ]),
    );
    expect(missing).toHaveLength(2 + 3 * 2 + 11);
    const refused = await openHub(admin).catch((error) => error);
    expect(refused).toMatchObject({ code: 'house.refusals.notReady', detail: { missing } });

    await editHub(admin, texts({ welcome_en: '' }));
    await saveStatement(admin, statement({ compliance: '', burden: '' }));
    const left = (await findHubSettings(admin)).missing;
    expect(left.sort()).toEqual(['statement.burden', 'statement.compliance', 'welcome.en']);
    await expect(openHub(admin)).rejects.toBeInstanceOf(Refusal);

    await editHub(admin, texts());
    await saveStatement(admin, statement());
    expect((await findHubSettings(admin)).missing).toEqual([]);
    await openHub(admin);
    await expect(enterPublic('dalarna')).resolves.toBeTruthy();
  });

  it('stays whole while it is open: by the form, and by the database for anyone', async () => {
    const code = { code: 'house.refusals.staysReady' };
    const method = { method: 'house.refusals.needed' };
    await expect(saveStatement(admin, statement({ method: '' }))).rejects.toMatchObject({
      ...code,
      fields: method,
    });
    const fields = { address: 'house.refusals.needed', welcome_en: 'house.refusals.needed' };
    const gaps = texts({ address: '', welcome_en: '' });
    await expect(editHub(admin, gaps)).rejects.toMatchObject({ ...code, fields });
    // One more language that nothing has been written in.
    await expect(editHub(admin, texts({ languages: ['en', 'nb'] }))).rejects.toMatchObject(code);
    const past = (sql: string) => database().$executeRawUnsafe(sql);
    const id = admin.hub.id;
    for (const sql of [
      `update hub set welcome = '{}' where id = '${id}'`,
      `delete from accessibility_statement where hub_id = '${id}'`,
      `update accessibility_statement set outside = '' where hub_id = '${id}'`,
      `update hub set live = true where slug = 'berg'`,
    ]) {
      await expect(past(sql), sql).rejects.toThrow(/hub_is_ready_when_live/);
    }
    await closeHub(admin);
    await expect(enterPublic('dalarna')).rejects.toBeInstanceOf(NotFound);
    await saveStatement(admin, statement({ compliance: 'FULL', defects: '' }));
    await openHub(admin);
  });

  it('takes no day that has not come yet, and says so at the field', async () => {
    const days = statement({ assessedOn: '2999-01-01', updatedOn: '2999-01-02' });
    const fields = {
      assessedOn: 'house.refusals.futureDate',
      updatedOn: 'house.refusals.futureDate',
    };
    await expect(saveStatement(admin, days)).rejects.toMatchObject({ fields });
  });

  it('says who answers for its data, and whom to ask', async () => {
    await editHub(admin, texts({ dataProtectionEmail: 'dso@dalarna.example' }));
    const visitor = await enterPublic('dalarna');
    expect(await findController(visitor)).toMatchObject({
      controller: 'Region Dalarna',
      country: 'SE',
      officer: 'dso@dalarna.example',
    });
    await editHub(admin, texts());
    const all = await listControllers(await enterPublic(null));
    expect(all.map(({ slug }) => slug)).toEqual(['innland', 'nord', 'dalarna'].sort());
  });

  it('tells in its log what was changed, from what to what, and keeps addresses out', async () => {
    await editHub(admin, texts({ name: 'Nya navet', contactEmail: 'ny@dalarna.example' }));
    const event = await world.asSystem((db) =>
      db.auditEvent.findFirstOrThrow({
        where: { hubId: admin.hub.id, kind: 'hubEdited' },
        orderBy: { seq: 'desc' },
      }),
    );
    expect(event.detail).toEqual({
      changed: ['name', 'contactEmail'],
      'from.name': 'Dalarnas vårdnav',
      'to.name': 'Nya navet',
    });
  });

  it('takes colours that can be read and refuses the others with their figures', async () => {
    await recolourHub(admin, { accent: '#1f5f43', support: '#6b3fa0' });
    const faint = await recolourHub(admin, { accent: '#cccccc', support: '#6b3fa0' }).catch(
      (e) => e,
    );
    expect(faint.fields).toEqual({ accent: 'house.refusals.faint' });
    expect(faint.detail.faint).toContainEqual({
      colour: 'accent',
      scheme: 'light',
      pair: 'button',
      ratio: 1.6,
      needed: 3,
    });
    expect((await findHubSettings(admin)).accent).toBe('#1f5f43');
  });

  it('is changed by its own administrators alone, and never in what was made with it', async () => {
    for (const who of ['ivar', 'hedda', 'bror', 'maja'] as const) {
      const scope = await world.enter(who);
      await expect(editHub(scope, texts()), who).rejects.toBeInstanceOf(NotFound);
      await expect(findHubSettings(scope), who).rejects.toBeInstanceOf(NotFound);
      const past = await scope.read('hub:read', (db) =>
        db.hub.updateMany({
          where: { slug: { in: ['nord', 'dalarna'] } },
          data: { name: 'Tagen' },
        }),
      );
      expect(past.count, who).toBe(0);
    }
    const judit = await world.enter('judit');
    const past = (data: object) =>
      judit.read('hub:edit', (db) => db.hub.updateMany({ where: { slug: 'nord' }, data }));
    for (const data of [
      { slug: 'x' },
      { operatorId: world.organisation('rivalen') },
      { country: 'NO' },
    ]) {
      await expect(past(data)).rejects.toThrow(/permission/);
    }
    const other = judit.read('hub:edit', (db) =>
      db.hub.updateMany({ where: { slug: 'innland' }, data: { name: 'Tagen' } }),
    );
    expect((await other).count).toBe(0);
  });
});

describe('A Norwegian hub', () => {
  it('needs its declaration at uustatus.no and no Swedish statement', async () => {
    const missing = async () => {
      const rows = await world.asSystem(
        (db) =>
          db.$queryRaw<
            { missing: string[] }[]
          >`select empty_for_live(h) as missing from hub h where slug = 'innland'`,
      );
      return rows[0]?.missing;
    };
    expect(await missing()).toEqual([]);
    await world.asSystem(async (db) => {
      await db.hub.updateMany({ where: { slug: 'innland' }, data: { live: false } });
      await db.accessibilityStatement.updateMany({
        where: { hubId: world.hub('innland') },
        data: { declaration: '' },
      });
    });
    expect(await missing()).toEqual(['statement.declaration']);
    const elsewhere = statementForm.safeParse({ declaration: 'https://uustatus.no.evil.example/' });
    expect(elsewhere.success).toBe(false);
    const past = database().$executeRawUnsafe(
      `update accessibility_statement set declaration = 'javascript:alert(1)'`,
    );
    await expect(past).rejects.toThrow(/declaration_is_at_uustatus/);
  });
});

describe('A barrier', () => {
  const barrier = {
    kind: 'BARRIER',
    place: '',
    text: 'Knappen syns inte',
    name: '',
    email: '',
  } as const;

  it('is reported without a name; the hub gets a letter that says nothing of it', async () => {
    const visitor = await enterPublic('nord');
    const number = await reportBarrier(visitor, barrier, 'sv');
    expect(number).toMatch(/^T-\w{4}-\w{4}$/);
    const letters = await world.asSystem((db) =>
      db.mail.findMany({ where: { hubId: visitor.hub.id } }),
    );
    expect(letters.map(({ recipient }) => recipient)).toEqual(['hubb@nord.example']);
    expect(letters[0]?.text).toContain(number);
    expect(letters[0]?.text).not.toContain('Knappen');
  });

  it('is answered with its number in the reporter’s language, where they left an address', async () => {
    const visitor = await enterPublic('nord');
    const to = { email: 'ola@hemma.example', name: 'Ola' };
    const number = await reportBarrier(visitor, { ...barrier, ...to }, 'nb');
    const [letter, ...more] = await lettersTo(world, 'ola@hemma.example');
    expect(more).toEqual([]);
    expect(letter?.subject).toContain(number);
    expect(letter?.text).toContain('Saken har nummer');
    expect(letter?.text).not.toMatch(/Knappen|Ola/);
    // The address of an earlier report opens no way to write to it.
    const later = visitor.write('barrier:report', async (_db, deed) => {
      deed.record('barrierReported', 'barrierReport', crypto.randomUUID());
      deed.mail({ to: 'ola@hemma.example', subject: 'x', text: 'x' });
    });
    await expect(later).rejects.toThrow(/row-level security/);
    await world.asSystem((db) => db.barrierReport.deleteMany({ where: { email: to.email } }));
  });

  it('is seen by the hub’s administrators alone, and handled once', async () => {
    const judit = await world.enter('judit');
    const [report] = await listBarriers(judit);
    expect(report).toMatchObject({ text: 'Knappen syns inte', handledAt: null });
    const id = report?.id ?? '';
    for (const who of ['ivar', 'greta', 'bror', 'lars', 'kari'] as const) {
      const scope = await world.enter(who);
      await expect(listBarriers(scope), who).rejects.toBeInstanceOf(NotFound);
      await expect(handleBarrier(scope, id), who).rejects.toBeInstanceOf(NotFound);
      const past = await scope.read('hub:read', (db) => db.barrierReport.findMany());
      expect(past, who).toEqual([]);
    }
    const visitor = await enterPublic('nord');
    expect(await visitor.read('hub:read', (db) => db.barrierReport.count())).toBe(0);
    const rewriting = judit.read('hub:edit', (db) =>
      db.barrierReport.updateMany({ where: { id }, data: { text: 'Allt är bra' } }),
    );
    await expect(rewriting).rejects.toThrow(/permission/);
    await handleBarrier(judit, id);
    await expect(handleBarrier(judit, id)).rejects.toBeInstanceOf(Refusal);
    await expect(handleBarrier(judit, crypto.randomUUID())).rejects.toBeInstanceOf(NotFound);
  });

  it('lets a visitor write to the hub and to nobody else', async () => {
    const visitor = await enterPublic('nord');
    const spam = visitor.write('barrier:report', async (_db, deed) => {
      deed.record('barrierReported', 'barrierReport', crypto.randomUUID());
      deed.mail({ to: 'victim@x.example', subject: 'Hej', text: 'Köp' });
    });
    await expect(spam).rejects.toThrow();
  });
});

describe('The statement', () => {
  it('is read by visitors at its own hub and nowhere else', async () => {
    expect(await findStatement(await enterPublic('nord'))).toMatchObject({ actor: 'Sagt' });
    const visitor = await enterPublic('nord');
    const all = await visitor.read('hub:read', (db) => db.accessibilityStatement.findMany());
    expect(all.map(({ hubId }) => hubId)).toEqual([world.hub('nord')]);
  });
});

describe('The table of permissions', () => {
  it('is told as it is, to administrators', async () => {
    const { roles, rows } = await readPolicy(await world.enter('judit'), true);
    for (const { permission, reaches } of rows) {
      expect(reaches).toEqual(roles.map(({ role }) => reach([role], permission)));
    }
    expect(rows.length).toBeGreaterThan(20);
    const own = await readPolicy(await world.enter('disa'), false);
    expect(own.roles.filter(({ yours }) => yours).map(({ role }) => role)).toEqual([
      'companyAdmin',
    ]);
    expect(own.roles.slice(0, 2).map(({ role }) => role)).toEqual(['companyAdmin', 'companyStaff']);
    expect(roles.filter(({ yours }) => yours).map(({ role }) => role)).toEqual(['hubAdmin']);
    await expect(readPolicy(await world.enter('cleo'), false)).rejects.toBeInstanceOf(NotFound);
    await expect(readPolicy(await world.enter('ivar'), true)).rejects.toBeInstanceOf(NotFound);
  });
});
