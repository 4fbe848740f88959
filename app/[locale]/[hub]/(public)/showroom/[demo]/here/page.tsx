import type { Metadata } from 'next';
import { cache } from 'react';
import { HereForm } from '#components/showroom/here-form.tsx';
import { HereResult } from '#components/showroom/here-result.tsx';
import { NeighbourList } from '#components/showroom/neighbour-list.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNone, orNotFound, visit } from '#lib/platform/session/entry.ts';
import { findDemo } from '#lib/showroom/detail.ts';
import {
  environmentShape,
  type Here,
  type Profile,
  profileFields,
  readHere,
  worksHere,
} from '#lib/showroom/environment.ts';
import { findNeighbours, listTowns } from '#lib/showroom/neighbours.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; demo: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache(async (hub: string, slug: string) =>
  orNotFound(async () => findDemo(await visit(hub), slug)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, demo } = await params;
  const title = inLocale((await load(hub, demo)).title, locale);
  return { title: `${translator(locale, 'adoptions')('here')} ${title}` };
}

/** Whether a demo works where one is, and who that is near or alike uses it. */
export default async function HerePage({ params, searchParams }: Props) {
  const { locale, hub, demo: slug } = await params;
  const scope = await visit(hub);
  const demo = await load(hub, slug);
  const here = readHere(await searchParams);
  const { at, empty, refused } = here;
  const seen = at ? await orNone(() => findNeighbours(scope, demo.id, at)) : null;
  const has = withProfile(here, seen?.profile ?? null);
  const asked = seen !== null || profileFields.some((field) => has[field] !== null);
  const needs = environmentShape.parse(demo.environment);
  const t = translator(locale, 'adoptions');
  const title = inLocale(demo.title, locale);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `/${locale}/${hub}/showroom`, label: translator(locale, 'showroom')('title') },
          { href: `/${locale}/${hub}/showroom/${slug}`, label: title },
        ]}
      />
      <PageHeader title={t('here')} lead={`${title}. ${t('hereLead')}`} />
      <HereForm locale={locale} towns={await listTowns(scope)} here={here} has={has} />
      {empty && <Notice>{t('saySomething')}</Notice>}
      {asked && Object.keys(refused).length === 0 && (
        <HereResult locale={locale} checks={worksHere(needs, has)} needs={needs} />
      )}
      {seen && <NeighbourList locale={locale} seen={seen} adoptions={demo.adoptions} />}
    </>
  );
}

/** What was typed stands; the rest is what the municipality has said of itself. */
function withProfile({ typed, has }: Here, profile: Profile | null): Profile {
  const said = profileFields.map((field) => [
    field,
    typed[field].trim() === '' ? (profile?.[field] ?? null) : has[field],
  ]);
  return Object.fromEntries(said);
}
