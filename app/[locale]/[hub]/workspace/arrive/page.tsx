import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { PageHeader } from '#components/ui/page-header.tsx';
import { ArriveForm } from '#components/visits/arrive-form.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNone, visit } from '#lib/platform/session/entry.ts';
import { findHouse } from '#lib/workspace/reads.ts';
import { pass } from './actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

async function titleOf({ params }: Props): Promise<string> {
  const { locale, hub } = await params;
  const scope = await visit(hub);
  const house = await orNone(() => findHouse(scope));
  const site = house ? inLocale(house.site.name, locale) : scope.hub.name;
  return translator(locale, 'visits')('arrive.title', { site });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await titleOf(props) };
}

/** At the door, on the screen there or on the guest's own phone: no account, just the code. */
export default async function ArrivePage(props: Props) {
  const { locale, hub } = await props.params;
  const t = translator(locale, 'visits');
  return (
    <div className="max-w-xl">
      <PageHeader title={await titleOf(props)} lead={t('arrive.lead')} />
      <ArriveForm
        action={pass.bind(null, { locale, hub })}
        labels={formLabels(locale)}
        here={`/${locale}/${hub}/workspace/arrive`}
        words={{
          code: t('arrive.code'),
          codeHint: t('arrive.codeHint'),
          submit: t('arrive.submit'),
          next: t('arrive.next'),
        }}
      />
      <p className="mt-8">{t('arrive.lost')}</p>
    </div>
  );
}
