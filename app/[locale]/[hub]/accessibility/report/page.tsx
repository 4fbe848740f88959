import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, SubmitButton, TextArea, TextField } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { barrierKinds, caseNumberShape } from '#lib/hubs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { report } from './actions.ts';

type Search = { case?: string | string[]; mailed?: string | string[] };
type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const sent = caseNumberShape.test(numberIn(await searchParams));
  const t = translator((await params).locale, 'house');
  return { title: t(sent ? 'report.sentTitle' : 'report.title') };
}

const numberIn = (search: Search) => [search.case ?? ''].flat().at(-1) ?? '';

/** A barrier met, or a copy asked for: no signing in, no name. Afterwards the receipt alone. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  await visit(hub);
  const t = translator(locale, 'house');
  const search = await searchParams;
  const number = numberIn(search);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/accessibility`, label: t('report.backTo') }]}
      />
      {caseNumberShape.test(number) ? (
        <Receipt {...{ locale, hub, number }} mailed={search.mailed !== undefined} />
      ) : (
        <>
          <PageHeader title={t('report.title')} lead={t('report.lead')} />
          <ReportForm locale={locale} hub={hub} />
        </>
      )}
    </>
  );
}

type Place = { locale: Locale; hub: string };

/** The number of the case, what happens next, and the ways on. */
function Receipt({ locale, hub, number, mailed }: Place & { number: string; mailed: boolean }) {
  const t = translator(locale, 'house');
  const here = `/${locale}/${hub}/accessibility`;
  return (
    <>
      <PageHeader title={t('report.sentTitle')} />
      <Notice tone="success">
        {t('report.sent', { number })} {mailed && t('report.mailed')}
      </Notice>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`/${locale}/${hub}`}>{t('report.toHub')}</ButtonLink>
        <ButtonLink href={`${here}/report`} variant="secondary">
          {t('report.another')}
        </ButtonLink>
      </p>
    </>
  );
}

function ReportForm({ locale, hub }: Place) {
  const t = translator(locale, 'house');
  return (
    <div className="max-w-2xl">
      <ActionForm
        action={report.bind(null, { locale, hub })}
        labels={formLabels(locale)}
        initial={{ kind: 'BARRIER' }}
      >
        <Choices
          name="kind"
          type="radio"
          label={t('report.kind')}
          options={barrierKinds.map((value) => ({ value, label: t(`report.kinds.${value}`) }))}
        />
        <TextField
          name="place"
          label={t('report.place')}
          hint={t('report.placeHint')}
          maxLength={300}
        />
        <TextArea name="text" label={t('report.text')} rows={6} required />
        <TextField name="name" label={t('report.name')} autoComplete="name" maxLength={120} />
        <TextField
          name="email"
          type="email"
          label={t('report.email')}
          hint={t('report.emailHint')}
          autoComplete="email"
        />
        <div>
          <SubmitButton>{t('report.send')}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
