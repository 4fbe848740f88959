import type { ShownFile } from '#lib/media/rules.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Licence, MediaUse } from './media.ts';

const shown = {
  ...{ id: true, sha256: true, kind: true, type: true, width: true },
  ...{ height: true, widths: true, avif: true },
} as const;

/** A picture or film as a page shows it. */
export type MediaShown = {
  file: ShownFile;
  kind: 'PICTURE' | 'VIDEO';
  alt: Partial<Text>;
  caption: Partial<Text>;
  credit: string;
  licence: Licence | '';
  tracks: { locale: string; file: ShownFile }[];
  transcript: Partial<Text>;
};

/** The files that an own draft, or one that was sent, uses, by their ids. Its owner and the hub's readers may. */
export async function findMediaFiles(
  scope: Scope,
  media: readonly MediaUse[],
): Promise<Map<string, ShownFile>> {
  const ids = media.flatMap(({ file, captions }) => [file, ...Object.values(captions)]);
  const id = { in: [...new Set(ids.filter(Boolean))] };
  const permission = scope.may('demo:draft') ? 'demo:draft' : 'demo:review';
  const files = await scope.read(permission, (db) =>
    db.mediaFile.findMany({ where: { hubId: scope.hub.id, id }, select: shown }),
  );
  return new Map(files.map((file) => [file.id, file]));
}

/** What a draft will show, in its order. */
export async function findDraftMedia(
  scope: Scope,
  media: readonly MediaUse[],
): Promise<MediaShown[]> {
  const files = await findMediaFiles(scope, media);
  return media.flatMap(({ file, ...use }) => withFiles(use, file, files));
}

/** The pictures and films of something shown, in their order. Anyone may. */
export async function findShownMedia(scope: Scope, slug: string): Promise<MediaShown[]> {
  return scope.read('showroom:read', async (db) => {
    const hubId = scope.hub.id;
    const rows = await db.demoMedia.findMany({
      where: { hubId, demo: { slug, status: 'PUBLISHED' } },
      orderBy: { position: 'asc' },
      include: { file: { select: shown } },
    });
    const ids = rows.flatMap(({ captions }) => Object.values(captions as Partial<Text>));
    const tracks =
      ids.length === 0
        ? []
        : await db.mediaFile.findMany({ where: { hubId, id: { in: ids } }, select: shown });
    const files = new Map(
      [...rows.map(({ file }) => file), ...tracks].map((file) => [file.id, file]),
    );
    return rows.flatMap(({ fileId, ...row }) => withFiles(row as unknown as Row, fileId, files));
  });
}

type Row = Omit<MediaShown, 'file' | 'tracks'> & { captions: Partial<Text> };

function withFiles(
  { kind, alt, caption, credit, licence, captions, transcript }: Row,
  fileId: string,
  files: ReadonlyMap<string, ShownFile>,
): MediaShown[] {
  const file = files.get(fileId);
  const tracks = Object.entries(captions).flatMap(([locale, id]) => {
    const track = files.get(id);
    return track ? [{ locale, file: track }] : [];
  });
  return file ? [{ file, kind, alt, caption, credit, licence, tracks, transcript }] : [];
}
