import type { Draft } from './draft.ts';
import type { Faults } from './fields.ts';
import { isTangled, outsideOf } from './geometry.ts';

/**
 * What is wrong with a drawing, by the field where it is put right: the browser says it while one draws,
 * the server refuses to keep it.
 */
export function faultsOf(draft: Draft): Faults {
  const { corners, marks } = draft;
  if (corners.length < 3) return { [firstCorner(draft)]: 'floors.refusals.threeCorners' };
  if (isTangled(corners)) return { [firstCorner(draft)]: 'floors.refusals.tangled' };
  const outside = outsideOf(draft).map((key) => [fieldOf(draft, key), 'floors.refusals.outside']);
  const bare = marks
    .filter(({ kind, sv, nb, en }) => kind === 'label' && sv + nb + en === '')
    .map(({ key }) => [`${key}-sv`, 'floors.refusals.noWords']);
  return Object.fromEntries([...outside, ...bare]);
}

function firstCorner({ corners }: Draft): string {
  return `${corners[0]?.key ?? 'c0'}-x`;
}

/** The first field of something drawn. */
export function fieldOf({ shapes, lines }: Draft, key: string): string {
  if (shapes.some((shape) => shape.key === key)) return `s-${key}-x`;
  return lines.some((line) => line.key === key) ? `${key}-x1` : `${key}-x`;
}
