import { findOwnGroup } from '#lib/guided/groups.ts';
import { guidedCalendar } from '#lib/guided/letters.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';

type Context = { params: Promise<{ locale: string; hub: string; org: string; group: string }> };

/** A visit as a file for a calendar. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, hub, org, group: id } = await params;
  const scope = await enter(locale, hub, org);
  try {
    const group = await findOwnGroup(scope, id);
    const file = guidedCalendar(scope.hub, isLocale(locale) ? locale : defaultLocale, group);
    return new Response(file, {
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
