import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'brand1' | 'info' | 'success' | 'warning' | 'danger';

/** A short fact in a word or two; the words carry the meaning, the colour only helps. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="ds-tag h-auto max-w-full whitespace-normal" data-color={tone} data-size="sm">
      {children}
    </span>
  );
}
