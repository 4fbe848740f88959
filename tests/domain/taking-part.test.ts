import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadReference } from '#lib/cli/seed/reference.ts';
import {
  applyToTakePart,
  confirmApplication,
  findApplication,
} from '#lib/organisations/applying.ts';
import { listOfficial } from '#lib/organisations/bodies.ts';
import { findTakingPart, listTakingPart, moveOrganisation } from '#lib/organisations/judging.ts';
import { findOrganisation, listOrganisations } from '#lib/organisations/reads.ts';
import {
  type MoveName,
  moves,
  type ParticipationState,
  participationStates,
} from '#lib/organisations/rules.ts';
import { applicationForm } from '#lib/organisations/schema.ts';
import {
  addDomain,
  findSettings,
  removeDomain,
  saveSettings,
} from '#lib/organisations/settings.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { database } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { enterOrganisation, enterPublic } from '#lib/platform/scope.ts';
import type { CastName } from '#tests/support/cast.ts';
import { lettersTo, tokenIn } from '#tests/support/mail.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.asSystem(loadReference);
});
afterAll(() => world.close());
afterEach(() => stopClock(null));

const typed = {
  kind: 'COMPANY',
  country: 'SE',
  name: 'Ljusälv Teknik AB',
  number: '556036-0793',
  town: 'Åre',
  person: 'Ida Ek',
  email: 'ida@ljusalv.example',
  role: 'Chef',
  why: 'Vi vill vara med.',
};
// Right by Luhn, and nobody's in this world.
const numbers = ['5599902052', '5599903019', '5599903118', '5599903217', '5599903316'];

async function apply(given: Partial<typeof typed> & { code?: string }, hub = 'nord') {
  const scope = await enterPublic(hub);
  const input = applicationForm.parse({ ...typed, ...given });
  await applyToTakePart(scope, input, 'sv');
  const [letter] = await lettersTo(world, input.email);
  return { scope, subject: letter?.subject ?? '', text: letter?.text ?? '' };
}

async function applied(given: Partial<typeof typed> & { code?: string }, hub = 'nord') {
  const { scope, text } = await apply(given, hub);
  return { scope, ...(await confirmApplication(scope, tokenIn(text))) };
}

/** A scope as somebody who has signed in with this address. */
async function actAs(email: string, hub: string, slug: string) {
  const id = crypto.randomUUID();
  await world.asSystem(async (db) => {
    const person = await db.person.findUniqueOrThrow({ where: { email } });
    const expiresAt = new Date('2100-01-01T00:00:00Z');
    await db.session.create({ data: { id, personId: person.id, expiresAt } });
  });
  return enterOrganisation(id, hub, slug);
}

const bodies = () => world.asSystem((db) => db.organisation.count());
const refusal = (code: string) => expect.objectContaining({ code });

describe('The list of municipalities', () => {
  it('tells namesakes by their county, and nobody else', async () => {
    const found = await listOfficial(await enterPublic('nord'), 'MUNICIPALITY', 'NO');
    const names = found.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.startsWith('Våler'))).toEqual([
      'Våler kommune (Innlandet fylke)',
      'Våler kommune (Østfold fylke)',
    ]);
    expect(names).toContain('Oslo kommune');
  });
});

describe('Applying to take part', () => {
  it('makes nothing until the address is proved, and then a waiting organisation', async () => {
    const before = await bodies();
    const { scope, text } = await apply({});
    expect(await bodies()).toBe(before);
    expect(await world.asSystem((db) => db.person.count({ where: { email: typed.email } }))).toBe(
      0,
    );
    const token = tokenIn(text);
    expect((await findApplication(scope, token)).name).toBe(typed.name);
    const { slug } = await confirmApplication(scope, token);
    expect(slug).toBe('ljusalv-teknik-ab');
    const ida = await actAs(typed.email, 'nord', slug);
    expect(ida.waiting).toBe(true);
    expect(ida.roles).toEqual(['unverified']);
    expect(ida.may('overview:read')).toBe(true);
    for (const permission of ['booking:create', 'proposal:draft', 'people:manage'] as const) {
      expect(ida.may(permission), permission).toBe(false);
    }
    const shown = await listOrganisations(await enterPublic('nord'));
    expect(shown.map((each) => each.slug)).not.toContain(slug);
  });

  it('works once, from a link a day old at most, kept as a hash', async () => {
    const { scope, text } = await apply({
      name: 'Engång AB',
      number: numbers[0] ?? '',
      email: 'en@engang.example',
    });
    const token = tokenIn(text);
    expect(token).toHaveLength(43);
    const kept = await world.asSystem((db) => db.application.findMany());
    expect(JSON.stringify(kept)).not.toContain(token);
    stopClock(Temporal.Now.instant().add({ hours: 25 }));
    await expect(findApplication(scope, token)).rejects.toBeInstanceOf(NotFound);
    await expect(confirmApplication(scope, token)).rejects.toBeInstanceOf(NotFound);
    stopClock(null);
    const innland = await enterPublic('innland');
    await expect(confirmApplication(innland, token)).rejects.toBeInstanceOf(NotFound);
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => confirmApplication(scope, token)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(confirmApplication(scope, token)).rejects.toBeInstanceOf(NotFound);
    await expect(confirmApplication(scope, 'x')).rejects.toBeInstanceOf(NotFound);
  });

  it('of one number by twenty at once makes one organisation', async () => {
    const before = await bodies();
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        apply({ name: `Tävling ${n} AB`, number: '556000-4615', email: `t${n}@tavling.example` }),
      ),
    );
    const done = await Promise.allSettled(
      asked.map(({ scope, text }) => confirmApplication(scope, tokenIn(text))),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of done) {
      if (each.status === 'rejected') {
        expect(each.reason).toEqual(refusal('organisations.refusals.known'));
      }
    }
    expect(await bodies()).toBe(before + 1);
  });

  it('tells the hub’s administrators, each in the own language, and no other hub’s', async () => {
    await world.asSystem((db) =>
      db.person.update({ where: { id: world.person('judit') }, data: { locale: 'en' } }),
    );
    await applied({ name: 'Klang AB', number: numbers[1] ?? '', email: 'a@klang.example' });
    const [letter] = await lettersTo(world, 'judit@nord.example');
    expect(letter?.subject).toBe('Klang AB wants to take part in Navet Nord');
    expect(letter?.text).toContain('/en/nord/house/organisations/klang-ab');
    const notices = await world.asSystem((db) =>
      db.notice.findMany({ where: { kind: 'organisationApplied', path: { contains: 'klang' } } }),
    );
    expect(notices.map(({ personId }) => personId)).toEqual([world.person('judit')]);
  });

  it('does not let one address be flooded', async () => {
    const email = 'offer@flod.example';
    for (let n = 0; n < 8; n++) await apply({ email, number: numbers[2] ?? '' });
    expect(await lettersTo(world, email)).toHaveLength(5);
  });

  it('chooses a municipality by its code, under its official name', async () => {
    const { slug } = await applied({ kind: 'MUNICIPALITY', code: '2321', email: 'a@are.example' });
    expect(slug).toBe('are-kommun');
    const judit = await world.enter('judit');
    const found = await findTakingPart(judit, slug);
    expect(found).toMatchObject({ name: 'Åre kommun', kind: 'MUNICIPALITY', state: 'PENDING' });
    const unknown = apply({ kind: 'MUNICIPALITY', code: '9999', email: 'b@are.example' });
    await expect(unknown).rejects.toEqual(refusal('refusals.invalid'));
    const again = await apply({ kind: 'MUNICIPALITY', code: '2321', email: 'c@are.example' });
    expect(again.text).toContain('Be en av dess administratörer');
  });
});

describe('An organisation that is known already', () => {
  const number = numbers[3] ?? '';
  const owner = 'chef@kand.example';

  it('is told to the address and not on the page, whoever asks', async () => {
    const { slug } = await applied({ name: 'Känd AB', number, email: owner });
    const { text } = await apply({ name: 'Annat namn AB', number, email: 'annan@x.example' });
    expect(text).toContain('bjuda in dig');
    expect(tokenIn(text)).toBe('');
    expect(text).not.toContain(owner);
    expect((await findTakingPart(await world.enter('judit'), slug)).people).toHaveLength(1);
  });

  it('comes into another hub only by its own administrator', async () => {
    const before = await bodies();
    const claimed = await apply({ number, email: 'annan@x.example' }, 'innland');
    expect(claimed.text).toContain('ingen hubb har godkänt');
    expect(tokenIn(claimed.text)).toBe('');
    await world.asSystem((db) =>
      db.participation.updateMany({
        where: { organisation: { slug: 'kand-ab' } },
        data: { state: 'VERIFIED' },
      }),
    );
    const stranger = await apply({ number, email: 'annan@x.example' }, 'innland');
    expect(stranger.text).toContain('en av dess administratörer ansöka');
    expect(tokenIn(stranger.text)).toBe('');
    expect(stranger.text).not.toMatch(/Chef|chef@/);
    const { slug } = await applied({ number, email: owner }, 'innland');
    expect(slug).toBe('kand-ab');
    expect(await bodies()).toBe(before);
    expect((await actAs(owner, 'innland', slug)).waiting).toBe(true);
  });

  it('shows names much alike to the hub alone', async () => {
    const { slug } = await applied({ name: 'Fjällvård i Norr AB', number: numbers[4] ?? '' });
    const { similar, mail } = await findTakingPart(await world.enter('judit'), slug);
    expect(similar[0]).toMatchObject({ slug: 'fjallvard', name: 'Fjällvård AB' });
    expect(mail).toMatchObject({ domain: 'ljusalv.example', free: false, own: null });
  });
});

describe('The hub’s answer', () => {
  it('follows the table: each move from each state, and nobody else makes it', async () => {
    const everyone: CastName[] = ['alva', 'bror', 'maja', 'disa', 'hedda', 'ivar', 'lars', 'kari'];
    for (const move of moves) {
      for (const from of participationStates) {
        await setState('nykomling', from);
        for (const who of everyone) {
          if (who === 'maja' && from !== 'PENDING' && from !== 'VERIFIED') continue;
          const scope = await world.enter(who);
          const trying = moveOrganisation(scope, 'nykomling', move.name, 'Skäl');
          await expect(trying, `${who} ${move.name}`).rejects.toBeInstanceOf(NotFound);
        }
        const judit = await world.enter('judit');
        const making = moveOrganisation(judit, 'nykomling', move.name, 'Skäl');
        if (move.from.includes(from)) await making;
        else await expect(making).rejects.toEqual(refusal('organisations.refusals.moved'));
        expect(await stateOf('nykomling')).toBe(move.from.includes(from) ? move.to : from);
      }
    }
  });

  it('lets in, and the people act at once', async () => {
    await setState('nykomling', 'PENDING');
    expect((await world.enter('maja')).may('booking:create')).toBe(false);
    await moveOrganisation(await world.enter('judit'), 'nykomling', 'verify');
    const maja = await world.enter('maja');
    expect([maja.waiting, maja.may('booking:create')]).toEqual([false, true]);
    const [letter] = await lettersTo(world, 'maja@nord.example');
    expect(letter?.subject).toBe('Nykomling AB deltar nu i Navet Nord');
  });

  it('ends access at once when it has left, and keeps the name', async () => {
    await setState('nykomling', 'VERIFIED');
    await moveOrganisation(await world.enter('judit'), 'nykomling', 'leave');
    await expect(world.enter('maja')).rejects.toBeInstanceOf(NotFound);
    const visitor = await enterPublic('nord');
    const page = await findOrganisation(visitor, 'nykomling', async () => null);
    expect(page).toMatchObject({ name: 'Nykomling AB', since: null });
  });

  it('gives its reason, and lets go of the number until it is looked at again', async () => {
    const number = '2021000985';
    const { slug } = await applied({ name: 'Fel Avsändare AB', number, email: 'x@fel.example' });
    const judit = await world.enter('judit');
    const wordless = moveOrganisation(judit, slug, 'reject', '');
    await expect(wordless).rejects.toThrow();
    await moveOrganisation(judit, slug, 'reject', 'Ni är inte de ni säger.');
    const [letter] = await lettersTo(world, 'x@fel.example');
    expect(letter?.text).toContain('Ni är inte de ni säger.');
    const rightful = await applied({ name: 'Rätt AB', number, email: 'y@ratt.example' });
    expect(rightful.slug).toBe('ratt-ab');
    const again = moveOrganisation(judit, slug, 'reopen');
    await expect(again).rejects.toEqual(refusal('organisations.refusals.numberTaken'));
    expect((await findTakingPart(judit, slug)).reason).toBe('Ni är inte de ni säger.');
    await moveOrganisation(judit, rightful.slug, 'reject', 'Nej');
    await moveOrganisation(judit, slug, 'reopen');
    expect(await findTakingPart(judit, slug)).toMatchObject({ state: 'PENDING', reason: '' });
    expect((await findTakingPart(judit, slug)).organisationNumber).toBe(number);
    const [reopened] = await lettersTo(world, 'x@fel.example');
    expect(reopened?.subject).toBe('Navet Nord prövar Fel Avsändare AB igen');
  });

  it('never takes the body that runs the hub out of it', async () => {
    const judit = await world.enter('judit');
    expect((await findTakingPart(judit, 'region-norr')).moves).toEqual([]);
    const leaving = moveOrganisation(judit, 'region-norr', 'leave');
    await expect(leaving).rejects.toEqual(refusal('organisations.refusals.runsTheHub'));
  });

  it('is given once by two administrators at once', async () => {
    await setState('nykomling', 'PENDING');
    const judit = await world.enter('judit');
    const both: MoveName[] = ['verify', 'reject'];
    const done = await Promise.allSettled(
      both.map((name) =>
        moveOrganisation(judit, 'nykomling', name, name === 'reject' ? 'Nej' : ''),
      ),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is not for another hub’s organisations', async () => {
    const judit = await world.enter('judit');
    await expect(findTakingPart(judit, 'folldal')).rejects.toBeInstanceOf(NotFound);
    for (const { name } of moves) {
      await expect(moveOrganisation(judit, 'folldal', name, 'x')).rejects.toBeInstanceOf(NotFound);
    }
    const rows = (await listTakingPart(judit, 'VERIFIED')).rows.map(({ slug }) => slug);
    expect(rows).not.toContain('folldal');
  });

  it('stands in the database, too: no other move, no other row, no other column', async () => {
    await setState('nykomling', 'REJECTED');
    const judit = await world.enter('judit');
    const raw = (sql: string) =>
      judit.write('organisation:judge', async (db, deed) => {
        deed.record('tried', 'organisation', crypto.randomUUID());
        return db.$executeRawUnsafe(sql);
      });
    const one = world.organisation('nykomling');
    await expect(
      raw(`update participation set state = 'VERIFIED' where organisation_id = '${one}'`),
    ).rejects.toThrow(/participation_moves/);
    await expect(
      raw(`insert into participation values ('${world.hub('innland')}', '${one}')`),
    ).rejects.toThrow(/permission denied/);
    expect(
      await raw(`update participation set since = now() where hub_id = '${world.hub('innland')}'`),
    ).toBe(0);
    await expect(raw(`update organisation set organisation_number = null`)).rejects.toThrow(
      /numbers_are_right/,
    );
    await expect(raw(`update organisation set slug = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(raw(`update organisation set name = 'Kapad'`)).rejects.toThrow(
      /words_are_ones_own/,
    );
  });
});

describe('An organisation’s own settings', () => {
  const input = {
    name: 'Fjällvård Digital AB',
    shortName: 'Fjällvård',
    town: 'Åre',
    aboutSv: 'Vi gör stöd.',
    aboutNb: '',
    aboutEn: '',
  };

  it('are changed by its administrators alone, and only its own', async () => {
    for (const who of ['cleo', 'maja', 'judit', 'hedda', 'nils'] as const) {
      await setState('nykomling', 'PENDING');
      const scope = await world.enter(who);
      await expect(saveSettings(scope, input), who).rejects.toBeInstanceOf(NotFound);
      await expect(findSettings(scope), who).rejects.toBeInstanceOf(NotFound);
      await expect(addDomain(scope, 'x.example'), who).rejects.toBeInstanceOf(NotFound);
      await expect(removeDomain(scope, 'x.example'), who).rejects.toBeInstanceOf(NotFound);
    }
    const disa = await world.enter('disa');
    await saveSettings(disa, input);
    expect(await findSettings(disa)).toMatchObject({ name: input.name, town: 'Åre' });
    const others = await world.asSystem((db) => db.organisation.count({ where: { town: 'Åre' } }));
    expect(others).toBeGreaterThan(0);
    expect((await findSettings(await world.enter('bror'))).town).toBe('');
    const told = await world.asSystem((db) =>
      db.notice.findFirst({ where: { kind: 'organisationRenamed' } }),
    );
    expect(told?.personId).toBe(world.person('judit'));
  });

  it('keep the official name of a municipality, and what a demoted administrator sends too late', async () => {
    const bror = await world.enter('bror');
    await saveSettings(bror, { ...input, name: 'Bergs kommun AB' });
    expect((await findSettings(bror)).name).toBe('Bergs kommun');
    const raw = bror.write('organisation:edit', async (db, deed) => {
      deed.record('tried', 'organisation', bror.organisation.id);
      await db.organisation.updateMany({ data: { name: 'Kapad' } });
    });
    await expect(raw).rejects.toThrow(/official_names_stand/);
    const disa = await world.enter('disa');
    await setRole('disa', 'STAFF', 'cleo');
    await expect(saveSettings(disa, input)).rejects.toBeInstanceOf(NotFound);
    await expect(addDomain(disa, 'x.example')).rejects.toThrow();
    await setRole('disa', 'ADMIN');
  });

  it('name domains, each once', async () => {
    const disa = await world.enter('disa');
    await addDomain(disa, 'fjallvard.example');
    await expect(addDomain(disa, 'fjallvard.example')).rejects.toBeInstanceOf(Refusal);
    expect((await findSettings(disa)).domains).toEqual(['fjallvard.example']);
    await expect(
      removeDomain(await world.enter('bror'), 'fjallvard.example'),
    ).rejects.toBeInstanceOf(NotFound);
    await removeDomain(disa, 'fjallvard.example');
    expect((await findSettings(disa)).domains).toEqual([]);
  });
});

async function setState(slug: string, state: ParticipationState) {
  await database().$executeRawUnsafe(`update participation set state = '${state}',
    reason = '${state === 'REJECTED' ? 'x' : ''}' where organisation_id = '${world.organisation(slug)}'`);
}

async function stateOf(slug: string) {
  const row = await world.asSystem((db) =>
    db.participation.findFirst({ where: { organisationId: world.organisation(slug) } }),
  );
  return row?.state;
}

/** Past the wall; `other` is made administrator first, since one must remain. */
async function setRole(who: CastName, role: 'STAFF' | 'ADMIN', other?: CastName) {
  await world.asSystem(async (db) => {
    if (other) {
      await db.membership.updateMany({
        where: { personId: world.person(other) },
        data: { role: 'ADMIN' },
      });
    }
    await db.membership.updateMany({ where: { personId: world.person(who) }, data: { role } });
  });
}
