import type { ReactNode } from 'react';

/** What will be here, and the first step towards it. */
export function EmptyState({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="panel border-dashed px-6 py-8 text-center">
      <p className="quiet m-0">{text}</p>
      {children && <div className="mt-4 flex flex-wrap justify-center gap-3">{children}</div>}
    </div>
  );
}
