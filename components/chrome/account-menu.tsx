'use client';

import { useEffect, useState } from 'react';

/**
 * The way in. Public pages are the same for everyone, so there the browser fills in the reader's own
 * name; without JavaScript the link still leads on, to sign-in or past it.
 */
type Props = { href: string; signIn: string; reader?: string | undefined };

export function AccountMenu({ href, signIn, reader }: Props) {
  const [name, setName] = useState<string | null>(reader ?? null);
  useEffect(() => {
    if (reader || !document.cookie.includes('navet-signed-in=1')) return;
    const asked = new AbortController();
    fetch('/api/me', { signal: asked.signal })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((me: { name: string } | null) => setName(me?.name ?? null))
      .catch(() => {});
    return () => asked.abort();
  }, [reader]);
  return (
    <a
      className="ds-button max-w-[38%] text-center sm:max-w-[50%]"
      data-variant="secondary"
      data-size="sm"
      data-account=""
      href={href}
    >
      {name ?? signIn}
    </a>
  );
}
