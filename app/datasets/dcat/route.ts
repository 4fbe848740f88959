import { dcatFile } from '#components/showroom/dcat.ts';
import { openResponse } from '#components/showroom/open-files.ts';
import { settings } from '#lib/platform/env.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { listOpenCatalogues } from '#lib/showroom/open-data.ts';

/** The one address that a national catalogue harvests. */
export async function GET(request: Request): Promise<Response> {
  const catalogues = await listOpenCatalogues(await visit(null));
  return openResponse(
    request,
    dcatFile(catalogues, settings().url),
    'application/rdf+xml; charset=utf-8',
  );
}
