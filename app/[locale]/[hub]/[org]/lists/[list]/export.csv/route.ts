import { notFound } from 'next/navigation';
import { fileResponse } from '#components/documents/file-response.ts';
import { listText } from '#components/lists/list-file.ts';
import { findLockedList } from '#lib/lists/reads.ts';
import { isLocale } from '#lib/platform/i18n/locales.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';

type Context = { params: Promise<{ locale: string; hub: string; org: string; list: string }> };

/** A locked list of one's own organisation, for spreadsheets. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, hub, org, list: id } = await params;
  if (!isLocale(locale)) notFound();
  const scope = await enter(locale, hub, org);
  const list = await orNotFound(() => findLockedList(scope, id));
  const reading = { locale, hub: scope.hub, organisation: scope.organisation.name };
  return fileResponse(listText(reading, list), 'text/csv; charset=utf-8', `${list.name}.csv`);
}
