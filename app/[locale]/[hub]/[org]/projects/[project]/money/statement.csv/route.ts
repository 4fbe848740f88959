import { notFound } from 'next/navigation';
import { fileResponse } from '#components/documents/file-response.ts';

import { statementText } from '#components/sharing/statement.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { isLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findMoney } from '#lib/sharing/reads.ts';

type Context = { params: Promise<{ locale: string; hub: string; org: string; project: string }> };

/** One's own organisation's part of a project's money, for spreadsheets. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, hub, org, project } = await params;
  if (!isLocale(locale)) notFound();
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const money = await orNotFound(() => findMoney(scope, project));
  const { country, zone } = scope.hub;
  const made = dateOf(now());
  const { organisation } = scope;
  const title = translator(locale, 'sharing')('statement.title', {
    organisation: organisation.name,
  });
  const all = { locale, country, zone, organisation, money, made };
  return fileResponse(statementText(all), 'text/csv; charset=utf-8', `${title}.csv`);
}
