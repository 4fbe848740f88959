import type { Metadata } from 'next';
import { cache } from 'react';
import { DemoWays } from '#components/lists/demo-ways.tsx';
import { Adopters } from '#components/showroom/adopters.tsx';
import { Claims } from '#components/showroom/claims.tsx';
import { valueName } from '#components/showroom/facets.tsx';
import { FirstMedia, MediaGallery } from '#components/showroom/media.tsx';
import { Structured } from '#components/showroom/structured.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { todayDate } from '#lib/platform/clock.ts';
import { settings } from '#lib/platform/env.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNotFound, visit } from '#lib/platform/session/entry.ts';
import { findShownMedia } from '#lib/showroom/media-reads.ts';
import { type Demo, findDemo } from '#lib/showroom/reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; demo: string }> };

const load = cache(async (hub: string, slug: string) =>
  orNotFound(async () => findDemo(await visit(hub), slug)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, demo: slug } = await params;
  const demo = await load(hub, slug);
  return { title: inLocale(demo.title, locale), description: inLocale(demo.summary, locale) };
}

export default async function DemoPage({ params }: Props) {
  const { locale, hub, demo: slug } = await params;
  const demo = await load(hub, slug);
  const media = await findShownMedia(await visit(hub), slug);
  const t = translator(locale, 'showroom');
  const base = `/${locale}/${hub}/showroom`;
  return (
    <article>
      <Structured locale={locale} hub={hub} demo={demo} />
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('title') }]}
      />
      <div className="mt-4 grid gap-8 lg:grid-cols-[3fr_2fr]">
        <div>
          <h1 className="ds-heading m-0" data-size="lg">
            {inLocale(demo.title, locale)}
          </h1>
          <p className="prose mt-4 text-xl">{inLocale(demo.summary, locale)}</p>
        </div>
        <div className="lg:row-span-2">
          {media.length > 0 ? (
            <FirstMedia locale={locale} hub={hub} media={media} />
          ) : (
            <img
              className="w-full rounded-xl"
              src={demo.picture}
              alt={inLocale(demo.pictureAlt, locale)}
              width={640}
              height={400}
            />
          )}
        </div>
        <div className="prose">
          {inLocale(demo.body, locale)
            .split(/\n\s*\n/)
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </div>
      </div>
      <MediaGallery locale={locale} hub={hub} media={media} />
      <div className="mt-8 grid gap-10 lg:grid-cols-[3fr_2fr]">
        <div className="grid content-start gap-10">
          <Adopters
            locale={locale}
            adoptions={demo.adoptions}
            useHref={`/${locale}/${hub}/act/use/${demo.id}`}
          />
          <p className="m-0">
            <a className="inline-flex min-h-8 items-center" href={`${base}/${slug}/here`}>
              {translator(locale, 'adoptions')('here')}
            </a>
          </p>
          <DemoWays locale={locale} hub={hub} id={demo.id} />
          <Claims
            locale={locale}
            claims={demo.claims}
            today={todayDate((await visit(hub)).hub.zone)}
          />
          <Needs locale={locale} demo={demo} />
        </div>
        <Facts locale={locale} hub={hub} demo={demo} />
      </div>
    </article>
  );
}

function Facts({ locale, hub, demo }: { locale: Locale; hub: string; demo: Demo }) {
  const t = translator(locale, 'showroom');
  const site = translator(locale, 'site');
  const list = new Intl.ListFormat(locale);
  const rows = [
    [t('demo.stage'), t(`stages.${demo.stage}`)],
    [t('demo.kind'), t(`kindsOfDemo.${demo.kind}`)],
    [t('demo.areas'), list.format(demo.areas.map((area) => valueName(locale, 'area', area)))],
    [t('demo.settings'), list.format(demo.settings.map((s) => valueName(locale, 'setting', s)))],
    [t('demo.audience'), list.format(demo.audience.map((each) => t(`audience.${each}`)))],
    [t('demo.number'), demo.publicId],
  ];
  const address = `${settings().url}/d/${demo.publicId}`;
  return (
    <aside className="panel h-fit bg-accent-background-tinted p-6">
      <dl className="m-0 grid gap-4">
        <div>
          <dt className="quiet text-base">{t('demo.owner')}</dt>
          <dd className="m-0 font-medium">
            <a href={`/${locale}/${hub}/organisations/${demo.owner.slug}`}>{demo.owner.name}</a> (
            {site(`kinds.${demo.owner.kind}`)})
          </dd>
        </div>
        {rows.map(([term, fact]) => (
          <div key={term}>
            <dt className="quiet text-base">{term}</dt>
            <dd className="m-0 font-medium">{fact}</dd>
          </div>
        ))}
      </dl>
      <h2 className="ds-heading mt-6 mb-1" data-size="2xs">
        {t('demo.share')}
      </h2>
      <p className="m-0 text-base">{t('demo.shareText')}</p>
      <p className="m-0 break-all">
        <a href={address}>{address}</a>
      </p>
    </aside>
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
