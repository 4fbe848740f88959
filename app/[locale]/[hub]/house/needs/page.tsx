import type { Metadata } from 'next';
import { NeedCard } from '#components/innovation/need-card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listNeedsAtHub } from '#lib/needs/own.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'needs')('houseTitle') };
}

/** What organisations at the hub look for an answer to. */
export default async function HouseNeedsPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const needs = await listNeedsAtHub(scope);
  const t = translator(locale, 'needs');
  return (
    <>
      <PageHeader title={t('houseTitle')} lead={t('houseLead')} />
      {needs.length === 0 && <EmptyState text={t('houseNone')} />}
      <ul className="m-0 grid list-none gap-5 p-0 md:grid-cols-2">
        {needs.map((need) => (
          <NeedCard
            key={need.id}
            need={need}
            locale={locale}
            level={2}
            href={null}
            answerHref={null}
          />
        ))}
      </ul>
    </>
  );
}
