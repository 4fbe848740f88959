import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReference } from '#lib/cli/seed/reference.ts';
import { applyToTakePart, confirmApplication } from '#lib/organisations/applying.ts';
import { askAgain, findAnswer } from '#lib/organisations/asking-again.ts';
import { correctNumber } from '#lib/organisations/entering-number.ts';
import { findTakingPart, listTakingPart, moveOrganisation } from '#lib/organisations/judging.ts';
import { againForm, applicationForm } from '#lib/organisations/schema.ts';
import { withdrawApplication } from '#lib/organisations/withdrawing.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterOrganisation, enterPerson, enterPublic } from '#lib/platform/scope.ts';
import { lettersTo, tokenIn } from '#tests/support/mail.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.asSystem(loadReference);
});
afterAll(() => world.close());

const judit = () => world.enter('judit');
const said = { town: 'Åre', person: 'Ida Ek', role: 'Chef', why: 'Vi vill visa vårt ljus.' };
// Right by Luhn, and nobody's in this world.
const [first, second, third, fourth] = ['5599902052', '5599903019', '5599903118', '5599903217'];

type Given = { name?: string; number?: string; code?: string; email: string; kind?: string };

/** Applies and proves the address; a session of whoever did. */
async function applied({ kind = 'COMPANY', ...given }: Given) {
  const input = applicationForm.parse({ kind, country: 'SE', ...said, ...given });
  await applyToTakePart(await enterPublic('nord'), input, 'sv');
  const [letter] = await lettersTo(world, given.email);
  const { slug } = await confirmApplication(await enterPublic('nord'), tokenIn(letter?.text ?? ''));
  return { where: { hub: 'nord', organisation: slug }, session: await sessionOf(given.email) };
}

async function sessionOf(email: string): Promise<string> {
  const id = crypto.randomUUID();
  await world.asSystem(async (db) => {
    const { id: personId } = await db.person.findUniqueOrThrow({ where: { email } });
    await db.session.create({ data: { id, personId, expiresAt: new Date('2100-01-01') } });
  });
  return id;
}

const form = againForm({ kind: 'COMPANY', country: 'SE', code: '' }, false);
const reject = async (slug: string, reason = 'Nej.') =>
  moveOrganisation(await judit(), slug, 'reject', reason);
const bodies = () => world.asSystem((db) => db.organisation.count());

describe('Asking again', () => {
  it('begins with what was said, and is the same organisation', async () => {
    const { where, session } = await applied({
      name: 'Ljus AB',
      number: first,
      email: 'i@ljus.example',
    });
    await reject(where.organisation, 'Vilken kommun?');
    const own = await enterPerson(session);
    expect(await findAnswer(own, where)).toMatchObject({
      reason: 'Vilken kommun?',
      fixed: false,
      asked: { number: first, town: 'Åre', role: 'Chef', why: said.why },
    });
    const before = await bodies();
    const input = form.parse({ ...said, name: 'Ljus i Åre AB', number: second, why: 'Med Åre.' });
    await askAgain(own, where, input, 'sv');
    expect(await bodies()).toBe(before);
    expect(await findTakingPart(await judit(), where.organisation)).toMatchObject({
      name: 'Ljus i Åre AB',
      state: 'PENDING',
      organisationNumber: second,
      application: { why: 'Med Åre.', applicantName: 'Ida Ek', email: 'i@ljus.example' },
      related: [{ reason: 'Vilken kommun?', outcome: 'REJECTED' }],
    });
    expect((await enterOrganisation(session, 'nord', where.organisation)).waiting).toBe(true);
    const [told] = await lettersTo(world, 'judit@nord.example');
    expect(told?.text).toContain('Ljus i Åre AB');
    await expect(askAgain(own, where, input, 'sv')).rejects.toBeInstanceOf(NotFound);
  });

  it('is once, however many ask at the same time', async () => {
    const { where, session } = await applied({
      name: 'Samtidigt AB',
      number: third,
      email: 's@samtidigt.example',
    });
    await withdrawApplication(await enterOrganisation(session, 'nord', where.organisation));
    const own = await enterPerson(session);
    const input = form.parse({ ...said, name: 'Samtidigt AB', number: third });
    const all = await Promise.allSettled([1, 2, 3].map(() => askAgain(own, where, input, 'sv')));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { related } = await findTakingPart(await judit(), where.organisation);
    expect(related).toMatchObject([{ outcome: 'WITHDRAWN' }]);
  });

  it('is for its administrators alone', async () => {
    const { where, session } = await applied({
      name: 'Egen AB',
      number: fourth,
      email: 'e@egen.example',
    });
    await reject(where.organisation);
    const input = form.parse({ ...said, name: 'Egen AB', number: fourth });
    const disa = await enterPerson(world.session('disa'));
    await expect(askAgain(disa, where, input, 'sv')).rejects.toBeInstanceOf(NotFound);
    await world.asSystem(async (db) => {
      const { id } = await db.organisation.findUniqueOrThrow({
        where: { slug: where.organisation },
      });
      const personId = world.person('disa');
      await db.membership.create({ data: { personId, organisationId: id, role: 'STAFF' } });
    });
    expect(await findAnswer(disa, where)).toMatchObject({ asked: null, reason: 'Nej.' });
    await expect(askAgain(disa, where, input, 'sv')).rejects.toBeInstanceOf(NotFound);
    await askAgain(await enterPerson(session), where, input, 'sv');
  });

  it('says whose the number is by now', async () => {
    const given = { name: 'Tappad AB', number: '5599903316', email: 't@tappad.example' };
    const { where, session } = await applied(given);
    await reject(where.organisation);
    await applied({ ...given, name: 'Annan AB', email: 'a@annan.example' });
    const input = form.parse({ ...said, name: 'Tappad AB', number: given.number });
    await expect(askAgain(await enterPerson(session), where, input, 'sv')).rejects.toMatchObject({
      fields: { number: 'organisations.refusals.numberInUse' },
    });
  });

  it('asks a municipality for nothing the official table says', async () => {
    const { where, session } = await applied({
      kind: 'MUNICIPALITY',
      code: '2326',
      email: 'k@berg.example',
    });
    const body = { kind: 'MUNICIPALITY', country: 'SE', code: '2326' } as const;
    await reject(where.organisation);
    const input = againForm(body, true).parse({ role: 'Kommunchef', why: 'Nu vill vi.' });
    await askAgain(await enterPerson(session), where, input, 'sv');
    const { state, application } = await findTakingPart(await judit(), where.organisation);
    expect({ state, code: application?.officialCode }).toEqual({ state: 'PENDING', code: '2326' });
  });
});

describe('A number that the hub has put right', () => {
  it('is taken up again when the hub, or the organisation, asks anew', async () => {
    const email = 'r@rattad.example';
    const { where, session } = await applied({ name: 'Rättad AB', number: '5560004615', email });
    const slug = where.organisation;
    await correctNumber(await judit(), slug, '556036-0793');
    await reject(slug);
    expect(await findTakingPart(await judit(), slug)).toMatchObject({
      organisationNumber: null,
      application: { organisationNumber: '5560004615', answeredNumber: '5560360793' },
    });
    expect((await findAnswer(await enterPerson(session), where)).asked?.number).toBe('5560360793');
    await moveOrganisation(await judit(), slug, 'reopen');
    const numberOf = async () => (await findTakingPart(await judit(), slug)).organisationNumber;
    expect(await numberOf()).toBe('5560360793');
    const { rows } = await listTakingPart(await judit(), 'PENDING');
    expect(rows.map((row) => row.slug)).toContain(slug);
  });
});
