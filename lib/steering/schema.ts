import { z } from 'zod';
import { locales } from '#lib/platform/i18n/locales.ts';
import { groupKinds, kindNames, positions, seatRoles, seatsFor } from './moves.ts';

/** Most characters of each text; the hints say so. */
export const steeringLimits = {
  ...{ name: 120, mandate: 2000, interests: 600, title: 160, wording: 2000 },
  ...{ alternatives: 2000, background: 4000, words: 1000, lessonsLeast: 200 },
} as const;

const text = (field: Exclude<keyof typeof steeringLimits, 'lessonsLeast'>) =>
  z
    .string()
    .default('')
    .transform((words) => words.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(steeringLimits[field], `steering.refusals.tooLong.${field}`));
const line = (field: 'name' | 'title') =>
  text(field).transform((words) => words.replace(/\s+/g, ' '));
const maybe = <T extends z.ZodType>(one: T) => z.union([z.literal(''), one]).default('');
const day = z.iso.date('steering.refusals.day');
const number = (least: number, most: number, code: string) =>
  z.coerce.number(code).int(code).min(least, code).max(most, code);

/** A group as whoever leads makes or changes it. */
export const groupForm = z.object({
  id: z.guid(),
  kind: z.enum(groupKinds),
  language: z.enum(locales),
  name: line('name').pipe(z.string().min(1, 'steering.refusals.name')),
  mandate: text('mandate').pipe(z.string().min(1, 'steering.refusals.mandate')),
  seatsPerParty: number(1, 9, 'steering.refusals.seats'),
  userSeats: number(0, 9, 'steering.refusals.seats').default(0),
  staffSeats: number(0, 9, 'steering.refusals.seats').default(0),
  meetingsAYear: maybe(number(1, 52, 'steering.refusals.meetings')),
});
export type GroupInput = z.output<typeof groupForm>;

/** Whom a body names for a seat, for whom they stand, until when. */
export const seatForm = z.object({
  person: z.guid('steering.refusals.person'),
  standsFor: z.enum(seatsFor, 'steering.refusals.standsFor'),
  toDay: maybe(day),
});
export type SeatInput = z.output<typeof seatForm>;
export const seatMoveForm = z.object({ interests: text('interests') });
export const roleForm = z.object({ role: z.enum(seatRoles, 'steering.refusals.role') });

/** A decision as it is drafted. */
export const decisionForm = z.object({
  id: z.guid(),
  /** The version the form was opened on; 0 before the first saving. */
  revision: z.coerce.number().int().min(0).max(1_000_000),
  kind: z.enum(kindNames, 'steering.refusals.kind'),
  language: z.enum(locales),
  title: line('title').pipe(z.string().min(1, 'steering.refusals.title')),
  wording: text('wording').pipe(z.string().min(1, 'steering.refusals.wording')),
  alternatives: text('alternatives'),
  background: text('background'),
  owner: maybe(z.guid()),
  dueOn: maybe(day),
  phase: maybe(z.guid()),
  pilot: maybe(z.guid()),
  newDay: maybe(day),
  supersedes: maybe(z.guid()),
});
export type DecisionInput = z.output<typeof decisionForm>;

/** Until which day the parties can answer, its end included. */
export const openForm = z.object({ answerBy: day });
export const positionForm = z
  .object({ position: z.enum(positions, 'steering.refusals.position'), words: text('words') })
  .refine(({ position, words }) => position !== 'RESERVATION' || words !== '', {
    path: ['words'],
    message: 'steering.refusals.reservation',
  });
export type PositionInput = z.output<typeof positionForm>;
export const closeForm = z.object({ how: z.enum(['count', 'putOff']), words: text('words') });
export const holdForm = z.object({
  words: text('words').pipe(z.string().min(1, 'steering.refusals.why')),
  lookAgain: day,
});
