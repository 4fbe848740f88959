import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { DemoWays } from '#components/lists/demo-ways.tsx';
import { Adopters } from '#components/showroom/adopters.tsx';
import { ArchivedDemo } from '#components/showroom/archived.tsx';
import { Claims } from '#components/showroom/claims.tsx';
import { DemoFacts } from '#components/showroom/demo-facts.tsx';
import { DemoLinks } from '#components/showroom/demo-links.tsx';
import { DemoText } from '#components/showroom/demo-text.tsx';
import { MediaGallery } from '#components/showroom/media.tsx';
import { Structured } from '#components/showroom/structured.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { todayDate } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNone, visit } from '#lib/platform/session/entry.ts';
import { type Demo, findArchivedDemo, findDemo } from '#lib/showroom/detail.ts';
import { findShownMedia } from '#lib/showroom/media-reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; demo: string }> };

const load = cache(async (hub: string, slug: string) => {
  const scope = await visit(hub);
  return orNone(() => findDemo(scope, slug));
});
const loadArchived = cache(async (hub: string, slug: string) => {
  const scope = await visit(hub);
  return (await orNone(() => findArchivedDemo(scope, slug))) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, demo: slug } = await params;
  const demo = await load(hub, slug);
  if (demo) {
    return { title: inLocale(demo.title, locale), description: inLocale(demo.summary, locale) };
  }
  const { title } = await loadArchived(hub, slug);
  return { title: inLocale(title, locale), robots: { index: false } };
}

export default async function DemoPage({ params }: Props) {
  const { locale, hub, demo: slug } = await params;
  const scope = await visit(hub);
  const { zone } = scope.hub;
  const demo = await load(hub, slug);
  if (!demo) {
    const gone = await loadArchived(hub, slug);
    return <ArchivedDemo locale={locale} hub={hub} zone={zone} demo={gone} />;
  }
  const media = await findShownMedia(scope, slug);
  const base = `/${locale}/${hub}/showroom`;
  return (
    <article>
      <Structured locale={locale} hub={hub} demo={demo} />
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: translator(locale, 'showroom')('title') }]}
      />
      <DemoText locale={locale} hub={hub} demo={demo} media={media} />
      <MediaGallery locale={locale} hub={hub} media={media} />
      <div className="mt-8 grid gap-10 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-10">
          <Adopters
            owner={demo.owner.slug}
            locale={locale}
            adoptions={demo.adoptions}
            useHref={`/${locale}/${hub}/act/use/${demo.id}`}
          />
          <Ways locale={locale} hub={hub} demo={demo} />
          <DemoWays locale={locale} hub={hub} id={demo.id} />
          <DemoLinks locale={locale} hub={hub} demo={demo} />
          <Needs locale={locale} demo={demo} />
        </div>
        <DemoFacts locale={locale} hub={hub} zone={zone} demo={demo} />
      </div>
      <Claims locale={locale} claims={demo.claims} today={todayDate(zone)} />
    </article>
  );
}

/** Where one goes on from here. */
function Ways({ locale, hub, demo }: { locale: Locale; hub: string; demo: Demo }) {
  const base = `/${locale}/${hub}/showroom`;
  const visit = `/${locale}/${hub}/act/visit/${demo.id}`;
  const need = `/${locale}/${hub}/act/need/${demo.id}`;
  const ways = [
    ...(demo.presentation?.open ? [[visit, translator(locale, 'guided')('book')] as const] : []),
    [need, translator(locale, 'needs')('atDemo')],
    [`${base}/${demo.slug}/here`, translator(locale, 'adoptions')('here')],
    [`${base}/compare?d=${demo.publicId}`, translator(locale, 'compare')('from')],
  ] as const;
  return (
    <ul className="no-print m-0 grid list-none gap-1 p-0">
      {ways.map(([href, label]) => (
        <li key={href}>
          <a className="inline-flex min-h-8 items-center" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Needs({ locale, demo }: { locale: Locale; demo: Demo }) {
  const t = translator(locale, 'showroom');
  return (
    <section aria-labelledby="needs">
      <h2 className="ds-heading" data-size="sm" id="needs">
        {t('demo.needs')}
      </h2>
      {demo.needs.length === 0 && <p className="quiet">{t('demo.noNeeds')}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {demo.needs.map(({ need }) => (
          <li className="panel p-4" key={need.id}>
            <span lang={need.language}>{need.title}</span>
            <span className="quiet block text-base">{need.organisation.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
