import type { Metadata } from 'next';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { HouseBookings } from '#components/workspace/house-bookings.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listToAnswer } from '#lib/workspace/booking-reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'workspace')('answer.title') };
}

/** What awaits an answer of the house, those that begin first on top. */
export default async function ToAnswerPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const bookings = await orNotFound(() => listToAnswer(scope));
  const t = translator(locale, 'workspace');
  return (
    <>
      <PageHeader title={t('answer.title')} lead={t('answer.lead', { count: bookings.length })} />
      {bookings.length === 0 ? (
        <EmptyState text={t('answer.none')} />
      ) : (
        <HouseBookings locale={locale} hub={hub} bookings={bookings} withDay />
      )}
    </>
  );
}
