import { z } from 'zod';
import { placeKinds } from '#lib/workspace/schema.ts';
import { actorClasses } from '#lib/workspace/terms.ts';

const id = z.guid('refusals.invalid');
const empty = (typed: unknown) => (typed === '' ? undefined : typed);
const text = (most: number) => z.string().trim().max(most, 'refusals.tooLong').default('');
const whole = (least: number, most: number) =>
  z.coerce
    .number('places.refusals.badNumber')
    .int('places.refusals.badNumber')
    .min(least, 'places.refusals.badNumber')
    .max(most, 'places.refusals.badNumber');
export const placeStatesKept = ['ACTIVE', 'OUT_OF_SERVICE', 'HIDDEN'] as const;
export const mostUnits = 100;

const attributeName = /^attribute-([a-z0-9]+(?:-[a-z0-9]+)*)$/;
/** The field of a form in which a place's attribute is typed. */
export const attributeField = (code: string) => `attribute-${code}`;

/** Which attributes there are is the hub's data: their fields are put together here and judged in the write. */
function withAttributes(typed: unknown): unknown {
  const fields = Object.entries((typed ?? {}) as Record<string, unknown>);
  const attributes = fields.flatMap(([name, value]) => {
    const code = attributeName.exec(name)?.[1];
    return code === undefined ? [] : [[code, value]];
  });
  return attributes.length === 0
    ? typed
    : { ...Object.fromEntries(fields), attributes: Object.fromEntries(attributes) };
}

const placeFields = z
  .object({
    floorId: id,
    kind: z.enum(placeKinds, 'workspace.refusals.badKind'),
    code: z
      .string()
      .trim()
      .toLowerCase()
      .min(1, 'places.refusals.badCode')
      .max(40, 'refusals.tooLong')
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'places.refusals.badCode'),
    nameSv: text(80),
    nameNb: text(80),
    nameEn: text(80),
    noteSv: text(300),
    noteNb: text(300),
    noteEn: text(300),
    seats: whole(1, 500),
    /** 1 is a place of its own; more are a pool of which one books any. */
    units: whole(1, mostUnits).default(1),
    /** Codes of what it has of what can be answered with yes or no. */
    has: z.array(z.string().max(60)).max(100).default([]),
    /** What was typed of the other attributes, by code. */
    attributes: z.record(z.string(), z.string().max(60, 'refusals.tooLong')).default({}),
    /** Empty: as its kind says. */
    approval: z.preprocess(empty, z.enum(['yes', 'no'], 'refusals.invalid').optional()),
    bookableBy: z.array(z.enum(actorClasses)).max(actorClasses.length).default([]),
    holders: z.array(id).max(100, 'refusals.tooLong').default([]),
    state: z.enum(placeStatesKept, 'refusals.invalid').default('ACTIVE'),
  })
  .refine(({ nameSv, nameNb, nameEn }) => nameSv + nameNb + nameEn !== '', {
    path: ['nameSv'],
    message: 'places.refusals.noName',
  });
/** Everything a place is. A name in one language stands for the others. */
export const placeSchema = z.preprocess(withAttributes, placeFields);
export type PlaceInput = z.output<typeof placeSchema>;

const day = z.iso.date('workspace.refusals.badDate');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'workspace.refusals.badTime');

/** From when to when a place is out of service; whole days where no time is said, open where no day is. */
export const blockSchema = z
  .object({
    from: day,
    fromTime: z.preprocess(empty, time.optional()),
    to: z.preprocess(empty, day.optional()),
    toTime: z.preprocess(empty, time.optional()),
    reason: z.string().trim().min(3, 'places.refusals.sayWhy').max(300, 'refusals.tooLong'),
    /** What becomes of bookings in the way. */
    way: z.enum(['ask', 'move', 'cancel'], 'refusals.invalid').default('ask'),
  })
  .refine(({ from, to }) => to === undefined || from <= to, {
    path: ['to'],
    message: 'workspace.refusals.rangeEndsFirst',
  });
export type BlockInput = z.output<typeof blockSchema>;
export const noFields = z.object({});
