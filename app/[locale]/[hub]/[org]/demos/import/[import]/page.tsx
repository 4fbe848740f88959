import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Scrolls } from '#components/ui/scrolls.tsx';
import { Refusal } from '#lib/platform/errors.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { sentence } from '#lib/platform/i18n/sentence.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { columnName } from '#lib/showroom/import-columns.ts';
import { findImport, type ImportReport } from '#lib/showroom/importing.ts';
import { saveGood } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string; import: string }> };
const mostTold = 200;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoImport')('reportTitle') };
}

export default async function ImportReportPage({ params }: Props) {
  const { locale, hub, org, import: id } = await params;
  const scope = await enter(locale, hub, org);
  const base = `/${locale}/${hub}/${org}/demos`;
  const found = await orNotFound(() =>
    findImport(scope, id).catch((error) => {
      // Nothing is left of it to show: the page where one begins says so.
      if (error instanceof Refusal) redirect(`${base}/import?gone=1`);
      throw error;
    }),
  );
  const { report, savedAt, saved, drafts } = found;
  const t = translator(locale, 'demoImport');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/import`, label: t('title') }]}
      />
      <PageHeader title={t('reportTitle')} />
      <Counts locale={locale} report={report} />
      {savedAt ? (
        <>
          <Notice tone="success">{t('saved', { count: saved })}</Notice>
          <Drafts locale={locale} base={base} drafts={drafts} />
        </>
      ) : (
        <Answer place={{ locale, hub, org, id }} good={report.good.length} />
      )}
      <Problems locale={locale} report={report} />
      <p className="mt-8">
        <ButtonLink href={`${base}/import`} variant="secondary">
          {t('another')}
        </ButtonLink>
      </p>
    </>
  );
}

type Place = { locale: Locale; hub: string; org: string; id: string };

function Answer({ place, good }: { place: Place; good: number }) {
  const t = translator(place.locale, 'demoImport');
  if (good === 0) return <Notice tone="warning">{t('none')}</Notice>;
  return (
    <ButtonForm
      action={saveGood.bind(null, place)}
      labels={formLabels(place.locale)}
      hint={t('kept')}
    >
      {t('save', { count: good })}
    </ButtonForm>
  );
}

type Draft = { id: string; title: unknown };

function Drafts({ locale, base, drafts }: { locale: Locale; base: string; drafts: Draft[] }) {
  const t = translator(locale, 'demoImport');
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts">
      <h2 className="ds-heading" data-size="sm" id="drafts">
        {t('drafts')}
      </h2>
      <ul className="ds-list">
        {drafts.slice(0, mostTold).map(({ id, title }) => (
          <li key={id}>
            <a href={`${base}/${id}`}>{inLocale(title, locale)}</a>
          </li>
        ))}
      </ul>
      {drafts.length > mostTold && <p>{t('more', { count: drafts.length - mostTold })}</p>}
    </section>
  );
}

function Counts({ locale, report }: { locale: Locale; report: ImportReport }) {
  const t = translator(locale, 'demoImport');
  const wrong = new Set(report.problems.map(({ row }) => row)).size;
  return (
    <ul className="ds-list mb-8">
      <li>{t('good', { count: report.good.length })}</li>
      <li>{t('wrong', { count: wrong })}</li>
      <li>{t('there', { count: report.there.length })}</li>
      {report.unknown.length > 0 && (
        <li className="break-words">
          {t('unknown', { names: new Intl.ListFormat(locale).format(report.unknown) })}
        </li>
      )}
    </ul>
  );
}

function Problems({ locale, report }: { locale: Locale; report: ImportReport }) {
  const t = translator(locale, 'demoImport');
  const rows = [
    ...report.problems.map(({ row, column, code, value }) => ({
      ...{ row, value, column: columnName(locale, column), what: sentence(locale, code) },
    })),
    ...report.there.map(({ row, title }) => ({
      ...{ row, value: title, column: columnName(locale, 'title.sv'), what: t('already') },
    })),
  ].sort((one, other) => one.row - other.row);
  if (rows.length === 0) return null;
  return (
    <div className="mt-10">
      <h2 className="ds-heading" data-size="sm">
        {t('toMend')}
      </h2>
      <Scrolls label={t('toMend')}>
        <table className="ds-table">
          <thead>
            <tr>
              {(['row', 'column', 'what', 'value'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostTold).map(({ row, column, what, value }) => (
              <tr key={`${row} ${column} ${what}`}>
                <th scope="row">{row}</th>
                <td>{column}</td>
                <td>{what}</td>
                <td className="break-words">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      {rows.length > mostTold && <p>{t('more', { count: rows.length - mostTold })}</p>}
    </div>
  );
}
