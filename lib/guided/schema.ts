import { z } from 'zod';
import { locales } from '#lib/platform/i18n/locales.ts';

/** Who comes in a group, as the group says; none of them need be counted. */
export const visitorRoles = [
  'PATIENT',
  'RELATIVE',
  'STAFF',
  'MANAGER',
  'POLITICIAN',
  'OTHER',
] as const;
export type VisitorRole = (typeof visitorRoles)[number];
export type VisitorRoles = Partial<Record<VisitorRole, number>>;

/** Longest texts, in characters. */
export const longest = { hopes: 600, needs: 300, reason: 600, name: 80 } as const;

const whole = (least: number, most: number) =>
  z.coerce
    .number('guided.refusals.number')
    .int('guided.refusals.number')
    .min(least, 'guided.refusals.number')
    .max(most, 'guided.refusals.number');
const few = z.union([z.literal('').transform(() => 0), whole(0, 500)]).default(0);
const list = (typed: unknown) => [typed ?? []].flat();
const text = (most: number) => z.string().trim().max(most, 'refusals.tooLong').default('');
const language = z.enum(locales);

const counted = Object.fromEntries(visitorRoles.map((role) => [`role_${role}`, few])) as Record<
  `role_${VisitorRole}`,
  typeof few
>;

/** Who comes and why; `rolesOf` reads the counts. */
export const groupForm = z
  .object({
    size: whole(1, 500),
    hopes: text(longest.hopes),
    needs: text(longest.needs),
    ...counted,
  })
  .transform(({ size, hopes, needs, ...rest }) => ({ size, hopes, needs, roles: rolesOf(rest) }))
  .refine(({ size, roles }) => Object.values(roles).reduce((a, b) => a + b, 0) <= size, {
    path: ['size'],
    message: 'guided.refusals.moreRoles',
  });
export type GroupInput = z.output<typeof groupForm>;

function rolesOf(typed: Record<string, number>): VisitorRoles {
  const said = visitorRoles.map((role) => [role, typed[`role_${role}`] ?? 0] as const);
  return Object.fromEntries(said.filter(([, count]) => count > 0));
}

/** `session:<id>`, or `start:<YYYY-MM-DD>T<HH:MM>` in the site's zone. */
const time = z
  .string('guided.refusals.noTime')
  .regex(
    /^(session:[0-9a-f-]{36}|start:\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[03]0)$/,
    'guided.refusals.noTime',
  )
  .refine(
    (typed) =>
      typed.startsWith('start:')
        ? z.iso.date().safeParse(typed.slice(6, 16)).success
        : z.guid().safeParse(typed.slice('session:'.length)).success,
    'guided.refusals.noTime',
  );

/** Another time for a group that has one. */
export const moveForm = z.object({ language, time });
export type MoveInput = z.output<typeof moveForm>;

/** A group and the time it wants: a session that is open already, or a free start of its own. */
export const bookingForm = z.intersection(z.object({ key: z.guid(), language, time }), groupForm);
export type BookingInput = z.output<typeof bookingForm>;

/** For whom the house books: somebody of an organisation, or a group from outside with an address to write to. */
const behalf = z
  .object({
    organisationId: z.union([z.literal(''), z.guid()]).default(''),
    forId: z.union([z.literal(''), z.guid()]).default(''),
    guestName: text(longest.name),
    guestEmail: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.union([z.literal(''), z.email('guided.refusals.email').max(254)]))
      .default(''),
  })
  .refine(({ organisationId, forId }) => organisationId === '' || forId !== '', {
    path: ['forId'],
    message: 'guided.refusals.forWhom',
  })
  .refine(({ organisationId, guestName }) => organisationId !== '' || guestName !== '', {
    path: ['guestName'],
    message: 'guided.refusals.guestName',
  })
  .refine(({ organisationId, guestEmail }) => organisationId !== '' || guestEmail !== '', {
    path: ['guestEmail'],
    message: 'guided.refusals.email',
  });
export type BehalfInput = z.output<typeof behalf>;
export const behalfForm = z.intersection(behalf, bookingForm);

/** How a demo is shown. */
export const presentationForm = z
  .object({
    placeId: z.guid('guided.refusals.noZone'),
    minutes: whole(15, 480),
    groupFrom: whole(1, 500),
    groupTo: whole(1, 500),
    noticeHours: whole(0, 720),
    languages: z.preprocess(list, z.array(language).min(1, 'guided.refusals.noLanguage')),
    resources: z.preprocess(list, z.array(z.guid()).max(60)),
    hostNeeded: z.preprocess((typed) => list(typed).includes('yes'), z.boolean()),
    open: z.preprocess((typed) => list(typed).includes('yes'), z.boolean()),
  })
  .refine(({ groupFrom, groupTo }) => groupFrom <= groupTo, {
    path: ['groupTo'],
    message: 'guided.refusals.groupTurned',
  });
export type PresentationInput = z.output<typeof presentationForm>;

/** A kit item by its name, or somebody by who they are: `person` or `person organisation`. */
export const resourceForm = z
  .object({
    siteId: z.guid().optional(),
    /** The same in the form for kit, which stands on the same page. */
    kitSite: z.guid().optional(),
    what: z.union(
      [
        z.literal('KIT'),
        z
          .string()
          .regex(/^(GUIDE|HOST):[^:]+(:[^:]+)?$/)
          .refine((typed) =>
            typed
              .split(':')
              .slice(1)
              .every((id) => z.guid().safeParse(id).success),
          ),
      ],
      'guided.refusals.who',
    ),
    name: text(longest.name),
    languages: z.preprocess(list, z.array(language)),
  })
  .transform(({ siteId, kitSite, ...rest }) => ({ siteId: siteId ?? kitSite ?? '', ...rest }));
export type ResourceInput = z.output<typeof resourceForm>;

/** A time the house opens for whoever wants to come. */
export const openingForm = z.object({
  date: z.iso.date('workspace.refusals.badDate'),
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'guided.refusals.noTime'),
  language,
  /** So many weeks in a row, this one with them. */
  weeks: whole(1, 26).default(1),
});
export type OpeningInput = z.output<typeof openingForm>;

/** Whether one's own organisation shows a session: itself, by a colleague, or not, and then why. */
export const answerShowingForm = z
  .object({
    showing: z.guid('guided.refusals.showing'),
    answer: z.enum(['accept', 'colleague', 'decline'], 'guided.refusals.answer'),
    reason: text(longest.reason),
  })
  .refine(({ answer, reason }) => answer !== 'decline' || reason !== '', {
    path: ['reason'],
    message: 'guided.refusals.reason',
  });
export type AnswerShowingInput = z.output<typeof answerShowingForm>;

/** How many of each group came, by the groups' ids; one that is left empty is not said. */
export const attendanceForm = z
  .record(z.string(), z.unknown())
  .transform((typed) =>
    Object.fromEntries(
      Object.entries(typed)
        .filter(([name, value]) => /^came_[0-9a-f-]{36}$/.test(name) && value !== '')
        .map(([name, value]) => [name, value]),
    ),
  )
  .pipe(z.record(z.string(), whole(0, 500)))
  .transform((typed) => ({
    came: Object.fromEntries(
      Object.entries(typed).map(([name, count]) => [name.slice('came_'.length), count]),
    ),
  }));
export type AttendanceInput = z.output<typeof attendanceForm>;

/** A session is called off, or somebody who was to show it, by their id, cannot come. */
export const stopForm = z.object({
  what: z.union([z.literal('off'), z.guid()], 'guided.refusals.what'),
  reason: z
    .string()
    .trim()
    .min(1, 'guided.refusals.reason')
    .max(longest.reason, 'refusals.tooLong'),
});
