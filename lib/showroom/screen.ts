import { careAreas } from '#lib/needs/rules.ts';
import type { Scope } from '#lib/platform/scope.ts';

type Asked = Record<string, string | string[] | undefined>;
export type ScreenQuery = {
  /** Which one of those shown, from nought; it goes round. */
  n: number;
  area: string | null;
  /** Goes on by itself: only where somebody has asked for it (WCAG 2.2.1). */
  goes: boolean;
};

/** How long one demo stays before the next, in seconds. */
export const secondsShown = 20;

/** What a screen's address asks; anything else shows everything from the first. */
export function screenQueryOf(query: Asked): ScreenQuery {
  const last = (name: string) => [query[name] ?? ''].flat().at(-1) ?? '';
  const area = last('area');
  return {
    n: /^\d{1,6}$/.test(last('n')) ? Number(last('n')) : 0,
    area: (careAreas as readonly string[]).includes(area) ? area : null,
    goes: last('go') === '1',
  };
}

/** The address of one place in the round. */
export function screenAddress(base: string, { n, area, goes }: ScreenQuery): string {
  const search = new URLSearchParams({ n: String(n) });
  if (area) search.set('area', area);
  if (goes) search.set('go', '1');
  return `${base}?${search}`;
}

/**
 * One of the published demos, in the order of their numbers, which are drawn: nobody stands first for long, and
 * nobody can pay for it. Anyone may.
 */
export async function findOnScreen(scope: Scope, { n, area }: ScreenQuery) {
  const where = {
    ...{ hubId: scope.hub.id, status: 'PUBLISHED' as const },
    ...(area && { areas: { has: area } }),
  };
  return scope.read('showroom:read', async (db) => {
    const all = await db.showroomDemo.count({ where });
    const place = all === 0 ? 0 : n % all;
    const demo = await db.showroomDemo.findFirst({
      where,
      orderBy: { publicId: 'asc' },
      skip: place,
      select: {
        ...{ publicId: true, slug: true, title: true, summary: true, picture: true, stage: true },
        owner: { select: { name: true, kind: true } },
      },
    });
    return { all, place, demo };
  });
}
export type OnScreen = NonNullable<Awaited<ReturnType<typeof findOnScreen>>['demo']>;
