import { z } from 'zod';
import type { Handle } from '#lib/platform/db.ts';
import { type Locale, locales } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** Letters that one may do without: what they tell can be read in the portal. */
export const refusable = ['reminder', 'checkInNow'] as const;
export type Refusable = (typeof refusable)[number];

/** The form: the letters one wants, and their language. */
export const letterSchema = z.object({
  letters: z.array(z.enum(refusable, 'refusals.invalid')).default([]),
  language: z.enum(locales, 'refusals.invalid'),
});
export type LetterInput = z.output<typeof letterSchema>;

/** Which letters the person who asks wants, and in which language. Anyone may, of oneself. */
export async function findLetterChoices(scope: Scope): Promise<LetterInput> {
  return scope.read('account:own', async (db) => {
    const personId = scope.person.id;
    const rows = await db.letterRefusal.findMany({ where: { personId } });
    const refused = new Set(rows.map(({ kind }) => kind));
    return {
      letters: refusable.filter((kind) => !refused.has(kind)),
      language: locales.find((one) => one === scope.person.locale) ?? locales[0],
    };
  });
}

/** Chooses them. Anyone may, for oneself. */
export async function chooseLetters(scope: Scope, input: LetterInput): Promise<void> {
  await scope.write('account:own', async (db, deed) => {
    const personId = scope.person.id;
    const refused = refusable.filter((kind) => !input.letters.includes(kind));
    await db.letterRefusal.deleteMany({ where: { personId } });
    await db.letterRefusal.createMany({ data: refused.map((kind) => ({ personId, kind })) });
    await db.$queryRaw`select choose_language(${input.language satisfies Locale}) is null`;
    deed.record('lettersChosen', 'person', personId);
  });
}

/** Whether somebody wants such a letter. For the job that writes it. */
export async function wantsLetter(db: Handle, personId: string, kind: string): Promise<boolean> {
  if (!refusable.some((one) => one === kind)) return true;
  return (await db.letterRefusal.count({ where: { personId, kind } })) === 0;
}
