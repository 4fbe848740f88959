import type { Metadata } from 'next';
import { periodText } from '#components/projects/period.tsx';
import { stateTones } from '#components/projects/project-card.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { Written } from '#components/ui/written.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { listOwnProjects, type OwnProjectRow } from '#lib/projects/own.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'projects')('own.title') };
}

/** The joint projects one's organisation leads, is in, or has been asked into. */
export default async function OwnProjectsPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const rows = await listOwnProjects(scope);
  const t = translator(locale, 'projects');
  const base = `/${locale}/${hub}/${org}`;
  const of = (state: string) => rows.filter(({ partyState }) => partyState === state);
  return (
    <>
      <DoneIn locale={locale} part="projects" done={(await searchParams).done} />
      <PageHeader
        title={t('own.title')}
        lead={t('own.lead', { organisation: scope.organisation.name })}
      >
        {scope.may('project:start') && (
          <ButtonLink href={`${base}/projects/new`}>{t('own.start')}</ButtonLink>
        )}
      </PageHeader>
      <Section name="invited" rows={of('INVITED')} locale={locale} base={base} />
      <Section name="in" rows={of('CONFIRMED')} locale={locale} base={base} always />
      <Section name="asked" rows={of('ASKED')} locale={locale} base={base} />
    </>
  );
}

type SectionProps = {
  name: 'invited' | 'in' | 'asked';
  rows: readonly OwnProjectRow[];
  locale: Locale;
  base: string;
  /** Said even when there is nothing in it. */
  always?: boolean;
};

function Section({ name, rows, locale, base, always }: SectionProps) {
  const t = translator(locale, 'projects');
  if (rows.length === 0 && !always) return null;
  return (
    <section className="mt-8" aria-labelledby={name}>
      <h2 className="ds-heading" data-size="sm" id={name}>
        {t(`own.${name}`)}
      </h2>
      {rows.length === 0 && (
        <EmptyState text={t('own.none')}>
          <ButtonLink href={`${base}/others`} variant="secondary">
            {t('own.find')}
          </ButtonLink>
        </EmptyState>
      )}
      <ul className="m-0 grid list-none gap-3 p-0">
        {rows.map((row) => (
          <Row key={row.slug} row={row} locale={locale} base={base} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row, locale, base }: { row: OwnProjectRow; locale: Locale; base: string }) {
  const t = translator(locale, 'projects');
  const { slug, title, state, led, lead, role, checkedAt } = row;
  return (
    <li className="panel card-link px-5 py-4">
      <a
        className="text-lg font-semibold after:absolute after:inset-0"
        href={`${base}/projects/${slug}`}
      >
        <Written text={title} locale={locale} />
      </a>{' '}
      <Tag tone={stateTones[state]}>{t(`states.${state}`)}</Tag>{' '}
      {!checkedAt && <Tag tone="neutral">{t('own.notChecked')}</Tag>}
      <span className="quiet block text-base">
        {led ? t('own.youLead') : t('led', { name: lead ?? '–' })} · {t(`roles.${role}`)} ·{' '}
        {periodText(locale, row)}
      </span>
    </li>
  );
}
