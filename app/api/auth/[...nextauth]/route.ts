import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { currentVisit } from '#lib/platform/session/flow.ts';
import { identityOptions } from '#lib/platform/session/identity.ts';
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
  const visit = { ...(await currentVisit()), arrival: null };
  const options = await identityOptions(visit, id);
  const answer: Response = (await NextAuth(request as never, context as never, options)) as never;
  if (visit.landing) answer.headers.set('Location', visit.landing);
  return led(answer, visit.locale);
}

// next-auth's own pages do not exist here.
function led(answer: Response, locale: string): Response {
  const { pathname } = new URL(answer.headers.get('Location') ?? '/api/auth', 'http://portal');
  if (/^\/(api\/auth|sign-in$)/.test(pathname)) {
    answer.headers.set('Location', `/${locale}/sign-in?error=provider`);
  }
  return answer;
}
