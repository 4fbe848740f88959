import { NotFound } from '#lib/platform/errors.ts';
import { enterPublic } from '#lib/platform/scope.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import { suggestWords } from '#lib/showroom/searching.ts';

type Context = { params: Promise<{ hub: string }> };

/** What half-written words may become at a hub's showroom: a list of words, as JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { words } = showroomQueryOf(Object.fromEntries(new URL(request.url).searchParams));
  try {
    const offered = await suggestWords(await enterPublic((await params).hub), words);
    return Response.json(offered, { headers: { 'cache-control': 'public, max-age=60' } });
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    throw error;
  }
}
