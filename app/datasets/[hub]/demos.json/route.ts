import { openJson, openResponse } from '#components/showroom/open-files.ts';
import { settings } from '#lib/platform/env.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { listOpenDemos, openPage } from '#lib/showroom/open-data.ts';

type Context = { params: Promise<{ hub: string }> };

/** What a hub's showroom shows, as JSON, page by page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const scope = await visit((await params).hub);
  const after = new URL(request.url).searchParams.get('after') ?? '';
  const demos = await listOpenDemos(scope, after.slice(0, 20));
  const site = settings().url;
  const last = demos.length === openPage ? demos.at(-1)?.id : null;
  const next = last ? `${site}/datasets/${scope.hub.slug}/demos.json?after=${last}` : null;
  const body = openJson(scope.hub, demos, site, next);
  return openResponse(request, body, 'application/json; charset=utf-8');
}
