import { z } from 'zod';
import { addressOf, type ShowroomQuery } from '#lib/showroom/rules.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';

/** Most characters of each text. */
export const listLimits = { name: 120, purpose: 600, caseNumber: 60, reason: 600 } as const;
/** A list is read by people: what is more is narrowed down first. */
export const mostListed = 100;

const words = (name: keyof typeof listLimits, needed = false) => {
  const text = z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .pipe(z.string().max(listLimits[name], `lists.refusals.tooLong.${name}`));
  return needed ? text.pipe(z.string().min(1, `lists.refusals.missing.${name}`)) : text;
};

/** What the showroom is asked by the part of an address after `?`. */
export function queryOf(search: string): ShowroomQuery {
  const asked = new URLSearchParams(search);
  const values = [...new Set(asked.keys())].map((name) => [name, asked.getAll(name)]);
  return showroomQueryOf(Object.fromEntries(values));
}

/** A question in the one form in which it is kept: which page one was on, and in what order, is no part of it. */
export function keptQuery(query: ShowroomQuery): string {
  const asked = new URLSearchParams(addressOf(query));
  for (const name of ['page', 'sort', 'at']) asked.delete(name);
  return asked.toString();
}
export const plainQuery = (search: string) => keptQuery(queryOf(search));

export const searchForm = z.object({
  name: words('name', true),
  query: z.string().max(2000).default('').transform(plainQuery),
});

export const listForm = z.object({
  id: z.guid('refusals.invalid'),
  name: words('name', true),
  purpose: words('purpose'),
  caseNumber: words('caseNumber'),
  query: z.string().max(2000).default('').transform(plainQuery),
});
export type ListInput = z.output<typeof listForm>;
export const listFacts = listForm.pick({ name: true, purpose: true, caseNumber: true });

/**
 * A decision as its form sends it: `last` is the newest entry that was on the page; for each demo
 * `chosen.<id>` (yes or no) and `reason.<id>`.
 */
export const decisionForm = z
  .object({
    last: z.coerce.number().int().min(0),
    fits: z.enum(['some', 'none'], 'lists.refusals.fits'),
    reason: words('reason'),
  })
  .catchall(z.string().max(listLimits.reason, 'lists.refusals.tooLong.reason'));
export type DecisionInput = z.output<typeof decisionForm>;
