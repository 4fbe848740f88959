import { z } from 'zod';
import { type CostKey, costKeyKinds } from './keys.ts';

export const moneyLimits = { caseNumber: 60, note: 200, words: 1000, bands: 5 } as const;

const line = (most: number) =>
  z
    .string()
    .default('')
    .transform((words) => words.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most, 'sharing.refusals.tooLong'));

/** Kronor as people type them, up to a thousand million, as öre: "1 250 000,50". */
export const bigKronor = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/[\s\u00a0]/g, '').replace(',', '.'))
  .pipe(z.string().regex(/^\d{1,10}(\.\d{1,2})?$/, 'sharing.refusals.amount'))
  .transform((typed) => {
    const [whole = '0', cents = ''] = typed.split('.');
    return BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0'));
  });
const wholeOf = (most: number) =>
  z.coerce
    .number('sharing.refusals.number')
    .int('sharing.refusals.number')
    .min(0, 'sharing.refusals.number')
    .max(most, 'sharing.refusals.number');
const year = z.coerce.number().int().min(2000).max(2100);

/** The plan as it is typed: a sum a year, a key, and what the key needs. Fields of years are `cost.2027`. */
export const planForm = z
  .object({
    /** The version the form was opened on; 0 before the first. */
    version: z.coerce.number().int().min(0).max(1_000_000),
    kind: z.enum(costKeyKinds, 'sharing.refusals.kind'),
    equalPercent: z.union([z.literal(''), wholeOf(100)]).default(''),
    earlyPercent: z.union([z.literal('').transform(() => 0), wholeOf(50)]).default(0),
  })
  .catchall(z.union([z.string(), z.array(z.string())]))
  .transform((typed, ctx) => {
    const years = readYears(typed, ctx);
    const key = readKey(typed, ctx);
    const fixed = typed.kind === 'FIXED' ? readFixed(typed, ctx) : [];
    const { version, earlyPercent } = typed;
    return { version, key, years, fixed, earlyPercent, sharers: readSharers(typed) };
  });
export type PlanInput = z.output<typeof planForm>;

type Typed = Record<string, unknown> & { kind: string; equalPercent: number | '' };
type Context = { addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void };

function readMoney(typed: Typed, name: string, ctx: Context): bigint | null {
  const said = typed[name];
  if (typeof said !== 'string' || said.trim() === '') return null;
  const read = bigKronor.safeParse(said);
  if (read.success) return read.data;
  ctx.addIssue({ code: 'custom', message: 'sharing.refusals.amount', path: [name] });
  return null;
}

function readYears(typed: Typed, ctx: Context) {
  const named = Object.keys(typed).filter((name) => /^cost\.\d{4}$/.test(name));
  const years = named.sort().flatMap((name) => {
    const at = year.safeParse(name.slice(5));
    const ore = readMoney(typed, name, ctx);
    return at.success && ore !== null ? [{ year: at.data, ore }] : [];
  });
  if (years.length === 0) {
    const [first = 'cost'] = named;
    ctx.addIssue({ code: 'custom', message: 'sharing.refusals.noYear', path: [first] });
  }
  return years;
}

type KeyTyped = Exclude<CostKey, { kind: 'FIXED' }> | { kind: 'FIXED' };

function readKey(typed: Typed, ctx: Context): KeyTyped {
  const { kind, equalPercent } = typed;
  if (kind === 'MIX') {
    if (equalPercent === '') {
      ctx.addIssue({
        code: 'custom',
        message: 'sharing.refusals.percent',
        path: ['equalPercent'],
      });
    }
    return { kind, equalPercent: Number(equalPercent) };
  }
  if (kind === 'BANDS') return { kind, bands: readBands(typed, ctx) };
  return { kind } as KeyTyped;
}

/** Bands are typed as lines of up to so many inhabitants and a weight; the last has no end. */
function readBands(typed: Typed, ctx: Context) {
  const rows = Array.from({ length: moneyLimits.bands }, (_, n) => ({
    upTo: String(typed[`band.${n}.upTo`] ?? '').replace(/\s/g, ''),
    weight: String(typed[`band.${n}.weight`] ?? '').replace(/\s/g, ''),
  })).filter(({ weight }) => weight !== '');
  const bands = rows.map(({ upTo, weight }) => ({
    upTo: upTo === '' ? null : Number(upTo),
    weight: Number(weight),
  }));
  const whole = bands.every(
    ({ upTo, weight }) =>
      (upTo === null || (Number.isInteger(upTo) && upTo >= 0)) &&
      Number.isInteger(weight) &&
      weight > 0 &&
      weight <= 1_000_000_000,
  );
  const ends = bands.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY);
  const rises = ends.every((end, n) => end > (ends[n - 1] ?? -1)) && bands.at(-1)?.upTo === null;
  if (!whole || !rises) {
    ctx.addIssue({ code: 'custom', message: 'sharing.refusals.bands', path: ['band.0.upTo'] });
  }
  return bands;
}

/** What was agreed with each: fields `fixed.2027.<organisation>`. */
function readFixed(typed: Typed, ctx: Context) {
  return Object.keys(typed).flatMap((name) => {
    const [, at, organisationId] = /^fixed\.(\d{4})\.([0-9a-f-]{36})$/.exec(name) ?? [];
    const ore = at && organisationId ? readMoney(typed, name, ctx) : null;
    return ore === null || !organisationId ? [] : [{ year: Number(at), organisationId, ore }];
  });
}

/** Since when each shares: fields `since.<organisation>`, `2028`, or `2028+` with its part of the years before. */
function readSharers(typed: Typed) {
  return Object.entries(typed).flatMap(([name, said]) => {
    const [, organisationId] = /^since\.([0-9a-f-]{36})$/.exec(name) ?? [];
    const [, at, plus] = /^(20\d\d|2100)(\+?)$/.exec(String(said)) ?? [];
    return organisationId && at
      ? [{ organisationId, since: Number(at), fromStart: plus === '+' }]
      : [];
  });
}

/** What one's body pledges for a year: kronor, or hundredths of a year's work by one. */
export const pledgeForm = z
  .object({
    /** Made with the form, so that the same form sent twice makes one pledge. */
    id: z.guid(),
    year: z.coerce.number('sharing.refusals.year').int().min(2000).max(2100),
    kind: z.enum(['MONEY', 'WORK'], 'sharing.refusals.pledgeKind'),
    amount: bigKronor,
    note: line(moneyLimits.note),
  })
  .refine(({ amount }) => amount > 0n, { path: ['amount'], message: 'sharing.refusals.amount' });
export type PledgeInput = z.output<typeof pledgeForm>;

export const pledgeMoveForm = z.object({
  caseNumber: line(moneyLimits.caseNumber),
  words: line(moneyLimits.words),
});
export type PledgeGiven = z.output<typeof pledgeMoveForm>;

/** "We pay so much if at least so many, or so much, is confirmed by a day." */
export const promiseForm = z
  .object({
    id: z.guid(),
    amount: bigKronor.refine((ore) => ore > 0n, 'sharing.refusals.amount'),
    byDay: z.iso.date('sharing.refusals.day'),
    leastBodies: z.union([z.literal(''), wholeOf(1000)]).default(''),
    leastMoney: z.union([z.literal('').transform(() => null), bigKronor]).default(null),
    caseNumber: line(moneyLimits.caseNumber).pipe(z.string().min(1, 'sharing.refusals.caseNumber')),
  })
  .refine(({ leastBodies, leastMoney }) => (leastBodies === '') !== (leastMoney === null), {
    path: ['leastBodies'],
    message: 'sharing.refusals.oneThing',
  })
  .refine(({ leastBodies, leastMoney }) => leastBodies !== 0 && leastMoney !== 0n, {
    path: ['leastBodies'],
    message: 'sharing.refusals.oneThing',
  });
export type PromiseInput = z.output<typeof promiseForm>;
