import type { World } from './world.ts';

/** The letters a test's world has written to an address, the newest first. */
export async function lettersTo(world: World, recipient: string) {
  return world.asSystem((db) =>
    db.mail.findMany({ where: { recipient }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),
  );
}

/** The last part of the first link in a letter: the token it carries. */
export function tokenIn(text: string): string {
  return /https?:\/\/\S+\/([\w-]{43})(?=\s|$)/.exec(text)?.[1] ?? '';
}
