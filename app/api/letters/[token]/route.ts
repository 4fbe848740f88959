import { stopLetters } from '#lib/following/pace.ts';
import { NotFound } from '#lib/platform/errors.ts';

type Context = { params: Promise<{ token: string }> };

/** What a mail program sends when its reader presses "unsubscribe" (RFC 8058): no cookie, no page. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  try {
    await stopLetters((await params).token);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    throw error;
  }
}
