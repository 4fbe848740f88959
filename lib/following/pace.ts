import { z } from 'zod';
import { NotFound } from '#lib/platform/errors.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { seal, unseal } from '#lib/platform/session/seal.ts';
import { type Pace, paces, usualPace } from './rules.ts';

export const paceForm = z.object({ pace: z.enum(paces, 'refusals.invalid') });

/** How often one gets mail of what one follows. Anyone may, of oneself. */
export async function findPace(scope: Scope): Promise<Pace> {
  return scope.read('account:own', async (db) => {
    const row = await db.letterPace.findFirst({ where: { personId: scope.person.id } });
    return paces.find((pace) => pace === row?.pace) ?? usualPace;
  });
}

/** Chooses it. Anyone may, for oneself. */
export async function choosePace(scope: Scope, pace: Pace): Promise<void> {
  await scope.write('account:own', async (db, deed) => {
    const personId = scope.person.id;
    await db.letterPace.upsert({
      where: { personId },
      create: { personId, pace },
      update: { pace },
    });
    deed.record('lettersChosen', 'person', personId);
  });
}

// As long as a letter may lie before somebody has enough of them.
const year = 365 * 24 * 3600;

/** What a letter carries so that its reader can end such letters without signing in. */
export function stopToken(personId: string): Promise<string> {
  return seal('letters', { personId }, year);
}

/** Whether such a token is still good. */
export async function isStopToken(token: string): Promise<boolean> {
  return (await unseal('letters', token)) !== null;
}

/** Ends mail of what somebody follows, by the token of one of these letters. @throws NotFound */
export async function stopLetters(token: string): Promise<void> {
  const told = await unseal<{ personId: string }>('letters', token);
  if (!told) throw new NotFound('letters');
  const { personId } = told;
  const system = await enterSystem(null, 'letters are ended');
  await system.write('system:work', async (db, deed) => {
    const pace: Pace = 'NEVER';
    await db.letterPace.upsert({
      where: { personId },
      create: { personId, pace },
      update: { pace },
    });
    deed.record('lettersChosen', 'person', personId, {}, { by: personId });
  });
}
