import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { SettingsCrumbs } from '#components/house/settings-crumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { type BarrierReport, listBarriers } from '#lib/hubs/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { handle } from '../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'house')('barriers.title') };
}

/** What visitors have reported or asked for. */
export default async function BarriersPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const reports = await orNotFound(() => listBarriers(scope));
  const t = translator(locale, 'house');
  return (
    <>
      <SettingsCrumbs locale={locale} hub={hub} />
      <DoneIn locale={locale} part="house" done={(await searchParams).done} />
      <PageHeader title={t('barriers.title')} lead={t('barriers.lead')} />
      {reports.length === 0 && <EmptyState text={t('barriers.none')} />}
      <ul className="m-0 grid list-none gap-4 p-0">
        {reports.map((report) => (
          <Report key={report.id} locale={locale} hub={hub} zone={scope.hub.zone} report={report} />
        ))}
      </ul>
    </>
  );
}

type ReportProps = { locale: Locale; hub: string; zone: string; report: BarrierReport };

function Report({ locale, hub, zone, report }: ReportProps) {
  const t = translator(locale, 'house');
  const { id, number, kind, place, text, name, email, createdAt, handledAt } = report;
  const at = (date: Date) =>
    formatter(locale, zone).dateTime(date, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className="panel p-5">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="ds-heading m-0" data-size="2xs">
          {number}
        </h2>
        <Tag tone={kind === 'COPY' ? 'info' : 'warning'}>{t(`barriers.kinds.${kind}`)}</Tag>
        <span className="quiet text-base">{at(createdAt)}</span>
      </div>
      <p className="mt-3 mb-2 whitespace-pre-line">{text}</p>
      {place && (
        <p className="m-0 text-base">
          {t('barriers.place')}: {place}
        </p>
      )}
      <p className="m-0 text-base">
        {t('barriers.from')}: {name || (email ? '' : t('barriers.anonymous'))}{' '}
        {email && <a href={`mailto:${email}`}>{email}</a>}
      </p>
      <div className="mt-4">
        {handledAt && <p className="quiet m-0">{t('barriers.handled', { at: at(handledAt) })}</p>}
        <ButtonForm
          action={handle.bind(null, { locale, hub, id })}
          labels={formLabels(locale)}
          variant="secondary"
          closed={handledAt !== null}
        >
          <span aria-hidden="true">{t('barriers.handle')}</span>
          <span className="ds-sr-only">{t('barriers.handleNamed', { number })}</span>
        </ButtonForm>
      </div>
    </li>
  );
}
