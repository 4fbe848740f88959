import { NotFound } from '#lib/platform/errors.ts';
import {
  enterHouse,
  enterOrganisation,
  enterPublic,
  listDoors,
  type Scope,
} from '#lib/platform/scope.ts';
import { fileNames, placeOf } from './rules.ts';

/** A file that may be answered with, and where its bytes lie. */
export type Found = { place: string; type: string; bytes: number | null };
/** What an address asks for. */
export type Asked = { hub: string; sha256: string; name: string };

const address =
  /^\/media\/([a-z0-9]+(?:-[a-z0-9]+)*)\/([0-9a-f]{64})-(\d{1,4}\.(?:webp|avif|mp4|webm|vtt))$/;

/** What an address asks for; null when it is none of a file. */
export function askedIn(path: string): Asked | null {
  const [, hub = '', sha256 = '', name = ''] = address.exec(path) ?? [];
  return hub ? { hub, sha256, name } : null;
}

/** A file that something shown uses: anyone's. */
export async function findShown(asked: Asked): Promise<Found | null> {
  return orNull(async () => read(await enterPublic(asked.hub), 'showroom:read', asked));
}

/** A file of a draft: for members of the organisation that sent it, and for the hub's readers. */
export async function findForReader(asked: Asked, session: string): Promise<Found | null> {
  const doors = (await listDoors(session)).filter(({ hub }) => hub === asked.hub);
  for (const { organisation } of doors) {
    const found = await orNull(async () => {
      const scope = organisation
        ? await enterOrganisation(session, asked.hub, organisation)
        : await enterHouse(session, asked.hub);
      return read(scope, organisation ? 'demo:draft' : 'demo:review', asked);
    });
    if (found) return found;
  }
  return null;
}

async function read(
  scope: Scope,
  permission: 'showroom:read' | 'demo:draft' | 'demo:review',
  { sha256, name }: Asked,
): Promise<Found | null> {
  const hubId = scope.hub.id;
  // The wall leaves what may be seen: of the same content sent by several, any will do.
  const file = await scope.read(permission, (db) =>
    db.mediaFile.findFirst({ where: { hubId, sha256 } }),
  );
  if (!file || !fileNames(file).includes(name)) return null;
  const type = file.kind === 'PICTURE' ? `image/${name.split('.')[1]}` : file.type;
  return {
    place: placeOf(hubId, file, name),
    type,
    bytes: file.kind === 'PICTURE' ? null : file.bytes,
  };
}

async function orNull<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
