import { now } from '#lib/platform/clock.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { asCsv, collectMine } from '#lib/rights/holdings.ts';

type Context = { params: Promise<{ locale: string }> };

/** Everything held about the reader, as one file: `?as=json` or `?as=csv`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  const scope = await enterOwn(locale);
  const held = await collectMine(scope);
  const csv = new URL(request.url).searchParams.get('as') === 'csv';
  const words = translator(isLocale(locale) ? locale : defaultLocale, 'rights');
  const body = csv ? asCsv(held) : JSON.stringify({ at: now().toString(), held }, null, 2);
  return new Response(body, {
    headers: {
      'content-type': csv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${words('mine.fileName')}.${csv ? 'csv' : 'json'}"`,
      'cache-control': 'private, no-store',
    },
  });
}
