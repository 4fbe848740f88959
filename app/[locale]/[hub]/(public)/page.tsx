import type { Metadata } from 'next';
import { HubHero, HubVisit } from '#components/house/hub-front.tsx';
import { DemoCard } from '#components/showroom/demo-card.tsx';
import { NotTranslated, Written } from '#components/ui/written.tsx';
import { findHub } from '#lib/organisations/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNotFound, visit } from '#lib/platform/session/entry.ts';
import { listNewestDemos } from '#lib/showroom/reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { hub } = await params;
  return { title: (await visit(hub)).hub.name };
}

export default async function HubPage({ params }: Props) {
  const { locale, hub: slug } = await params;
  const scope = await visit(slug);
  const hub = await orNotFound(() => findHub(scope));
  const demos = await listNewestDemos(scope, 3);
  const t = translator(locale, 'site');
  const base = `/${locale}/${slug}`;
  const mission = inLocale(hub.mission, locale);
  return (
    <>
      <HubHero locale={locale} hub={hub} />
      <Doors locale={locale} base={base} />
      {demos.length > 0 && (
        <section aria-labelledby="newest" className="mt-12">
          <h2 className="ds-heading" data-size="md" id="newest">
            {t('hub.newest')}
          </h2>
          <ul className="m-0 grid list-none gap-5 p-0 sm:grid-cols-2 lg:grid-cols-3">
            {demos.map((demo) => (
              <DemoCard key={demo.slug} demo={demo} locale={locale} hub={slug} level="h3" />
            ))}
          </ul>
          <p>
            <a href={`${base}/showroom`}>
              {t('hub.seeAll')} <span className="ds-sr-only">{t('hub.newest')}</span>
            </a>
          </p>
        </section>
      )}
      <section className="mt-10 grid gap-8 md:grid-cols-2">
        <div>
          {mission && (
            <>
              <h2 className="ds-heading" data-size="sm">
                {t('hub.mission')}
              </h2>
              <p className="prose">
                <Written text={hub.mission} locale={locale} />{' '}
                <NotTranslated text={hub.mission} locale={locale} />
              </p>
            </>
          )}
          <p>
            <a href={`${base}/organisations`}>{t('hub.takesPart', { count: hub.takePart })}</a>
          </p>
        </div>
        <HubVisit locale={locale} hub={hub} />
      </section>
    </>
  );
}

/** The three things one comes for. */
function Doors({ locale, base }: { locale: Locale; base: string }) {
  const t = translator(locale, 'site');
  const doors = [
    { key: 'showroom', href: `${base}/showroom` },
    { key: 'workspace', href: `${base}/workspace` },
    { key: 'develop', href: `${base}/projects` },
  ] as const;
  return (
    <section aria-labelledby="doors" className="mt-10">
      <h2 className="ds-sr-only" id="doors">
        {t('doors.heading')}
      </h2>
      <ul className="m-0 grid list-none gap-5 p-0 md:grid-cols-3">
        {doors.map(({ key, href }) => (
          <li className="panel card-link border-t-4 border-t-accent-base-default p-6" key={key}>
            <h3 className="ds-heading m-0" data-size="sm">
              <a href={href}>
                {t(`doors.${key}`)} <span aria-hidden="true">→</span>
              </a>
            </h3>
            <p className="m-0 mt-2">{t(`doors.${key}Text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
