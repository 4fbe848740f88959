'use client';

import { type ReactNode, useEffect, useRef } from 'react';

type Props = { tone?: 'info' | 'success' | 'warning' | 'danger'; children: ReactNode };

/** A message on the page. One that tells what was just done takes the focus, so that it is heard. */
export function Notice({ tone = 'info', children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const arrives = tone === 'success';
  const told = useRef('');
  // Also when what was done is told where something else was told before: the button that did it may be gone.
  useEffect(() => {
    const text = box.current?.textContent ?? '';
    if (arrives && text !== told.current) box.current?.focus({ preventScroll: true });
    told.current = text;
  });
  return (
    <div
      className="ds-alert my-6"
      data-color={tone}
      ref={box}
      role={arrives || tone === 'danger' ? 'status' : undefined}
      tabIndex={arrives ? -1 : undefined}
    >
      {children}
    </div>
  );
}
