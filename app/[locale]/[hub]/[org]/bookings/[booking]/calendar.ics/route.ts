import { NotFound } from '#lib/platform/errors.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { bookingCalendar } from '#lib/workspace/letters.ts';

type Context = {
  params: Promise<{ locale: string; hub: string; org: string; booking: string }>;
};

/** The booking as a file for a calendar. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, hub, org, booking: id } = await params;
  const scope = await enter(locale, hub, org);
  try {
    const { zone, site, ...booking } = await findBooking(scope, id);
    const told = { ...booking, site: { ...site, zone } };
    const file = bookingCalendar(scope, isLocale(locale) ? locale : defaultLocale, told);
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
