import type { ReactNode } from 'react';

/** Something wider than a narrow screen, which scrolls in its own box, by keyboard as well. */
export function Scrolls({ label, children }: { label: string; children: ReactNode }) {
  return (
    // What only a screen reader sees is placed from here, or it would widen the page.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the box cannot be scrolled by keyboard
    <section className="relative overflow-x-auto" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
