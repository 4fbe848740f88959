import { makeToken } from '#lib/organisations/tokens.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { settings } from '#lib/platform/env.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Locale, Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId, type PlaceKind } from '#lib/workspace/schema.ts';
import { makeCode } from './codes.ts';

/** How many screens may hang at one place. */
const mostDisplays = 10;

export type HungAt = {
  /** What its sign says; null while it has none. */
  code: string | null;
  displays: { id: string; madeAt: Date }[];
};

/** The sign of a place and its screens. For the house. @throws NotFound */
export async function findHung(scope: Scope, placeId: string): Promise<HungAt> {
  if (!isId(placeId)) throw new NotFound('place');
  const where = { hubId: scope.hub.id, placeId, revokedAt: null };
  return scope.read('sign:hang', async (db) => {
    const sign = await db.placeSign.findFirst({ where, select: { code: true } });
    const displays = await db.placeDisplay.findMany({
      ...{ where, select: { id: true, madeAt: true } },
      orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    });
    return { code: sign?.code ?? null, displays };
  });
}

export type SignFacts = { code: string; name: Text; kind: PlaceKind; site: Text };

/** The signs of all places, or of one, in the order of the list. Hidden places have none to print. */
export async function listSigns(scope: Scope, placeId?: string): Promise<SignFacts[]> {
  if (placeId !== undefined && !isId(placeId)) throw new NotFound('place');
  return scope.read('sign:hang', async (db) => {
    const rows = await db.placeSign.findMany({
      where: {
        ...{ hubId: scope.hub.id, revokedAt: null, place: { state: { not: 'HIDDEN' } } },
        ...(placeId && { placeId }),
      },
      include: { place: { include: { site: true } } },
      orderBy: [{ place: { siteId: 'asc' } }, { place: { readingOrder: 'asc' } }, { id: 'asc' }],
      take: 500,
    });
    return rows.map(({ code, place }) => ({
      ...{ code, kind: place.kind, name: place.name as Text, site: place.site.name as Text },
    }));
  });
}

/** Makes a new sign for a place; the one before leads nowhere from then on. @throws NotFound */
export async function makeSign(scope: Scope, placeId: string): Promise<void> {
  await scope.write('sign:hang', async (db, deed) => {
    const hubId = scope.hub.id;
    await demandPlace(db, hubId, placeId);
    const revokedAt = dateOf(now());
    await db.placeSign.updateMany({
      where: { hubId, placeId, revokedAt: null },
      data: { revokedAt },
    });
    await db.placeSign.create({ data: { hubId, placeId, code: makeCode(), madeAt: revokedAt } });
    deed.record('signMade', 'place', placeId);
  });
}

/** A sign for every place that has none. */
export async function makeMissingSigns(scope: Scope): Promise<void> {
  await scope.write('sign:hang', async (db, deed) => {
    const hubId = scope.hub.id;
    const bare = await db.place.findMany({
      where: { hubId, state: { not: 'HIDDEN' }, signs: { none: { revokedAt: null } } },
      select: { id: true },
    });
    if (bare.length === 0) throw new Refusal('signs.refusals.allHaveOne');
    await db.placeSign.createMany({
      data: bare.map(({ id: placeId }) => ({
        ...{ hubId, placeId, code: makeCode(), madeAt: dateOf(now()) },
      })),
    });
    for (const { id } of bare) deed.record('signMade', 'place', id);
  });
}

/**
 * Makes an address for a screen at a place. What is returned is told once: the database keeps its hash.
 * @throws Refusal for too many of them @throws NotFound
 */
export async function makeDisplay(scope: Scope, placeId: string, locale: Locale): Promise<string> {
  const { token, hash: tokenHash } = makeToken();
  await scope.write('sign:hang', async (db, deed) => {
    const hubId = scope.hub.id;
    await demandPlace(db, hubId, placeId);
    const count = await db.placeDisplay.count({ where: { hubId, placeId, revokedAt: null } });
    if (count >= mostDisplays) {
      throw new Refusal('signs.refusals.tooMany', {}, null, { most: mostDisplays });
    }
    await db.placeDisplay.create({ data: { hubId, placeId, tokenHash, madeAt: dateOf(now()) } });
    deed.record('displayMade', 'place', placeId);
  });
  return `${settings().url}/${locale}/display/${token}`;
}

/** Takes a screen's address back: within a minute it shows nothing more. @throws NotFound */
export async function revokeDisplay(scope: Scope, id: string): Promise<{ placeId: string }> {
  if (!isId(id)) throw new NotFound('display');
  return scope.write('sign:hang', async (db, deed) => {
    const where = { hubId: scope.hub.id, id, revokedAt: null };
    const display = await db.placeDisplay.findFirst({ where });
    if (!display) throw new NotFound('display');
    await db.placeDisplay.updateMany({ where, data: { revokedAt: dateOf(now()) } });
    deed.record('displayRevoked', 'place', display.placeId);
    return { placeId: display.placeId };
  });
}

async function demandPlace(
  db: Parameters<Parameters<Scope['read']>[1]>[0],
  hubId: string,
  id: string,
) {
  const place = isId(id) && (await db.place.findFirst({ where: { hubId, id } }));
  if (!place) throw new NotFound('place');
}
