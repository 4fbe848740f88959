import { z } from 'zod';
import { careAreas } from '#lib/needs/rules.ts';
import { locales } from '#lib/platform/i18n/locales.ts';
import { partyRoles } from './moves.ts';
import { type ProjectFilter, projectStates } from './rules.ts';

type Search = Record<string, string | string[] | undefined>;

/** The filter an address asks for; unknown values are left out. */
export function projectFilterOf(search: Search): ProjectFilter {
  const chosen = (name: string, known: readonly string[]) =>
    known.filter((value) => [search[name]].flat().includes(value));
  return { state: chosen('state', projectStates), area: chosen('area', careAreas) };
}

export const charterLimits = { purpose: 2000, vision: 2000, goals: 4000, limits: 2000 } as const;
/** Most characters of each text, and fewest of what was learned; the hints say so. */
export const projectLimits = {
  title: 120,
  summary: 600,
  words: 1000,
  lessons: 4000,
  lessonsLeast: 200,
} as const;

const text = (field: 'title' | 'summary' | 'words' | 'lessons') =>
  z
    .string()
    .default('')
    .transform((words) => words.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(projectLimits[field], `projects.refusals.tooLong.${field}`));
const id = z.guid();
const day = z.iso.date('projects.refusals.badDate');

/** Whom a project is to be shown to once the hub has looked at it. */
export const projectVisibilities = ['PARTIES', 'PUBLIC_SIDE', 'OPEN'] as const;

/** A joint project as it is started, or changed. */
export const projectForm = z
  .object({
    /** Made with the form, so that the same form sent twice makes one project. */
    id,
    /** The version the form was opened on; 0 before the first saving. */
    revision: z.coerce.number().int().min(0).max(1_000_000),
    language: z.enum(locales),
    title: text('title')
      .transform((line) => line.replace(/\s+/g, ' '))
      .pipe(z.string().min(1, 'projects.refusals.title')),
    summary: text('summary').pipe(z.string().min(1, 'projects.refusals.summary')),
    areas: z.array(z.enum(careAreas)).max(careAreas.length).default([]),
    needs: z.array(id).min(1, 'projects.refusals.needs').max(50).default([]),
    startsOn: day,
    endsOn: z.union([z.literal(''), day]).default(''),
    wished: z.enum(projectVisibilities),
  })
  .refine(({ startsOn, endsOn }) => endsOn === '' || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'projects.refusals.endsFirst',
  });
export type ProjectInput = z.output<typeof projectForm>;

/** Who is invited, and as what. */
export const inviteForm = z.object({
  organisation: z.guid('projects.refusals.whom'),
  role: z.enum(partyRoles, 'projects.refusals.role'),
  words: text('words'),
});
/** As what one asks to be in it. */
export const askForm = z.object({
  role: z.enum(partyRoles, 'projects.refusals.role'),
  words: text('words'),
});
/** What is said with a move of a party. */
export const wordsForm = z.object({ words: text('words') });
export const lessonsForm = z.object({ lessons: text('lessons') });
/** What the hub says of a project it has looked at. */
export const checkForm = z.object({
  answer: z.enum(['show', 'ask'], 'projects.refusals.answer'),
  words: text('words'),
});
export type CheckInput = z.output<typeof checkForm>;

/** Whether an address's part can be an id at all; PostgreSQL would stumble over anything else. */
export function isId(value: string): boolean {
  return z.guid().safeParse(value).success;
}

/** As what one joins a proposal, and who is to lead what it becomes. */
export const joinForm = z.object({ role: z.enum(partyRoles, 'projects.refusals.role') });
export const convertForm = z.object({ lead: z.guid('projects.refusals.lead') });

const part = (name: keyof typeof charterLimits) =>
  z
    .string()
    .default('')
    .transform((words) => words.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(charterLimits[name], `projects.charter.tooLong.${name}`));

/** What the parties want together. */
export const charterForm = z.object({
  /** The version the form was opened on; 0 before the first. */
  version: z.coerce.number().int().min(0).max(1_000_000),
  language: z.enum(locales),
  purpose: part('purpose').pipe(z.string().min(1, 'projects.charter.needsPurpose')),
  vision: part('vision'),
  goals: part('goals'),
  limits: part('limits'),
});
export type CharterInput = z.output<typeof charterForm>;
export const charterParts = ['purpose', 'vision', 'goals', 'limits'] as const;
