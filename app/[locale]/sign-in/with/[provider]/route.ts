import type { NextRequest } from 'next/server';
import { settings } from '#lib/platform/env.ts';
import { isLocale } from '#lib/platform/i18n/locales.ts';
import { takeAuthStep } from '#lib/platform/session/flow.ts';
import { ownPath } from '#lib/platform/session/paths.ts';
import { findProvider } from '#lib/platform/session/providers.ts';

type Context = { params: Promise<{ locale: string; provider: string }> };

/** Leaves for an OpenID provider; `strong` asks it for its strongest way. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { locale, provider: id } = await params;
  const provider = await findProvider(id);
  if (!isLocale(locale) || !provider) return new Response('Not found', { status: 404 });
  const asked = request.nextUrl.searchParams;
  const next = ownPath(asked.get('next') ?? '', locale);
  const strong = asked.has('strong') && provider.strongAcr.length > 0;
  const query: Record<string, string> = strong
    ? { acr_values: provider.strongAcr.join(' '), prompt: 'login' }
    : {};
  const fields = { callbackUrl: next };
  const taken = await takeAuthStep(['signin', id], { fields, query, visit: { next } });
  // A provider that does not answer leads back here, to a page of next-auth's that does not exist.
  const away = new URL(taken.location, settings().url);
  const answered = away.origin !== settings().url;
  const Location = answered ? away.href : `/${locale}/sign-in?error=provider`;
  return new Response(null, { status: 303, headers: { Location } });
}
