/** What may be sent, and what each is kept as. */
export const mediaKinds = ['PICTURE', 'VIDEO', 'CAPTIONS'] as const;
export type MediaKind = (typeof mediaKinds)[number];

const mebibyte = 1024 * 1024;
/** Most bytes of each. */
export const mostBytes: Record<MediaKind, number> = {
  PICTURE: 12 * mebibyte,
  VIDEO: 200 * mebibyte,
  CAPTIONS: mebibyte / 2,
};

/** By content, never by name: the types that are taken. */
export const takenTypes: Record<string, 'PICTURE' | 'VIDEO'> = {
  'image/jpeg': 'PICTURE',
  'image/png': 'PICTURE',
  'image/webp': 'PICTURE',
  'image/avif': 'PICTURE',
  'video/mp4': 'VIDEO',
  'video/webm': 'VIDEO',
};

/** How the address of a kept file ends. */
export const endings: Record<string, string> = {
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'text/vtt': 'vtt',
};

/** What a page needs to show a file. */
export type ShownFile = {
  id: string;
  sha256: string;
  kind: MediaKind;
  type: string;
  width: number | null;
  height: number | null;
  widths: number[];
  avif: number[];
};

/** The address of a picture in one of its widths. */
export function pictureAddress(
  hub: string,
  { sha256 }: ShownFile,
  width: number,
  ending: 'webp' | 'avif' = 'webp',
): string {
  return `/media/${hub}/${sha256}-${width}.${ending}`;
}

/** The address of a film or of captions. */
export function fileAddress(hub: string, { sha256, type }: ShownFile): string {
  return `/media/${hub}/${sha256}-0.${endings[type]}`;
}

/** The widest of a picture's sizes that is no wider than this, else its narrowest. */
export function widthFor({ widths }: ShownFile, most: number): number {
  return Math.max(...widths.filter((each) => each <= most), Math.min(...widths));
}

/** The sizes of a picture as `srcset` says them. */
export function sourcesOf(hub: string, file: ShownFile, ending: 'webp' | 'avif'): string {
  const widths = ending === 'avif' ? file.avif : file.widths;
  return widths.map((each) => `${pictureAddress(hub, file, each, ending)} ${each}w`).join(', ');
}

/** The names under which the bytes of a file lie. */
export function fileNames({
  widths,
  avif,
  type,
}: Pick<ShownFile, 'widths' | 'avif' | 'type'>): string[] {
  const ending = endings[type];
  return ending
    ? [`0.${ending}`]
    : [...widths.map((each) => `${each}.webp`), ...avif.map((each) => `${each}.avif`)];
}

type Named = Pick<ShownFile, 'id' | 'widths' | 'avif' | 'type'>;

/** Where the bytes of a file lie in the store. */
export function placeOf(hubId: string, { id }: Pick<ShownFile, 'id'>, name: string): string {
  return `${hubId}/${id}/${name}`;
}

/** Where all of them lie. */
export function placesOf(hubId: string, file: Named): string[] {
  return fileNames(file).map((name) => placeOf(hubId, file, name));
}
