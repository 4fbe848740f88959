import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logFile } from '#components/house/log-file.ts';
import { changesTold, sentenceOf } from '#components/house/log-words.ts';
import { exportLog, listLog, listOwnLog } from '#lib/log/reads.ts';
import { readLogQuery } from '#lib/log/schema.ts';
import { correctNumber } from '#lib/organisations/entering-number.ts';
import { addDomain, removeDomain, saveSettings } from '#lib/organisations/settings.ts';
import { setHubRoles } from '#lib/people/hub.ts';
import {
  invitePerson,
  inviteStaff,
  listInvitations,
  revokeInvitation,
} from '#lib/people/invitations.ts';
import { changeRole, leaveOrganisation } from '#lib/people/writes.ts';
import { enterOrganisation, enterPerson, type Scope } from '#lib/platform/scope.ts';
import { eraseMyself } from '#lib/rights/erasure.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let judit: Scope;
let disa: Scope;
beforeAll(async () => {
  world = await makeWorld();
  [judit, disa] = [await world.enter('judit'), await world.enter('disa')];
});
afterAll(() => world.close());

const all = readLogQuery({});
const asHub = { locale: 'sv', hub: 'Navet Nord', own: false } as const;
const latest = async (who: Scope, own: boolean, query = all) => {
  const { entries } = await (own ? listOwnLog : listLog)(who, query, 'sv');
  return entries.map((entry) => sentenceOf({ ...asHub, own }, entry));
};

describe('Sentences of the log', () => {
  it('name whom, for which body, and from what to what', async () => {
    await invitePerson(disa, { email: 'ny@fjall.example', role: 'ADMIN', anyway: ['yes'] });
    await changeRole(disa, world.person('cleo'), 'ADMIN');
    await addDomain(disa, 'fjall.example');
    await removeDomain(disa, 'fjall.example');
    const facts = { name: 'Fjällvård AB', shortName: 'Fjällvård', town: 'Åre', aboutSv: 'Vi' };
    await saveSettings(disa, { ...facts, aboutNb: '', aboutEn: '' });
    await setHubRoles(judit, world.person('greta'), ['HOST']);
    const sentences = [
      'Judit Ek ändrade hubbens roller för Greta Vik',
      'Disa Holm ändrade uppgifterna om Fjällvård AB',
      'Disa Holm tog bort e-postdomänen fjall.example för Fjällvård AB',
      'Disa Holm lade till e-postdomänen fjall.example för Fjällvård AB',
      'Disa Holm bytte roll på Cleo Ask från medarbetare till administratör',
      'Disa Holm bjöd in ny@fjall.example till Fjällvård AB som administratör',
    ];
    expect(await latest(judit, false)).toEqual(sentences);
    expect(await latest(disa, true)).toEqual(sentences.slice(1));
    const { entries } = await listLog(judit, all, 'sv');
    expect(entries.map((entry) => changesTold('sv', entry))).toEqual([
      ['Fick: husets värd'],
      [
        'Kort namn: Fjällvård AB → Fjällvård',
        'Ort: (tomt) → Åre',
        'Om organisationen (svenska): (tomt) → Vi',
      ],
      ['E-postdomän: fjall.example → (tomt)'],
      ['E-postdomän: (tomt) → fjall.example'],
      ['Roll: Medarbetare → Administratör'],
      [],
    ]);
    const file = await logFile(asHub, 'Europe/Stockholm', exportLog(judit, all, 'sv', false));
    expect(await file.text()).toContain('Roll: Medarbetare → Administratör');
  });

  it('keep no address in the event itself', async () => {
    const [open] = await listInvitations(disa, 'people');
    await revokeInvitation(disa, 'people', open?.id ?? '');
    expect((await latest(disa, true))[0]).toBe(
      'Disa Holm drog tillbaka inbjudan till ny@fjall.example (Fjällvård AB, administratör)',
    );
    const kept = await world.asSystem((db) => db.auditEvent.findMany());
    expect(JSON.stringify(kept.map(({ detail }) => detail))).not.toContain('@');
  });
});

describe('Whoever acted', () => {
  it('keeps the name in the log after leaving, for the hub and the own administrators', async () => {
    const egil = await world.enter('egil');
    const frej = await world.enter('frej');
    await invitePerson(disa, { email: 'x@fjall.example', role: 'STAFF', anyway: ['yes'] });
    await leaveOrganisation(frej);
    expect((await latest(judit, false))[0]).toBe('Frej Dal lämnade Anhöriga i Norr');
    expect((await latest(await world.enter('pia'), true))[0]).toBe(
      'Frej Dal lämnade Anhöriga i Norr',
    );
    const { choices } = await listLog(judit, all, 'sv');
    expect(choices.people.map(({ name }) => name)).toContain('Frej Dal');
    const own = (await listOwnLog(await world.enter('pia'), all, 'sv')).choices;
    expect(own).toEqual({
      organisations: [],
      people: [{ id: world.person('frej'), name: 'Frej Dal' }],
    });
    const his = { ...all, person: world.person('frej') };
    expect(await latest(judit, false, his)).toHaveLength(1);
    const file = await logFile(asHub, 'Europe/Stockholm', exportLog(judit, his, 'sv', false));
    expect(await file.text()).toMatch(/;Frej Dal;Anhöriga i Norr;/);
    const named = (scope: Scope, who: 'frej' | 'disa' | 'bror') =>
      scope.read(
        'hub:read',
        (db) => db.$queryRaw`
        select name from log_names(array[${world.person(who)}::uuid])`,
      );
    expect(await named(judit, 'frej')).toEqual([{ name: 'Frej Dal' }]);
    // Never wider: no other body, no staff of one's own, no other hub, nobody without a log to read.
    for (const scope of [disa, egil, await world.enter('hedda'), await world.enter('lars')]) {
      expect(await named(scope, 'frej')).toEqual([]);
    }
    await addDomain(await world.enter('bror'), 'berg.example');
    expect(await named(await world.enter('alva'), 'bror')).toEqual([]);
    expect(await named(await world.enter('pia'), 'disa')).toEqual([]);
  });

  it('stays with the hub where its staff act, in the log of the body that runs it, too', async () => {
    await world.asSystem((db) =>
      db.membership.updateMany({
        where: { personId: world.person('greta') },
        data: { role: 'ADMIN' },
      }),
    );
    await inviteStaff(judit, 'vikarie@nord.example', 'HOST');
    expect((await latest(judit, false))[0]).toContain(
      'bjöd in vikarie@nord.example till Region Norr',
    );
    const told = (
      await latest(await enterOrganisation(world.session('greta'), 'nord', 'region-norr'), true)
    )[0];
    expect(told).toBe(
      'Navet Nord (hubbens personal) bjöd in någon till Region Norr som husets värd',
    );
  });

  it('stays in the hub’s log with what its staff do with others, and the own one tells the own', async () => {
    await correctNumber(judit, 'fjallvard', '556036-0793');
    const greta = await enterOrganisation(world.session('greta'), 'nord', 'region-norr');
    await addDomain(greta, 'norr.example');
    const sentence = 'ändrade organisationsnumret för Fjällvård AB';
    const own = await latest(greta, true);
    expect(own[0]).toContain('lade till e-postdomänen norr.example för Region Norr');
    expect(own.filter((told) => told.includes(sentence))).toEqual([]);
    expect((await latest(judit, false))[1]).toBe(`Judit Ek ${sentence}`);
    const [entry] = (await listOwnLog(disa, all, 'sv')).entries;
    expect(entry && sentenceOf({ ...asHub, own: true }, entry)).toBe(
      `Navet Nord (hubbens personal) ${sentence}`,
    );
    expect(entry && changesTold('sv', entry)).toEqual([
      'Organisationsnummer: (tomt) → 556036-0793',
    ]);
  });

  it('has no name there once erased, and the body’s log says that it happened', async () => {
    await eraseMyself(await enterPerson(world.session('cleo')));
    const told = await latest(disa, true);
    expect(told[0]).toBe('Systemet raderade en persons uppgifter på personens egen begäran');
    expect(told.join()).not.toContain('Cleo Ask');
    expect(told).toContain('Disa Holm bytte roll på någon från medarbetare till administratör');
    expect((await latest(judit, false))[0]).toBe(told[0]);
    expect(await latest(await world.enter('pia'), true)).not.toContain(told[0]);
  });

  it('is told of where their invitations end with them', async () => {
    const [personId, organisationId] = [world.person('bror'), world.organisation('fjallvard')];
    await world.asSystem((db) =>
      db.membership.create({ data: { personId, organisationId, role: 'ADMIN' } }),
    );
    const bror = await enterOrganisation(world.session('bror'), 'nord', 'fjallvard');
    await invitePerson(bror, { email: 'slut@fjall.example', role: 'STAFF', anyway: ['yes'] });
    await leaveOrganisation(bror);
    const ended =
      'Systemet avslutade inbjudan till slut@fjall.example (Fjällvård AB), eftersom den som bjöd in inte längre kan svara för den';
    expect((await latest(disa, true)).slice(0, 2)).toEqual([
      ended,
      expect.stringContaining('lämnade Fjällvård AB'),
    ]);
    expect((await latest(judit, false))[0]).toBe(ended);
    expect(await latest(await world.enter('pia'), true)).not.toContain(ended);
    const { rows } = await world.asSystem(async (db) => ({
      rows: await db.auditEvent.findMany({ where: { kind: 'invitationEnded' } }),
    }));
    expect(rows).toHaveLength(1);
  });
});
