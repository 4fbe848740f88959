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

/** A group and the time it wants: a session that is open already, or a free start of its own. */
export const bookingForm = z.intersection(
  z.object({
    key: z.guid(),
    language,
    /** `session:<id>`, or `start:<YYYY-MM-DD>T<HH:MM>` in the site's zone. */
    time: z
      .string('guided.refusals.noTime')
      .regex(
        /^(session:[0-9a-f-]{36}|start:\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[03]0)$/,
        'guided.refusals.noTime',
      )
      .refine(
        (time) => !time.startsWith('start:') || z.iso.date().safeParse(time.slice(6, 16)).success,
        'guided.refusals.noTime',
      ),
  }),
  groupForm,
);
export type BookingInput = z.output<typeof bookingForm>;

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
      [z.literal('KIT'), z.string().regex(/^(GUIDE|HOST):[0-9a-f-]{36}(:[0-9a-f-]{36})?$/)],
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
  from: z.string().regex(/^\d\d:\d\d$/, 'guided.refusals.noTime'),
  language,
  /** So many weeks in a row, this one with them. */
  weeks: whole(1, 26).default(1),
});
export type OpeningInput = z.output<typeof openingForm>;

/** One's own organisation cannot show a session. */
export const declineForm = z.object({
  showing: z.guid('guided.refusals.showing'),
  reason: z
    .string()
    .trim()
    .min(1, 'guided.refusals.reason')
    .max(longest.reason, 'refusals.tooLong'),
});

/** A session is called off, or somebody who was to show it, by their id, cannot come. */
export const stopForm = z.object({
  what: z.union([z.literal('off'), z.guid()], 'guided.refusals.what'),
  reason: z
    .string()
    .trim()
    .min(1, 'guided.refusals.reason')
    .max(longest.reason, 'refusals.tooLong'),
});
