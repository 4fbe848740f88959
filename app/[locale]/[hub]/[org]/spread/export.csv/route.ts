import { fileResponse } from '#components/documents/file-response.ts';
import { spreadText } from '#components/results/spread-file.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { findSpread, spreadFilterOf } from '#lib/results/spread.ts';

type Context = { params: Promise<{ locale: string; hub: string; org: string }> };

/** The spread board as a file, as far as the reader reads it by name. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'result:adopt');
  const language = isLocale(locale) ? locale : defaultLocale;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const view = await findSpread(scope, spreadFilterOf(search));
  const name = `${translator(language, 'results')('spread.title')} ${scope.hub.name}.csv`;
  return fileResponse(spreadText(language, view), 'text/csv; charset=utf-8', name);
}
