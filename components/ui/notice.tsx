'use client';

import { type ReactNode, useEffect, useRef } from 'react';

type Props = { tone?: 'info' | 'success' | 'warning' | 'danger'; children: ReactNode };

/** A message on the page. One that tells what was just done takes the focus, so that it is heard. */
export function Notice({ tone = 'info', children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const arrives = tone === 'success';
  useEffect(() => {
    if (arrives) box.current?.focus({ preventScroll: true });
  }, [arrives]);
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
