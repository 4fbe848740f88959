import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { ClosureFields } from '#components/workspace/closure-fields.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listClosable } from '#lib/workspace/rule-reads.ts';
import { draft } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'hours')('closures.newTitle') };
}

/** A closure is written down first; what it meets is decided on the next page. */
export default async function NewClosurePage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const sites = await orNotFound(() => listClosable(scope));
  const t = translator(locale, 'hours');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/closures`, label: t('closures.title') }]}
      />
      <PageHeader title={t('closures.newTitle')} />
      <div className="max-w-2xl">
        <ActionForm
          action={draft.bind(null, { locale, hub, id: null })}
          labels={formLabels(locale)}
        >
          <ClosureFields locale={locale} sites={sites} />
        </ActionForm>
      </div>
    </>
  );
}
