import type { ReactNode } from 'react';

type Props = { tone?: 'info' | 'success' | 'warning' | 'danger'; children: ReactNode };

/** A message on the page; success is announced when the page opens with it. */
export function Notice({ tone = 'info', children }: Props) {
  return (
    <div
      className="ds-alert my-6"
      data-color={tone}
      role={tone === 'success' || tone === 'danger' ? 'status' : undefined}
    >
      {children}
    </div>
  );
}
