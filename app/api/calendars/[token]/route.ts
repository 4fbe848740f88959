import { NotFound } from '#lib/platform/errors.ts';
import { readFeed } from '#lib/workspace/feed-reading.ts';

type Context = { params: Promise<{ token: string }> };

/** A calendar that somebody's own calendar asks for again and again, by its secret address. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    return new Response(await readFeed((await params).token), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    throw error;
  }
}
