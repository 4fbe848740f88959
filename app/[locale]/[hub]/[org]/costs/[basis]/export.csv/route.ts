import { notFound } from 'next/navigation';
import { basisFile } from '#components/billing/basis-file.ts';
import { findLockedCost } from '#lib/billing/reads.ts';
import { isLocale } from '#lib/platform/i18n/locales.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';

type Context = { params: Promise<{ locale: string; hub: string; org: string; basis: string }> };

/** The lines of one of the organisation's own locked months, as a file for spreadsheets. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, hub, org, basis: id } = await params;
  if (!isLocale(locale)) notFound();
  const scope = await enter(locale, hub, org);
  return basisFile(locale, hub, await orNotFound(() => findLockedCost(scope, id)));
}
