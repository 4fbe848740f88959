'use client';

import { useEffect, useState } from 'react';

/**
 * The way in. Public pages are the same for everyone, so the reader's own name is filled in by the
 * browser; without JavaScript the link still leads on, to sign-in or past it.
 */
export function AccountMenu({ href, signIn }: { href: string; signIn: string }) {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    if (!document.cookie.includes('navet-signed-in=1')) return;
    const asked = new AbortController();
    fetch('/api/me', { signal: asked.signal })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((me: { name: string } | null) => setName(me?.name ?? null))
      .catch(() => {});
    return () => asked.abort();
  }, []);
  return (
    <a className="ds-button max-w-[50%]" data-variant="secondary" data-size="sm" href={href}>
      {name ?? signIn}
    </a>
  );
}
