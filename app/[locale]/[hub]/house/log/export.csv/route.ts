import { notFound } from 'next/navigation';
import { logFile } from '#components/house/log-file.ts';
import { exportLog } from '#lib/log/reads.ts';
import { readLogQuery } from '#lib/log/schema.ts';
import { isLocale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';

type Context = { params: Promise<{ locale: string; hub: string }> };

/** The log, as narrowed, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, hub } = await params;
  if (!isLocale(locale)) notFound();
  const scope = await enterHouseOf(locale, hub);
  const query = readLogQuery(Object.fromEntries(new URL(request.url).searchParams));
  const reader = { locale, hub: scope.hub.name, own: false };
  return orNotFound(() => logFile(reader, scope.hub.zone, exportLog(scope, query, locale, false)));
}
