import { findMeeting } from '#lib/meetings/reads.ts';
import { meetingCalendar } from '#lib/meetings/telling.ts';
import { settings } from '#lib/platform/env.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';

type Where = { locale: string; hub: string; org: string; project: string; meeting: string };
type Context = { params: Promise<Where> };

/** A meeting as a file for a calendar. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, hub, org, project, meeting: id } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  try {
    const meeting = await findMeeting(scope, project, id);
    const url = `${settings().url}/${locale}/${hub}/${org}/projects/${project}/meetings/${id}`;
    return new Response(meetingCalendar(scope.hub.zone, meeting, url), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="${id}.ics"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    throw error;
  }
}
