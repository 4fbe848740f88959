import { openCsv, openResponse } from '#components/showroom/open-files.ts';
import { today } from '#lib/platform/clock.ts';
import { settings } from '#lib/platform/env.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { listOpenDemos, type OpenDemo, openPage } from '#lib/showroom/open-data.ts';

type Context = { params: Promise<{ hub: string }> };

/** What a hub's showroom shows, as one file for spreadsheets. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const scope = await visit((await params).hub);
  const all: OpenDemo[] = [];
  for (;;) {
    const page = await listOpenDemos(scope, all.at(-1)?.id);
    all.push(...page);
    if (page.length < openPage) break;
  }
  const day = today(scope.hub.zone).toString();
  return openResponse(request, openCsv(all, settings().url, day), 'text/csv; charset=utf-8');
}
