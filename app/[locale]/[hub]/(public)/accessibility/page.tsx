import type { Metadata } from 'next';
import { StatementDocument } from '#components/house/statement-document.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findStatement } from '#lib/hubs/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNotFound, visit } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await visit(hub)).hub;
  return { title: translator(locale, 'house')('statement.title', { hub: name }) };
}

/** What the hub says of its accessibility; every page of the hub leads here. */
export default async function AccessibilityPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await visit(hub);
  const statement = await orNotFound(() => findStatement(scope));
  const t = translator(locale, 'house');
  return (
    <>
      <PageHeader title={t('statement.title', { hub: scope.hub.name })} />
      <StatementDocument
        locale={locale}
        hub={scope.hub}
        statement={statement}
        reportHref={`/${locale}/${hub}/accessibility/report`}
      />
    </>
  );
}
