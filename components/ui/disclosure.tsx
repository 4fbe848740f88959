import type { ReactNode } from 'react';

/** Something one seldom needs, behind its name; opens without JavaScript. */
export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">{summary}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
