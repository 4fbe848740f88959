import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { SignSheet } from '#components/signs/sign-sheet.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { settings } from '#lib/platform/env.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listSigns, type SignFacts } from '#lib/signs/hanging.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { makeAll } from './actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'signs')('sheet.title') };
}

/** The signs of all places, or of one, to print. */
export default async function SignsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const query = await searchParams;
  const scope = await enterHouseOf(locale, hub);
  const place = single(query.place);
  const signs = await orNotFound(() => listSigns(scope, place || undefined));
  const t = translator(locale, 'signs');
  return (
    <>
      <div className="no-print">
        <Breadcrumbs
          label={translator(locale, 'site')('breadcrumb')}
          crumbs={[
            {
              href: `/${locale}/${hub}/house/places`,
              label: translator(locale, 'places')('title'),
            },
          ]}
        />
        <PageHeader title={t('sheet.title')} lead={t('sheet.lead')} />
        <DoneIn locale={locale} part="signs" done={query.done} />
        {!place && (
          <ButtonForm
            action={makeAll.bind(null, { locale, hub })}
            labels={formLabels(locale)}
            variant="secondary"
          >
            {t('sheet.makeAll')}
          </ButtonForm>
        )}
        {signs.length > 0 && <p className="mt-4 mb-0">{t('sheet.print')}</p>}
      </div>
      {signs.length === 0 ? (
        <EmptyState text={t('sheet.none')} />
      ) : (
        <SignSheet signs={signs.map((sign) => signOf(locale, sign))} hub={scope.hub.name} />
      )}
    </>
  );
}

function signOf(locale: Locale, { code, name, kind, site }: SignFacts) {
  const kinds = translator(locale, 'workspace');
  return {
    address: `${settings().url}/q/${code}`,
    name: inLocale(name, locale),
    line: `${kinds(`kinds.${kind}`)}, ${inLocale(site, locale)}`,
    scan: translator(locale, 'signs')('sheet.scan'),
  };
}
