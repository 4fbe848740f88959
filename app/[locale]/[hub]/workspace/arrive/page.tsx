import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { PageHeader } from '#components/ui/page-header.tsx';
import { ArriveForm } from '#components/visits/arrive-form.tsx';
import { SiteChoice } from '#components/workspace/site-choice.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNone, visit } from '#lib/platform/session/entry.ts';
import { findHouse, type ShownHouse } from '#lib/workspace/reads.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { pass } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Query>;
};

async function houseOf({ params, searchParams }: Props) {
  const scope = await visit((await params).hub);
  const wanted = single((await searchParams).site);
  return orNone(() => findHouse(scope, wanted));
}

async function titleOf(props: Props, house: ShownHouse | null): Promise<string> {
  const { locale, hub } = await props.params;
  const site = house ? inLocale(house.site.name, locale) : (await visit(hub)).hub.name;
  return translator(locale, 'visits')('arrive.title', { site });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await titleOf(props, await houseOf(props)) };
}

/** At the door, on the screen there or on the guest's own phone: no account, just the code. */
export default async function ArrivePage(props: Props) {
  const { locale, hub } = await props.params;
  const t = translator(locale, 'visits');
  const house = await houseOf(props);
  const several = house && house.sites.length > 1;
  const here = `/${locale}/${hub}/workspace/arrive`;
  return (
    <div className="max-w-xl">
      <PageHeader title={await titleOf(props, house)} lead={t('arrive.lead')} />
      <ArriveForm
        action={pass.bind(null, { locale, hub })}
        labels={formLabels(locale)}
        here={several ? `${here}?site=${house.site.slug}` : here}
        words={{
          code: t('arrive.code'),
          codeHint: t('arrive.codeHint'),
          submit: t('arrive.submit'),
          next: t('arrive.next'),
          goIn: t('arrive.goIn'),
          goOut: t('arrive.goOut'),
        }}
      />
      <p className="mt-8">{t('arrive.lost')}</p>
      {house && <SiteChoice locale={locale} sites={house.sites} chosen={house.site.slug} />}
    </div>
  );
}
