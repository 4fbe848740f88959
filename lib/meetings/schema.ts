import { z } from 'zod';
import { locales } from '#lib/platform/i18n/locales.ts';
import { answers } from './moves.ts';

/** Most characters of each text, and most items of an agenda. */
export const meetingLimits = {
  ...{ title: 160, place: 200, link: 500, item: 200, words: 4000, minutes: 8000, items: 60 },
} as const;

type Limited = Exclude<keyof typeof meetingLimits, 'items'>;
const text = (field: Limited) =>
  z
    .string()
    .default('')
    .transform((words) => words.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(meetingLimits[field], 'refusals.tooLong'));
const line = (field: Limited) => text(field).transform((words) => words.replace(/\s+/g, ' '));
const named = (field: Limited, code: string) => line(field).pipe(z.string().min(1, code));
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'workspace.refusals.badTime');
const link = z
  .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'meetings.refusals.link' })])
  .default('')
  .pipe(z.string().max(meetingLimits.link, 'refusals.tooLong'));

const when = {
  title: named('title', 'meetings.refusals.title'),
  day: z.iso.date('workspace.refusals.badDate'),
  from: time,
  to: time,
  place: line('place'),
  link,
};
type When = { from: string; to: string; place: string; link: string };
const inOrder = ({ from, to }: When) => from < to;
const somewhere = ({ place, link: at }: When) => place !== '' || at !== '';
const endsFirst = { path: ['to'], message: 'meetings.refusals.endsFirst' };
const nowhere = { path: ['place'], message: 'meetings.refusals.nowhere' };

/** A meeting as it is called: local times of the hub, and an agenda of one item a line. */
export const callForm = z
  .object({
    ...{ ...when, id: z.guid(), group: z.guid(), language: z.enum(locales) },
    agenda: z
      .string()
      .default('')
      .transform((words) => words.split(/\r?\n/).map((each) => each.replace(/\s+/g, ' ').trim()))
      .transform((lines) => lines.filter((each) => each !== ''))
      .pipe(
        z
          .array(z.string().max(meetingLimits.item, 'meetings.refusals.longItem'))
          .max(meetingLimits.items, 'meetings.refusals.manyItems'),
      ),
  })
  .refine(inOrder, endsFirst)
  .refine(somewhere, nowhere);
export type CallInput = z.output<typeof callForm>;

/** Another time or place; `revision` is the one the form was opened on. */
export const changeForm = z
  .object({ ...when, revision: z.coerce.number().int().min(1).max(1_000_000) })
  .refine(inOrder, endsFirst)
  .refine(somewhere, nowhere);
export type ChangeInput = z.output<typeof changeForm>;

export const cancelForm = z.object({
  words: text('words').pipe(z.string().min(1, 'meetings.refusals.why')),
});
export const answerForm = z.object({ answer: z.enum(answers) });

/** An item of the agenda. */
export const itemForm = z.object({
  id: z.guid(),
  title: named('item', 'meetings.refusals.item'),
  words: text('words'),
  decision: z.union([z.literal(''), z.guid()]).default(''),
  position: z.coerce.number().int().min(1, 'meetings.refusals.position').max(meetingLimits.items),
});
export type ItemInput = z.output<typeof itemForm>;

/** What was said, of the whole and of each item (`said-<item>`), and who was there. */
export const minutesForm = z
  .looseObject({
    revision: z.coerce.number().int().min(1).max(1_000_000),
    minutes: text('minutes'),
    there: z.array(z.guid()).default([]),
  })
  .transform(({ revision, minutes, there, ...rest }) => ({
    ...{ revision, minutes, there },
    said: Object.entries(rest).flatMap(([name, words]) =>
      name.startsWith('said-') && typeof words === 'string' ? [[name.slice(5), words]] : [],
    ) as [string, string][],
  }))
  .refine(({ said }) => said.every(([, words]) => words.length <= meetingLimits.minutes), {
    path: ['minutes'],
    message: 'refusals.tooLong',
  });
export type MinutesInput = z.output<typeof minutesForm>;
