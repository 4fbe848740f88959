import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { currentDevice } from '#lib/platform/session/flow.ts';
import { identityOptions } from '#lib/platform/session/identity.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request as never, context as never, identityOptions(currentDevice)) as never;
}

export { handle as GET, handle as POST };
