import { notFound } from 'next/navigation';
import { templateAsSheet } from '#components/showroom/import-template.ts';
import { isLocale } from '#lib/platform/i18n/locales.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';

type Context = { params: Promise<{ locale: string; hub: string; org: string }> };

/** The columns of a file of many demos. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale, hub, org } = await params;
  if (!isLocale(locale)) notFound();
  demand(await enter(locale, hub, org), 'demo:draft');
  return templateAsSheet(locale);
}
