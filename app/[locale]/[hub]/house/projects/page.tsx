import type { Metadata } from 'next';
import { dayText } from '#components/innovation/day.ts';
import { stateTones } from '#components/projects/project-card.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { Written } from '#components/ui/written.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listToCheck } from '#lib/projects/own.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'projects')('check.title') };
}

/** New projects that the hub looks at before they are shown, and all the others. */
export default async function HouseProjectsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const { waits, seen } = await orNotFound(() => listToCheck(scope));
  const t = translator(locale, 'projects');
  const rows = { locale, base: `/${locale}/${hub}/house/projects`, zone: scope.hub.zone };
  return (
    <>
      <DoneIn locale={locale} part="projects" done={(await searchParams).done} />
      <PageHeader title={t('check.title')} lead={t('check.lead')} />
      <section aria-labelledby="waits">
        <h2 className="ds-heading" data-size="sm" id="waits">
          {t('check.waits')}
        </h2>
        {waits.length === 0 && <EmptyState text={t('check.noneWaits')} />}
        <Rows {...rows} projects={waits} />
      </section>
      <section className="mt-10" aria-labelledby="seen">
        <h2 className="ds-heading" data-size="sm" id="seen">
          {t('check.seen')}
        </h2>
        {seen.length === 0 && <EmptyState text={t('check.noneSeen')} />}
        <Rows {...rows} projects={seen} />
      </section>
    </>
  );
}

type RowsProps = {
  locale: Locale;
  base: string;
  zone: string;
  projects: Awaited<ReturnType<typeof listToCheck>>['waits'];
};

function Rows({ locale, base, zone, projects }: RowsProps) {
  const t = translator(locale, 'projects');
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {projects.map(({ slug, title, state, lead, createdAt, checkedAt, checkWords }) => (
        <li className="panel card-link px-5 py-4" key={slug}>
          <a
            className="text-lg font-semibold after:absolute after:inset-0"
            href={`${base}/${slug}`}
          >
            <Written text={title} locale={locale} />
          </a>{' '}
          <Tag tone={stateTones[state]}>{t(`states.${state}`)}</Tag>
          <span className="quiet block text-base">
            {t('led', { name: lead ?? '–' })} ·{' '}
            {t('check.started', { date: dayText(locale, zone, createdAt) })}
            {!checkedAt && checkWords && ` · ${t('check.asked')}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
