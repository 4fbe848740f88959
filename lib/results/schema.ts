import { z } from 'zod';
import { locales } from '#lib/platform/i18n/locales.ts';
import { bigKronor } from '#lib/sharing/schema.ts';
import { adoptionStates } from './moves.ts';

/** Most characters of each text; so many effects and guides. */
export const resultLimits = {
  ...{ title: 160, what: 4000, suits: 2000, skills: 2000, contracts: 2000, contact: 300 },
  ...{ effect: 200, amount: 60, source: 300, guide: 600, words: 1000, effects: 6, guides: 12 },
} as const;

type Limited = Exclude<keyof typeof resultLimits, 'effects' | 'guides'>;
const text = (field: Limited) =>
  z
    .string()
    .default('')
    .transform((words) => words.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(resultLimits[field], 'refusals.tooLong'));
const line = (field: Limited) => text(field).transform((words) => words.replace(/\s+/g, ' '));
const money = z.union([z.literal('').transform(() => null), bigKronor.transform(String)]);

export const effectKinds = ['MEASURED', 'ESTIMATED'] as const;
export type Effect = {
  what: string;
  amount: string;
  how: (typeof effectKinds)[number];
  source: string;
};
export type Guide = { label: string; url: string };
/** What a result says, as it is kept; öre as text, since JSON has no such numbers. */
export type ResultContent = {
  what: string;
  suits: string;
  skills: string;
  contracts: string;
  contact: string;
  startOre: string | null;
  yearOre: string | null;
  effects: Effect[];
  guides: Guide[];
  reviewBy: string;
};

/** A result as it is written: effects are `effect.<n>.<part>`, guides a line each: words and an address. */
export const resultForm = z
  .object({
    id: z.guid(),
    revision: z.coerce.number().int().min(0).max(1_000_000),
    language: z.enum(locales),
    title: line('title').pipe(z.string().min(1, 'results.refusals.title')),
    ...{ what: text('what'), suits: text('suits'), skills: text('skills') },
    ...{ contracts: text('contracts'), contact: line('contact') },
    ...{ startOre: money.default(null), yearOre: money.default(null) },
    reviewBy: z.union([z.literal(''), z.iso.date('refusals.invalid')]).default(''),
    guides: z.string().default('').transform(readGuides),
  })
  .catchall(z.union([z.string(), z.array(z.string())]))
  .transform((typed, ctx) => {
    const { id, revision, language, title, guides, ...rest } = typed;
    if (guides === null) {
      ctx.addIssue({ code: 'custom', message: 'results.refusals.guides', path: ['guides'] });
    }
    const effects = readEffects(rest, ctx);
    const { what, suits, skills, contracts, contact, startOre, yearOre, reviewBy } = rest;
    const said = { what, suits, skills, contracts, contact, startOre, yearOre, reviewBy };
    const content: ResultContent = { ...said, effects, guides: guides ?? [] };
    return { id, revision, language, title, content };
  });
export type ResultInput = z.output<typeof resultForm>;

/** Lines of words and an address; null when a line has no whole address at its end, or there are too many. */
function readGuides(typed: string): Guide[] | null {
  const lines = typed.split(/\r?\n/).map((each) => each.trim());
  const rows = lines.filter((each) => each !== '');
  const guides = rows.map((row) => {
    const url = row.split(/\s+/).at(-1) ?? '';
    return { url, label: row.slice(0, row.length - url.length).trim() || url };
  });
  const whole = guides.every(
    ({ url, label }) =>
      /^https?:\/\/[^\s"<>]+$/.test(url) &&
      URL.canParse(url) &&
      url.length + label.length <= resultLimits.guide,
  );
  return whole && guides.length <= resultLimits.guides ? guides : null;
}

type Context = { addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void };

function readEffects(typed: Record<string, unknown>, ctx: Context): Effect[] {
  const said = (n: number, part: string) =>
    String(typed[`effect.${n}.${part}`] ?? '')
      .replaceAll('\0', '')
      .replace(/\s+/g, ' ')
      .trim();
  const rows = Array.from({ length: resultLimits.effects }, (_, n) => {
    const how: Effect['how'] = said(n, 'how') === 'MEASURED' ? 'MEASURED' : 'ESTIMATED';
    return { n, what: said(n, 'what'), amount: said(n, 'amount'), how, source: said(n, 'source') };
  }).filter(({ what, amount, source }) => what + amount + source !== '');
  for (const { n, what, amount, source } of rows) {
    const fail = (part: string, message: string) =>
      ctx.addIssue({ code: 'custom', message, path: [`effect.${n}.${part}`] });
    if (what === '') fail('what', 'results.refusals.effect');
    if (what.length > resultLimits.effect) fail('what', 'refusals.tooLong');
    if (amount.length > resultLimits.amount) fail('amount', 'refusals.tooLong');
    if (source.length > resultLimits.source) fail('source', 'refusals.tooLong');
  }
  return rows.map(({ what, amount, how, source }) => ({ what, amount, how, source }));
}

/** What is missing before it can be published, by field. */
export function missingOf(content: ResultContent, day: string): string[] {
  return [
    content.what === '' && 'what',
    content.contact === '' && 'contact',
    (content.startOre === null || content.yearOre === null) && 'cost',
    content.effects.length === 0 && 'effects',
    content.effects.some(({ source }) => source === '') && 'sources',
    (content.reviewBy === '' || content.reviewBy <= day) && 'reviewBy',
  ].filter((each): each is string => each !== false);
}

export const retireForm = z.object({
  words: text('words').pipe(z.string().min(1, 'results.refusals.why')),
});
export const replaceForm = z.object({ by: z.guid('results.refusals.by') });

/** Where one's own body stands. */
export const adoptionForm = z
  .object({
    state: z.enum(adoptionStates, 'results.refusals.state'),
    reason: text('words'),
    startedOn: z.union([z.literal(''), z.iso.date('refusals.invalid')]).default(''),
    contact: line('contact'),
  })
  .superRefine(({ state, reason, startedOn }, ctx) => {
    const fail = (path: string, message: string) =>
      ctx.addIssue({ code: 'custom', message, path: [path] });
    if (['DECLINED', 'DISCONTINUED'].includes(state) && reason === '') {
      fail('reason', 'results.refusals.reason');
    }
    if (state === 'IN_USE' && startedOn === '') fail('startedOn', 'results.refusals.startedOn');
  });
export type AdoptionInput = z.output<typeof adoptionForm>;
