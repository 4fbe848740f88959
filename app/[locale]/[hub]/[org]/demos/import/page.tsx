import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { FileField, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { choicesOf, columnName, importColumns } from '#lib/showroom/import-columns.ts';
import { read } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ gone?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoImport')('title') };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  demand(await enter(locale, hub, org), 'demo:draft');
  const t = translator(locale, 'demoImport');
  const base = `/${locale}/${hub}/${org}/demos/import`;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {(await searchParams).gone && <Notice tone="warning">{t('refusals.gone')}</Notice>}
      <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
        <ActionForm action={read.bind(null, { locale, hub, org })} labels={formLabels(locale)}>
          <FileField
            name="file"
            label={t('file')}
            hint={t('fileHint')}
            accept=".csv,.xlsx,text/csv"
            required
          />
          <div>
            <SubmitButton>{t('read')}</SubmitButton>
          </div>
        </ActionForm>
        <div className="grid content-start gap-8">
          <section aria-labelledby="template">
            <h2 className="ds-heading" data-size="xs" id="template">
              {t('template')}
            </h2>
            <p>{t('templateText')}</p>
            <ul className="m-0 grid list-none gap-2 p-0">
              <li>
                <a href={`${base}/template.csv`}>{t('csv')}</a>
              </li>
              <li>
                <a href={`${base}/template.xlsx`}>{t('xlsx')}</a>
              </li>
            </ul>
          </section>
          <Rules locale={locale} />
        </div>
      </div>
    </>
  );
}

function Rules({ locale }: { locale: Locale }) {
  const t = translator(locale, 'demoImport');
  return (
    <section aria-labelledby="rules">
      <h2 className="ds-heading" data-size="xs" id="rules">
        {t('rules')}
      </h2>
      <ul className="ds-list">
        {['ruleRows', 'ruleMany', 'ruleDoubles', 'ruleDrafts'].map((rule) => (
          <li key={rule}>{t(rule)}</li>
        ))}
      </ul>
      <Disclosure summary={t('words')}>
        <dl className="m-0 grid gap-4">
          {importColumns
            .map((column) => ({ column, choices: choicesOf(locale, column) }))
            .filter(({ choices }) => choices.length > 0)
            .map(({ column, choices }) => (
              <div key={column}>
                <dt className="font-semibold">{columnName(locale, column)}</dt>
                <dd className="m-0">{choices.map(({ word }) => word).join('; ')}</dd>
              </div>
            ))}
        </dl>
      </Disclosure>
    </section>
  );
}
