import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { scheduleWords, weekWords } from '#components/workspace/hours-words.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import type { Hours } from '#lib/workspace/hours.ts';
import { listSiteHours, type SiteHours } from '#lib/workspace/rule-reads.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'hours')('opening.title') };
}

/** When each site is open: usually, and where it differs. */
export default async function HoursPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const sites = await orNotFound(() => listSiteHours(scope));
  const t = translator(locale, 'hours');
  const base = `/${locale}/${hub}/house/hours`;
  return (
    <>
      <DoneIn locale={locale} part="hours" done={(await searchParams).done} />
      <PageHeader title={t('opening.title')} lead={t('opening.lead')} />
      {sites.length === 0 && <EmptyState text={translator(locale, 'site')('workspace.none')} />}
      {sites.map((site) => (
        <Site key={site.slug} locale={locale} base={base} site={site} />
      ))}
      <p className="prose quiet mt-8">{t('opening.warn')}</p>
    </>
  );
}

function Site({ locale, base, site }: { locale: Locale; base: string; site: SiteHours }) {
  const t = translator(locale, 'hours');
  const query = `site=${site.slug}`;
  return (
    <section className="mt-8" aria-labelledby={site.slug}>
      <h2 className="ds-heading" data-size="sm" id={site.slug}>
        {inLocale(site.name, locale)}
      </h2>
      <div className="grid gap-4 md:grid-cols-2">
        <Week
          locale={locale}
          title={t('opening.usual')}
          hours={site.usual}
          edit={`${base}/week?${query}&week=usual`}
        />
        {site.schedules.map((schedule) => (
          <Week
            key={schedule.id}
            locale={locale}
            title={scheduleWords(locale, schedule)}
            hours={schedule.hours}
            edit={`${base}/week?${query}&week=${schedule.id}`}
          />
        ))}
      </div>
      <p className="prose">{t(site.schedules.length > 0 ? 'opening.order' : 'opening.none')}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`${base}/week?${query}`}>{t('opening.new')}</ButtonLink>
        <ButtonLink href={`${base}/holidays?${query}`} variant="secondary">
          {t('closures.holidays')}
        </ButtonLink>
      </div>
    </section>
  );
}

type WeekProps = { locale: Locale; title: string; hours: readonly Hours[]; edit: string };

function Week({ locale, title, hours, edit }: WeekProps) {
  const t = translator(locale, 'hours');
  return (
    <article className="panel p-5">
      <h3 className="ds-heading m-0" data-size="2xs">
        {title}
      </h3>
      <dl className="my-3 grid grid-cols-[auto_1fr] gap-x-4">
        {weekWords(locale, hours).map(({ days, time }) => (
          <div className="contents" key={days}>
            <dt>{days}</dt>
            <dd className="m-0">{time}</dd>
          </div>
        ))}
      </dl>
      <a className="inline-flex min-h-8 items-center" href={edit}>
        {t('opening.edit')}
        <span className="ds-sr-only"> {title}</span>
      </a>
    </article>
  );
}
