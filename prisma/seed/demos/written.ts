import type { SeedDemo } from '../types.ts';

/** A demo as its hub writes it; the hub and the address of the picture follow from the file. */
export type WrittenDemo = Omit<SeedDemo, 'hub' | 'picture'>;

/** Joins paragraphs with an empty line, the way a body is stored. */
export function paragraphs(...lines: readonly string[]): string {
  return lines.join('\n\n');
}
