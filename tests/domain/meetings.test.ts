import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  callMeeting,
  cancelMeeting,
  changeMeeting,
  dropItem,
  saveItem,
} from '#lib/meetings/calling.ts';
import { answerMeeting, approveMinutes, writeMinutes } from '#lib/meetings/minuting.ts';
import { meetingMoves } from '#lib/meetings/moves.ts';
import { findMeeting, listMeetings } from '#lib/meetings/reads.ts';
import { callForm, changeForm, itemForm } from '#lib/meetings/schema.ts';
import { NotFound, type Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { checkProject } from '#lib/projects/closing.ts';
import { moveParty } from '#lib/projects/parties.ts';
import { projectForm } from '#lib/projects/schema.ts';
import { saveProject } from '#lib/projects/starting.ts';
import { giveRole, moveSeat, nameSeat, saveGroup } from '#lib/steering/groups.ts';
import { findGroups } from '#lib/steering/reads.ts';
import { groupForm } from '#lib/steering/schema.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { makeNeed } from './innovation-bodies.ts';

let world: World;
let slug: string;
let steering: string;
let working: string;
const names = [
  'alva',
  'bror',
  'cleo',
  'disa',
  'egil',
  'frej',
  'greta',
  'pia',
  'judit',
  'kari',
] as const;
const as = {} as Record<(typeof names)[number], Scope>;
const id = () => crypto.randomUUID();
const zone = () => as.alva.hub.zone;
const refusal = (code: string) => expect.objectContaining({ code }) as Refusal;

/** Bergs kommun leads, Anhöriga is a site, Fjällvard its supplier, who works along but steers not. */
beforeAll(async () => {
  world = await makeWorld();
  for (const who of names) as[who] = await world.enter(who);
  const need = await makeNeed(world);
  const input = projectForm.parse({
    ...{ id: id(), revision: 0, language: 'sv', title: 'Mötas', summary: 'Tillsammans.' },
    ...{ areas: ['MOBILE_WORK'], needs: [need], startsOn: '2027-01-01', wished: 'OPEN' },
  });
  ({ slug } = await saveProject(as.alva, input));
  await checkProject(as.judit, slug, { answer: 'show', words: '' });
  const body = (name: string) => world.organisation(name) as string;
  for (const [org, role, who] of [
    ['anhoriga', 'PILOT_SITE', as.pia],
    ['fjallvard', 'SUPPLIER', as.disa],
  ] as const) {
    await moveParty(as.bror, slug, body(org), 'invite', { role, words: '' });
    await moveParty(who, slug, body(org), 'confirm', { words: '' });
  }
  steering = await group('STEERING');
  working = await group('WORKING');
  for (const which of [steering, working]) {
    for (const who of ['bror', 'pia'] as const) await seat(which, who);
    await giveRole(as.bror, slug, await seatOf(which, 'bror'), 'CHAIR');
  }
  await nameSeat(as.disa, slug, working, {
    person: world.person('cleo'),
    standsFor: 'PARTY',
    toDay: '',
  });
  await moveSeat(as.cleo, slug, await seatOf(working, 'cleo'), 'accept');
});
afterAll(() => world.close());

async function group(kind: 'STEERING' | 'WORKING') {
  const input = groupForm.parse({
    ...{ id: id(), kind, language: 'sv', name: kind, mandate: 'Styr.', seatsPerParty: 2 },
  });
  await saveGroup(as.alva, slug, input);
  return input.id;
}
const seat = (which: string, who: 'bror' | 'pia') =>
  nameSeat(as[who], slug, which, { person: world.person(who), standsFor: 'PARTY', toDay: '' });
async function seatOf(which: string, who: CastName) {
  const { groups } = await findGroups(as.alva, slug);
  const seats = groups.find((one) => one.id === which)?.seats ?? [];
  return seats.find((one) => one.personId === world.person(who))?.id as string;
}

/** A meeting called by Bror that began an hour ago (`days` 0) or lies ahead. */
async function called(which = steering, days = 0) {
  const at = Temporal.Now.zonedDateTimeISO(zone()).add({ days });
  const day = at.toPlainDate().toString();
  const input = callForm.parse({
    ...{ id: id(), group: which, language: 'sv', title: 'Möte', place: 'Rum 1', day },
    ...{ from: '00:00', to: '23:59', agenda: 'Läget\n\n  Nästa   steg ' },
  });
  await callMeeting(as.bror, slug, input);
  return input.id;
}
const minutes = async (meeting: string, there: string[], words = 'Vi sågs.') => {
  const { revision, items } = await findMeeting(as.bror, slug, meeting);
  const said = [[items[0]?.id as string, 'Allt går bra.']] as [string, string][];
  return { revision, minutes: words, there, said };
};
const letters = () =>
  world.asSystem(async (db) => {
    const rows = await db.mail.findMany({ orderBy: { recipient: 'asc' } });
    await db.mail.deleteMany();
    return rows.map(({ recipient, subject, calendar }) => [
      ...[recipient.split('@')[0], subject.split(':')[0], calendar?.match(/METHOD:(\w+)/)?.[1]],
    ]);
  });

describe('Meetings', () => {
  it('are called by who leads and who chairs, heard by who sits there, with a file for the calendar', async () => {
    await letters();
    const meeting = await called(steering, 3);
    expect(await letters()).toEqual([['pia', 'Kallelse', 'PUBLISH']]);
    const { items, seats, calls } = await findMeeting(as.pia, slug, meeting);
    expect(items.map(({ title }) => title)).toEqual(['Läget', 'Nästa steg']);
    expect(seats.map(({ person }) => person)).toHaveLength(2);
    expect(calls).toBe(false);
    const input = { ...callForm.parse(whole(steering)), id: id() };
    await expect(callMeeting(as.pia, slug, input)).rejects.toThrow(NotFound);
    await expect(callMeeting(as.judit, slug, input)).rejects.toThrow();
    await callMeeting(as.alva, slug, input);
  });

  it('are answered by each for themselves, until they are over', async () => {
    const meeting = await called(steering, 2);
    await answerMeeting(as.pia, slug, meeting, 'COMING');
    await answerMeeting(as.pia, slug, meeting, 'NOT_COMING');
    const { seats } = await findMeeting(as.bror, slug, meeting);
    expect(seats.map(({ answer }) => answer).sort()).toEqual(['NOT_COMING', null]);
    await expect(answerMeeting(as.frej, slug, meeting, 'COMING')).rejects.toThrow(NotFound);
    await expect(answerMeeting(as.cleo, slug, meeting, 'COMING')).rejects.toThrow(NotFound);
  });

  it('keep their agenda in order while items come, move and go', async () => {
    const meeting = await called(steering, 2);
    const one = itemForm.parse({ id: id(), title: 'Först', position: '1' });
    await saveItem(as.bror, slug, meeting, one);
    await saveItem(as.bror, slug, meeting, { ...one, position: 3, words: 'Därför.' });
    const titles = async () =>
      (await findMeeting(as.bror, slug, meeting)).items.map(({ title }) => title);
    expect(await titles()).toEqual(['Läget', 'Nästa steg', 'Först']);
    await dropItem(
      as.bror,
      slug,
      meeting,
      (await findMeeting(as.bror, slug, meeting)).items[0]?.id as string,
    );
    expect(await titles()).toEqual(['Nästa steg', 'Först']);
    await expect(saveItem(as.pia, slug, meeting, { ...one, id: id() })).rejects.toThrow(NotFound);
  });

  it('move and are cancelled with the reason, and refuse what was opened before', async () => {
    const meeting = await called(steering, 2);
    const day = Temporal.Now.plainDateISO(zone()).add({ days: 4 }).toString();
    const to = changeForm.parse({
      ...{
        title: 'Möte',
        day,
        from: '10:00',
        to: '11:00',
        link: 'https://mote.example/1',
        revision: 1,
      },
    });
    await changeMeeting(as.bror, slug, meeting, to);
    await expect(changeMeeting(as.bror, slug, meeting, to)).rejects.toEqual(
      refusal('meetings.refusals.stale'),
    );
    await letters();
    await cancelMeeting(as.bror, slug, meeting, 'Snöoväder');
    expect(await letters()).toEqual([['pia', 'Inställt möte', 'CANCEL']]);
    const { state, words } = await findMeeting(as.pia, slug, meeting);
    expect([state, words]).toEqual(['CANCELLED', 'Snöoväder']);
    await expect(answerMeeting(as.pia, slug, meeting, 'COMING')).rejects.toThrow();
    await expect(
      saveItem(as.bror, slug, meeting, itemForm.parse({ id: id(), title: 'x', position: 1 })),
    ).rejects.toThrow();
  });

  it('are minuted once they have begun, approved by another who was there, and stay', async () => {
    const ahead = await called(steering, 1);
    await expect(writeMinutes(as.bror, slug, ahead, await minutes(ahead, []))).rejects.toEqual(
      refusal('meetings.refusals.notBegun'),
    );
    const meeting = await called();
    const [bror, pia] = [await seatOf(steering, 'bror'), await seatOf(steering, 'pia')];
    await writeMinutes(as.bror, slug, meeting, await minutes(meeting, [bror]));
    const { revision } = await findMeeting(as.pia, slug, meeting);
    await expect(approveMinutes(as.bror, slug, meeting, revision)).rejects.toEqual(
      refusal('meetings.refusals.anotherApproves'),
    );
    await expect(approveMinutes(as.pia, slug, meeting, revision)).rejects.toEqual(
      refusal('meetings.refusals.whoWasThere'),
    );
    await writeMinutes(as.bror, slug, meeting, await minutes(meeting, [bror, pia]));
    await expect(approveMinutes(as.pia, slug, meeting, revision)).rejects.toEqual(
      refusal('meetings.refusals.stale'),
    );
    await approveMinutes(as.pia, slug, meeting, revision + 1);
    const found = await findMeeting(as.bror, slug, meeting);
    expect(found.state).toBe('APPROVED');
    expect(found.items[0]?.minutes).toBe('Allt går bra.');
    expect(found.moves).toEqual([]);
    await expect(
      writeMinutes(as.bror, slug, meeting, await minutes(meeting, [])),
    ).rejects.toThrow();
    const raw = as.bror.write('seat:sit', async (db, deed) => {
      const { count } = await db.meetingItem.updateMany({
        where: { hubId: as.bror.hub.id, meetingId: meeting },
        data: { minutes: 'Något annat' },
      });
      deed.record('agendaChanged', 'project', found.projectId);
      return count;
    });
    await expect(raw).rejects.toThrow(/minutes_stay/);
  });

  it('are read inside the project and by who sits in the group, and by nobody else', async () => {
    const [ours, theirs] = [await called(steering, 2), await called(working, 2)];
    const seen = async (who: Scope, which: string) =>
      findMeeting(who, slug, which).then(
        () => true,
        (error) => {
          if (error instanceof NotFound) return false;
          throw error;
        },
      );
    expect(await seen(as.frej, ours)).toBe(true);
    expect(await seen(as.judit, ours)).toBe(true);
    expect(await seen(as.cleo, ours)).toBe(false);
    expect(await seen(as.cleo, theirs)).toBe(true);
    expect(await seen(as.disa, theirs)).toBe(false);
    for (const who of [as.egil, as.greta, as.kari]) {
      expect([await seen(who, ours), await seen(who, theirs)]).toEqual([false, false]);
    }
    const { ahead, over } = await listMeetings(as.egil, slug);
    expect([ahead, over]).toEqual([[], []]);
  });

  it('in the database go no other way than the table, whoever writes', async () => {
    const states = ['CALLED', 'HELD', 'APPROVED', 'CANCELLED'] as const;
    const ways = new Set(meetingMoves.flatMap(({ from, to }) => from.map((one) => `${one}-${to}`)));
    for (const who of [as.bror, as.pia, as.cleo, as.judit]) {
      for (const to of states) {
        const meeting = await called();
        const write = who.write('seat:sit', async (db, deed) => {
          const signed = { minutesAt: new Date(), minutesById: who.person.id };
          const { count } = await db.meeting.updateMany({
            where: { hubId: who.hub.id, id: meeting },
            data: {
              state: to,
              ...(to === 'HELD' && signed),
              ...(to === 'CANCELLED' && { words: 'x' }),
            },
          });
          deed.record('meetingChanged', 'project', meeting);
          return count;
        });
        const changed = await write.catch(() => 0);
        const may = who === as.bror && (ways.has(`CALLED-${to}`) || to === 'CALLED');
        expect([who.person.name, to, changed]).toEqual([who.person.name, to, may ? 1 : 0]);
      }
    }
  });
});

const whole = (which: string) => ({
  ...{ id: id(), group: which, language: 'sv', title: 'Möte', place: 'Rum 1' },
  ...{ day: Temporal.Now.plainDateISO().add({ days: 9 }).toString(), from: '09:00', to: '10:00' },
});
