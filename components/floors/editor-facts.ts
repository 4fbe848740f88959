import { type Draft, isLine, isMark, isShape, type Shape, type Thing } from '#lib/floors/draft.ts';
import { written } from '#lib/floors/fields.ts';
import { placeOf } from '#lib/floors/moving.ts';
import type { Messages } from '#lib/platform/i18n/translate.ts';
import type { PlaceKind } from '#lib/workspace/schema.ts';

export type EditorWords = Messages['floors']['editor'];
/** What can stand on the plan: its name, and the short one that is written there. */
export type EditorPlace = { id: string; name: string; short: string; kind: PlaceKind };

/** A sentence with its gaps filled in. */
export function filled(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** What something drawn is called. */
export function nameOf(
  thing: Thing,
  draft: Draft,
  words: EditorWords,
  places: readonly EditorPlace[],
): string {
  if (isShape(thing)) return places.find(({ id }) => id === thing.key)?.name ?? words.place;
  if (isLine(thing)) {
    const alike = draft.lines.filter(({ kind }) => kind === thing.kind);
    return `${words.lines[thing.kind]} ${alike.findIndex(({ key }) => key === thing.key) + 1}`;
  }
  if (isMark(thing)) return thing.sv || thing.nb || thing.en || words.marks[thing.kind];
  const n = draft.corners.findIndex(({ key }) => key === thing.key) + 1;
  return filled(words.cornerOf, { n });
}

/** Its name and where it stands. */
export function whereIs(thing: Thing, name: string, words: EditorWords): string {
  const { x, y } = placeOf(thing);
  return filled(words.at, { thing: name, x: written(x), y: written(y) });
}

/** As large as its kind usually is, in metres. */
export function usualSize(kind: PlaceKind): Pick<Shape, 'w' | 'h'> {
  const desk = kind === 'HOT_DESK' || kind === 'FIXED_DESK';
  return desk ? { w: 1.5, h: 0.75 } : { w: 4, h: 3 };
}
