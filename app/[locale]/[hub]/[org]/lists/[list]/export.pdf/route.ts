import { notFound } from 'next/navigation';
import { fileResponse } from '#components/documents/file-response.ts';
import { listPdf } from '#components/lists/list-pdf.ts';
import { recordOf } from '#components/lists/record.ts';
import { findLockedList } from '#lib/lists/reads.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { isLocale } from '#lib/platform/i18n/locales.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';

type Context = { params: Promise<{ locale: string; hub: string; org: string; list: string }> };

/** A locked list of one's own organisation, as a PDF. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, hub, org, list: id } = await params;
  if (!isLocale(locale)) notFound();
  const scope = await enter(locale, hub, org);
  const list = await orNotFound(() => findLockedList(scope, id));
  const reading = { locale, hub: scope.hub, organisation: scope.organisation.name };
  const pdf = await listPdf(locale, recordOf(reading, list), dateOf(now()));
  return fileResponse(new Uint8Array(pdf), 'application/pdf', `${list.name}.pdf`);
}
