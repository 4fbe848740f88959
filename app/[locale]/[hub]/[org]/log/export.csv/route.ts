import { notFound } from 'next/navigation';
import { logFile } from '#components/house/log-file.ts';
import { exportLog } from '#lib/log/reads.ts';
import { readLogQuery } from '#lib/log/schema.ts';
import { isLocale } from '#lib/platform/i18n/locales.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';

type Context = { params: Promise<{ locale: string; hub: string; org: string }> };

/** The organisation's own log, as narrowed, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, hub, org } = await params;
  if (!isLocale(locale)) notFound();
  const scope = await enter(locale, hub, org);
  const query = readLogQuery(Object.fromEntries(new URL(request.url).searchParams));
  const reader = { locale, hub: scope.hub.name, own: true };
  return orNotFound(() => logFile(reader, scope.hub.zone, exportLog(scope, query, locale, true)));
}
