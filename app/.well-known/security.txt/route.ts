import { now } from '#lib/platform/clock.ts';
import { keeperLink } from '#lib/platform/contact.ts';
import { settings } from '#lib/platform/env.ts';
import { locales } from '#lib/platform/i18n/locales.ts';

export const dynamic = 'force-dynamic';

/** Where to tell of a weakness (RFC 9116). It must name a day within a year after which to ask anew. */
export function GET(): Response {
  const { url } = settings();
  const expires = now().add({ hours: 24 * 180 });
  const lines = [
    `Contact: ${keeperLink()}`,
    `Expires: ${expires.toString({ smallestUnit: 'second' })}`,
    `Preferred-Languages: ${locales.join(', ')}`,
    `Canonical: ${url}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
