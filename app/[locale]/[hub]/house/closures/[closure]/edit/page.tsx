import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { ClosureFields, closureValues } from '#components/workspace/closure-fields.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findMet } from '#lib/workspace/moving.ts';
import { listClosable } from '#lib/workspace/rule-reads.ts';
import { draft } from '../../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; closure: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'hours')('closures.editTitle') };
}

/** A draft can still be changed; what is published is taken back instead. */
export default async function EditClosurePage({ params }: Props) {
  const { locale, hub, closure: id } = await params;
  const scope = await enterHouseOf(locale, hub);
  const { closure } = await orNotFound(() => findMet(scope, id));
  if (closure.state !== 'DRAFT') notFound();
  const sites = await listClosable(scope);
  const t = translator(locale, 'hours');
  const base = `/${locale}/${hub}/house/closures`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('closures.title') }]}
      />
      <PageHeader title={t('closures.editTitle')} />
      <div className="max-w-2xl">
        <ActionForm
          action={draft.bind(null, { locale, hub, id })}
          labels={formLabels(locale)}
          initial={closureValues(closure)}
        >
          <ClosureFields locale={locale} sites={sites} />
        </ActionForm>
      </div>
    </>
  );
}
