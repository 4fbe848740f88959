import { z } from 'zod';
import { changesOf } from '#lib/platform/changes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { wordsIn } from './asking.ts';
import { folded } from './folding.ts';
import { isId } from './schema.ts';

const most = { groups: 500, words: 12, letters: 60 } as const;

/** A group as it is typed: words or phrases with commas or line breaks between, each of them once. */
export const synonymForm = z.object({
  words: z
    .string()
    .max(most.words * most.letters * 2, 'catalogue.refusals.many')
    .default('')
    .transform((text) => {
      const all = text.split(/[,;\n]/).map((word) => word.replace(/\s+/g, ' ').trim());
      const said = all.filter((word) => wordsIn(word).length > 0);
      return [...new Map(said.map((word) => [folded(word), word])).values()];
    })
    .pipe(
      z
        .array(z.string().max(most.letters, 'catalogue.refusals.long'))
        .min(2, 'catalogue.refusals.few')
        .max(most.words, 'catalogue.refusals.many'),
    ),
});
export type SynonymInput = z.output<typeof synonymForm>;
export type SynonymGroup = { id: string; words: string[] };

/** The hub's groups of words that mean the same, by their first word. Whoever edits them may. */
export async function listSynonyms(scope: Scope): Promise<SynonymGroup[]> {
  return scope.read('synonym:edit', async (db) => {
    const groups = await db.synonym.findMany({
      where: { hubId: scope.hub.id },
      select: { id: true, words: true },
      take: most.groups,
    });
    const first = ({ words }: SynonymGroup) => words[0] ?? '';
    return groups.sort((one, other) => first(one).localeCompare(first(other), 'sv'));
  });
}

/** One of them. @throws NotFound for another hub's */
export async function findSynonym(scope: Scope, id: string): Promise<SynonymGroup> {
  const where = { hubId: scope.hub.id, id };
  const found =
    isId(id) &&
    (await scope.read('synonym:edit', (db) =>
      db.synonym.findFirst({ where, select: { id: true, words: true } }),
    ));
  if (!found) throw new NotFound('synonym');
  return found;
}

/** Adds a group. Search finds by it at once. @throws Refusal where the hub has very many */
export async function addSynonym(scope: Scope, { words }: SynonymInput): Promise<void> {
  await scope.write('synonym:edit', async (db, deed) => {
    const hubId = scope.hub.id;
    if ((await db.synonym.count({ where: { hubId } })) >= most.groups) {
      throw new Refusal('catalogue.refusals.full');
    }
    const id = crypto.randomUUID();
    await db.synonym.createMany({ data: [{ hubId, id, words }] });
    deed.record('synonymAdded', 'synonym', id, changesOf({}, { words }));
    deed.pagesChanged('showroom:read');
  });
}

/** Changes a group. @throws NotFound for another hub's, or one that is gone */
export async function changeSynonym(scope: Scope, id: string, { words }: SynonymInput) {
  const before = await findSynonym(scope, id);
  await scope.write('synonym:edit', async (db, deed) => {
    const where = { hubId: scope.hub.id, id };
    const data = { words, changedAt: dateOf(now()) };
    const { count } = await db.synonym.updateMany({ where, data });
    if (count === 0) throw new NotFound('synonym');
    deed.record('synonymChanged', 'synonym', id, changesOf({ words: before.words }, { words }));
    deed.pagesChanged('showroom:read');
  });
}

/** Removes a group; its words are told apart again. @throws NotFound */
export async function removeSynonym(scope: Scope, id: string): Promise<void> {
  const before = await findSynonym(scope, id);
  await scope.write('synonym:edit', async (db, deed) => {
    const { count } = await db.synonym.deleteMany({ where: { hubId: scope.hub.id, id } });
    if (count === 0) throw new NotFound('synonym');
    deed.record('synonymRemoved', 'synonym', id, changesOf({ words: before.words }, { words: [] }));
    deed.pagesChanged('showroom:read');
  });
}
