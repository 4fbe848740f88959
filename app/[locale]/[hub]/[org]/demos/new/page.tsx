import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SubmitButton, TextArea, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { contentLimits } from '#lib/showroom/content.ts';
import { begin } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoPages')('newTitle') };
}

/** A name and a short description: the rest comes afterwards. */
export default async function NewDemoPage({ params }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  demand(await enter(locale, hub, org), 'demo:draft');
  const t = translator(locale, 'demoPages');
  const language = translator(locale, 'houseTerms')(`language.${locale}`);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/demos`, label: t('title') }]}
      />
      <PageHeader title={t('newTitle')} lead={t('newLead')} />
      <div className="max-w-2xl">
        <ActionForm action={begin.bind(null, where)} labels={formLabels(locale)}>
          <HiddenField name="id" value={crypto.randomUUID()} />
          <TextField
            name="title"
            label={t('name', { language })}
            maxLength={contentLimits.title}
            required
          />
          <TextArea
            name="summary"
            label={t('summary', { language })}
            hint={t('summaryHint')}
            maxLength={contentLimits.summary}
            rows={3}
          />
          <div>
            <SubmitButton>{t('begin')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  );
}
