import { notFound } from 'next/navigation';
import { peppolInvoice } from '#lib/billing/peppol.ts';
import { findBasis } from '#lib/billing/reads.ts';
import { Refusal } from '#lib/platform/errors.ts';
import { isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';

type Context = { params: Promise<{ locale: string; hub: string; basis: string }> };

/** A locked basis as a Peppol invoice, in the hub's own language. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, hub, basis: id } = await params;
  if (!isLocale(locale)) notFound();
  const scope = await enterHouseOf(locale, hub);
  const basis = await orNotFound(() => findBasis(scope, id));
  const [language = 'sv'] = scope.hub.languages;
  const xml = written(() => peppolInvoice(basis, hub, language as Locale)) ?? notFound();
  return new Response(xml, {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${hub}-${basis.number}.xml"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** A draft, or one that lacks something, has no invoice. */
function written(write: () => string): string | null {
  try {
    return write();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
