import { notFound } from 'next/navigation';
import { reportFile } from '#components/reports/report-file.ts';
import { isLocale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findReport } from '#lib/reports/reads.ts';
import { readReportQuery } from '#lib/reports/schema.ts';

type Context = { params: Promise<{ locale: string; hub: string }> };

/** The report, as narrowed, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, hub } = await params;
  if (!isLocale(locale)) notFound();
  const scope = await enterHouseOf(locale, hub);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const query = readReportQuery(asked, scope.hub.zone);
  return reportFile(locale, await orNotFound(() => findReport(scope, query)), query);
}
