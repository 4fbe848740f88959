import type { NextRequest } from 'next/server';
import { currentVisit, takeArrival } from '#lib/platform/session/flow.ts';
import { findProvider } from '#lib/platform/session/providers.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * Where an OpenID provider sends the browser back to, and nothing else: every other step of signing
 * in is a server action, so that no link alone can take it.
 */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const [step, id = '', ...rest] = (await context.params).nextauth;
  if (step !== 'callback' || rest.length > 0 || !(await findProvider(id))) {
    return new Response('Not found', { status: 404 });
  }
  const { locale } = await currentVisit();
  const taken = await takeArrival(id, Object.fromEntries(request.nextUrl.searchParams));
  const arrived = `/${locale}/sign-in/arrived`;
  // next-auth's own pages do not exist here: whatever else it says, it did not work.
  const failed = `/${locale}/sign-in?error=provider`;
  const Location = taken.landing ?? (taken.location === arrived ? arrived : failed);
  return new Response(null, { status: 303, headers: { Location } });
}
