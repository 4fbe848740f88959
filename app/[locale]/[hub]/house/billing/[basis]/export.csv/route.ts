import { notFound } from 'next/navigation';
import { basisFile } from '#components/billing/basis-file.ts';
import { findBasis } from '#lib/billing/reads.ts';
import { isLocale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';

type Context = { params: Promise<{ locale: string; hub: string; basis: string }> };

/** The lines of a basis as a file for spreadsheets. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, hub, basis: id } = await params;
  if (!isLocale(locale)) notFound();
  const scope = await enterHouseOf(locale, hub);
  return basisFile(locale, hub, await orNotFound(() => findBasis(scope, id)));
}
